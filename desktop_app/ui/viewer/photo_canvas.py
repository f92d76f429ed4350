"""A widget that shows one picture, zoomed and panned by the user."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPaintEvent,
    QPixmap,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from desktop_app.ui.kit.announcements import Announcer
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.viewer.canvas_painter import CanvasContent, CanvasPainter
from desktop_app.ui.viewer.canvas_zoom import CanvasZoom, PanZoomGestures
from desktop_app.ui.viewer.zoom_geometry import FITTED


class PhotoCanvas(QWidget):
    """Shows a placeholder first and the loaded pixels when they are there.

    Attributes:
        zoom: Which part of the picture is shown.

    Signals:
        more_pixels_needed (): The picture is larger on the screen than its loaded pixels.
        settled (): The first pixels of a picture, or the message why there are none, are shown.
    """

    more_pixels_needed = Signal()
    settled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._content = CanvasContent()
        self._announcer = Announcer(self)
        self._own_size = QSize()
        self._painter = CanvasPainter(theme)
        self.zoom = CanvasZoom(self)
        self.zoom.updated.connect(self._update)
        PanZoomGestures(self, self.zoom)
        theme.colours_changed.connect(self.update)

    @property
    def image(self) -> QImage:
        """The loaded pixels; null while there is only a placeholder."""
        return self._content.image

    @property
    def message(self) -> str:
        return self._content.message

    @property
    def is_settled(self) -> bool:
        """Whether there is more to see than a placeholder."""
        return bool(self.message) or not self.image.isNull()

    def show_photo(self, size: QSize, colour: QColor, placeholder: QPixmap) -> None:
        """Show a picture before its pixels are loaded; `size` is that of the upright picture."""
        self._content = CanvasContent(colour, placeholder, caption=self._content.caption)
        self._announcer.announce("")
        self._own_size = size
        self.zoom.picture_size, self.zoom.view = size, FITTED
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.update()

    def show_placeholder(self, placeholder: QPixmap) -> None:
        """Show a small version that was loaded after `show_photo`."""
        self._content.placeholder = placeholder
        self.update()

    def show_image(self, image: QImage, size: QSize) -> None:
        """Show loaded pixels, fewer or all; `size` is that of the whole picture in the file."""
        was_settled = self.is_settled
        self._content.image, self._content.message = image, ""
        self._own_size = size
        if self._content.placement is None:
            self.zoom.picture_size = size
        self.zoom.apply(self.zoom.view)
        if not was_settled:
            self.settled.emit()

    def lay_into(self, frame: QSize, placement: QTransform | None) -> None:
        """Show the picture where it lies in another one of this size (see CanvasContent), zoomed
        as that one; None: by itself.
        """
        self._content.placement = placement
        self.zoom.picture_size = self._own_size if placement is None else frame
        self.zoom.apply(self.zoom.view)

    def show_message(self, message: str) -> None:
        """Explain why there is no more than the placeholder."""
        self._content.message = message
        self._announcer.announce(message, is_error=True)
        self.update()
        self.settled.emit()

    def show_caption(self, caption: str, *, is_right: bool = False) -> None:
        """Show a caption in the upper left or right corner; empty for none."""
        self._content.caption, self._content.is_caption_right = caption, is_right
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event  # always paints the whole widget
        painter, content = QPainter(self), self._content
        if not self.zoom.picture_size.isEmpty():
            picture, percent = self.zoom.picture_rect, self.zoom.percent
            self._painter.paint_picture(painter, self.rect(), picture, percent, content)
        if content.message:
            self._painter.paint_message(painter, self.rect(), content.message)
        if content.caption:
            is_right = content.is_caption_right
            self._painter.paint_caption(painter, self.rect(), content.caption, is_right=is_right)
        painter.end()

    def _update(self) -> None:
        loaded = self._content.image.width()
        shown = self.zoom.picture_rect.width() * self.devicePixelRatio()
        if 0 < loaded < self._own_size.width() and shown > loaded + 1:
            self.more_pixels_needed.emit()
        self.update()
