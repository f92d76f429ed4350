"""Months of few photos lie side by side, so that they leave no gaps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.ui.grid.grid_painter import HEADER_HEIGHT, HeaderPainter
from desktop_app.ui.grid.grid_sections import SectionHeader
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.browse.test_browsing import choose_order, headings
from tests.ui.conftest import WAIT_MS


def tops(window: MainWindow) -> list[int]:
    """Of the photos."""
    geometry = window.browse.grid.grid_geometry
    return [geometry.cell(row).top() for row in range(geometry.count)]


def painted(theme: Theme, header: SectionHeader, width: int) -> QImage:
    image = QImage(width, HEADER_HEIGHT, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    HeaderPainter(theme).paint(painter, image.rect(), header)
    painter.end()
    return image


@pytest.mark.slow
def test_months_share_a_line_and_the_arrows_go_through_it(window: MainWindow) -> None:
    assert headings(window) == ["December 2021", "July 2020", "March 2019", "No date"]
    grid = window.browse.grid
    assert grid.grid_geometry.lines.columns >= 6
    assert len(set(tops(window))) == 1
    left = [grid.grid_geometry.header(section).left() for section in range(4)]
    assert left == [grid.grid_geometry.cell(row).left() for row in (0, 1, 3, 5)]
    for _ in range(3):
        QTest.keyClick(grid, Qt.Key.Key_Right)
    assert grid.currentIndex().row() == 3


@pytest.mark.slow
def test_in_a_narrow_grid_they_take_as_many_lines_as_they_need(window: MainWindow) -> None:
    grid = window.browse.grid
    grid.resize(4 * grid.grid_geometry.least_cell_width + 60, 600)
    assert grid.grid_geometry.lines.columns == 4
    assert tops(window)[:4] == [tops(window)[0]] * 3 + [tops(window)[3]]
    assert tops(window)[3] > tops(window)[0]


@pytest.mark.slow
def test_folders_have_lines_of_their_own_since_their_names_are_long(
    qtbot: QtBot, window: MainWindow
) -> None:
    choose_order(window, "Folder and name")
    qtbot.waitUntil(lambda: len(set(tops(window))) == 3, timeout=WAIT_MS)


def test_a_narrow_month_has_a_short_title_and_no_number(theme: Theme) -> None:
    header = SectionHeader("September 2021", "1 photo", is_heading=True, short="Sep 2021")
    short, long = (SectionHeader(text, is_heading=True) for text in ("Sep 2021", "September 2021"))
    assert painted(theme, header, 90) == painted(theme, short, 90)
    assert painted(theme, header, 150) == painted(theme, long, 150)
    wide = painted(theme, header, 300)
    assert wide != painted(theme, long, 300)
    assert wide.copy(QRect(0, 0, 120, HEADER_HEIGHT)) == painted(theme, long, 300).copy(
        QRect(0, 0, 120, HEADER_HEIGHT)
    )
