"""The conditions of a filter as a row of chips, of which as many are shown as have room."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.photo_filter import PhotoFilter
from desktop_app.ui.browse.filter_chips import ChipRow
from desktop_app.ui.kit.theme import Theme

LEFT = Qt.MouseButton.LeftButton
FILTER = PhotoFilter(formats=frozenset(["PNG"]), first_day=date(2020, 1, 1), least_bytes=1_000_000)


@pytest.fixture
def row(qtbot: QtBot, theme: Theme) -> Iterator[ChipRow]:
    window = QWidget()
    qtbot.addWidget(window)
    row = ChipRow(theme)
    row.setParent(window)
    row.resize(900, 40)
    window.show()
    row.show_filter(FILTER)
    yield row
    del window


def gap_of(row: ChipRow) -> int:
    layout = row.layout()
    assert layout is not None
    return layout.spacing()


def visible(row: ChipRow) -> list[bool]:
    return [chip.isVisible() for chip in row.chips]


def test_a_click_on_a_chip_takes_its_condition_away(row: ChipRow) -> None:
    filters: list[PhotoFilter] = []
    row.filter_changed.connect(filters.append)
    assert visible(row) == [True] * 3
    for chip in row.chips:
        QTest.mouseClick(chip, LEFT)
    conditions = [(one.formats, one.first_day, one.least_bytes) for one in filters]
    assert len(set(conditions)) == 3
    assert sum(one.first_day is None for one in filters) == 1
    assert sum(one.least_bytes is None for one in filters) == 1
    assert sum(not one.formats for one in filters) == 1


def test_chips_without_room_are_counted_by_a_button_that_opens_all(row: ChipRow) -> None:
    asked: list[int] = []
    row.all_requested.connect(lambda: asked.append(1))
    gap = gap_of(row)
    widths = [chip.sizeHint().width() + gap for chip in row.chips]
    others = row._clear.sizeHint().width() + gap
    row.resize(sum(widths) + others, 40)
    assert (visible(row), row._more.isVisible()) == ([True] * 3, False)
    row.resize(sum(widths) + others - 1, 40)
    assert visible(row) == [True, True, False]
    assert row._more.text() == "+1"
    assert row._more.accessibleName() == "1 more filter"
    row.resize(widths[0] + widths[1] + others, 40)  # the button for the rest needs room, too
    assert visible(row) == [True, False, False]
    row.resize(others, 40)
    assert visible(row) == [False] * 3
    assert row._more.accessibleName() == "3 more filters"
    QTest.mouseClick(row._more, LEFT)
    assert asked == [1]


def test_without_conditions_there_are_no_chips(row: ChipRow) -> None:
    row.show_filter(PhotoFilter())
    assert row.chips == []
    assert not row._clear.isVisible()


def test_tab_leads_through_the_chips_and_then_to_the_button_for_the_rest(row: ChipRow) -> None:
    stops: list[QWidget] = [*row.chips, row._more]
    chain: list[QWidget] = []
    widget = row.window().nextInFocusChain()
    while widget is not None and widget is not row.window():
        chain.append(widget)
        widget = widget.nextInFocusChain()
    assert [one for one in chain if one in stops] == stops
