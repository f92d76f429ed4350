"""Where photos stand in the grid: arithmetic only, so a million take no longer than ten.

Cells are of one size. The photos before `break_at` fill rows of their own; then comes a band with
a sentence; the rest follow beneath it.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect


@dataclass(frozen=True)
class GridGeometry:
    """Lengths in device-independent pixels; y counts from the top of the whole grid.

    `break_at` None: no band.
    """

    count: int
    width: int
    least_cell_width: int
    cell_height: int
    margin: int
    break_at: int | None = None
    band_height: int = 0

    @property
    def columns(self) -> int:
        return max(1, (self.width - 2 * self.margin) // self.least_cell_width)

    @property
    def height(self) -> int:
        return self._line_top(self._lines(self.count)) + self.margin

    def cell(self, row: int) -> QRect:
        """The place of the photo at `row`."""
        line, column = self._line_and_column(row)
        left, right = self._column_left(column), self._column_left(column + 1)
        return QRect(left, self._line_top(line), right - left, self.cell_height)

    def band(self) -> QRect | None:
        """The place of the sentence that parts the photos."""
        if self.break_at is None:
            return None
        top = self.margin + self._lines(self.break_at) * self.cell_height
        return QRect(self.margin, top, self.width - 2 * self.margin, self.band_height)

    def row_at(self, x: int, y: int) -> int | None:
        rows = self.rows_between(y, y)
        return next((row for row in rows if self.cell(row).contains(x, y)), None)

    def rows_between(self, top: int, bottom: int) -> range:
        """Photos whose cells touch these heights."""
        first, last = self._line_at(top), self._line_at(bottom)
        return range(self._first_row(first), min(self.count, self._first_row(last + 1)))

    def row_beside(self, row: int, lines: int, columns: int) -> int:
        """The row that a cursor reaches from `row`: up and down keeps the column where it can."""
        if columns:
            return max(0, min(self.count - 1, row + columns))
        line, column = self._line_and_column(row)
        line = max(0, min(self._lines(self.count) - 1, line + lines))
        first, last = self._first_row(line), self._first_row(line + 1) - 1
        return max(0, min(first + column, last, self.count - 1))

    def lines_in(self, height: int) -> int:
        return max(1, height // self.cell_height)

    def _lines(self, count: int) -> int:
        """Lines that the first `count` photos fill."""
        if self.break_at is None or count <= self.break_at:
            return -(-count // self.columns)
        return self._lines(self.break_at) - (-(count - self.break_at) // self.columns)

    def _line_and_column(self, row: int) -> tuple[int, int]:
        if self.break_at is None or row < self.break_at:
            return divmod(row, self.columns)
        line, column = divmod(row - self.break_at, self.columns)
        return self._lines(self.break_at) + line, column

    def _line_top(self, line: int) -> int:
        is_below = self.break_at is not None and line >= self._lines(self.break_at)
        return self.margin + line * self.cell_height + (self.band_height if is_below else 0)

    def _line_at(self, y: int) -> int:
        y -= self.margin
        if self.break_at is not None:
            above = self._lines(self.break_at)
            band_top = above * self.cell_height
            if y >= band_top:
                return above + max(0, y - band_top - self.band_height) // self.cell_height
        return max(0, y) // self.cell_height

    def _first_row(self, line: int) -> int:
        if self.break_at is None:
            return line * self.columns
        above = self._lines(self.break_at)
        if line < above:
            return line * self.columns
        return self.break_at + (line - above) * self.columns

    def _column_left(self, column: int) -> int:
        """The width is shared out evenly, to the pixel."""
        return self.margin + column * (self.width - 2 * self.margin) // self.columns
