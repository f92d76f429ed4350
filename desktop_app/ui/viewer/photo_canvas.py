"""One picture to look at closely: zoomed by wheel and keys, moved by the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from desktop_app.ui.kit.messages import breakable
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.viewer.zoom_geometry import FITTED, Stage, View

STEP = 1.25
_WHEEL_NOTCH = 120
_DIMMED = 0.25


class PhotoCanvas(QWidget):
    """`view_changed` tells the View when the user has changed it; `rescaled` when the picture may
    be of another size on the screen; `sharper_wanted` when it is larger than its pixels there.
    """

    view_changed = Signal(object)
    rescaled = Signal()
    sharper_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._size = QSize()
        self._colour = QColor()
        self._placeholder = QPixmap()
        self._image = QImage()
        self._sentence = ""
        self._caption = ""
        self._fills = False
        self._dragged_from: QPointF | None = None
        self.view = FITTED
        theme.changed.connect(self.update)

    def show_photo(self, size: QSize, colour: QColor, placeholder: QPixmap) -> None:
        """A photo whose pixels are to come; `size` of the whole upright picture."""
        self._size, self._colour, self._placeholder = size, colour, placeholder
        self._image = QImage()
        self._sentence = ""
        self.view = FITTED
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.update()

    def show_placeholder(self, placeholder: QPixmap) -> None:
        """A small picture that came after `show_photo`."""
        self._placeholder = placeholder
        self.update()

    def show_image(self, image: QImage, size: QSize) -> None:
        """The pixels, or more of them; `size` as in `show_photo`, as the file has it now."""
        self._image, self._size, self._sentence = image, size, ""
        self._look(self.view)

    def say(self, sentence: str) -> None:
        """Why there is no more than the placeholder."""
        self._sentence = sentence
        self.update()

    def show_caption(self, caption: str) -> None:
        """Over the picture's corner; empty for none."""
        self._caption = caption
        self.update()

    def fill(self, fills: bool) -> None:  # noqa: FBT001 -- a mode that is switched
        """Enlarge small pictures until they fit?"""
        self._fills = fills
        self._look(self.view)

    @property
    def image(self) -> QImage:
        """The pixels that are there; null while there is only a placeholder."""
        return self._image

    @property
    def sentence(self) -> str:
        return self._sentence

    @property
    def stage(self) -> Stage:
        pixel = 1 / self.devicePixelRatio()
        return Stage(QSizeF(self.size()), QSizeF(self._size), pixel, self._fills)

    @property
    def percent(self) -> float:
        return self.stage.percent(self.view)

    @property
    def is_enlarged(self) -> bool:
        """Is there more of the picture than is in sight?"""
        place = self.stage.place(self.view)
        return place.width() > self.width() + 1 or place.height() > self.height() + 1

    def zoom(self, factor: float, around: QPointF | None = None) -> None:
        """`around`: what stays where it is; the middle where none is given."""
        point = around or QRectF(self.rect()).center()
        self._change(self.stage.zoomed(self.view, factor, point))

    def fit(self) -> None:
        self._change(FITTED)

    def show_whole_pixels(self) -> None:
        """100 %"""
        self.zoom(self._to_whole_pixels())

    def move_by(self, across: float, down: float) -> None:
        """Device-independent pixels that the picture moves."""
        self._change(self.stage.moved(self.view, across, down))

    def show_view(self, view: View) -> None:
        """As another canvas shows it; this is not told."""
        self._look(view)

    # What Qt tells

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        notches = event.angleDelta().y() / _WHEEL_NOTCH
        if notches:
            self.zoom(STEP**notches, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() is Qt.MouseButton.LeftButton and self.is_enlarged:
            self._dragged_from = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._dragged_from is not None:
            by = event.position() - self._dragged_from
            self._dragged_from = event.position()
            self.move_by(by.x(), by.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        del event
        self._dragged_from = None
        self._show_cursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Between all of it and 100 %."""
        if self.view.magnification == 1:
            self.zoom(self._to_whole_pixels(), event.position())
        else:
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._look(self.view)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event  # a picture is painted whole
        painter = QPainter(self)
        if not self._size.isEmpty():
            painter.setOpacity(_DIMMED if self._sentence else 1.0)
            self._paint_picture(painter)
            painter.setOpacity(1.0)
        if self._sentence:
            self._paint_sentence(painter)
        if self._caption:
            self._paint_caption(painter)
        painter.end()

    # Inside

    def _to_whole_pixels(self) -> float:
        return self.stage.whole_pixels() / self.view.magnification

    def _change(self, view: View) -> None:
        self._look(view)
        self.view_changed.emit(self.view)

    def _look(self, view: View) -> None:
        if self._size.isEmpty() or self.size().isEmpty():
            self.view = view
            return
        self.view = self.stage.clamped(view)
        if self._dragged_from is None:
            self._show_cursor()
        has_all = self._image.width() >= self._size.width()
        shown = self.stage.place(self.view).width() * self.devicePixelRatio()
        if not self._image.isNull() and not has_all and shown > self._image.width() + 1:
            self.sharper_wanted.emit()
        self.rescaled.emit()
        self.update()

    def _show_cursor(self) -> None:
        shape = Qt.CursorShape.OpenHandCursor if self.is_enlarged else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def _paint_picture(self, painter: QPainter) -> None:
        """Whole pixels of the screen, and nearly square ones of the picture where it is near."""
        place = self.stage.place(self.view)
        painter.setRenderHint(
            QPainter.RenderHint.SmoothPixmapTransform, self.stage.percent(self.view) < 400
        )
        if not self._image.isNull():
            self._paint_part(painter, place)
        elif not self._placeholder.isNull():
            painter.drawPixmap(place, self._placeholder, QRectF(self._placeholder.rect()))
        else:
            painter.fillRect(place, self._colour)

    def _paint_part(self, painter: QPainter, place: QRectF) -> None:
        """Only what is in sight: the whole of a large picture takes a second."""
        seen = place.intersected(QRectF(self.rect()))
        across = self._image.width() / place.width()
        down = self._image.height() / place.height()
        part = QRectF(
            (seen.left() - place.left()) * across,
            (seen.top() - place.top()) * down,
            seen.width() * across,
            seen.height() * down,
        )
        painter.drawImage(seen, self._image, part)

    def _paint_sentence(self, painter: QPainter) -> None:
        metrics = self._theme.metrics
        width = max(1, min(metrics.reading_width, self.width() - 2 * metrics.section))
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.setFont(self._theme.font(metrics.text))
        room = QRect(0, 0, width, self.height())
        place = painter.fontMetrics().boundingRect(room, flags, breakable(self._sentence))
        place.moveCenter(self.rect().center())
        self._paint_ground(painter, place.adjusted(-16, -16, 16, 16))
        painter.drawText(place, flags, breakable(self._sentence))

    def _paint_caption(self, painter: QPainter) -> None:
        metrics = self._theme.metrics
        font = self._theme.font(metrics.secondary)
        painter.setFont(font)
        words = painter.fontMetrics().elidedText(
            self._caption, Qt.TextElideMode.ElideMiddle, max(1, self.width() - 4 * metrics.space)
        )
        size = painter.fontMetrics().size(0, words) + QSize(2 * metrics.space, metrics.space)
        place = QRect(QPoint(metrics.space, metrics.space), size)
        self._paint_ground(painter, place)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_ground(self, painter: QPainter, place: QRect) -> None:
        """What words can be read on, whatever the picture; the pen is then that of the words."""
        radius = self._theme.metrics.radius
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("veil"))
        painter.drawRoundedRect(place, radius, radius)
        painter.setPen(self._theme.colour("text"))
