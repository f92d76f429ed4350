"""What the histogram of distances shows, where each part lies, and how it is painted."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop_app.ui.kit.sharp_edges import draw_line_across, fill_bar
from desktop_app.ui.kit.theme import Theme


@dataclass(frozen=True)
class DistanceCounts:
    """A histogram of Hamming distances and a range of them.

    Attributes:
        counts: The number of photos at each distance, from 0 bits on.
        related_distance: Largest distance of a related photo; None if there is none.
        min_distance: Lower end of the range, inclusive.
        max_distance: Upper end of the range, inclusive.
    """

    counts: tuple[int, ...] = (0,)
    related_distance: int | None = None
    min_distance: int = 0
    max_distance: int = 0

    @property
    def farthest(self) -> int:
        """The distance of the photo that is farthest away."""
        return max((distance for distance, count in enumerate(self.counts) if count), default=0)

    @property
    def heights(self) -> list[float]:
        """Heights of the columns from 0 to 1, logarithmic: a few near photos must be visible
        beside a million others.
        """
        tallest = math.log1p(max(self.counts))
        shown = self.counts[: self.farthest + 1]
        return [math.log1p(count) / tallest if count else 0.0 for count in shown]

    def percent(self, distance: int) -> int:
        """A distance as a share of all bits."""
        return round(100 * distance / max(1, len(self.counts) - 1))

    def with_counts(self, counts: tuple[int, ...], related_distance: int | None) -> DistanceCounts:
        """Count other photos; an upper end at the farthest photo stays there."""
        after = replace(self, counts=counts, related_distance=related_distance)
        was_at_end = self.max_distance >= self.farthest
        return after.with_limits(self.min_distance, None if was_at_end else self.max_distance)

    def with_limits(self, min_distance: int, max_distance: int | None) -> DistanceCounts:
        """Set both ends; None sets the upper one to the farthest photo."""
        end = self.farthest if max_distance is None else min(max_distance, self.farthest)
        return replace(self, min_distance=min(min_distance, end), max_distance=end)

    def with_min(self, distance: int) -> DistanceCounts:
        """Move the lower end, as far as the upper one allows."""
        return replace(self, min_distance=min(max(0, distance), self.max_distance))

    def with_max(self, distance: int) -> DistanceCounts:
        """Move the upper end, as far as the lower one and the farthest photo allow."""
        return replace(self, max_distance=max(min(self.farthest, distance), self.min_distance))


@dataclass(frozen=True)
class HistogramGeometry:
    """Positions in the histogram, in pixels.

    Attributes:
        width: Of the widget.
        height: Of the widget.
        farthest: The distance of the rightmost column.
        radius: Of a handle.
    """

    width: int
    height: int
    farthest: int
    radius: float

    @property
    def base(self) -> float:
        """The y at which the columns stand; the handles need room below it."""
        return self.height - self.radius - 1

    @property
    def column_width(self) -> float:
        return (self.width - 2 * (self.radius + 1)) / (self.farthest + 1)

    def left(self, distance: int) -> float:
        """The x of a column's left edge."""
        return self.radius + 1 + distance * self.column_width

    def right(self, distance: int) -> float:
        """The x of a column's right edge."""
        return self.left(distance + 1)

    def distance_at(self, x: float) -> int:
        """The distance whose column is at `x`; beyond the columns it is not a valid one."""
        return math.floor((x - self.radius - 1) / self.column_width)


class HistogramPainter:
    """Paints columns, the mark of the cut-off and the two handles."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        counts: DistanceCounts,
        geometry: HistogramGeometry,
        *,
        focused: bool,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_columns(painter, counts, geometry)
        self._paint_axis(painter, geometry)
        if counts.related_distance is not None:
            self._paint_cut_off(painter, geometry.right(counts.related_distance), geometry)
        handles = (geometry.left(counts.min_distance), geometry.right(counts.max_distance))
        for x in handles:
            self._paint_handle(painter, x, geometry, focused=focused)

    def _paint_columns(
        self, painter: QPainter, counts: DistanceCounts, geometry: HistogramGeometry
    ) -> None:
        room = geometry.base - self._theme.metrics.tight
        for distance, share in enumerate(counts.heights):
            if not share:
                continue
            is_in_range = counts.min_distance <= distance <= counts.max_distance
            colour = self._theme.colour("bit" if is_in_range else "line")
            height, width = max(1.0, share * room), max(1.0, geometry.column_width)
            left, top = geometry.left(distance), geometry.base - height
            fill_bar(painter, QRectF(left, top, width, height), colour)

    def _paint_axis(self, painter: QPainter, geometry: HistogramGeometry) -> None:
        line = self._theme.colour("line")
        draw_line_across(painter, 0, geometry.width, geometry.base, line)

    def _paint_cut_off(self, painter: QPainter, x: float, geometry: HistogramGeometry) -> None:
        """A dashed line: left of it lie the related photos."""
        painter.setPen(QPen(self._theme.colour("text"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, 0), QPointF(x, geometry.base))

    def _paint_handle(
        self, painter: QPainter, x: float, geometry: HistogramGeometry, *, focused: bool
    ) -> None:
        painter.setPen(QPen(self._theme.colour("accent" if focused else "secondary"), 1))
        painter.drawLine(QPointF(x, 0), QPointF(x, geometry.base))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawEllipse(QPointF(x, geometry.base), geometry.radius, geometry.radius)
