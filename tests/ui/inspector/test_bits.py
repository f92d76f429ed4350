"""The bits of a code: where they are, what they are in words, and how they look."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop_app.ui.inspector.bit_grid import BitGrid
from desktop_app.ui.inspector.bit_grid_drawing import BitGridGeometry, ShownCode, bit_text
from desktop_app.ui.kit.theme import Theme

LEFT = Qt.MouseButton.LeftButton


def _floats(values: list[float]) -> NDArray[np.float32]:
    return np.array(values, np.float32)


# Bits 0 to 15: the odd ones are 1. Bits 4 and 5 differ from the other photo; 6 and 7 are flipped.
CODE = ShownCode.of(
    [bool(bit % 2) for bit in range(16)],
    _floats([0.0] * 4 + [0.08, 0.02] + [0.0] * 10),
    _floats([bit / 16 for bit in range(16)]),
    (6, 7),
)
AGREEING = ShownCode.of([True] * 16, None, _floats([1.0] * 16), ())


@pytest.fixture
def grid(qtbot: QtBot, theme: Theme) -> BitGrid:
    """Squares of 20 pixels, eight in each row."""
    grid = BitGrid(theme, 163)
    qtbot.addWidget(grid)
    grid.show_code(CODE)
    grid.show()
    return grid


def requests(grid: BitGrid) -> list[int]:
    flipped: list[int] = []
    grid.flip_requested.connect(flipped.append)
    return flipped


@pytest.mark.parametrize(
    ("count", "columns", "height"), [(8, 8, 20), (64, 8, 160), (65, 16, 50), (256, 16, 160)]
)
def test_there_are_about_as_many_rows_as_columns_of_whole_bytes(
    count: int, columns: int, height: int
) -> None:
    geometry = BitGridGeometry(count, 160)
    assert (geometry.columns, geometry.height) == (columns, height)


def test_bits_are_found_where_they_are_and_nowhere_else() -> None:
    geometry = BitGridGeometry(12, 163)
    assert geometry.cell(9) == QRect(20, 20, 20, 20)
    assert [geometry.bit_at(geometry.cell(bit).topLeft()) for bit in range(12)] == [*range(12)]
    assert geometry.bit_at(QPoint(159, 19)) == 7
    outside = [(160, 0), (-1, 5), (5, -1), (80, 20), (0, 40)]
    assert [geometry.bit_at(QPoint(*point)) for point in outside] == [None] * 5


def test_a_bit_is_told_with_its_confidence_its_cost_and_that_it_was_flipped() -> None:
    assert bit_text(CODE, 0) == "Bit 1 is 0; more certain than 6 % of the query's bits"
    assert bit_text(CODE, 4).endswith("query's bits; differs: lowers similarity by 8.0 %")
    assert "31 %" in bit_text(CODE, 4)
    assert bit_text(CODE, 7) == (
        "Bit 8 is 1; more certain than 50 % of the query's bits; flipped by you"
    )
    assert bit_text(AGREEING, 3) == "Bit 4 is 1; more certain than 100 % of the query's bits"


def test_a_click_asks_for_the_bit_below_it(grid: BitGrid) -> None:
    flipped = requests(grid)
    QTest.mouseClick(grid, LEFT, pos=QPoint(25, 25))
    QTest.mouseClick(grid, LEFT, pos=QPoint(161, 5))  # beside the bits
    QTest.mouseClick(grid, Qt.MouseButton.RightButton, pos=QPoint(5, 5))
    assert flipped == [9]
    assert grid.accessibleDescription().startswith("Bit 10 is 1")
    assert (grid.width(), grid.height(), grid.sizeHint().height()) == (163, 40, 40)


def test_arrow_keys_move_the_cursor_inside_the_code(grid: BitGrid) -> None:
    flipped = requests(grid)
    keys = Qt.Key
    for key in (keys.Key_Left, keys.Key_Up, keys.Key_Right, keys.Key_Down):  # at first: nowhere
        QTest.keyClick(grid, key)
    QTest.keyClick(grid, keys.Key_Space)
    QTest.keyClick(grid, keys.Key_Down)  # there is no other row
    QTest.keyClick(grid, keys.Key_Left)
    QTest.keyClick(grid, keys.Key_Up)
    QTest.keyClick(grid, keys.Key_Space)
    assert flipped == [9, 0]


def test_the_cursor_stays_inside_a_shorter_code(grid: BitGrid) -> None:
    QTest.mouseClick(grid, LEFT, pos=QPoint(150, 30))
    flipped = requests(grid)
    grid.show_code(ShownCode.of([True] * 8, None, _floats([1.0] * 8), ()))
    grid.flip_current()
    grid.show_code(ShownCode())
    grid.flip_current()  # there is none
    assert flipped == [7]


def test_other_keys_are_left_to_the_panel(grid: BitGrid) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Q, Qt.KeyboardModifier.NoModifier)
    grid.keyPressEvent(event)
    assert not event.isAccepted()


def test_a_tool_tip_describes_the_bit_below_the_pointer(qtbot: QtBot, grid: BitGrid) -> None:
    for place in (QPoint(5, 25), QPoint(161, 5)):
        event = QHelpEvent(QEvent.Type.ToolTip, place, grid.mapToGlobal(place))
        assert QApplication.sendEvent(grid, event)
        qtbot.waitUntil(lambda: QToolTip.text() == bit_text(CODE, 8))


def colour_at(grid: BitGrid, bit: int, x: int, y: int) -> QColor:
    """Of a point of a square, counted from its upper left corner."""
    corner = grid.grid_geometry.cell(bit).topLeft()
    return grid.grab().toImage().pixelColor(corner + QPoint(x, y))


def near(colour: QColor, other: QColor) -> bool:
    pairs = zip(colour.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    return all(abs(one - two) <= 2 for one, two in pairs)


def test_a_bit_that_is_one_is_filled_and_one_that_costs_much_is_strong(
    grid: BitGrid, theme: Theme
) -> None:
    assert near(colour_at(grid, 1, 10, 10), theme.colour("bit"))
    assert near(colour_at(grid, 0, 10, 10), colour_at(grid, 2, 6, 6))
    assert not near(colour_at(grid, 0, 10, 10), theme.colour("bit"))
    assert near(colour_at(grid, 7, 4, 4), theme.colour("bit"))
    assert near(colour_at(grid, 7, 10, 10), theme.colour("panel"))  # flipped: a dot
    assert near(colour_at(grid, 6, 10, 10), theme.colour("text"))
    weak = colour_at(grid, 5, 10, 10)
    grid.show_code(
        ShownCode.of([True] * 16, _floats([0.0] * 5 + [0.02] * 11), _floats([1.0] * 16), ())
    )
    assert near(colour_at(grid, 5, 10, 10), theme.colour("accent"))
    assert not near(weak, theme.colour("accent"))


def test_the_bit_below_the_pointer_and_the_one_with_the_cursor_have_a_frame(
    grid: BitGrid,
) -> None:
    def hover(x: int, y: int) -> None:
        none = Qt.MouseButton.NoButton
        event = QMouseEvent(
            QEvent.Type.MouseMove, QPointF(x, y), QPointF(x, y), none, none,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(grid, event)

    grid.clearFocus()
    plain = colour_at(grid, 3, 10, 1)
    hover(70, 5)
    framed = colour_at(grid, 3, 10, 1)
    assert framed.lightnessF() < plain.lightnessF() - 0.2
    hover(30, 30)
    assert near(colour_at(grid, 3, 10, 1), plain)
    assert near(colour_at(grid, 9, 10, 1), framed)
    QApplication.sendEvent(grid, QEvent(QEvent.Type.Leave))
    assert near(colour_at(grid, 9, 10, 1), plain)
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Right)
    focused = colour_at(grid, 1, 10, 1)
    grid.clearFocus()
    assert near(focused, framed)
    assert near(colour_at(grid, 1, 10, 1), plain)
