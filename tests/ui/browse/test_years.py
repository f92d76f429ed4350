"""The title that stays at the top of the grid, and the bar of years beside it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.browse.sticky_title import HEIGHT, StickyTitle
from desktop_app.ui.browse.timeline import LABEL_HEIGHT, Timeline, Year
from desktop_app.ui.browse.year_scrubber import YearScrubber
from desktop_app.ui.grid.grid_sections import NO_SECTIONS, SectionHeader, Sections
from desktop_app.ui.grid.grid_view import CellMetrics, GridView
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.browse.test_browsing import choose_order
from tests.ui.conftest import WAIT_MS
from tests.ui.grid.test_grid_parts import NumberedPhotos

# Of 20,000 photos, in two columns of cells that are 100 pixels high, under headers of 40.
SECTIONS = Sections((0, 3, 1003, 15003), lambda index: SectionHeader(f"section {index}"))
TOPS = (10, 250, 50_290, 750_330)  # of the headers
YEARS = [("2021", 0), ("2020", 2), ("No date", 3)]
_LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def grid(qtbot: QtBot) -> Iterator[GridView]:
    window = QWidget()
    qtbot.addWidget(window)
    metrics = CellMetrics(margin=10, padding=0, header_height=40, cell_height=lambda _: 100)
    grid = GridView(metrics, 80, window)
    grid.setModel(NumberedPhotos(grid))
    grid.show_sections(SECTIONS)
    grid.resize(190 + grid.verticalScrollBar().sizeHint().width(), 450)
    window.show()
    yield grid
    window.close()


@pytest.fixture
def title(theme: Theme, grid: GridView) -> StickyTitle:
    return StickyTitle(theme, grid)


def test_the_names_of_years_have_room_at_any_size_of_text(
    qtbot: QtBot, large_texts: Theme, grid: GridView
) -> None:
    years = YearScrubber(large_texts, grid)
    qtbot.addWidget(years)
    grid.show_sections(SECTIONS)
    years.show_years([("2025年", 0), ("没有日期", 2)])
    fonts = QFontMetrics(large_texts.font(large_texts.metrics.secondary))
    assert years.width() > fonts.horizontalAdvance("没有日期")
    assert years.timeline.label_height >= fonts.height()


@pytest.fixture
def years(theme: Theme, grid: GridView) -> YearScrubber:
    made = YearScrubber(theme, grid)
    made.setParent(grid.parentWidget())
    made.resize(50, 450)
    grid.show_sections(SECTIONS)
    made.show_years(YEARS)
    return made


def test_the_title_appears_where_the_text_of_the_header_has_gone(
    grid: GridView, title: StickyTitle
) -> None:
    grid.verticalScrollBar().setValue(TOPS[0] + 40 - HEIGHT - 1)
    assert not title.isVisible()
    grid.verticalScrollBar().setValue(TOPS[0] + 40 - HEIGHT)
    assert (title.isVisible(), title.band, title.y()) == (True, 0, 0)
    assert title.width() == grid.viewport().width()


def test_the_next_header_pushes_the_title_out_and_takes_its_place(
    grid: GridView, title: StickyTitle
) -> None:
    place = TOPS[1] + 40 - HEIGHT
    grid.verticalScrollBar().setValue(place - HEIGHT)
    assert (title.band, title.y()) == (0, 0)
    grid.verticalScrollBar().setValue(place - 10)
    assert (title.band, title.y()) == (0, 10 - HEIGHT)
    grid.verticalScrollBar().setValue(TOPS[1])
    assert not title.isVisible()  # nothing of it is left above the header
    grid.verticalScrollBar().setValue(place)
    assert (title.band, title.y()) == (1, 0)
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum())
    assert (title.band, title.y()) == (3, 0)


def test_a_click_on_the_title_goes_to_the_start_of_its_photos(
    grid: GridView, title: StickyTitle
) -> None:
    grid.verticalScrollBar().setValue(30_000)
    QTest.mouseClick(title, _LEFT)
    assert grid.verticalOffset() == TOPS[1]
    assert not grid.selectionModel().hasSelection()


def test_sections_that_share_a_line_share_the_title(grid: GridView, title: StickyTitle) -> None:
    sections = Sections((0, 1, 2), lambda index: SectionHeader(f"{index}"), share_lines=True)
    grid.show_sections(sections)
    grid.verticalScrollBar().setValue(60)
    assert (title.isVisible(), title.band) == (True, 0)
    shown = title.grab().toImage()
    middle = shown.width() // 2
    halves = [shown.copy(QRect(x, 0, middle, HEIGHT - 2)) for x in (0, middle)]
    blank = halves[0].pixelColor(0, 0)
    for half in halves:
        points = [(x, y) for x in range(half.width()) for y in range(half.height())]
        assert any(half.pixelColor(*point) != blank for point in points)
    grid.verticalScrollBar().setValue(170)
    assert title.band == 1
    QTest.mouseClick(title, _LEFT)
    assert grid.verticalOffset() == 10 + 140


def test_a_grid_without_sections_has_no_title(grid: GridView, title: StickyTitle) -> None:
    grid.verticalScrollBar().setValue(30_000)
    grid.show_sections(NO_SECTIONS)
    assert not title.isVisible()
    grid.setCurrentIndex(grid.model().index(11, 0))
    assert grid.visualRect(grid.currentIndex()).top() == 10  # the margin


def test_no_photo_comes_into_sight_under_the_title(grid: GridView, title: StickyTitle) -> None:
    grid.verticalScrollBar().setValue(30_000)
    grid.setCurrentIndex(grid.model().index(11, 0))
    assert grid.visualRect(grid.currentIndex()).top() == HEIGHT
    assert grid.scroller.top_row() == 11
    grid.set_photo_width(79)
    assert grid.visualRect(grid.model().index(11, 0)).top() == HEIGHT


def test_years_lie_where_their_photos_are() -> None:
    timeline = Timeline([Year("2021", 0), Year("2020", 500), Year("2019", 1000)], 1000, 418)
    assert [middle for _, middle in timeline.labels()] == [9, 209, 409]
    assert [timeline.value(y) for y in (0, 9, 209, 409, 418)] == [0, 0, 500, 1000, 1000]
    assert timeline.y(2000) == 409  # a year that begins on the last page


def test_names_of_years_do_not_overlap() -> None:
    timeline = Timeline([Year(str(year), 10 * year) for year in range(100)], 990, 418)
    middles = [middle for _, middle in timeline.labels()]
    assert len(middles) > 15
    gaps = [later - earlier for earlier, later in pairwise(middles)]
    assert min(gaps) >= LABEL_HEIGHT


def test_years_of_few_photos_leave_the_room_to_longer_ones() -> None:
    tops = {"2012": 0, "2011": 800, "2004": 804, "1998": 808, "No date": 812}
    timeline = Timeline([Year(name, top) for name, top in tops.items()], 1000, 418)
    assert [year.name for year, _ in timeline.labels()] == ["2012", "No date"]
    middle = timeline.y(812)
    assert timeline.value_of_click(middle) == 812
    assert timeline.value_of_click(timeline.y(800)) == 812  # on the name


def test_of_years_of_about_the_same_length_the_first_have_their_names() -> None:
    tops = {"2027": 0, "2026": 20, "2025": 50, "2024": 80}
    timeline = Timeline([Year(name, top) for name, top in tops.items()], 100, 58)
    assert [year.name for year, _ in timeline.labels()] == ["2027", "2025"]


def test_a_click_on_a_year_goes_to_its_first_photo(grid: GridView, years: YearScrubber) -> None:
    for name, section in YEARS:
        middle = next(y for year, y in years.timeline.labels() if year.name == name)
        QTest.mouseClick(years, _LEFT, pos=QPoint(10, middle + 3))
        assert grid.verticalOffset() == TOPS[section]
        assert years.bubble.text() == f"section {section}"
        assert years.bubble.isVisible()


def test_a_drag_goes_through_all_photos_and_names_the_month(
    grid: GridView, years: YearScrubber
) -> None:
    QTest.mousePress(years, _LEFT, pos=QPoint(10, 100))
    QTest.mouseMove(years, QPoint(10, 200))
    assert grid.verticalOffset() == years.timeline.value(200)
    assert years.bubble.text() == "section 2"
    QTest.mouseMove(years, QPoint(10, 2000))
    assert grid.verticalOffset() == grid.verticalScrollBar().maximum()
    QTest.mouseRelease(years, _LEFT, pos=QPoint(10, 2000))
    QTest.mouseMove(years, QPoint(10, 100))
    assert grid.verticalOffset() == grid.verticalScrollBar().maximum()


def test_keys_go_from_month_to_month_and_from_year_to_year(
    grid: GridView, years: YearScrubber
) -> None:
    def press(*keys: Qt.Key) -> int:
        for key in keys:
            QTest.keyClick(years, key)
        return grid.verticalOffset()

    assert press(Qt.Key.Key_Down) == TOPS[0]
    assert press(Qt.Key.Key_Down, Qt.Key.Key_Down) == TOPS[2]
    assert press(Qt.Key.Key_Up) == TOPS[1]
    assert press(Qt.Key.Key_PageDown) == TOPS[2]
    assert press(Qt.Key.Key_PageDown) == TOPS[3]
    assert press(Qt.Key.Key_PageUp) == TOPS[2]
    assert press(Qt.Key.Key_PageUp, Qt.Key.Key_PageUp) == 0
    assert press(Qt.Key.Key_End) == grid.verticalScrollBar().maximum()
    assert press(Qt.Key.Key_Home) == 0


def test_the_month_is_named_while_the_user_scrolls_and_not_otherwise(
    qtbot: QtBot, grid: GridView, years: YearScrubber
) -> None:
    bar = grid.verticalScrollBar()
    bar.setValue(60_000)
    assert not years.bubble.isVisible()
    bar.triggerAction(QAbstractSlider.SliderAction.SliderPageStepSub)
    assert years.bubble.isVisible()
    assert years.bubble.text() == "section 2"
    qtbot.waitUntil(lambda: not years.bubble.isVisible(), timeout=WAIT_MS)


def test_the_bar_follows_the_grid(grid: GridView, years: YearScrubber) -> None:
    bar = grid.verticalScrollBar()
    bar.setValue(60_000)
    assert (years.value(), years.maximum()) == (60_000, bar.maximum())
    grid.set_photo_width(30)  # more columns: fewer lines
    assert bar.maximum() < 750_000
    assert (years.value(), years.maximum()) == (bar.value(), bar.maximum())


def test_photos_of_one_year_need_no_bar(years: YearScrubber) -> None:
    years.show_years(YEARS[:1])
    assert years.isHidden()
    years.show_years([])
    assert years.isHidden()


@pytest.mark.slow
def test_years_are_beside_the_photos_in_the_order_by_date_only(
    qtbot: QtBot, window: MainWindow
) -> None:
    years = window.browse.years
    assert years.isVisible()
    assert [year.name for year in years.timeline.years] == ["2021", "2020", "2019", "No date"]
    choose_order(window, "Oldest first")
    expected = ["2019", "2020", "2021", "No date"]
    qtbot.waitUntil(
        lambda: [year.name for year in years.timeline.years] == expected, timeout=WAIT_MS
    )
    choose_order(window, "File size")
    qtbot.waitUntil(years.isHidden, timeout=WAIT_MS)
