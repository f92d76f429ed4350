"""Positions of photos and section headers in the grid, in constant time for any number of photos.

All cells have one size. Above the photos of a band of sections lie their headers, each as wide as
the photos of its section, and the last one to the right edge.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractItemView

from desktop_app.ui.grid.grid_sections import SectionBands, one_by_one, side_by_side

Numbers = NDArray[np.int64]  # arrays, since there may be 100,000 folders
_CursorAction = QAbstractItemView.CursorAction


@dataclass(frozen=True)
class GridLines:
    """Rows in lines of `columns` photos. Each band of sections begins a new line. The rows before
    the first of `band_starts` form a band without headers.
    """

    count: int
    columns: int
    band_starts: Sequence[int] = ()

    @cached_property
    def headerless(self) -> int:
        """The number of leading bands without headers: 1 or 0."""
        return 0 if self.band_starts and self.band_starts[0] == 0 else 1

    @cached_property
    def starts(self) -> Numbers:
        """The first row of each band, followed by `count`."""
        return np.array([*[0] * self.headerless, *self.band_starts, self.count], np.int64)

    @cached_property
    def first_lines(self) -> Numbers:
        """The number of lines above each band, followed by the number of all lines."""
        lines = -(-np.diff(self.starts) // self.columns)
        return np.concatenate([[0], np.cumsum(lines)])

    def band_of(self, row: int) -> int:
        return min(bisect_right(self.starts, row) - 1, len(self.starts) - 2)

    def rows_of_band(self, band: int) -> tuple[int, int]:
        """The first row of a band, and the row after its last one."""
        return int(self.starts[band]), int(self.starts[band + 1])

    def rows_of_line(self, band: int, line: int) -> tuple[int, int]:
        """The first row of a band's line, and the row after its last one."""
        start, end = self.rows_of_band(band)
        first = start + line * self.columns
        return min(first, end), min(first + self.columns, end)

    def row_beside(self, row: int, lines: int, columns: int) -> int:
        """Return the row that is so many lines or columns away, limited to existing rows.

        Moving by lines keeps the column, or goes to the end of a line that is shorter.
        """
        if columns:
            return max(0, min(self.count - 1, row + columns))
        band = self.band_of(row)
        down, column = divmod(row - self.rows_of_band(band)[0], self.columns)
        last_line = int(self.first_lines[-1]) - 1
        line = max(0, min(last_line, int(self.first_lines[band]) + down + lines))
        band = bisect_right(self.first_lines, line) - 1
        first, end = self.rows_of_line(band, line - int(self.first_lines[band]))
        return min(first + column, end - 1)

    def cursor_row(
        self, row: int, action: QAbstractItemView.CursorAction, lines_per_page: int
    ) -> int:
        """Return the row to which a key of Qt's item views moves the cursor from `row`."""
        lines, columns = {
            _CursorAction.MoveUp: (-1, 0),
            _CursorAction.MoveDown: (1, 0),
            _CursorAction.MovePageUp: (-lines_per_page, 0),
            _CursorAction.MovePageDown: (lines_per_page, 0),
            _CursorAction.MoveLeft: (0, -1),
            _CursorAction.MovePrevious: (0, -1),
            _CursorAction.MoveRight: (0, 1),
            _CursorAction.MoveNext: (0, 1),
            _CursorAction.MoveHome: (0, -row),
            _CursorAction.MoveEnd: (0, self.count - row),
        }[action]
        return self.row_beside(row, lines, columns)


