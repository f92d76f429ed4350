"""The photos nearest to a photo, with previews of their codes beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.ui.engine.answers import SeenNeighbour
from desktop_app.ui.grid.photo_tile import PhotoTile
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.messages import shown_name
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import label
from desktop_app.ui.previews.preview_view import PreviewView

if TYPE_CHECKING:
    from desktop_app.core.catalogue.catalogue import PhotoRow

_MOST = 8


class NeighbourGrid(QWidget):
    """A column for each neighbour: the photo, the preview of its code, and its distance.

    Attributes:
        tiles: The photos.
        previews: The previews.

    Signals:
        chosen (PhotoRow): A photo was clicked.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, thumbnails: ThumbnailLoader) -> None:
        super().__init__()
        side = theme.metrics.neighbour_tile
        self._photos: list[PhotoRow] = []
        self.tiles = [PhotoTile(theme, thumbnails, side) for _ in range(_MOST)]
        self.previews = [PreviewView(theme, side, is_square=True) for _ in range(_MOST)]
        self._captions = [label("", "secondary", wrapped=True) for _ in range(_MOST)]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.metrics.space)
        grid.setColumnStretch(_MOST, 1)
        for column, tile in enumerate(self.tiles):
            caption = self._captions[column]
            caption.setFixedWidth(side)
            caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            tile.clicked.connect(lambda _=False, column=column: self._choose(column))
            for row, item in enumerate((tile, self.previews[column], caption)):
                grid.addWidget(item, row, column, Qt.AlignmentFlag.AlignTop)

    def show_neighbours(self, neighbours: tuple[SeenNeighbour, ...]) -> None:
        self._photos = [neighbour.photo for neighbour in neighbours]
        for column, neighbour in enumerate(neighbours[:_MOST]):
            self._show(column, neighbour)
        for column in range(len(neighbours), _MOST):
            for item in (self.tiles[column], self.previews[column], self._captions[column]):
                item.hide()

    def _show(self, column: int, neighbour: SeenNeighbour) -> None:
        name, bits = shown_name(neighbour.photo.path), numbers.bits(neighbour.distance)
        tile, preview, caption = self.tiles[column], self.previews[column], self._captions[column]
        text = self.tr("{name}: {bits} of its code are different. Click to look at it.")
        tile.show_photo(neighbour.photo, text.format(name=name, bits=bits))
        caption.setText(bits)
        if neighbour.picture is not None:
            preview.show_preview(neighbour.picture, self.tr("Preview of {name}").format(name=name))
        preview.setVisible(neighbour.picture is not None)
        tile.show()
        caption.show()

    def _choose(self, column: int) -> None:
        if column < len(self._photos):
            self.chosen.emit(self._photos[column])
