"""A preview shown large above everything else, as a tool tip is."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import label
from desktop_app.ui.previews.picture_view import PictureView


class LargePreview(QFrame):
    """A picture of 256 pixels on its longer side, with a caption.

    Attributes:
        picture: The preview.
    """

    def __init__(self, theme: Theme, image: QImage, text: str, parent: QWidget) -> None:
        # On a low screen it may lie over its view, which the mouse must not leave for it.
        kind = Qt.WindowType.ToolTip | Qt.WindowType.WindowTransparentForInput
        super().__init__(parent, kind)
        self.setObjectName("largePreview")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        metrics = theme.metrics
        side = metrics.large_preview
        size = image.size().scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio)
        self.picture = PictureView(theme, side)
        self.picture.show_image(image)
        self.picture.setFixedWidth(max(1, size.width()))
        caption = label(text, wrapped=True)
        caption.setFixedWidth(max(size.width(), side // 2))
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.space, metrics.space, metrics.space, metrics.space)
        column.setSpacing(metrics.tight)
        column.addWidget(self.picture, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(caption)
        self.adjustSize()

    def show_beside(self, widget: QWidget) -> None:
        """Show it below a widget, or above it where there is more room."""
        beside = QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())
        self.move(place_beside(beside, self.size(), widget.screen().availableGeometry()))
        self.show()


def place_beside(beside: QRect, size: QSize, screen: QRect) -> QPoint:
    """Return where something of this size lies below or above a rectangle, inside of a screen."""
    below, above = screen.bottom() - beside.bottom(), beside.top() - screen.top()
    fits_below = below > size.height() or below >= above
    top = beside.bottom() + 2 if fits_below else beside.top() - size.height() - 1
    rightmost, lowest = screen.right() - size.width() + 1, screen.bottom() - size.height() + 1
    left = min(beside.center().x() - size.width() // 2, rightmost)
    return QPoint(max(screen.left(), left), max(screen.top(), min(top, lowest)))
