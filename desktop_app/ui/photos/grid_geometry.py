"""Where photos stand in the grid: arithmetic only, so a million take no longer than ten.

Cells are of one size. A band stands before each row in `breaks` and takes the whole width; the
photos between two bands are a part, and begin a line of their own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from PySide6.QtCore import QRect


@dataclass(frozen=True)
class GridGeometry:
    """Lengths in device-independent pixels; y counts from the top of the whole grid.

    `breaks` are ascending rows; a band at `count` stands after all photos.
    """

    count: int
    width: int
    least_cell_width: int
    cell_height: int
    margin: int
    breaks: Sequence[int] = ()
    band_height: int = 0

    @property
    def columns(self) -> int:
        return max(1, (self.width - 2 * self.margin) // self.least_cell_width)

    @property
    def height(self) -> int:
        return self._part_tops[-1] + self.margin

    def cell(self, row: int) -> QRect:
        """The place of the photo at `row`."""
        part = self._part_of_row(row)
        line, column = divmod(row - self._starts[part], self.columns)
        left, right = self._column_left(column), self._column_left(column + 1)
        top = self._cells_top(part) + line * self.cell_height
        return QRect(left, top, right - left, self.cell_height)

    def band(self, index: int) -> QRect:
        """The place of the band before the row `breaks[index]`."""
        top = self._part_tops[index + self._parts_before_bands]
        return QRect(self.margin, top, self.width - 2 * self.margin, self.band_height)

    def bands_between(self, top: int, bottom: int) -> Iterator[int]:
        """Indexes of the bands that may touch these heights."""
        first, last = self._part_at(top), self._part_at(bottom)
        parts = range(max(first, self._parts_before_bands), last + 1)
        yield from (part - self._parts_before_bands for part in parts)

    def row_at(self, x: int, y: int) -> int | None:
        rows = self.rows_between(y, y)
        return next((row for row in rows if self.cell(row).contains(x, y)), None)

    def rows_between(self, top: int, bottom: int) -> range:
        """Photos whose cells touch these heights; where none does, empty where they would be."""
        first, _ = self._rows_at(top)
        _, end = self._rows_at(bottom)
        return range(first, max(first, end))

    def row_beside(self, row: int, lines: int, columns: int) -> int:
        """The row that a cursor reaches from `row`: up and down keeps the column where it can."""
        if columns:
            return max(0, min(self.count - 1, row + columns))
        part = self._part_of_row(row)
        down, column = divmod(row - self._starts[part], self.columns)
        line = max(0, min(self._first_lines[-1] - 1, self._first_lines[part] + down + lines))
        part = bisect_right(self._first_lines, line) - 1
        first = self._starts[part] + (line - self._first_lines[part]) * self.columns
        return min(first + column, first + self.columns - 1, self._starts[part + 1] - 1)

    def lines_in(self, height: int) -> int:
        return max(1, height // self.cell_height)

    @cached_property
    def _parts_before_bands(self) -> int:
        """1 where the first photos have no band above them."""
        return 0 if self.breaks and self.breaks[0] == 0 else 1

    @cached_property
    def _starts(self) -> list[int]:
        """The first row of each part, and after them `count`."""
        return [*[0] * self._parts_before_bands, *self.breaks, self.count]

    @cached_property
    def _first_lines(self) -> list[int]:
        """How many lines of photos are above each part, and in all."""
        sizes = (end - start for start, end in zip(self._starts, self._starts[1:], strict=False))
        return list(accumulate((-(-size // self.columns) for size in sizes), initial=0))

    @cached_property
    def _part_tops(self) -> list[int]:
        """Where each part begins, its band included, and where the last one ends."""
        unbanded = self._parts_before_bands
        return [
            self.margin + line * self.cell_height + max(0, part - unbanded) * self.band_height
            for part, line in enumerate(self._first_lines)
        ]

    def _cells_top(self, part: int) -> int:
        band = self.band_height if part >= self._parts_before_bands else 0
        return self._part_tops[part] + band

    def _part_of_row(self, row: int) -> int:
        return min(bisect_right(self._starts, row) - 1, len(self._starts) - 2)

    def _part_at(self, y: int) -> int:
        return max(0, min(bisect_right(self._part_tops, y) - 1, len(self._starts) - 2))

    def _rows_at(self, y: int) -> tuple[int, int]:
        """The first photo of the line at a height, and the one after its last."""
        part = self._part_at(y)
        start, end = self._starts[part], self._starts[part + 1]
        inside = y - self._cells_top(part)
        if inside < 0 and part >= self._parts_before_bands:
            return start, start
        first = start + max(0, inside) // self.cell_height * self.columns
        return min(first, end), min(first + self.columns, end)

    def _column_left(self, column: int) -> int:
        """The width is shared out evenly, to the pixel."""
        return self.margin + column * (self.width - 2 * self.margin) // self.columns
