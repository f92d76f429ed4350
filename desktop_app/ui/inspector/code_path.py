"""The path from the query's code to the code of a photo, bit by bit."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.engine.answers import LensAnswer, WaypointPhoto
from desktop_app.ui.grid.photo_tile import PhotoTile
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.messages import breakable, shown_name
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import PanelSlider, label

_TILES = 4
_PAGES = 8  # page steps from one end of the slider to the other


class CodePath(QWidget):
    """A slider over the bits that differ, and photos that lie between the two codes.

    Attributes:
        slider: How many of the differing bits are flipped.
        tiles: The photos in between; a click goes there.

    Signals:
        steps_requested (int): How many of the differing bits to flip.
    """

    steps_requested = Signal(int)

    def __init__(self, theme: Theme, thumbnails: ThumbnailLoader) -> None:
        super().__init__()
        self._waypoints: tuple[WaypointPhoto, ...] = ()
        self._caption = label("", "secondary", wrapped=True)
        self.slider = PanelSlider()
        self.slider.setAccessibleName(self.tr("The path from the query's code to the photo's code"))
        self.slider.valueChanged.connect(self.steps_requested)
        self.tiles = [PhotoTile(theme, thumbnails, theme.metrics.lens_tile) for _ in range(_TILES)]
        row = QHBoxLayout()
        row.setSpacing(theme.metrics.space)
        for index, tile in enumerate(self.tiles):
            tile.clicked.connect(lambda _=False, index=index: self._go_to(index))
            row.addWidget(tile)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.metrics.tight)
        column.addWidget(self._caption)
        column.addWidget(self.slider)
        column.addLayout(row)

    def show_path(self, answer: LensAnswer, name: str) -> None:
        """Show the path to the photo of this name; nothing if the codes are the same."""
        self._waypoints = answer.waypoints
        self.setVisible(bool(answer.flip_order))
        if answer.flip_order:
            self._show_steps(_steps_taken(answer), len(answer.flip_order), name)
            self._show_tiles()

    def _show_steps(self, taken: int, count: int, name: str) -> None:
        self.slider.blockSignals(True)  # noqa: FBT003 -- Qt's argument
        self.slider.setRange(0, count)
        self.slider.setPageStep(max(1, count // _PAGES))
        self.slider.setValue(taken)
        self.slider.blockSignals(False)  # noqa: FBT003
        text = self.tr("On the path to {name}: {gone} of {count} bits")
        self._caption.setText(text.format(name=breakable(name), gone=taken, count=count))

    def _show_tiles(self) -> None:
        text = self.tr("{name}, the photo closest to the path after {bits}")
        for tile, waypoint in zip(self.tiles, self._waypoints, strict=False):
            name, bits = shown_name(waypoint.photo.path), numbers.bits(len(waypoint.flips))
            tile.show_photo(waypoint.photo, text.format(name=name, bits=bits))
        for index, tile in enumerate(self.tiles):
            tile.setVisible(index < len(self._waypoints))

    def _go_to(self, index: int) -> None:
        if index < len(self._waypoints):
            self.steps_requested.emit(len(self._waypoints[index].flips))


def _steps_taken(answer: LensAnswer) -> int:
    """Count how many of the first bits on the path are flipped."""
    flips, order = set(answer.flips), answer.flip_order
    return next((step for step, bit in enumerate(order) if bit not in flips), len(order))
