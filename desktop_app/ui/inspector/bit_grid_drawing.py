"""What a grid of bits shows, where each bit lies, and how it is painted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.theme import Theme

if TYPE_CHECKING:
    from desktop_app.core.search.code_lens import Weights

_MIN_OPACITY = 0.4


@dataclass(frozen=True)
class ShownCode:
    """The bits of a query's code.

    Attributes:
        bits: [K], their values.
        costs: [K], what each bit costs the photo that is compared with; 0 where the codes agree.
        confidence: [K], the query's confidence in each bit.
        flips: The bits that the user has flipped.
    """

    bits: tuple[bool, ...] = ()
    costs: tuple[float, ...] = ()
    confidence: tuple[float, ...] = ()
    flips: frozenset[int] = field(default_factory=frozenset)

    @classmethod
    def of(
        cls, bits: list[bool], costs: Weights | None, confidence: Weights, flips: tuple[int, ...]
    ) -> ShownCode:
        """`costs` is None if no photo is compared."""
        spent = (0.0,) * len(bits) if costs is None else tuple(costs.tolist())
        return cls(tuple(bits), spent, tuple(confidence.tolist()), frozenset(flips))


def bit_text(code: ShownCode, bit: int) -> str:
    """Describe a bit: its value, confidence and cost, and whether it is flipped."""
    value = _tr("Bit {number} is {value}").format(number=bit + 1, value=int(code.bits[bit]))
    lower = sum(other <= code.confidence[bit] for other in code.confidence)
    share = round(100 * lower / len(code.confidence))
    confidence = _tr("more certain than {share} % of the query's bits").format(share=share)
    parts = [value, confidence]
    if code.costs[bit] > 0:
        cost = numbers.decimal(100 * code.costs[bit])
        parts.append(_tr("differs: lowers similarity by {cost} %").format(cost=cost))
    if bit in code.flips:
        parts.append(_tr("flipped by you"))
    return "; ".join(parts)


@dataclass(frozen=True)
class BitGridGeometry:
    """Positions of the bits, in pixels: about as many rows as columns, whole bytes in each row.

    Attributes:
        count: How many bits there are.
        width: Of the widget.
    """

    count: int
    width: int

    @property
    def columns(self) -> int:
        columns = 8
        while columns * columns < self.count:
            columns *= 2
        return columns

    @property
    def side(self) -> int:
        """Of a bit's square, with its margin."""
        return self.width // self.columns

    @property
    def height(self) -> int:
        return -(-self.count // self.columns) * self.side

    def cell(self, bit: int) -> QRect:
        """The square of a bit."""
        row, column = divmod(bit, self.columns)
        return QRect(column * self.side, row * self.side, self.side, self.side)

    def bit_at(self, point: QPoint) -> int | None:
        column, row = point.x() // self.side, point.y() // self.side
        bit = row * self.columns + column
        return bit if 0 <= column < self.columns and 0 <= bit < self.count else None


class BitGridPainter:
    """Paints bits: filled where a bit is 1, outlined where it is 0."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint(
        self, painter: QPainter, code: ShownCode, geometry: BitGridGeometry, marked: set[int | None]
    ) -> None:
        """Paint all bits; those in `marked` get a frame."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        highest_cost = max(code.costs, default=0.0)
        margin = 1.5 if geometry.side > 8 else 0.5
        for bit, is_set in enumerate(code.bits):
            cell = QRectF(geometry.cell(bit))
            square = cell.adjusted(margin, margin, -margin, -margin)
            self._paint_square(painter, square, self._colour(code, bit, highest_cost), is_set)
            if bit in code.flips:
                self._paint_dot(painter, square, is_set)
            if bit in marked:
                self._paint_frame(painter, cell)

    def _colour(self, code: ShownCode, bit: int, highest_cost: float) -> QColor:
        """The higher its cost, the stronger."""
        cost = code.costs[bit]
        if cost <= 0:
            return self._theme.colour("bit")
        colour = self._theme.colour("accent")
        colour.setAlphaF(_MIN_OPACITY + (1 - _MIN_OPACITY) * cost / highest_cost)
        return colour

    def _paint_square(
        self,
        painter: QPainter,
        square: QRectF,
        colour: QColor,
        is_set: bool,  # noqa: FBT001
    ) -> None:
        radius = self._theme.metrics.tight / 2
        painter.setPen(Qt.PenStyle.NoPen if is_set else QPen(colour, 1.25))
        painter.setBrush(colour if is_set else Qt.BrushStyle.NoBrush)
        inner = square if is_set else square.adjusted(0.75, 0.75, -0.75, -0.75)
        painter.drawRoundedRect(inner, radius, radius)

    def _paint_dot(self, painter: QPainter, square: QRectF, is_set: bool) -> None:  # noqa: FBT001
        """In the middle of a flipped bit."""
        side = max(3.0, square.width() / 3)
        dot = QRectF(0, 0, side, side)
        dot.moveCenter(square.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("panel" if is_set else "text"))
        painter.drawEllipse(dot)

    def _paint_frame(self, painter: QPainter, cell: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("text"), 1.5))
        painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), 3, 3)


def _tr(text: str) -> str:
    return QCoreApplication.translate("bit_grid", text)
