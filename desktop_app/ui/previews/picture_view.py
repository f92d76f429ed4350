"""A widget that shows a picture in its proportions, as large as the space allows."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from desktop_app.ui.kit.sharp_edges import draw_picture, on_pixels
from desktop_app.ui.kit.theme import Theme


class PictureView(QWidget):
    """Shows a picture at most `side` pixels wide and high, sharp at any scale factor."""

    def __init__(self, theme: Theme, side: int) -> None:
        super().__init__()
        self._theme = theme
        self._side = side
        self._image = QImage()
        self._scaled = QPixmap()
        self.setFixedHeight(side)

    def show_image(self, image: QImage) -> None:
        """Show an image; an empty one clears the view."""
        self._image = image
        self._scaled = QPixmap()
        self._fit()

    def set_side(self, side: int) -> None:
        """Change the largest width and height."""
        self._side = side
        self._fit()

    @property
    def image(self) -> QImage:
        return self._image

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event  # the picture is painted whole
        if self._image.isNull():
            return
        painter = QPainter(self)
        place = self._place()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        path = QPainterPath()
        radius = self._theme.metrics.radius
        path.addRoundedRect(on_pixels(painter, place), radius, radius)
        painter.setClipPath(path)
        draw_picture(painter, place, self._pixmap(place.size()))
        painter.end()

    def _fit(self) -> None:
        if not self._image.isNull():
            size = self._image.size()
            size = size.scaled(self._side, self._side, Qt.AspectRatioMode.KeepAspectRatio)
            self.setFixedHeight(max(1, size.height()))
        self.update()

    def _place(self) -> QRect:
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(self.rect().center())
        return place

    def _pixmap(self, size: QSize) -> QPixmap:
        wanted = size * self.devicePixelRatio()
        if self._scaled.size() != wanted:
            image = self._image.scaled(
                wanted,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            self._scaled = QPixmap.fromImage(image)
        return self._scaled
