"""The examples of a query as a row of chips, of which as many are shown as have room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.engine.answers import QueryPicture
from desktop_app.ui.engine.queries import Example, PhotoSource
from desktop_app.ui.inspector.example_grid import ExampleGrid
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.search.example_chips import ExampleChips

LEFT = Qt.MouseButton.LeftButton
EXAMPLES = [Example(PhotoSource(number)) for number in range(5)]
PICTURE = QueryPicture(QImage(4, 4, QImage.Format.Format_RGB32), None, 4, 4)


@pytest.fixture
def row(qtbot: QtBot, theme: Theme) -> Iterator[ExampleChips]:
    """In a window that has the focus itself."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 100)
    window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    row = ExampleChips(theme)
    row.setParent(window)
    row.show_examples([(example, PICTURE) for example in EXAMPLES])
    row.resize(row.sizeHint())
    window.setFocus()
    window.show()
    yield row
    del window


def gap_of(row: ExampleChips) -> int:
    layout = row.layout()
    assert layout is not None
    return layout.spacing()


def shown(row: ExampleChips) -> int:
    visible = [chip.isVisible() for chip in row.chips]
    assert visible == sorted(visible, reverse=True)  # the first ones
    return sum(visible)


def narrow(row: ExampleChips, chips: float) -> None:
    """Leave room for so many chips, beside the button for the rest."""
    gap = gap_of(row)
    row.resize(round(chips * (row.chips[0].width() + gap)) + row.more.sizeHint().width(), 40)


def test_all_chips_are_shown_where_they_have_room(row: ExampleChips) -> None:
    gap = gap_of(row)
    assert row.sizeHint().width() == 5 * row.chips[0].width() + 4 * gap
    assert row.minimumSizeHint().width() == row.chips[0].width()
    assert (shown(row), row.more.isVisible()) == (5, False)
    row.resize(row.width() - 1, 40)
    assert (shown(row), row.more.isVisible()) == (4, True)


def test_the_others_are_counted_and_in_a_menu(row: ExampleChips) -> None:
    narrow(row, 3.1)
    assert (shown(row), row.more.text()) == (3, "+2")
    assert row.more.accessibleName() == "Remove one of 2 more examples"
    assert len(row.menu().actions()) == 2
    narrow(row, 4.1)
    assert (shown(row), row.more.text()) == (4, "+1")
    assert row.more.accessibleName() == "Remove 1 more example"
    removed: list[Example] = []
    row.remove_requested.connect(removed.append)
    (action,) = row.menu().actions()
    assert action.text() == "Remove pasted picture"
    action.trigger()
    assert removed == [EXAMPLES[4]]


def test_one_chip_at_least_is_shown(row: ExampleChips) -> None:
    row.resize(row.chips[0].width(), 40)
    assert shown(row) == 1


def test_a_click_removes_an_example_and_without_examples_there_is_no_row(
    row: ExampleChips,
) -> None:
    removed: list[Example] = []
    row.remove_requested.connect(removed.append)
    QTest.mouseClick(row.chips[1], LEFT)
    assert removed == [EXAMPLES[1]]
    row.show_examples([])
    assert not row.isVisible()
    assert row.sizeHint().width() == row.minimumSizeHint().width() == 0


def test_the_focus_stays_at_its_place_in_the_row(qtbot: QtBot, row: ExampleChips) -> None:
    assert not row.has_focus
    row.chips[2].setFocus()
    assert row.has_focus
    row.show_examples([(example, PICTURE) for example in EXAMPLES[1:]])
    chip = row.chips[2]
    qtbot.waitUntil(chip.hasFocus)
    assert [chip.example for chip in row.chips] == EXAMPLES[1:]


def test_the_button_for_the_rest_opens_the_menu(qtbot: QtBot, row: ExampleChips) -> None:
    narrow(row, 3.1)
    row.more.click()
    menu = row.findChildren(QMenu)[0]
    assert menu.isVisible()
    menu.close()
    qtbot.waitUntil(lambda: not row.findChildren(QMenu))


def test_beside_the_query_a_single_example_needs_no_chip(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    before = QPushButton("before", window)
    grid = ExampleGrid(theme, before)
    grid.setParent(window)
    window.show()
    shown = []
    for count in (0, 1, 2, 5):
        grid.show_examples([(example, PICTURE) for example in EXAMPLES[:count]])
        shown.append((grid.isVisible(), len(grid.chips)))
    assert shown == [(False, 0), (False, 0), (True, 2), (True, 5)]
    grid.resize(600, 400)
    qtbot.waitUntil(lambda: grid.chips[3].y() > 0)
    lefts = [chip.x() for chip in grid.chips]
    tops = [chip.y() for chip in grid.chips]
    assert lefts[:2] == lefts[3:]  # three in each line
    assert tops[0] == tops[2]
    assert tops[3] == tops[4] > tops[0]
    removed: list[Example] = []
    grid.remove_requested.connect(removed.append)
    QTest.mouseClick(grid.chips[3], LEFT)
    assert removed == [EXAMPLES[3]]
    assert not grid.has_focus
    window.activateWindow()
    grid.chips[1].setFocus()
    qtbot.waitUntil(lambda: grid.has_focus)
    del window
