"""Choices: ranges of values, toggles of which one is on, and lines that flow."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.kit.choices import FlowLayout, OneOf, ToggleRow
from desktop_app.ui.kit.theme import Theme

LEFT = Qt.MouseButton.LeftButton
VALUES = [("One", 1), ("Two", 2), ("Three", 3)]


class _Box(QWidget):
    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._size = QSize(width, height)

    def sizeHint(self) -> QSize:  # noqa: N802
        return self._size


@pytest.fixture
def flow(qtbot: QtBot) -> Iterator[FlowLayout]:
    """Three boxes of 30, 40 and 50 pixels with gaps of 5."""
    parent = QWidget()
    qtbot.addWidget(parent)
    layout = FlowLayout(parent, 5)
    for width, height in ((30, 10), (40, 20), (50, 10)):
        layout.addWidget(_Box(width, height))
    yield layout
    del parent


def places(flow: FlowLayout, rect: QRect) -> list[tuple[int, int, int, int]]:
    flow.setGeometry(rect)
    items = [flow.itemAt(number) for number in range(flow.count())]
    return [item.geometry().getRect() for item in items if item]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("width", "expected", "height"),
    [
        (130, [(0, 0, 30, 10), (35, 0, 40, 20), (80, 0, 50, 10)], 20),
        (129, [(0, 0, 30, 10), (35, 0, 40, 20), (0, 25, 50, 10)], 35),
        (75, [(0, 0, 30, 10), (35, 0, 40, 20), (0, 25, 50, 10)], 35),
        (74, [(0, 0, 30, 10), (0, 15, 40, 20), (0, 40, 50, 10)], 50),
        (20, [(0, 0, 30, 10), (0, 15, 40, 20), (0, 40, 50, 10)], 50),
    ],
)
def test_a_widget_without_room_begins_another_line(
    flow: FlowLayout, width: int, expected: list[tuple[int, int, int, int]], height: int
) -> None:
    assert places(flow, QRect(0, 0, width, 100)) == expected
    assert flow.hasHeightForWidth()
    assert flow.heightForWidth(width) == height


def test_a_flow_lies_where_it_was_put(flow: FlowLayout) -> None:
    assert places(flow, QRect(100, 200, 130, 100))[1] == (135, 200, 40, 20)


def test_a_flow_would_like_one_line_and_can_do_with_one_widget_a_line(flow: FlowLayout) -> None:
    assert flow.sizeHint() == QSize(130, 20)
    assert flow.minimumSize() == QSize(50, 20)
    assert not flow.expandingDirections()


def test_a_widget_that_is_taken_from_a_flow_leaves_no_gap(flow: FlowLayout) -> None:
    first = flow.takeAt(0)
    assert first is not None
    assert places(flow, QRect(0, 0, 130, 100)) == [(0, 0, 40, 20), (45, 0, 50, 10)]
    assert (flow.itemAt(-1), flow.itemAt(2), flow.takeAt(-1), flow.takeAt(2)) == (None,) * 4
    flow.takeAt(0)
    flow.takeAt(0)
    assert (flow.count(), flow.sizeHint(), flow.heightForWidth(9)) == (0, QSize(0, 0), 0)


def states(row: ToggleRow) -> list[bool]:
    return [made.isChecked() for made in row.buttons]


def test_of_toggles_one_is_on_or_none(qtbot: QtBot, theme: Theme) -> None:
    row = ToggleRow(theme, VALUES, "Numbers")
    qtbot.addWidget(row)
    chosen: list[object] = []
    row.chosen.connect(chosen.append)
    assert states(row) == [False] * 3
    QTest.mouseClick(row.buttons[1], LEFT)
    QTest.mouseClick(row.buttons[2], LEFT)
    assert states(row) == [False, False, True]
    QTest.mouseClick(row.buttons[2], LEFT)
    assert states(row) == [False] * 3
    assert chosen == [2, 3, None]
    row.show_chosen(1)
    assert states(row) == [True, False, False]
    row.show_chosen(None)
    assert (states(row), len(chosen)) == ([False] * 3, 3)


def test_of_one_of_several_exactly_one_stays_on(qtbot: QtBot, theme: Theme) -> None:
    row = OneOf(theme, VALUES, "Numbers", 2)
    qtbot.addWidget(row)
    changes: list[object] = []
    row.value_changed.connect(lambda: changes.append(row.value))
    assert (row.value, states(row)) == (2, [False, True, False])
    QTest.mouseClick(row.buttons[1], LEFT)
    assert (row.value, states(row)) == (2, [False, True, False])
    QTest.mouseClick(row.buttons[0], LEFT)
    assert (row.value, states(row)) == (1, [True, False, False])
    assert changes[-1] == 1
