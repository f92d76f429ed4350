"""Positions of photos in the grid, with and without a header."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractItemView

from desktop_app.ui.grid.grid_geometry import GridGeometry
from desktop_app.ui.grid.grid_sections import NO_SECTIONS
from desktop_app.ui.grid.grid_view import CellMetrics

Cursor = QAbstractItemView.CursorAction


def grid(count: int, *breaks: int, share_lines: bool = False) -> GridGeometry:
    """Four columns of 100 pixels, lines of 80, a margin of 10 and headers of 40."""
    return GridGeometry(count, 425, 100, 80, 10, breaks, 40, share_lines)


def test_cells_share_out_the_width_to_the_pixel() -> None:
    cells = [grid(4).cell(row) for row in range(4)]
    assert [cell.left() for cell in cells] == [10, 111, 212, 313]
    assert cells[-1].right() == 425 - 10 - 1


def test_photos_after_the_break_start_a_line_below_the_header() -> None:
    geometry = grid(10, 5)
    header = geometry.header(0)
    assert header.top() == 10 + 2 * 80
    assert geometry.cell(5).top() == header.bottom() + 1
    assert geometry.cell(5).left() == 10
    assert geometry.height == 10 + 4 * 80 + 40 + 10


@pytest.mark.parametrize("share_lines", [False, True])
@pytest.mark.parametrize("breaks", [(), (0,), (3,), (4,), (5,), (11,), (0, 1, 6), (2, 3, 10)])
def test_every_photo_is_found_where_it_is(breaks: tuple[int, ...], share_lines: bool) -> None:
    geometry = grid(11, *breaks, share_lines=share_lines)
    for row in range(11):
        centre = geometry.cell(row).center()
        assert geometry.row_at(centre.x(), centre.y()) == row
        assert row in geometry.rows_between(centre.y(), centre.y())


def test_between_the_photos_there_is_none() -> None:
    geometry = grid(10, 5)
    header = geometry.header(0)
    assert geometry.row_at(50, header.center().y()) is None
    assert geometry.row_at(150, geometry.cell(4).center().y()) is None
    assert geometry.row_at(5, 50) is None


def test_all_rows_in_sight_and_hardly_more_are_painted() -> None:
    geometry = grid(1_000_000, 500_000)
    rows = geometry.rows_between(1_000_000, 1_000_800)
    assert 40 <= len(rows) <= 48


def test_up_and_down_keep_the_column_across_the_header() -> None:
    geometry = grid(10, 5)
    assert geometry.lines.row_beside(4, 1, 0) == 5
    assert geometry.lines.row_beside(2, 1, 0) == 4  # the last of a short line
    assert geometry.lines.row_beside(8, -1, 0) == 4
    assert geometry.lines.row_beside(5, -1, 0) == 4
    assert geometry.lines.row_beside(9, 1, 0) == 9
    assert geometry.lines.row_beside(0, -1, 0) == 0


def test_a_narrow_grid_has_one_column() -> None:
    assert GridGeometry(3, 60, 100, 80, 10).lines.columns == 1


def test_every_section_has_its_header_above_its_own_lines() -> None:
    geometry = grid(11, 0, 1, 6)
    tops = [geometry.header(index).top() for index in range(3)]
    assert tops == [10, 10 + 40 + 80, 10 + 40 + 80 + 40 + 2 * 80]
    for index, first in enumerate((0, 1, 6)):
        cell = geometry.cell(first)
        assert (cell.left(), cell.top()) == (10, geometry.header(index).bottom() + 1)
    assert geometry.height == tops[2] + 40 + 2 * 80 + 10


def test_only_headers_in_sight_are_painted() -> None:
    breaks = range(0, 100_000, 10)
    geometry = grid(100_000, *breaks)
    y = geometry.cell(50_000).top()
    headers = list(geometry.headers_between(y, y + 800))
    assert 5_000 in headers
    assert len(headers) <= 5
    for index in headers:
        assert geometry.header(index).top() <= y + 800
        assert geometry.header(index + 1).top() >= y


def test_small_sections_lie_side_by_side_each_under_its_header() -> None:
    geometry = grid(14, 0, 2, 3, 8, 9, share_lines=True)
    headers = [geometry.header(section) for section in range(5)]
    line, wide = 40 + 80, 405
    assert [header.left() for header in headers] == [10, 212, 10, 10, 10]
    assert [header.top() for header in headers[:4]] == [10, 10, 10 + line, 10 + 2 * line + 80]
    assert [header.width() for header in headers] == [202, wide - 202, wide, wide, wide]
    for section, first in enumerate((0, 2, 3, 8, 9)):
        assert geometry.cell(first).topLeft() == headers[section].bottomLeft() + QPoint(0, 1)
    assert geometry.height == 10 + 4 * 40 + 6 * 80 + 10


def test_headers_of_shared_lines_are_painted_together() -> None:
    geometry = grid(100_000, *range(100_000), share_lines=True)
    y = geometry.cell(50_000).top()
    assert geometry.headers_between(y, y) == range(50_000, 50_004)
    assert geometry.headers_between(y, y + 80) == range(50_000, 50_008)
    assert geometry.band_at(y) == 12_500
    assert geometry.band_at(0) == 0
    assert grid(10, 5).band_at(20) is None
    assert grid(10, 5).headers_between(20, 30) == range(0)


def test_keys_cross_shared_lines_as_any_others() -> None:
    lines = grid(14, 0, 2, 3, 8, 9, share_lines=True).lines
    assert lines.row_beside(1, 0, 1) == 2
    assert lines.row_beside(2, 1, 0) == 5
    assert lines.row_beside(5, -1, 0) == 2
    assert lines.row_beside(0, 2, 0) == 7
    assert lines.row_beside(13, -2, 0) == 8


def test_up_and_down_go_from_section_to_section() -> None:
    geometry = grid(11, 0, 1, 6)
    assert geometry.lines.row_beside(0, 1, 0) == 1
    assert geometry.lines.row_beside(3, 1, 0) == 5
    assert geometry.lines.row_beside(5, 1, 0) == 6
    assert geometry.lines.row_beside(9, -1, 0) == 5
    assert geometry.lines.row_beside(10, 5, 0) == 10


def test_an_empty_grid_has_no_place_and_no_photo() -> None:
    assert grid(0).rows_between(0, 500) == range(0)
    assert grid(0).row_at(50, 50) is None
    assert grid(0).nearest_row(50, 50) == 0


def test_the_nearest_row_is_the_one_before_a_gap() -> None:
    geometry = grid(10, 5)
    assert geometry.nearest_row(150, 20) == 1
    assert geometry.nearest_row(150, geometry.cell(4).center().y()) == 4  # the rest of the line
    assert geometry.nearest_row(150, geometry.header(0).center().y()) == 4
    assert geometry.nearest_row(150, 10_000) == 9


@pytest.mark.parametrize(
    ("action", "row"),
    [
        (Cursor.MoveLeft, 4),
        (Cursor.MovePrevious, 4),
        (Cursor.MoveRight, 6),
        (Cursor.MoveNext, 6),
        (Cursor.MoveUp, 1),
        (Cursor.MoveDown, 9),
        (Cursor.MovePageUp, 1),
        (Cursor.MovePageDown, 13),
        (Cursor.MoveHome, 0),
        (Cursor.MoveEnd, 19),
    ],
)
def test_keys_move_the_cursor(action: Cursor, row: int) -> None:
    assert grid(20).lines.cursor_row(5, action, lines_per_page=2) == row
    for end in (0, 19):
        assert 0 <= grid(20).lines.cursor_row(end, action, lines_per_page=2) <= 19


def test_photos_are_at_least_as_wide_as_asked_for_and_fill_the_window() -> None:
    metrics = CellMetrics(margin=10, padding=5, header_height=40, cell_height=lambda width: width)
    geometry = metrics.geometry(width=450, photo_width=90, count=7, sections=NO_SECTIONS)
    assert geometry.lines.columns == 4
    assert geometry.cell_height == 430 // 4
    assert [geometry.cell(row).width() for row in range(3)] == [107, 108, 107]
    narrow = metrics.geometry(width=60, photo_width=90, count=7, sections=NO_SECTIONS)
    assert narrow.lines.columns == 1


def test_photos_are_as_wide_as_what_is_written_below_them_needs() -> None:
    metrics = CellMetrics(10, 5, 40, lambda width: width, least_width=200)
    for photo_width, columns in ((90, 2), (200, 2), (300, 1)):
        geometry = metrics.geometry(450, photo_width, 7, NO_SECTIONS)
        assert geometry.lines.columns == columns
