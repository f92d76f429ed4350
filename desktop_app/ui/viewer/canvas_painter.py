"""Paints what a canvas shows: a picture, a message over it, and a caption in its corner."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QTransform

from desktop_app.ui.kit.messages import breakable
from desktop_app.ui.kit.text_fitting import shortened_name
from desktop_app.ui.kit.theme import Theme

_DIMMED = 0.25
# From this zoom level on, the pixels of a picture are shown as squares.
_SQUARES_PERCENT = 400
_MESSAGE_PADDING = 16


@dataclass
class CanvasContent:
    """What a canvas shows.

    Attributes:
        colour: Fills the picture's place until there is a placeholder.
        placeholder: A small version of the picture.
        image: The pixels loaded so far; null while there is only a placeholder.
        message: Why there is no image; empty for none.
        caption: The picture's name while it is compared; empty for none.
        placement: Where the picture lies in the one that is shown whole: from its points to those
            of that one, both from 0 to 1 across and down. None: it is shown whole itself.
        is_caption_right: Whether the caption is in the upper right corner, not in the left.
    """

    colour: QColor = field(default_factory=QColor)
    placeholder: QPixmap = field(default_factory=QPixmap)
    image: QImage = field(default_factory=QImage)
    message: str = ""
    caption: str = ""
    placement: QTransform | None = None
    is_caption_right: bool = False


class CanvasPainter:
    """Paints a CanvasContent in the colours of the theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint_picture(
        self,
        painter: QPainter,
        window: QRect,
        picture: QRectF,
        percent: float,
        shown: CanvasContent,
    ) -> None:
        """Paint the picture at `picture`, which may be larger than `window`; one with a placement
        where it lies in a picture there.

        `percent` is the zoom level. A picture with a message over it is dimmed.
        """
        painter.setOpacity(_DIMMED if shown.message else 1.0)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, percent < _SQUARES_PERCENT)
        if shown.placement is not None:
            _paint_placed(painter, window, picture, shown)
        elif not shown.image.isNull():
            _paint_visible_part(painter, window, picture, shown.image)
        elif not shown.placeholder.isNull():
            painter.drawPixmap(picture, shown.placeholder, QRectF(shown.placeholder.rect()))
        else:
            painter.fillRect(picture, shown.colour)
        painter.setOpacity(1.0)

    def paint_message(self, painter: QPainter, window: QRect, message: str) -> None:
        """Paint a wrapped message in the middle."""
        metrics = self._theme.metrics
        width = max(1, min(metrics.reading_width, window.width() - 2 * metrics.section))
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.setFont(self._theme.font(metrics.text))
        room = QRect(0, 0, width, window.height())
        place = painter.fontMetrics().boundingRect(room, flags, breakable(message))
        place.moveCenter(window.center())
        padding = _MESSAGE_PADDING
        self._paint_background(painter, place.adjusted(-padding, -padding, padding, padding))
        painter.drawText(place, flags, breakable(message))

    def paint_caption(
        self, painter: QPainter, window: QRect, caption: str, *, is_right: bool = False
    ) -> None:
        """Paint one line in the upper left corner, or in the right one."""
        metrics = self._theme.metrics
        painter.setFont(self._theme.font(metrics.secondary))
        advance = painter.fontMetrics().horizontalAdvance
        text = shortened_name(caption, window.width() - 4 * metrics.space, advance)
        size = painter.fontMetrics().size(0, text) + QSize(2 * metrics.space, metrics.space)
        place = QRect(QPoint(metrics.space, metrics.space), size)
        if is_right:
            place.moveRight(window.right() - metrics.space)
        self._paint_background(painter, place)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_background(self, painter: QPainter, place: QRect) -> None:
        """Keep text readable over any picture. Sets the pen to the colour of text."""
        radius = self._theme.metrics.radius
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("veil"))
        painter.drawRoundedRect(place, radius, radius)
        painter.setPen(self._theme.colour("text"))


def _paint_placed(painter: QPainter, window: QRect, picture: QRectF, shown: CanvasContent) -> None:
    """Paint the loaded pixels where they lie in a picture; Qt leaves out what is not visible."""
    assert shown.placement is not None
    across, down = 1 / max(1, shown.image.width()), 1 / max(1, shown.image.height())
    on_screen = QTransform.fromTranslate(picture.left(), picture.top())
    on_screen.scale(picture.width(), picture.height())
    painter.save()
    painter.setClipRect(window)
    placed = QTransform.fromScale(across, down) * shown.placement * on_screen
    painter.setTransform(placed, combine=True)
    painter.drawImage(0, 0, shown.image)
    painter.restore()


def _paint_visible_part(painter: QPainter, window: QRect, picture: QRectF, image: QImage) -> None:
    """Paint only the part inside the window: scaling all of a large picture takes a second."""
    visible = picture.intersected(QRectF(window))
    across = image.width() / picture.width()
    down = image.height() / picture.height()
    part = QRectF(
        (visible.left() - picture.left()) * across,
        (visible.top() - picture.top()) * down,
        visible.width() * across,
        visible.height() * down,
    )
    painter.drawImage(visible, image, part)
