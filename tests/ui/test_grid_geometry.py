"""Places of photos in the grid, with and without a band."""

from __future__ import annotations

import pytest

from desktop_app.ui.grid_geometry import GridGeometry


def grid(count: int, break_at: int | None = None) -> GridGeometry:
    """Four columns of 100 pixels, lines of 80, a margin of 10 and a band of 40."""
    return GridGeometry(count, 425, 100, 80, 10, break_at, 40)


def test_cells_share_out_the_width_to_the_pixel() -> None:
    cells = [grid(4).cell(row) for row in range(4)]
    assert [cell.left() for cell in cells] == [10, 111, 212, 313]
    assert cells[-1].right() == 425 - 10 - 1


def test_photos_after_the_break_start_a_line_beneath_the_band() -> None:
    geometry = grid(count=10, break_at=5)
    band = geometry.band()
    assert band is not None
    assert band.top() == 10 + 2 * 80
    assert geometry.cell(5).top() == band.bottom() + 1
    assert geometry.cell(5).left() == 10
    assert geometry.height == 10 + 4 * 80 + 40 + 10


@pytest.mark.parametrize("break_at", [None, 0, 3, 4, 5, 11])
def test_every_photo_is_found_where_it_is(break_at: int | None) -> None:
    geometry = grid(11, break_at)
    for row in range(11):
        centre = geometry.cell(row).center()
        assert geometry.row_at(centre.x(), centre.y()) == row
        assert row in geometry.rows_between(centre.y(), centre.y())


def test_between_the_photos_there_is_none() -> None:
    geometry = grid(count=10, break_at=5)
    band = geometry.band()
    assert band is not None
    assert geometry.row_at(50, band.center().y()) is None
    assert geometry.row_at(150, geometry.cell(4).center().y()) is None
    assert geometry.row_at(5, 50) is None


def test_all_rows_in_sight_and_hardly_more_are_painted() -> None:
    geometry = grid(1_000_000, break_at=500_000)
    rows = geometry.rows_between(1_000_000, 1_000_800)
    assert 40 <= len(rows) <= 48


def test_up_and_down_keep_the_column_across_the_band() -> None:
    geometry = grid(count=10, break_at=5)
    assert geometry.row_beside(4, 1, 0) == 5
    assert geometry.row_beside(2, 1, 0) == 4  # the last of a short line
    assert geometry.row_beside(8, -1, 0) == 4
    assert geometry.row_beside(5, -1, 0) == 4
    assert geometry.row_beside(9, 1, 0) == 9
    assert geometry.row_beside(0, -1, 0) == 0


def test_a_narrow_grid_has_one_column() -> None:
    assert GridGeometry(3, 60, 100, 80, 10).columns == 1
