"""Sections of a grid: where they start, their headers, and the lines that their photos fill."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from PySide6.QtWidgets import QAbstractItemView

_CursorAction = QAbstractItemView.CursorAction


@dataclass(frozen=True)
class SectionHeader:
    """A heading followed by a secondary `detail`; or, where `is_heading` is False, a sentence with
    a separator line beside it.
    """

    text: str
    detail: str = ""
    is_heading: bool = False


@dataclass(frozen=True)
class Sections:
    """How the rows of a grid are divided.

    Attributes:
        starts: Ascending rows; each has a header above it.
        header: Returns the header of `starts[i]`. Called only for headers that are painted.
        dimmed_from: Photos from this row on are painted faintly; None for none.
    """

    starts: Sequence[int]
    header: Callable[[int], SectionHeader]
    dimmed_from: int | None = None


NO_SECTIONS = Sections((), lambda _: SectionHeader(""))


@dataclass(frozen=True)
class GridLines:
    """Rows in lines of `columns` photos. The rows before the first of `section_starts` form a
    section without a header. Each section begins a new line.
    """

    count: int
    columns: int
    section_starts: Sequence[int] = ()

    @cached_property
    def headerless(self) -> int:
        """The number of leading sections without a header: 1 or 0."""
        return 0 if self.section_starts and self.section_starts[0] == 0 else 1

    @cached_property
    def starts(self) -> list[int]:
        """The first row of each section, followed by `count`."""
        return [*[0] * self.headerless, *self.section_starts, self.count]

    @cached_property
    def first_lines(self) -> list[int]:
        """The number of lines above each section, followed by the number of all lines."""
        sizes = (end - start for start, end in zip(self.starts, self.starts[1:], strict=False))
        return list(accumulate((-(-size // self.columns) for size in sizes), initial=0))

    def section_of(self, row: int) -> int:
        return min(bisect_right(self.starts, row) - 1, len(self.starts) - 2)

    def rows_of_line(self, section: int, line: int) -> tuple[int, int]:
        """The first row of a section's line, and the row after its last one."""
        start, end = self.starts[section], self.starts[section + 1]
        first = start + line * self.columns
        return min(first, end), min(first + self.columns, end)

    def row_beside(self, row: int, lines: int, columns: int) -> int:
        """Return the row that is so many lines or columns away, limited to existing rows.

        Moving by lines keeps the column, or goes to the end of a line that is shorter.
        """
        if columns:
            return max(0, min(self.count - 1, row + columns))
        section = self.section_of(row)
        down, column = divmod(row - self.starts[section], self.columns)
        line = max(0, min(self.first_lines[-1] - 1, self.first_lines[section] + down + lines))
        section = bisect_right(self.first_lines, line) - 1
        first, end = self.rows_of_line(section, line - self.first_lines[section])
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
