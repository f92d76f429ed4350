"""Dates to filter by: a year, a month, any days, or none."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QTableView, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.photo_filter import PhotoFilter
from desktop_app.ui.browse.date_choice import DayButton
from desktop_app.ui.browse.filter_panel import FilterPanel
from desktop_app.ui.kit.filter_labels import conditions, day_name
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.browse.test_filtering import chips, wait_for


def pick(button: DayButton, day: QDate | None) -> None:
    """Pick a day in the calendar by the keyboard, or the entry for any date."""
    menu = button.calendar_menu()
    calendar = menu.findChild(QCalendarWidget)
    assert calendar is not None
    if day is None:
        menu.actions()[-1].trigger()
        return
    calendar.setSelectedDate(day)
    view = calendar.findChild(QTableView, "qt_calendar_calendarview")
    assert view is not None
    QTest.keyClick(view, Qt.Key.Key_Return)


def items(panel: FilterPanel) -> list[QTreeWidgetItem]:
    """Years and months, as they follow each other on the screen."""
    tree = panel.dates.tree
    tree.expandAll()
    item, found = tree.topLevelItem(0), []
    while item is not None:
        found.append(item)
        item = tree.itemBelow(item)
    return found


def choose(panel: FilterPanel, *path: str) -> None:
    found = iter(items(panel))
    item = [next(item for item in found if item.text(0) == name) for name in path][-1]
    panel.dates.tree.setCurrentItem(item)


@pytest.mark.slow
def test_years_and_months_are_offered_with_their_numbers_of_photos(panel: FilterPanel) -> None:
    assert [(item.text(0), item.text(1)) for item in items(panel)] == [
        ("Any date", ""),
        *(("2021", "1"), ("December", "1")),
        *(("2020", "2"), ("July", "2")),
        *(("2019", "2"), ("March", "2")),
        ("No date", "1"),
    ]


@pytest.mark.slow
def test_a_year_or_a_month_or_no_date_is_one_click(
    qtbot: QtBot, window: MainWindow, panel: FilterPanel
) -> None:
    choose(panel, "2020")
    wait_for(qtbot, window, "flower.jpg", "beach 3.jpg")
    assert chips(window) == ["2020"]
    choose(panel, "2019", "March")
    wait_for(qtbot, window, "beach 2.jpg", "beach.jpg")
    assert chips(window) == ["March 2019"]
    choose(panel, "No date")
    wait_for(qtbot, window, "boat.png")
    assert chips(window) == ["No date"]
    choose(panel, "Any date")
    qtbot.waitUntil(lambda: window.browse.count == 6)
    assert chips(window) == []


@pytest.mark.slow
def test_two_calendars_choose_any_days_in_either_order(
    qtbot: QtBot, window: MainWindow, panel: FilterPanel
) -> None:
    dates = panel.dates
    pick(dates.last, QDate(2020, 7, 29))
    wait_for(qtbot, window, "beach 3.jpg", "beach 2.jpg", "beach.jpg")
    pick(dates.first, QDate(2019, 3, 22))
    wait_for(qtbot, window, "beach 3.jpg", "beach 2.jpg")
    assert dates.tree.selectedItems() == []
    pick(dates.last, QDate(2019, 3, 21))
    wait_for(qtbot, window, "beach 2.jpg", "beach.jpg")
    assert (dates.first.day, dates.last.day) == (date(2019, 3, 21), date(2019, 3, 22))
    pick(dates.last, None)
    qtbot.waitUntil(lambda: window.browse.count == 5)  # all that have a date


@pytest.mark.slow
def test_a_month_is_shown_in_the_calendars_and_whole_months_in_the_tree(
    window: MainWindow, panel: FilterPanel
) -> None:
    choose(panel, "2020", "July")
    assert (panel.dates.first.day, panel.dates.last.day) == (date(2020, 7, 1), date(2020, 7, 31))
    pick(panel.dates.first, QDate(2020, 1, 1))
    pick(panel.dates.last, QDate(2020, 12, 31))
    assert [item.text(0) for item in panel.dates.tree.selectedItems()] == ["2020"]


@pytest.mark.slow
def test_a_calendar_opens_at_the_newest_photo(panel: FilterPanel) -> None:
    calendar = panel.dates.first.calendar_menu().findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate() == QDate(2021, 12, 1)


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2019, 1, 1), date(2019, 12, 31), "2019"),
        (date(2019, 1, 1), date(2020, 12, 31), "2019 to 2020"),
        (date(2019, 3, 1), date(2019, 3, 31), "March 2019"),
        (date(2023, 2, 1), date(2023, 2, 28), "February 2023"),
        (date(2024, 2, 1), date(2024, 2, 28), "{start} to {end}"),
        (date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
        (date(2019, 1, 1), date(2019, 3, 31), "January 2019 to March 2019"),
        (date(2019, 3, 1), date(2019, 3, 15), "{start} to {end}"),
        (date(2019, 3, 2), date(2019, 3, 31), "{start} to {end}"),
        (date(2019, 3, 2), date(2019, 3, 2), "{start}"),
        (date(2019, 3, 1), None, "From March 2019"),
        (None, date(2019, 12, 31), "Until 2019"),
        (None, date(2019, 12, 30), "Until {end}"),
    ],
)
def test_days_are_named_as_shortly_as_they_can_be(
    first: date | None, last: date | None, text: str
) -> None:
    (condition,) = conditions(PhotoFilter(first_day=first, last_day=last))
    days = {"start": first and day_name(first), "end": last and day_name(last)}
    assert condition.text == text.format_map(days)
    assert condition.without.is_empty
