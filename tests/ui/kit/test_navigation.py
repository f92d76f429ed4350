"""Keys and buttons of the mouse that lead through lists and back to them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.ui.kit.collapsible_section import CollapsibleSection
from desktop_app.ui.kit.navigation import (
    MouseNavigation,
    StrayKeys,
    TypeAhead,
    focus_near,
    focused_place,
    is_removal,
)
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import ElidedLabel

Key, Button = Qt.Key, Qt.MouseButton
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    """Three buttons, a list with three rows, and a line of text."""
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    for name in "abc":
        row.addWidget(QPushButton(name))
    rows = QListWidget()
    rows.addItems(["1", "2", "3"])
    rows.setCurrentRow(1)
    row.addWidget(rows)
    row.addWidget(QLineEdit())
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    del window


def buttons(window: QWidget) -> list[QPushButton]:
    return window.findChildren(QPushButton)


def rows_of(window: QWidget) -> QListWidget:
    return window.findChildren(QListWidget)[0]


def test_delete_and_enter_remove_a_chip() -> None:
    def removes(key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> bool:
        return is_removal(QKeyEvent(QEvent.Type.KeyPress, key, held))

    assert [removes(key) for key in (Key.Key_Delete, Key.Key_Return, Key.Key_Enter)] == [True] * 3
    assert [removes(key) for key in (Key.Key_Space, Key.Key_Backspace, Key.Key_A)] == [False] * 3


def test_the_focus_goes_to_the_chip_that_follows_or_else_to_the_last(window: QWidget) -> None:
    chips = buttons(window)
    assert focused_place(rows_of(window).findChildren(QPushButton)) is None
    for place, expected in ((0, 0), (2, 2), (7, 2)):
        focus_near(chips, place)
        assert focused_place(chips) == expected
    chips[1].hide()
    focus_near(chips, 1)
    assert focused_place(chips) == 2
    focus_near([], 0)  # there is none


def override(text: str, held: Qt.KeyboardModifier = NONE) -> QKeyEvent:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_A, held, text)
    event.ignore()
    return event


def test_letters_that_are_typed_without_a_pause_are_one_name(qtbot: QtBot, window: QWidget) -> None:
    ahead = TypeAhead(window)
    typed: list[tuple[str, bool]] = []
    ahead.typed.connect(lambda *name: typed.append(name))
    ahead.add("a")
    assert ahead.is_active
    ahead.add("b")
    ahead._pause.setInterval(0)
    ahead.add("c")
    qtbot.waitUntil(lambda: not ahead.is_active)
    ahead.add("d")
    assert typed == [("a", True), ("ab", False), ("abc", False), ("d", True)]


def test_further_letters_are_no_shortcuts(window: QWidget) -> None:
    ahead = TypeAhead(window)
    first = override("a")
    QApplication.sendEvent(window, first)
    assert not first.isAccepted()  # it may be one
    ahead.add("a")
    taken = []
    for event in (override("b"), override("B", SHIFT), override("b", CONTROL), override(" ")):
        QApplication.sendEvent(window, event)
        taken.append(event.isAccepted())
    assert taken == [True, True, False, False]


def test_keys_that_nothing_takes_move_in_the_list(window: QWidget) -> None:
    found: list[QWidget | None] = [rows_of(window)]
    StrayKeys(window, lambda: found[0])
    for key, row in ((Key.Key_Down, 2), (Key.Key_Up, 1), (Key.Key_Home, 0), (Key.Key_End, 2)):
        buttons(window)[0].setFocus()
        QApplication.sendEvent(window, QKeyEvent(QEvent.Type.KeyPress, key, NONE))
        assert rows_of(window).hasFocus()
        assert rows_of(window).currentRow() == row
    buttons(window)[0].setFocus()
    QApplication.sendEvent(window, QKeyEvent(QEvent.Type.KeyPress, Key.Key_A, NONE))
    assert buttons(window)[0].hasFocus()
    found[0] = None
    QApplication.sendEvent(window, QKeyEvent(QEvent.Type.KeyPress, Key.Key_Up, NONE))
    assert buttons(window)[0].hasFocus()


def test_the_side_buttons_of_the_mouse_lead_back_and_forward(window: QWidget) -> None:
    steps: list[int] = []
    navigation = MouseNavigation(window, [rows_of(window).viewport()])
    navigation.stepped.connect(steps.append)
    for widget in (window, rows_of(window).viewport()):
        for button in (Button.BackButton, Button.ForwardButton, Button.LeftButton):
            QTest.mouseClick(widget, button)
    QTest.mouseDClick(window, Button.BackButton)
    assert steps[:4] == [-1, 1, -1, 1]
    assert set(steps[4:]) == {-1}


def test_a_section_folds_under_its_heading(qtbot: QtBot, theme: Theme) -> None:
    section = CollapsibleSection(theme, "Details", is_open=False)
    qtbot.addWidget(section)
    inside = QPushButton("inside")
    section.inside.addWidget(inside)
    section.show()
    told: list[bool] = []
    section.unfolded.connect(told.append)
    assert (section.is_open, inside.isVisible()) == (False, False)
    QTest.mouseClick(section.heading, Button.LeftButton)
    assert (section.is_open, inside.isVisible()) == (True, True)
    QTest.mouseClick(section.heading, Button.LeftButton)
    assert told == [True, False]
    assert not inside.isVisible()
    opened = CollapsibleSection(theme, "Details", is_open=True)
    qtbot.addWidget(opened)
    assert opened.is_open


def test_a_label_is_shortened_to_its_width_in_any_font(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.resize(150, 30)
    label.show()
    label.set_full_text("some words")
    assert (label.text(), label.toolTip(), label.accessibleName()) == (
        *("some words", "", "some words"),
    )
    font = label.font()
    font.setPixelSize(60)
    label.setFont(font)
    assert label.text() != "some words"
    assert (label.toolTip(), label.accessibleName()) == ("some words", "some words")
    label.resize(900, 100)
    assert (label.text(), label.toolTip()) == ("some words", "")
