"""Finds where the pictures that are compared lie in each other, each pair once."""

from __future__ import annotations

from PySide6.QtGui import QImage, QTransform

from desktop_app.core.same_photo.look import Look
from desktop_app.core.same_photo.overlay import Placement, placement
from desktop_app.ui.kit.picture_data import to_pillow


class Placements:
    """Takes a few milliseconds for a picture and for a pair."""

    def __init__(self) -> None:
        self._looks: dict[int, Look] = {}
        self._found: dict[tuple[int, int], QTransform | None] = {}

    def clear(self) -> None:
        """Forget the pictures: others are in their places."""
        self._looks.clear()
        self._found.clear()

    def of(self, images: list[QImage], frame: int, place: int) -> QTransform | None:
        """Return where a picture lies in the frame of another one (see CanvasContent); None if one
        of them is not loaded yet, or if they have too little in common.
        """
        if images[frame].isNull() or images[place].isNull():
            return None
        pair = frame, place
        if pair not in self._found:
            found = placement(self._look(images, frame), self._look(images, place))
            self._found[pair] = None if found is None else _transform(found)
        return self._found[pair]

    def _look(self, images: list[QImage], place: int) -> Look:
        if place not in self._looks:
            self._looks[place] = Look(to_pillow(images[place]))
        return self._looks[place]


def _transform(found: Placement) -> QTransform:
    (a, b, right), (c, d, down) = found.tolist()
    return QTransform(a, c, b, d, right, down)
