"""The badge on a photo that is in a stack: how many photos are in it, for those on top."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from desktop_app.core.stacks.folding import StackMark
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.direction import mirrored
from desktop_app.ui.kit.theme import Theme, Tint

_OPACITY = 0.92
_ICON = 12


class StackBadge:
    """Lies in the upper corner of a picture where lines begin."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def place(self, frame: QRect, mark: StackMark) -> QRect:
        """Return where it is on a picture."""
        metrics = self._theme.metrics
        font = QFontMetrics(self._font)
        text = _text(mark)
        width = 2 * metrics.space + _ICON
        width += metrics.tight + font.horizontalAdvance(text) if text else 0
        size = QSize(width, max(font.height(), _ICON) + metrics.tight)
        return mirrored(QRect(frame.topLeft() + QPoint(metrics.tight, metrics.tight), size), frame)

    def paint(self, painter: QPainter, frame: QRect, mark: StackMark) -> None:
        """Folded stacks stand out: their photos are hidden."""
        metrics, place = self._theme.metrics, self.place(frame, mark)
        ground = self._theme.colour("raised")
        ground.setAlphaF(_OPACITY)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(place), place.height() / 2, place.height() / 2)
        tint = Tint.TEXT if mark.is_folded else Tint.SECONDARY
        icon = QRect(0, 0, _ICON, _ICON)
        icon.moveCenter(place.center())
        icon.moveLeft(place.left() + metrics.space)
        self._theme.icon("stack", tint, _ICON).paint(painter, mirrored(icon, place))
        painter.setFont(self._font)
        painter.setPen(self._theme.colour(tint))
        beside = place.adjusted(metrics.space + _ICON + metrics.tight, 0, 0, 0)
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(mirrored(beside, place), align, _text(mark))

    @property
    def _font(self) -> QFont:
        return self._theme.font(self._theme.metrics.secondary, bold=True)


def stack_hint(mark: StackMark | None) -> str:
    """Return what the badge says, for the tool tip and for screen readers."""
    if mark is None:
        return ""
    photos = numbers.photos(mark.count)
    if mark.is_folded:
        text = _tr("A stack of {photos}, folded: what is done is done with the one on top")
        return text.format(photos=photos)
    text = _tr("On top of a stack of {photos}") if mark.is_lead else _tr("In a stack of {photos}")
    return text.format(photos=photos)


def _text(mark: StackMark) -> str:
    return numbers.counted(mark.count) if mark.is_lead else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("stack_badge", text)
