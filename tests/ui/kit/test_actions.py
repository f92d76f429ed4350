"""One entry of a table gives a menu entry, a button, a shortcut and a tool tip."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.kit.actions import (
    SEPARATOR,
    Action,
    ActionKeys,
    ActionSet,
    action_for_key,
    run_by_key,
)
from desktop_app.ui.kit.theme import Theme
from tests.ui.conftest import WAIT_MS


@dataclass
class Door:
    """Something to act on."""

    is_locked: bool = False
    is_open: bool = False
    knocks: list[str] = field(default_factory=list)

    def knock(self) -> None:
        self.knocks.append("knock")

    def toggle(self) -> None:
        self.is_open = not self.is_open


def door_actions() -> list[Action[Door]]:
    return [
        Action("knock", "Knock…", Door.knock, ("Ctrl+K", "F2"), icon="info"),
        Action("toggle", "Open", Door.toggle, ("+",), tip="Open or close the door", icon="fit",
               is_enabled=lambda door: not door.is_locked, is_checked=lambda door: door.is_open),
    ]  # fmt: skip


@pytest.fixture
def door() -> Door:
    return Door()


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def actions(door: Door, owner: QWidget) -> ActionSet:
    return ActionSet(door_actions(), door, owner)


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held)


def test_a_menu_has_the_entries_in_order_with_their_keys(
    actions: ActionSet, owner: QWidget, door: Door
) -> None:
    menu = actions.fill(QMenu(owner), ("toggle", SEPARATOR, "knock"))
    toggle, line, knock = menu.actions()
    assert (toggle.text(), line.isSeparator(), knock.text()) == ("Open", True, "Knock…")
    assert knock.shortcut().toString() == "Ctrl+K"
    knock.trigger()
    assert door.knocks == ["knock"]


def test_an_entry_is_enabled_and_checked_by_the_state_at_which_the_menu_opens(
    actions: ActionSet, owner: QWidget, door: Door
) -> None:
    menu = actions.fill(QMenu(owner), ("toggle",))
    entry = menu.actions()[0]
    assert entry.isEnabled()
    assert not entry.isChecked()
    door.is_locked = door.is_open = True
    menu.aboutToShow.emit()
    assert not entry.isEnabled()
    assert entry.isChecked()


def test_a_button_has_the_icon_and_tells_the_key(
    actions: ActionSet, theme: Theme, owner: QWidget, door: Door
) -> None:
    bare, labelled = (actions.button(theme, "toggle", labelled=wanted) for wanted in (False, True))
    assert bare.text() == ""
    assert bare.toolTip() == labelled.toolTip() == "Open or close the door (+)"
    assert labelled.text().strip() == labelled.accessibleName() == "Open"
    labelled.click()
    assert door.is_open


def test_buttons_follow_when_the_set_is_refreshed(
    actions: ActionSet, theme: Theme, door: Door
) -> None:
    button = actions.button(theme, "toggle")
    door.is_locked = True
    actions.refresh()
    assert not button.isEnabled()


def test_every_key_of_an_action_works_and_checks_whether_it_is_enabled(
    qtbot: QtBot, actions: ActionSet, owner: QWidget, door: Door
) -> None:
    actions.add_shortcuts(owner)
    owner.show()
    qtbot.waitUntil(owner.isActiveWindow, timeout=WAIT_MS)
    QTest.keyClick(owner, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(owner, Qt.Key.Key_F2)
    assert door.knocks == ["knock", "knock"]
    door.is_locked = True
    QTest.keyClick(owner, Qt.Key.Key_Plus)
    assert not door.is_open
    door.is_locked = False
    QTest.keyClick(owner, Qt.Key.Key_Plus)
    assert door.is_open


def test_a_widget_that_takes_keys_itself_runs_them_by_the_same_table(door: Door) -> None:
    plus = press(Qt.Key.Key_Plus, Qt.KeyboardModifier.ShiftModifier)  # as on many keyboards
    assert run_by_key(plus, door_actions(), door)
    assert door.is_open
    door.is_locked = True
    assert not run_by_key(plus, door_actions(), door)
    assert action_for_key(press(Qt.Key.Key_K), door_actions()) is None


def test_an_action_on_a_part_is_disabled_while_there_is_none(owner: QWidget, door: Door) -> None:
    houses: list[Door | None] = [None]

    def first(doors: list[Door | None]) -> Door | None:
        return doors[0]

    actions = [action.of(first) for action in door_actions()]
    of_house = ActionSet(actions, houses, owner)
    assert not of_house.is_enabled("knock")
    houses[0] = door
    assert of_house.is_enabled("knock")
    of_house.run("knock")
    assert door.knocks == ["knock"]


def test_the_description_is_a_sentence_without_dots() -> None:
    knock, toggle = door_actions()
    assert knock.description == "Knock"
    assert knock.tool_tip == "Knock (Ctrl+K)"
    assert toggle.description == "Open or close the door"


def test_keys_of_a_widget_come_before_the_shortcuts_of_the_window(
    qtbot: QtBot, owner: QWidget, door: Door
) -> None:
    inner, outer = QWidget(owner), Door()
    inner.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    ActionSet(door_actions(), outer, owner).add_shortcuts(owner)
    ActionKeys(inner, ActionSet(door_actions(), door, inner), ["toggle"])
    owner.show()
    owner.activateWindow()
    inner.setFocus()
    qtbot.waitUntil(inner.hasFocus, timeout=WAIT_MS)
    QTest.keyClick(inner, Qt.Key.Key_Plus)
    QTest.keyClick(inner, Qt.Key.Key_F2)
    assert (door.is_open, outer.is_open) == (True, False)
    assert (door.knocks, outer.knocks) == ([], ["knock"])
