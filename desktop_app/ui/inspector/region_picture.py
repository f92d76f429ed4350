"""The query's picture, on which the part that is meant can be drawn."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)

from desktop_app.core.base.region import Region
from desktop_app.ui.inspector.region_keys import MIDDLE, changed_by_key
from desktop_app.ui.kit.picture_view import PictureView
from desktop_app.ui.kit.shortcuts import Command, command_of
from desktop_app.ui.kit.theme import Theme

# Less than this is a click, or a hand that trembled.
_LEAST_DRAWN = 12
# The rest of the picture is still to be seen: another part of it may be wanted next.
_VEIL = 0.8


class RegionPicture(PictureView):
    """`drawn` tells the Region, when the mouse lets go of it, or when Enter ends what was done by
    the arrow keys.
    """

    drawn = Signal(object)

    def __init__(self, theme: Theme, side: int) -> None:
        super().__init__(theme, side)
        self._region: Region | None = None
        self._corners: tuple[QPointF, QPointF] | None = None
        self._by_keys: Region | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(self.tr("Draw a rectangle on the picture to look for this part only"))
        self.setAccessibleDescription(
            self.tr(
                "Enter begins to draw a part and ends it; the arrow keys move it, with Shift they"
                " change its size; Escape leaves it."
            )
        )

    def show_part(self, image: QImage, region: Region | None) -> None:
        """The whole picture; where there is a region, the rest of it is faint."""
        self._region = region
        self._corners = self._by_keys = None
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.show_image(image)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        is_inside = self._place().contains(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or self.image.isNull() or not is_inside:
            event.ignore()
            return
        self._corners = (event.position(), event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._corners is not None:
            self._corners = (self._corners[0], event.position())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._corners is None or event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        drawn = self._drawn_place()
        self._corners = None
        self.update()
        if min(drawn.width(), drawn.height()) >= _LEAST_DRAWN:
            self.drawn.emit(self._region_of(drawn))

    def event(self, event: QEvent) -> bool:
        """While a part is drawn by keys, Escape is about that."""
        is_ours = event.type() is QEvent.Type.ShortcutOverride and self._by_keys is not None
        if is_ours and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        drawn = self._by_keys
        if command_of(event, [Command.REGION]) and not self.image.isNull():
            self._by_keys = self._region or MIDDLE if drawn is None else None
            if drawn is not None:
                self.drawn.emit(drawn)
        elif drawn is not None and event.key() == Qt.Key.Key_Escape:
            self._by_keys = None
        elif drawn is not None and (changed := changed_by_key(drawn, event)) is not None:
            self._by_keys = changed
        else:
            super().keyPressEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self._by_keys = None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        shown = self._shown_place()
        if shown is not None and not self.image.isNull():
            self._paint_part(shown)
        if self.hasFocus():
            self._paint_focus()

    def _paint_part(self, shown: QRectF) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rest, part = QPainterPath(), QPainterPath()
        rest.addRect(QRectF(self._place()))
        part.addRect(shown)
        painter.setOpacity(_VEIL)
        painter.fillPath(rest - part, self._theme.colour("veil"))
        painter.setOpacity(1)
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        painter.drawRect(shown)
        painter.end()

    def _paint_focus(self) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        painter.drawRect(self._place().adjusted(1, 1, -1, -1))
        painter.end()

    def _shown_place(self) -> QRectF | None:
        """What is being drawn, or else the region."""
        if self._corners is not None:
            drawn = self._drawn_place()
            return drawn if min(drawn.width(), drawn.height()) >= _LEAST_DRAWN else None
        region = self._by_keys or self._region
        if region is None:
            return None
        place = QRectF(self._place())
        return QRectF(
            place.left() + region.left * place.width(),
            place.top() + region.top * place.height(),
            (region.right - region.left) * place.width(),
            (region.bottom - region.top) * place.height(),
        ).adjusted(1, 1, -1, -1)

    def _drawn_place(self) -> QRectF:
        if self._corners is None:
            return QRectF()
        return QRectF(*self._corners).normalized() & QRectF(self._place())

    def _region_of(self, drawn: QRectF) -> Region:
        place = QRectF(self._place())
        return Region(
            (drawn.left() - place.left()) / place.width(),
            (drawn.top() - place.top()) / place.height(),
            (drawn.right() - place.left()) / place.width(),
            (drawn.bottom() - place.top()) / place.height(),
        )
