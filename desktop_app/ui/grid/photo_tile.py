"""A button that shows a photo of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader, ThumbnailRequest
from desktop_app.ui.kit.messages import shown_name
from desktop_app.ui.kit.sharp_edges import PixelGrid, draw_picture, on_pixels
from desktop_app.ui.kit.theme import Theme

if TYPE_CHECKING:
    from desktop_app.core.catalogue.catalogue import PhotoRow


class PhotoTile(QAbstractButton):
    """A square filled by the photo; the parts beyond it are cropped."""

    def __init__(self, theme: Theme, thumbnails: ThumbnailLoader, side: int) -> None:
        super().__init__()
        self._theme = theme
        self._thumbnails = thumbnails
        self._photo: PhotoRow | None = None
        self.setFixedSize(side, side)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        thumbnails.loaded.connect(self.update)

    def show_photo(self, photo: PhotoRow, description: str) -> None:
        """Show a photo; `description` is the tool tip."""
        self._photo = photo
        self.setToolTip(description)
        self.setAccessibleName(shown_name(photo.path))
        self.setAccessibleDescription(description)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        if self._photo is None:
            return
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        place = self.rect().adjusted(1, 1, -1, -1)
        outline = QPainterPath()
        radius = self._theme.metrics.tight
        outline.addRoundedRect(on_pixels(painter, place), radius, radius)
        painter.setClipPath(outline)
        self._paint_photo(painter, place, self._photo)
        painter.setClipping(False)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawPath(outline)
        painter.end()

    def _paint_photo(self, painter: QPainter, place: QRect, photo: PhotoRow) -> None:
        painter.fillRect(place, QColor.fromRgb(photo.mean_colour or 0x808080))
        size = QSize(max(1, photo.width), max(1, photo.height))
        size = size.scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        whole = QRect(place.topLeft(), size)
        whole.moveCenter(place.center())
        pixels = PixelGrid.of(painter).size(whole.width(), whole.height())
        request = ThumbnailRequest(photo.content_hash, *pixels)
        pixmap = self._thumbnails.get(request) or self._thumbnails.of_other_size(request)
        if pixmap is not None:
            draw_picture(painter, whole, pixmap)
