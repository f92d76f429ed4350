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
def browsing(
    qtbot: QtBot,
    open_window: Opener,
    own_library: IndexedLibrary,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> MainWindow:
    """On eight photos that the test may change, with a trash of its own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "data").mkdir()
    window = open_window(own_library.library)
    window.resize(1300, 800)
    qtbot.waitUntil(lambda: window.browse.count == 8, timeout=WAIT_MS)
    wait_until_read(qtbot, window)
    return window


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
    qtbot: QtBot, browsing: MainWindow
) -> None:
    assert not browsing.selection.isVisible()
    select(browsing.browse, "beach-0.jpg")
    wait_for_count(qtbot, browsing, "1 selected")
    assert not browsing.selection.isVisible(), "of one photo, its menu suffices"
    select(browsing.browse, "beach-0.jpg", "flower-0.jpg", "flower-1.jpg")
    wait_for_count(qtbot, browsing, "3 selected")
    assert browsing.selection.isVisible()
    assert all(made.isEnabled() for made in browsing.selection.buttons.values())
    browsing.selection.buttons["clear_selection"].click()
    qtbot.waitUntil(lambda: not browsing.selection.isVisible(), timeout=WAIT_MS)
    assert selected(browsing.browse) == []


def test_without_the_mouse_the_selection_is_cleared_by_a_key_or_a_button(
    qtbot: QtBot, browsing: MainWindow
) -> None:
    select(browsing.browse, "beach-0.jpg", "flower-0.jpg")
    QTest.keyClick(browsing.browse.grid, Qt.Key.Key_D, _CONTROL)
    assert selected(browsing.browse) == []
    select(browsing.browse, "beach-0.jpg", "flower-0.jpg")
    qtbot.waitUntil(browsing.selection.isVisible, timeout=WAIT_MS)
    button = browsing.selection.buttons["clear_selection"]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(browsing.browse.grid.hasFocus, timeout=WAIT_MS)
    assert selected(browsing.browse) == []


def test_all_photos_are_selected_by_a_menu_and_by_a_key(qtbot: QtBot, browsing: MainWindow) -> None:
    browsing.sidebar.setFocus()
    browsing.action_set.run("select_all")
    wait_for_count(qtbot, browsing, "8 selected")
    QTest.keyClick(browsing.browse.grid, Qt.Key.Key_D, _CONTROL)
    wait_for_count(qtbot, browsing, "0 selected")
    QTest.keyClick(browsing.browse.grid, Qt.Key.Key_A, _CONTROL)
    wait_for_count(qtbot, browsing, "8 selected")
    shown = browsing.browse.model.photo(0)
    assert shown is not None
    entries = [action.text() for action in browsing.browse.menu(shown).actions()]
    assert "Select all" in entries


def test_the_bar_belongs_to_the_view_that_is_shown(
    qtbot: QtBot, browsing: MainWindow, own_library: IndexedLibrary
) -> None:
    select(browsing.browse, "beach-0.jpg", "flower-0.jpg")
    wait_for_count(qtbot, browsing, "2 selected")
    drop_files(browsing, own_library.picture("beach", 0))
    wait_for_results(qtbot, browsing, "beach-0.jpg")
    assert not browsing.selection.isVisible()
    QTest.keyClick(browsing, Qt.Key.Key_Escape)
    assert browsing.selection.isVisible()


def test_in_a_narrow_window_the_buttons_of_the_bar_are_icons(
    qtbot: QtBot, browsing: MainWindow
) -> None:
    select(browsing.browse, "beach-0.jpg", "flower-0.jpg")
    qtbot.waitUntil(browsing.selection.isVisible, timeout=WAIT_MS)
    trash = browsing.selection.buttons["trash"]
    assert trash.text().strip() == "Move to trash"
    browsing.resize(800, 600)
    qtbot.waitUntil(lambda: trash.text() == "", timeout=WAIT_MS)
    assert trash.accessibleName() == "Move to trash"
    assert browsing.width() == 800


def test_menus_count_the_photos(qtbot: QtBot, browsing: MainWindow) -> None:
    select(browsing.browse, "beach-0.jpg", "flower-0.jpg", "flower-1.jpg")
    photo = browsing.browse.grid.selection.current_photo()
    assert photo is not None
    texts = [entry.text() for entry in browsing.browse.menu(photo).actions()]
    assert "Move 3 photos to folder…" in texts
    assert "Find similar to 3 photos" in texts
    entry = next(entry for entry in browsing.menuBar().actions() if entry.text() == "&Photo")
    menu = entry.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    assert "Move 3 photos to trash" in [entry.text() for entry in menu.actions()]
    select(browsing.browse, "beach-0.jpg")
    menu.aboutToShow.emit()
    assert "Move to trash" in [entry.text() for entry in menu.actions()]


def test_find_similar_takes_all_selected_photos_and_the_right_column_shows_them(
    qtbot: QtBot, browsing: MainWindow
) -> None:
    select(browsing.browse, "beach-0.jpg", "flower-0.jpg")
    qtbot.waitUntil(browsing.selection.isVisible, timeout=WAIT_MS)
    browsing.selection.buttons["find_similar"].click()
    qtbot.waitUntil(lambda: len(names(browsing)) == 8, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: len(chips(browsing)) == 2, timeout=WAIT_MS)
    assert sorted(chips(browsing)) == ["Like beach-0.jpg", "Like flower-0.jpg"]
    assert all(chip.isVisible() for chip in browsing.panel.examples.chips)
    assert {name.partition("-")[0] for name in names(browsing)[:4]} == {"beach", "flower"}
    beach = next(chip for chip in browsing.panel.examples.chips if "beach" in chip.accessibleName())
    QTest.mouseClick(beach, Qt.MouseButton.LeftButton)
    wait_for_results(qtbot, browsing, "flower-0.jpg")
    qtbot.waitUntil(lambda: chips(browsing) == [], timeout=WAIT_MS)


def test_a_single_photo_is_found_without_being_selected(qtbot: QtBot, browsing: MainWindow) -> None:
    browsing.browse.grid.setFocus()
    browsing.browse.grid.selection.select([], 2)
    name = browsing.browse.model.files([2])[0].name
    QTest.keyClick(browsing.browse.grid, Qt.Key.Key_S)
    wait_for_results(qtbot, browsing, name)
    assert chips(browsing) == []


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
    qtbot: QtBot, browsing: MainWindow
) -> None:
    select(browsing.browse, "beach-0.jpg", "flower-0.jpg")
    QTest.keyClick(browsing.browse.grid, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: browsing.browse.count == 6, timeout=WAIT_MS)
    assert selected(browsing.browse) == []
    wait_for_message(qtbot, browsing, "moved to the trash")
    QTest.keyClick(browsing.browse.grid, Qt.Key.Key_Z, _CONTROL)
    qtbot.waitUntil(lambda: browsing.browse.count == 8, timeout=WAIT_MS)
    assert selected(browsing.browse) == ["beach-0.jpg", "flower-0.jpg"]
    wait_for_count(qtbot, browsing, "2 selected")


@pytest.mark.slow
def test_a_selection_that_was_made_since_stays_when_a_trash_is_undone(
    qtbot: QtBot, browsing: MainWindow
) -> None:
    select(browsing.browse, "beach-0.jpg")
    QTest.keyClick(browsing.browse.grid, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: browsing.browse.count == 7, timeout=WAIT_MS)
    wait_for_message(qtbot, browsing, "moved to the trash")
    select(browsing.browse, "flower-1.jpg")
    QTest.keyClick(browsing.browse.grid, Qt.Key.Key_Z, _CONTROL)
    qtbot.waitUntil(lambda: browsing.browse.count == 8, timeout=WAIT_MS)
    assert selected(browsing.browse) == ["flower-1.jpg"]


@pytest.mark.slow
def test_a_photo_that_is_moved_stays_selected_in_every_view(
    qtbot: QtBot, browsing: MainWindow, own_library: IndexedLibrary, desk: FakeDesk
) -> None:
    desk.folder = own_library.photos / "best"
    desk.folder.mkdir()
    drop_files(browsing, own_library.picture("beach", 0))
    wait_for_results(qtbot, browsing, "beach-0.jpg")
    select(browsing.results, "beach-1.jpg")
    QTest.keyClick(browsing.results.grid, Qt.Key.Key_M, _CONTROL | _SHIFT)
    moved = desk.folder / "beach-1.jpg"
    paths = browsing.results.model.files
    qtbot.waitUntil(lambda: moved in paths(list(range(len(names(browsing))))), timeout=WAIT_MS)
    assert browsing.results.grid.selection.files() == [moved]


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
