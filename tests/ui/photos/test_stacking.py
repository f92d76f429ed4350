"""Photos are stacked in the grid: folded, opened, ordered, taken apart, and all of it is undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.id_lists import read_stacks
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.browse.test_browsing import shown_names, wait_for_names
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.gestures import wait_for_message

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
BEACHES = ("beach-0.jpg", "beach-1.jpg", "night_city-0.jpg")


@pytest.fixture
def window(
    qtbot: QtBot,
    open_window: Callable[[Path], MainWindow],
    own_library: IndexedLibrary,
    trash: Path,
) -> MainWindow:
    """Eight photos."""
    window = open_window(own_library.library)
    window.resize(1300, 900)
    wait_for_names(qtbot, window, 8)
    window.browse.grid.setFocus()
    return window


@pytest.fixture
def stacked(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """Three photos are a stack, the beach on top."""
    choose(window, "beach-1.jpg", "night_city-0.jpg", "beach-0.jpg")
    QTest.keyClick(window, Qt.Key.Key_G, CONTROL)
    wait_for_message(qtbot, window, "Stacked 3 photos.")
    wait_for_names(qtbot, window, 6)
    return window


def choose(window: MainWindow, *names: str) -> None:
    """Select photos; the last one is the current photo."""
    listed, grid = shown_names(window), window.browse.grid
    rows = [listed.index(name) for name in names]
    grid.selection.select([(row, row) for row in rows], rows[-1])


def press(window: MainWindow, key: Qt.Key, keys: Qt.KeyboardModifier) -> None:
    QTest.keyClick(window, key, keys)


def count_of(window: MainWindow, name: str) -> int | None:
    """The number in the badge of a photo; None if it has none."""
    shown = window.browse.model.photo(shown_names(window).index(name))
    assert shown is not None
    return shown.stack.count if shown.stack and shown.stack.is_lead else None


def menu_texts(window: MainWindow, name: str) -> dict[str, bool]:
    """The entries of the menu of a photo, and whether they are enabled."""
    shown = window.browse.model.photo(shown_names(window).index(name))
    assert shown is not None
    return {entry.text(): entry.isEnabled() for entry in window.browse.menu(shown).actions()}


def test_selected_photos_become_one_with_the_current_photo_on_top(stacked: MainWindow) -> None:
    names = shown_names(stacked)
    assert "beach-0.jpg" in names
    assert not {"beach-1.jpg", "night_city-0.jpg"} & set(names)
    assert count_of(stacked, "beach-0.jpg") == 3
    assert stacked.bar.text.startswith("8 photos")


def test_a_stack_is_opened_in_place_and_closed_again(qtbot: QtBot, stacked: MainWindow) -> None:
    choose(stacked, "beach-0.jpg")
    texts = menu_texts(stacked, "beach-0.jpg")
    assert texts["Open the stack of 3 photos"]
    assert texts["Move to trash (only the photo on top)"]
    press(stacked, Qt.Key.Key_G, ALT)
    wait_for_names(qtbot, stacked, 8)
    names = shown_names(stacked)
    place = names.index("beach-0.jpg")
    assert set(names[place + 1 : place + 3]) == {"beach-1.jpg", "night_city-0.jpg"}
    choose(stacked, "night_city-0.jpg")
    texts = menu_texts(stacked, "night_city-0.jpg")
    assert texts["Close the stack"]
    assert texts["Move to trash"]
    press(stacked, Qt.Key.Key_G, ALT)
    wait_for_names(qtbot, stacked, 6)


def test_a_click_on_the_badge_opens_the_stack_and_selects_nothing(
    qtbot: QtBot, stacked: MainWindow
) -> None:
    grid = stacked.browse.grid
    choose(stacked, "flower-0.jpg")
    index = stacked.browse.model.index(shown_names(stacked).index("beach-0.jpg"), 0)
    shown = stacked.browse.model.photo(index.row())
    assert shown is not None
    badge = grid._cells.badge_rect(grid.visualRect(index), shown)
    assert not badge.isEmpty()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=badge.center())
    wait_for_names(qtbot, stacked, 8)
    current = grid.selection.selected_current_photo()
    assert current is not None
    assert current.path.name == "flower-0.jpg"


def test_a_double_click_on_the_badge_opens_no_photo(stacked: MainWindow) -> None:
    grid = stacked.browse.grid
    index = stacked.browse.model.index(shown_names(stacked).index("beach-0.jpg"), 0)
    shown = stacked.browse.model.photo(index.row())
    assert shown is not None
    place = grid._cells.badge_rect(grid.visualRect(index), shown).center()
    QTest.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not stacked.viewer.isVisible()


def test_all_stacks_are_unfolded_and_folded_from_the_menu_and_it_is_remembered(
    qtbot: QtBot, stacked: MainWindow
) -> None:
    fold = stacked.action_set.entry("fold_stacks")
    stacked.action_set.refresh()
    assert fold.isChecked()
    fold.trigger()
    wait_for_names(qtbot, stacked, 8)
    assert not stacked._services.preferences.settings.fold_stacks
    assert count_of(stacked, "beach-0.jpg") == 3
    assert not menu_texts(stacked, "beach-0.jpg")["Open or close the stack"]
    fold.trigger()
    wait_for_names(qtbot, stacked, 6)


def test_another_photo_is_put_on_top_and_the_stack_stays_open(
    qtbot: QtBot, stacked: MainWindow
) -> None:
    choose(stacked, "beach-0.jpg")
    press(stacked, Qt.Key.Key_G, ALT)
    wait_for_names(qtbot, stacked, 8)
    choose(stacked, "beach-1.jpg")
    assert not menu_texts(stacked, "beach-0.jpg")["Put on top of the stack"]
    press(stacked, Qt.Key.Key_T, ALT)
    wait_for_message(qtbot, stacked, "The photo is on top of its stack now.")
    qtbot.waitUntil(
        lambda: len(shown_names(stacked)) == 8 and count_of(stacked, "beach-1.jpg") == 3,
        timeout=WAIT_MS,
    )


def test_a_photo_is_taken_out_of_an_open_stack(qtbot: QtBot, stacked: MainWindow) -> None:
    choose(stacked, "beach-0.jpg")
    press(stacked, Qt.Key.Key_G, ALT)
    wait_for_names(qtbot, stacked, 8)
    choose(stacked, "night_city-0.jpg")
    stacked.action_set.entry("leave_stack").trigger()
    wait_for_message(qtbot, stacked, "Unstacked 1 photo.")
    qtbot.waitUntil(lambda: count_of(stacked, "beach-0.jpg") == 2, timeout=WAIT_MS)


def test_unstacked_photos_are_shown_on_their_own_and_undo_stacks_them_again(
    qtbot: QtBot, stacked: MainWindow
) -> None:
    choose(stacked, "beach-0.jpg")
    press(stacked, Qt.Key.Key_G, CONTROL | SHIFT)
    wait_for_message(qtbot, stacked, "Unstacked 3 photos.")
    wait_for_names(qtbot, stacked, 8)
    press(stacked, Qt.Key.Key_Z, CONTROL)
    wait_for_message(qtbot, stacked, "The stacks are as they were before.")
    wait_for_names(qtbot, stacked, 6)
    assert count_of(stacked, "beach-0.jpg") == 3
    press(stacked, Qt.Key.Key_Z, CONTROL)
    wait_for_names(qtbot, stacked, 8)


def test_the_trash_takes_only_the_photo_on_top_and_the_next_one_is_shown(
    qtbot: QtBot, stacked: MainWindow, own_library: IndexedLibrary
) -> None:
    choose(stacked, "beach-0.jpg")
    QTest.keyClick(stacked.browse.grid, Qt.Key.Key_Delete)
    wait_for_message(qtbot, stacked, "1 photo moved to the trash.")
    qtbot.waitUntil(lambda: count_of_first_stack(stacked) == 2, timeout=WAIT_MS)
    assert len(shown_names(stacked)) == 6
    left = {path.name for path in own_library.photos.iterdir()}
    assert "beach-0.jpg" not in left
    assert {"beach-1.jpg", "night_city-0.jpg"} <= left


def count_of_first_stack(window: MainWindow) -> int | None:
    rows = range(window.browse.model.rowCount())
    marks = [shown.stack for row in rows if (shown := window.browse.model.photo(row))]
    return next((mark.count for mark in marks if mark is not None), None)


def test_stacks_and_moves_are_undone_in_their_order(
    qtbot: QtBot, stacked: MainWindow, own_library: IndexedLibrary
) -> None:
    choose(stacked, "flower-0.jpg")
    QTest.keyClick(stacked.browse.grid, Qt.Key.Key_Delete)
    wait_for_message(qtbot, stacked, "1 photo moved to the trash.")
    wait_for_names(qtbot, stacked, 5)
    press(stacked, Qt.Key.Key_Z, CONTROL)
    wait_for_names(qtbot, stacked, 6)
    assert (own_library.photos / "flower-0.jpg").exists()
    press(stacked, Qt.Key.Key_Z, CONTROL)
    wait_for_names(qtbot, stacked, 8)


def test_stacks_are_there_in_the_next_window(
    qtbot: QtBot,
    stacked: MainWindow,
    open_window: Callable[[Path], MainWindow],
    own_library: IndexedLibrary,
) -> None:
    stacked.close_at_once()
    wait_for_names(qtbot, open_window(own_library.library), 6)
    with Catalogue(LibraryFiles(own_library.library)) as catalogue:
        assert len(read_stacks(catalogue).ids) == 3


def test_the_bar_of_the_selection_stacks_too(qtbot: QtBot, window: MainWindow) -> None:
    choose(window, "beach-0.jpg", "beach-1.jpg")
    stack = window.selection.buttons["stack"]
    qtbot.waitUntil(lambda: stack.isVisible() and stack.isEnabled(), timeout=WAIT_MS)
    QTest.mouseClick(stack, Qt.MouseButton.LeftButton)
    wait_for_message(qtbot, window, "Stacked 2 photos.")
    wait_for_names(qtbot, window, 7)
    assert count_of(window, "beach-1.jpg") == 2


def test_one_photo_alone_is_no_stack(window: MainWindow) -> None:
    choose(window, "beach-0.jpg")
    texts = menu_texts(window, "beach-0.jpg")
    for text in ("Stack", "Unstack", "Take out of the stack", "Put on top of the stack"):
        assert not texts[text]


def test_photos_in_no_stack_cannot_be_unstacked(qtbot: QtBot, window: MainWindow) -> None:
    choose(window, "beach-0.jpg", "beach-1.jpg")
    press(window, Qt.Key.Key_G, CONTROL | SHIFT)
    wait_for_message(qtbot, window, "None of these photos is in a stack.")
