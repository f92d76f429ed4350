"""Several selected photos: the bar that counts them, and what stays selected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop_app.ui.photos.photos_view import PhotosView
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, FakeDesk, IndexedLibrary
from tests.ui.gestures import drop_files, names, wait_for_message, wait_for_results

Opener = Callable[[Path], MainWindow]
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def found(qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary) -> MainWindow:
    """The results for a picture of a beach."""
    window.resize(1300, 800)
    drop_files(window, shared_library.picture("beach", 0))
    wait_for_results(qtbot, window, "beach-0.jpg")
    return window


def wait_until_read(qtbot: QtBot, window: MainWindow) -> None:
    model = window.browse.model
    qtbot.waitUntil(lambda: model.photo(model.rowCount() - 1) is not None, timeout=WAIT_MS)


def select(view: PhotosView, *files: str) -> None:
    """These photos, as by clicks with Ctrl."""
    model = view.grid.photos
    view.grid.setFocus()
    paths = model.files(list(range(model.rowCount())))
    rows = sorted(row for row, path in enumerate(paths) if path.name in files)
    view.grid.selection.select([(row, row) for row in rows], rows[0])


def selected(view: PhotosView) -> list[str]:
    return sorted(path.name for path in view.grid.selection.files() or [])


def wait_for_count(qtbot: QtBot, window: MainWindow, text: str) -> None:
    qtbot.waitUntil(lambda: window.selection.text == text, timeout=WAIT_MS)


def chips(window: MainWindow) -> list[str]:
    """The examples in the right column."""
    return [chip.accessibleName().partition(":")[0] for chip in window.panel.examples.chips]


def test_a_bar_counts_the_photos_while_several_are_selected(
    qtbot: QtBot, own_window: MainWindow
) -> None:
    assert not own_window.selection.isVisible()
    select(own_window.browse, "beach-0.jpg")
    wait_for_count(qtbot, own_window, "1 selected")
    assert not own_window.selection.isVisible(), "of one photo, its menu suffices"
    select(own_window.browse, "beach-0.jpg", "flower-0.jpg", "flower-1.jpg")
    wait_for_count(qtbot, own_window, "3 selected")
    assert own_window.selection.isVisible()
    assert all(made.isEnabled() for made in own_window.selection.buttons.values())
    own_window.selection.buttons["clear_selection"].click()
    qtbot.waitUntil(lambda: not own_window.selection.isVisible(), timeout=WAIT_MS)
    assert selected(own_window.browse) == []


def test_without_the_mouse_the_selection_is_cleared_by_a_key_or_a_button(
    qtbot: QtBot, own_window: MainWindow
) -> None:
    select(own_window.browse, "beach-0.jpg", "flower-0.jpg")
    QTest.keyClick(own_window.browse.grid, Qt.Key.Key_D, _CONTROL)
    assert selected(own_window.browse) == []
    select(own_window.browse, "beach-0.jpg", "flower-0.jpg")
    qtbot.waitUntil(own_window.selection.isVisible, timeout=WAIT_MS)
    button = own_window.selection.buttons["clear_selection"]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(own_window.browse.grid.hasFocus, timeout=WAIT_MS)
    assert selected(own_window.browse) == []


def test_all_photos_are_selected_by_a_menu_and_by_a_key(
    qtbot: QtBot, own_window: MainWindow
) -> None:
    own_window.sidebar.setFocus()
    own_window.action_set.run("select_all")
    wait_for_count(qtbot, own_window, "8 selected")
    QTest.keyClick(own_window.browse.grid, Qt.Key.Key_D, _CONTROL)
    wait_for_count(qtbot, own_window, "0 selected")
    QTest.keyClick(own_window.browse.grid, Qt.Key.Key_A, _CONTROL)
    wait_for_count(qtbot, own_window, "8 selected")
    shown = own_window.browse.model.photo(0)
    assert shown is not None
    entries = [action.text() for action in own_window.browse.menu(shown).actions()]
    assert "Select all" in entries


def test_the_bar_belongs_to_the_view_that_is_shown(
    qtbot: QtBot, own_window: MainWindow, own_library: IndexedLibrary
) -> None:
    select(own_window.browse, "beach-0.jpg", "flower-0.jpg")
    wait_for_count(qtbot, own_window, "2 selected")
    drop_files(own_window, own_library.picture("beach", 0))
    wait_for_results(qtbot, own_window, "beach-0.jpg")
    assert not own_window.selection.isVisible()
    QTest.keyClick(own_window, Qt.Key.Key_Escape)
    assert own_window.selection.isVisible()


def test_in_a_narrow_window_the_buttons_of_the_bar_are_icons(
    qtbot: QtBot, own_window: MainWindow
) -> None:
    select(own_window.browse, "beach-0.jpg", "flower-0.jpg")
    qtbot.waitUntil(own_window.selection.isVisible, timeout=WAIT_MS)
    trash = own_window.selection.buttons["trash"]
    assert trash.text().strip() == "Move to trash"
    own_window.resize(800, 600)
    qtbot.waitUntil(lambda: trash.text() == "", timeout=WAIT_MS)
    assert trash.accessibleName() == "Move to trash"
    assert own_window.width() == 800


def test_menus_count_the_photos(qtbot: QtBot, own_window: MainWindow) -> None:
    select(own_window.browse, "beach-0.jpg", "flower-0.jpg", "flower-1.jpg")
    photo = own_window.browse.grid.selection.current_photo()
    assert photo is not None
    texts = [entry.text() for entry in own_window.browse.menu(photo).actions()]
    assert "Move 3 photos to folder…" in texts
    assert "Find similar to 3 photos" in texts
    entry = next(entry for entry in own_window.menuBar().actions() if entry.text() == "&Photo")
    menu = entry.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    assert "Move 3 photos to trash" in [entry.text() for entry in menu.actions()]
    select(own_window.browse, "beach-0.jpg")
    menu.aboutToShow.emit()
    assert "Move to trash" in [entry.text() for entry in menu.actions()]


def test_find_similar_takes_all_selected_photos_and_the_right_column_shows_them(
    qtbot: QtBot, own_window: MainWindow
) -> None:
    select(own_window.browse, "beach-0.jpg", "flower-0.jpg")
    qtbot.waitUntil(own_window.selection.isVisible, timeout=WAIT_MS)
    own_window.selection.buttons["find_similar"].click()
    qtbot.waitUntil(lambda: len(names(own_window)) == 8, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: len(chips(own_window)) == 2, timeout=WAIT_MS)
    assert sorted(chips(own_window)) == ["Like beach-0.jpg", "Like flower-0.jpg"]
    assert all(chip.isVisible() for chip in own_window.panel.examples.chips)
    assert {name.partition("-")[0] for name in names(own_window)[:4]} == {"beach", "flower"}
    beach = next(
        chip for chip in own_window.panel.examples.chips if "beach" in chip.accessibleName()
    )
    QTest.mouseClick(beach, Qt.MouseButton.LeftButton)
    wait_for_results(qtbot, own_window, "flower-0.jpg")
    qtbot.waitUntil(lambda: chips(own_window) == [], timeout=WAIT_MS)


def test_a_single_photo_is_found_without_being_selected(
    qtbot: QtBot, own_window: MainWindow
) -> None:
    own_window.browse.grid.setFocus()
    own_window.browse.grid.selection.select([], 2)
    name = own_window.browse.model.files([2])[0].name
    QTest.keyClick(own_window.browse.grid, Qt.Key.Key_S)
    wait_for_results(qtbot, own_window, name)
    assert chips(own_window) == []


@pytest.mark.slow
def test_more_photos_than_a_search_takes_are_searched_by_the_first_ones(
    qtbot: QtBot, window: MainWindow
) -> None:
    qtbot.waitUntil(lambda: window.browse.count == 36, timeout=WAIT_MS)
    window.browse.grid.setFocus()
    window.browse.grid.selectAll()
    QTest.keyClick(window.browse.grid, Qt.Key.Key_S)
    wait_for_message(qtbot, window, "Searching for the first 24 of 36 pictures.")
    qtbot.waitUntil(lambda: len(chips(window)) == 24, timeout=WAIT_MS)


@pytest.mark.slow
def test_photos_whose_trash_is_undone_are_selected_again(
    qtbot: QtBot, own_window: MainWindow
) -> None:
    select(own_window.browse, "beach-0.jpg", "flower-0.jpg")
    QTest.keyClick(own_window.browse.grid, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: own_window.browse.count == 6, timeout=WAIT_MS)
    assert selected(own_window.browse) == []
    wait_for_message(qtbot, own_window, "moved to the trash")
    QTest.keyClick(own_window.browse.grid, Qt.Key.Key_Z, _CONTROL)
    qtbot.waitUntil(lambda: own_window.browse.count == 8, timeout=WAIT_MS)
    assert selected(own_window.browse) == ["beach-0.jpg", "flower-0.jpg"]
    wait_for_count(qtbot, own_window, "2 selected")


@pytest.mark.slow
def test_a_selection_that_was_made_since_stays_when_a_trash_is_undone(
    qtbot: QtBot, own_window: MainWindow
) -> None:
    select(own_window.browse, "beach-0.jpg")
    QTest.keyClick(own_window.browse.grid, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: own_window.browse.count == 7, timeout=WAIT_MS)
    wait_for_message(qtbot, own_window, "moved to the trash")
    select(own_window.browse, "flower-1.jpg")
    QTest.keyClick(own_window.browse.grid, Qt.Key.Key_Z, _CONTROL)
    qtbot.waitUntil(lambda: own_window.browse.count == 8, timeout=WAIT_MS)
    assert selected(own_window.browse) == ["flower-1.jpg"]


@pytest.mark.slow
def test_a_photo_that_is_moved_stays_selected_in_every_view(
    qtbot: QtBot, own_window: MainWindow, own_library: IndexedLibrary, desk: FakeDesk
) -> None:
    desk.folder = own_library.photos / "best"
    desk.folder.mkdir()
    drop_files(own_window, own_library.picture("beach", 0))
    wait_for_results(qtbot, own_window, "beach-0.jpg")
    select(own_window.results, "beach-1.jpg")
    QTest.keyClick(own_window.results.grid, Qt.Key.Key_M, _CONTROL | _SHIFT)
    moved = desk.folder / "beach-1.jpg"
    paths = own_window.results.model.files
    qtbot.waitUntil(lambda: moved in paths(list(range(len(names(own_window))))), timeout=WAIT_MS)
    assert own_window.results.grid.selection.files() == [moved]


@pytest.mark.slow
def test_after_more_and_less_the_same_photo_is_selected_and_described(
    qtbot: QtBot, found: MainWindow
) -> None:
    QTest.mouseClick(found.panel.details_fold.heading, Qt.MouseButton.LeftButton)
    for key, name in ((Qt.Key.Key_Plus, "flower-0.jpg"), (Qt.Key.Key_Minus, "car-1.jpg")):
        before = found.search_flow.state.shown
        select(found.results, name)
        QTest.keyClick(found.results.grid, key)
        qtbot.waitUntil(lambda before=before: found.search_flow.state.shown is not before,  # type: ignore[misc]
                        timeout=WAIT_MS)  # fmt: skip
        assert selected(found.results) == [name]
        assert found.panel.details.facts["Name"] == name


@pytest.mark.slow
def test_after_another_search_no_photo_is_selected_or_described(
    qtbot: QtBot, found: MainWindow, shared_library: IndexedLibrary
) -> None:
    QTest.mouseClick(found.panel.details_fold.heading, Qt.MouseButton.LeftButton)
    select(found.results, "flower-0.jpg")
    assert found.panel.details.facts["Name"] == "flower-0.jpg"
    drop_files(found, shared_library.picture("car", 2))
    wait_for_results(qtbot, found, "car-2.jpg")
    qtbot.waitUntil(lambda: found.panel.details.facts == {}, timeout=WAIT_MS)
    assert selected(found.results) == []