@dataclass(frozen=True)
class GridColumns:
    """Columns that share out a width between two margins to the pixel."""

    width: int
    margin: int
    least_cell_width: int

    @cached_property
    def count(self) -> int:
        return max(1, (self.width - 2 * self.margin) // self.least_cell_width)

    def left(self, column: int) -> int:
        """Return the left edge of a column, which is the right edge of the one before."""
        return self.margin + column * (self.width - 2 * self.margin) // self.count


@dataclass(frozen=True)
class GridHeights:
    """The heights of bands: their headers, and below them their lines."""

    lines: GridLines
    margin: int
    cell_height: int
    header_height: int

    @cached_property
    def tops(self) -> Numbers:
        """The top of each band including its headers, followed by the bottom of the last one."""
        lines = self.lines.first_lines
        headers = np.arange(-self.lines.headerless, len(lines) - self.lines.headerless).clip(0)
        tops: Numbers = self.margin + lines * self.cell_height + headers * self.header_height
        return tops

    def below_headers(self, band: int) -> int:
        has_header = band >= self.lines.headerless
        return int(self.tops[band]) + (self.header_height if has_header else 0)

    def band_at(self, y: int) -> int:
        """Return the band at a height, or the nearest one."""
        return max(0, min(bisect_right(self.tops, y), len(self.lines.starts) - 1) - 1)

    def rows_at(self, y: int) -> tuple[int, int]:
        """Return the first row of the line at a height, and the row after its last one."""
        band = self.band_at(y)
        inside = y - self.below_headers(band)
        if inside < 0 and band >= self.lines.headerless:
            first, _ = self.lines.rows_of_band(band)
            return first, first
        return self.lines.rows_of_line(band, max(0, inside) // self.cell_height)


@dataclass(frozen=True)
class GridGeometry:
    """Lengths in device-independent pixels; y counts from the top of the whole grid.

    Attributes:
        section_starts: Ascending rows with a header above them; a start equal to `count` puts its
            header below all photos.
        share_lines: Whether small sections lie side by side.
        is_mirrored: Whether lines begin at the right.
    """

    count: int
    width: int
    least_cell_width: int
    cell_height: int
    margin: int
    section_starts: Sequence[int] = ()
    header_height: int = 0
    share_lines: bool = False
    is_mirrored: bool = False

    @cached_property
    def columns(self) -> GridColumns:
        return GridColumns(self.width, self.margin, self.least_cell_width)

    @cached_property
    def bands(self) -> SectionBands:
        """The sections by bands, without the photos above the first header."""
        if self.share_lines:
            return side_by_side(self.section_starts, self.count, self.columns.count)
        return one_by_one(self.section_starts)

    @cached_property
    def lines(self) -> GridLines:
        return GridLines(self.count, self.columns.count, self.bands.starts)

    @cached_property
    def heights(self) -> GridHeights:
        return GridHeights(self.lines, self.margin, self.cell_height, self.header_height)

    @property
    def height(self) -> int:
        return int(self.heights.tops[-1]) + self.margin

    def cell(self, row: int) -> QRect:
        """Return the rectangle of the photo at `row`."""
        band = self.lines.band_of(row)
        line, column = divmod(row - self.lines.rows_of_band(band)[0], self.lines.columns)
        left, right = self.columns.left(column), self.columns.left(column + 1)
        top = self.heights.below_headers(band) + line * self.cell_height
        return _placed(QRect(left, top, right - left, self.cell_height), self)

    def header(self, section: int) -> QRect:
        """Return the rectangle of the header above the row `section_starts[section]`."""
        band = self.bands.band_of(section)
        start, following = self.bands.starts[band], section + 1
        left = self.columns.left(self.section_starts[section] - start)
        right = self.width - self.margin
        if following < self.bands.firsts[band + 1]:
            right = self.columns.left(self.section_starts[following] - start)
        top = int(self.heights.tops[band + self.lines.headerless])
        return _placed(QRect(left, top, right - left, self.header_height), self)

    def headers_between(self, top: int, bottom: int) -> range:
        """Return the sections whose headers may intersect these heights."""
        first, last = self.band_at(top), self.band_at(bottom)
        if last is None:
            return range(0)
        return range(self.bands.firsts[first or 0], self.bands.firsts[last + 1])

    def band_at(self, y: int) -> int | None:
        """Return the band of sections at a height; None above the first header."""
        band = self.heights.band_at(y) - self.lines.headerless
        return band if band >= 0 else None

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
        first, _ = self.heights.rows_at(top)
        _, end = self.heights.rows_at(bottom)
        return range(first, max(first, end))


def _placed(rect: QRect, geometry: GridGeometry) -> QRect:
    """Return where a rectangle is that was counted from the beginning of a line."""
    if geometry.is_mirrored:
        rect.moveRight(geometry.width - 1 - rect.left())
    return rect
