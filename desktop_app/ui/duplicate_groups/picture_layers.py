"""Lays the photos that are compared over each other, as the mode of the canvases needs it."""

from __future__ import annotations

from desktop_app.core.same_photo.difference import DIFFERENCE_GAIN
from desktop_app.ui.duplicate_groups.compared_canvases import ComparedCanvases, GroupMode
from desktop_app.ui.duplicate_groups.compared_pictures import ComparedPictures
from desktop_app.ui.duplicate_groups.comparison_text import difference_caption
from desktop_app.ui.duplicate_groups.group_model import ShownMember


class PictureLayers:
    """The photo that is suggested to stay is the frame that all others are laid into."""

    def __init__(self, canvases: ComparedCanvases, pictures: ComparedPictures) -> None:
        self._canvases = canvases
        self._pictures = pictures

    def lay(self, photos: list[ShownMember]) -> None:
        """Lay the photos that are in sight over each other; in other modes, each is by itself."""
        canvases, current = self._canvases, self._canvases.current
        if len(photos) != len(canvases.canvases) or not photos:
            return
        canvases.set_other(_other(photos, current))
        if canvases.mode in (GroupMode.FLICKER, GroupMode.SLIDER):
            self._pictures.lay_over(_kept(photos), (current, canvases.other))
        else:
            self._pictures.lay_apart()

    def show_difference(self, photos: list[ShownMember]) -> None:
        """Show where the current photo differs from the suggested one, or that from another."""
        canvases = self._canvases
        if canvases.mode is not GroupMode.DIFFERENCE or not photos:
            return
        current, other = canvases.current, _other(photos, canvases.current)
        if self._pictures.show_difference(current, other):
            pair = photos[current], photos[other]
            canvases.difference.show_caption(difference_caption(*pair, DIFFERENCE_GAIN))


def _kept(photos: list[ShownMember]) -> int:
    """The place of the photo that is suggested to stay; the first if it is not among them."""
    return next((at for at, shown in enumerate(photos) if shown.is_suggested), 0)


def _other(photos: list[ShownMember], current: int) -> int:
    """The place of the photo that the current one is compared with."""
    kept = _kept(photos)
    return kept if kept != current else (current + 1) % len(photos)
