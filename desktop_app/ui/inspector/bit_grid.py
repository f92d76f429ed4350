"""A code as a square of bits: full where a bit is 1, hollow where it is 0."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.arrow_keys import ARROWS
from desktop_app.ui.kit.shortcuts import Command, command_of
from desktop_app.ui.kit.theme import Theme

if TYPE_CHECKING:
    from desktop_app.core.search.code_lens import Weights

_FAINTEST = 0.4


@dataclass(frozen=True)
class ShownCode:
    """`costs` are those of the differing bits, 0 for the others; `flips` the bits that the user has
    turned round.
    """

    bits: tuple[bool, ...] = ()
    costs: tuple[float, ...] = ()
    confidence: tuple[float, ...] = ()
    flips: frozenset[int] = field(default_factory=frozenset)

    @classmethod
    def of(
        cls, bits: list[bool], costs: Weights | None, confidence: Weights, flips: tuple[int, ...]
    ) -> ShownCode:
        """`costs` None: there is nothing to compare with."""
        spent = (0.0,) * len(bits) if costs is None else tuple(costs.tolist())
        return cls(tuple(bits), spent, tuple(confidence.tolist()), frozenset(flips))


class BitGrid(QWidget):
    """`flip_requested` tells the bit that was clicked, or chosen by the arrow keys and Space."""

    flip_requested = Signal(int)

    def __init__(self, theme: Theme, width: int) -> None:
        super().__init__()
        self._theme = theme
        self._code = ShownCode()
        self._current = 0
        self._hovered: int | None = None
        self.setFixedWidth(width)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("The bits of the code"))
        theme.changed.connect(self.update)

    def show_code(self, code: ShownCode) -> None:
        self._code = code
        self._current = min(self._current, max(0, len(code.bits) - 1))
        self.setFixedHeight(self._rows * self._side)
        self._describe()
        self.update()

    @property
    def code(self) -> ShownCode:
        return self._code

    def cell(self, bit: int) -> QRect:
        """Where a bit is drawn."""
        row, column = divmod(bit, self._columns)
        return QRect(column * self._side, row * self._side, self._side, self._side)

    def bit_at(self, point: QPoint) -> int | None:
        column, row = point.x() // self._side, point.y() // self._side
        bit = row * self._columns + column
        is_inside = 0 <= column < self._columns and 0 <= bit < len(self._code.bits)
        return bit if is_inside else None

    def told_of(self, bit: int) -> str:
        """What is said of a bit."""
        code = self._code
        value = self.tr("Bit {number} is {value}").format(number=bit + 1, value=int(code.bits[bit]))
        sure = sum(other <= code.confidence[bit] for other in code.confidence)
        share = round(100 * sure / len(code.confidence))
        care = self.tr("the query is surer of it than of {share} % of its bits").format(share=share)
        said = [value, care]
        if code.costs[bit] > 0:
            cost = numbers.decimal(100 * code.costs[bit])
            said.append(self.tr("differs, and costs {cost} % of the likeness").format(cost=cost))
        if bit in code.flips:
            said.append(self.tr("flipped by you"))
        return "; ".join(said)

    # What Qt tells

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.width(), self._rows * self._side)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        bit = self.bit_at(event.position().toPoint())
        if bit is not None and event.button() is Qt.MouseButton.LeftButton:
            self._go(bit)
            self.flip_requested.emit(bit)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._hover(self.bit_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self._hover(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = Qt.Key(event.key())
        if key in ARROWS:
            across, down = ARROWS[key]
            wanted = self._current + across + down * self._columns
            if 0 <= wanted < len(self._code.bits):
                self._go(wanted)
        elif command_of(event, [Command.FLIP_BIT]) and self._code.bits:
            self.flip_requested.emit(self._current)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            bit = self.bit_at(event.pos())
            if bit is not None:
                QToolTip.showText(event.globalPos(), self.told_of(bit), self, self.cell(bit))
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event  # a few hundred squares
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dearest = max(self._code.costs, default=0.0)
        for bit in range(len(self._code.bits)):
            self._paint_bit(painter, bit, dearest)
        painter.end()

    # Inside

    @property
    def _columns(self) -> int:
        """As many as make it as high as wide, and whole bytes where there is room."""
        columns = 8
        while columns * columns < len(self._code.bits):
            columns *= 2
        return columns

    @property
    def _rows(self) -> int:
        return -(-len(self._code.bits) // self._columns)

    @property
    def _side(self) -> int:
        return self.width() // self._columns

    def _paint_bit(self, painter: QPainter, bit: int, dearest: float) -> None:
        gap = 1.5 if self._side > 8 else 0.5
        place = QRectF(self.cell(bit)).adjusted(gap, gap, -gap, -gap)
        colour = self._colour(bit, dearest)
        radius = self._theme.metrics.tight / 2
        is_set = self._code.bits[bit]
        painter.setPen(Qt.PenStyle.NoPen if is_set else QPen(colour, 1.25))
        painter.setBrush(colour if is_set else Qt.BrushStyle.NoBrush)
        inner = place if is_set else place.adjusted(0.75, 0.75, -0.75, -0.75)
        painter.drawRoundedRect(inner, radius, radius)
        if bit in self._code.flips:
            self._paint_dot(painter, place, is_set=is_set)
        is_current = self.hasFocus() and bit == self._current
        if is_current or bit == self._hovered:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("text"), 1.5))
            painter.drawRoundedRect(QRectF(self.cell(bit)).adjusted(1, 1, -1, -1), 3, 3)

    def _colour(self, bit: int, dearest: float) -> QColor:
        cost = self._code.costs[bit]
        if cost <= 0:
            return self._theme.colour("bit")
        colour = self._theme.colour("accent")
        colour.setAlphaF(_FAINTEST + (1 - _FAINTEST) * cost / dearest)
        return colour

    def _paint_dot(self, painter: QPainter, place: QRectF, *, is_set: bool) -> None:
        """In the middle of a bit that was turned round."""
        side = max(3.0, place.width() / 3)
        dot = QRectF(0, 0, side, side)
        dot.moveCenter(place.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("panel" if is_set else "text"))
        painter.drawEllipse(dot)

    def _go(self, bit: int) -> None:
        self._current = bit
        self._describe()
        self.update()

    def _hover(self, bit: int | None) -> None:
        if bit != self._hovered:
            self._hovered = bit
            self.update()

    def _describe(self) -> None:
        if self._code.bits:
            self.setAccessibleDescription(self.told_of(self._current))
