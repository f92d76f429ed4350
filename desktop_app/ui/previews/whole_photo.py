"""A photo of the library, whole and in its proportions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt

from desktop_app.ui.grid.photo_tile import PhotoTile
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.kit.theme import Theme

if TYPE_CHECKING:
    from desktop_app.core.catalogue.catalogue import PhotoRow


class WholePhoto(PhotoTile):
    """Shows a photo at most `side` pixels wide and high; it is no button."""

    def __init__(self, theme: Theme, thumbnails: ThumbnailLoader, side: int) -> None:
        super().__init__(theme, thumbnails, side)
        self._side = side
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_photo(self, photo: PhotoRow, description: str) -> None:
        size = QSize(max(1, photo.width), max(1, photo.height))
        size.scale(self._side, self._side, Qt.AspectRatioMode.KeepAspectRatio)
        self.setFixedSize(size.expandedTo(QSize(1, 1)))
        super().show_photo(photo, description)
