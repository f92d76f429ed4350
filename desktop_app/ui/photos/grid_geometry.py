"""Positions of photos and section headers in the grid, in constant time for any number of photos.

All cells have one size. A section header takes the whole width above the photos of its section.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QRect

from desktop_app.ui.photos.grid_sections import GridLines


@dataclass(frozen=True)
class GridGeometry:
    """Lengths in device-independent pixels; y counts from the top of the whole grid.

    Attributes:
        section_starts: Ascending rows with a header above them; a start equal to `count` puts its
            header below all photos.
    """

    count: int
    width: int
    least_cell_width: int
    cell_height: int
    margin: int
    section_starts: Sequence[int] = ()
    header_height: int = 0

    @cached_property
    def lines(self) -> GridLines:
        columns = max(1, (self.width - 2 * self.margin) // self.least_cell_width)
        return GridLines(self.count, columns, self.section_starts)

    @property
    def height(self) -> int:
        return self._section_tops[-1] + self.margin

    def cell(self, row: int) -> QRect:
        """Return the rectangle of the photo at `row`."""
        section = self.lines.section_of(row)
        line, column = divmod(row - self.lines.starts[section], self.lines.columns)
        # Columns differ by at most one pixel, so that they fill the width exactly.
        left, right = (
            self.margin + edge * (self.width - 2 * self.margin) // self.lines.columns
            for edge in (column, column + 1)
        )
        top = self._cells_top(section) + line * self.cell_height
        return QRect(left, top, right - left, self.cell_height)

    def header(self, index: int) -> QRect:
        """Return the rectangle of the header above the row `section_starts[index]`."""
        top = self._section_tops[index + self.lines.headerless]
        return QRect(self.margin, top, self.width - 2 * self.margin, self.header_height)

    def headers_between(self, top: int, bottom: int) -> Iterator[int]:
        """Yield the indexes of all headers that may intersect these heights."""
        first, last = self._section_at(top), self._section_at(bottom)
        sections = range(max(first, self.lines.headerless), last + 1)
        yield from (section - self.lines.headerless for section in sections)

    def row_at(self, x: int, y: int) -> int | None:
        """Return the row whose cell contains a point; None between the cells."""
        rows = self.rows_between(y, y)
        return next((row for row in rows if self.cell(row).contains(x, y)), None)

    def nearest_row(self, x: int, y: int) -> int:
        """Return the row at a point, else the last row before it; 0 for an empty grid."""
        row = self.row_at(x, y)
        before = self.rows_between(y, y).stop - 1
        return row if row is not None else max(0, min(self.count - 1, before))

    def rows_between(self, top: int, bottom: int) -> range:
        """Return the rows whose cells intersect these heights; an empty range starts at the row
        that would come next.
        """
        first, _ = self._rows_at(top)
        _, end = self._rows_at(bottom)
        return range(first, max(first, end))

    @cached_property
    def _section_tops(self) -> list[int]:
        """The top of each section including its header, followed by the bottom of the last one."""
        headerless = self.lines.headerless
        return [
            self.margin
            + line * self.cell_height
            + max(0, section - headerless) * self.header_height
            for section, line in enumerate(self.lines.first_lines)
        ]

    def _cells_top(self, section: int) -> int:
        has_header = section >= self.lines.headerless
        return self._section_tops[section] + (self.header_height if has_header else 0)

    def _section_at(self, y: int) -> int:
        return max(0, min(bisect_right(self._section_tops, y), len(self.lines.starts) - 1) - 1)

    def _rows_at(self, y: int) -> tuple[int, int]:
        """The first row of the line at a height, and the row after its last one."""
        section = self._section_at(y)
        inside = y - self._cells_top(section)
        if inside < 0 and section >= self.lines.headerless:
            return self.lines.starts[section], self.lines.starts[section]
        return self.lines.rows_of_line(section, max(0, inside) // self.cell_height)
