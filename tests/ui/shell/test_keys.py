"""Keys work wherever they make sense, and never where one writes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.shell.window_actions import shortcut_groups
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.gestures import drop_files, names, wait_for_results

_CONTROL = Qt.KeyboardModifier.ControlModifier
Opener = Callable[[Path], MainWindow]


@pytest.fixture
def window(qtbot: QtBot, open_window: Opener, own_library: IndexedLibrary) -> MainWindow:
    opened = open_window(own_library.library)
    opened.resize(1300, 800)
    activate(qtbot, opened)
    qtbot.waitUntil(lambda: opened.browse.count == 8, timeout=WAIT_MS)
    return opened


def activate(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window, timeout=WAIT_MS)


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """As the keyboard does: the key goes to what has the focus."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, held)


def test_at_the_start_the_photos_have_the_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(window.browse.grid.hasFocus, timeout=WAIT_MS)
    press(Qt.Key.Key_Right)
    assert window.browse.grid.currentIndex().row() == 1


def test_keys_for_photos_work_from_the_sidebar(qtbot: QtBot, window: MainWindow) -> None:
    window.browse.grid.selection.select([(2, 2)], 2)
    window.sidebar.more.setFocus()
    qtbot.waitUntil(lambda: window.browse.model.photo(2) is not None, timeout=WAIT_MS)
    shown = window.browse.model.photo(2)
    assert shown is not None
    press(Qt.Key.Key_S)
    wait_for_results(qtbot, window, shown.path.name)


def test_keys_for_photos_work_after_a_dialog_was_closed(qtbot: QtBot, window: MainWindow) -> None:
    window.browse.grid.selection.select([(0, 2)], 0)
    window.sidebar.more.setFocus()
    press(Qt.Key.Key_Comma, _CONTROL)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window.settings, timeout=WAIT_MS)
    press(Qt.Key.Key_Escape)
    activate(qtbot, window)
    press(Qt.Key.Key_E, _CONTROL)
    qtbot.waitUntil(window.export_panel.isVisible, timeout=WAIT_MS)


def test_arrow_keys_that_nothing_takes_go_to_the_photos(window: MainWindow) -> None:
    window.browse.grid.selection.select([(2, 2)], 2)
    window.setFocus()
    press(Qt.Key.Key_Right)
    assert window.browse.grid.hasFocus()
    assert window.browse.grid.currentIndex().row() == 3


def test_a_search_opened_from_the_sidebar_leaves_the_keyboard_to_the_photos(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary
) -> None:
    drop_files(window, own_library.picture("beach", 0))
    wait_for_results(qtbot, window, "beach-0.jpg")
    recent = window.sidebar.searches
    recent.recent_fold.heading.setChecked(True)
    qtbot.waitUntil(lambda: recent.recent.count() == 1, timeout=WAIT_MS)
    window.commands.show_view("photos")
    recent.recent.setFocus()
    recent.recent.setCurrentRow(0)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(window.results.grid.hasFocus, timeout=WAIT_MS)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_S)
    second = names(window)[1]
    wait_for_results(qtbot, window, second)


def test_delete_in_the_sidebar_never_moves_a_photo_to_the_trash(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary
) -> None:
    window.browse.grid.selectAll()
    window.sidebar.more.setFocus()
    press(Qt.Key.Key_Delete)
    qtbot.wait(50)
    assert not window._services.file_work.is_busy
    assert len(list(own_library.photos.iterdir())) == 8


def test_a_letter_in_a_text_field_is_written_and_searches_nothing(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary
) -> None:
    drop_files(window, own_library.picture("beach", 0))
    wait_for_results(qtbot, window, "beach-0.jpg")
    window.results.grid.selection.select([(1, 1)], 1)
    press(Qt.Key.Key_S, _CONTROL)
    saved = window.sidebar.searches.saved
    qtbot.waitUntil(lambda: saved.findChild(QLineEdit) is not None, timeout=WAIT_MS)
    editor = saved.findChild(QLineEdit)
    assert editor is not None
    qtbot.waitUntil(editor.hasFocus, timeout=WAIT_MS)
    QTest.keyClicks(editor, "s+-=")
    assert editor.text() == "s+-="
    assert names(window)[0] == "beach-0.jpg"


def open_viewer(qtbot: QtBot, window: MainWindow) -> None:
    """Press Space on the first photo, once its row is read."""
    qtbot.waitUntil(lambda: window.browse.model.known_photo(0) is not None, timeout=WAIT_MS)
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(window.viewer.isVisible, timeout=WAIT_MS)


def test_f6_goes_to_the_photos_from_anywhere(qtbot: QtBot, window: MainWindow) -> None:
    for start in (window.sidebar.more, window.bar.settings, window.filters.slider):
        start.setFocus()
        press(Qt.Key.Key_F6)
        assert window.browse.grid.hasFocus()
    open_viewer(qtbot, window)
    window.viewer.bar.buttons["view_details"].setFocus()
    press(Qt.Key.Key_F6)
    assert window.viewer.hasFocus()


def test_in_the_viewer_keys_are_about_its_photo_alone(qtbot: QtBot, window: MainWindow) -> None:
    window.browse.grid.selection.select([(0, 2)], 0)
    window.browse.grid.setFocus()
    open_viewer(qtbot, window)
    press(Qt.Key.Key_E, _CONTROL)
    assert window.export_panel.heading.text() == "Export 1 photo"


def test_choosing_a_view_leaves_the_keyboard_to_its_photos(window: MainWindow) -> None:
    window.sidebar.views["view:photos"].setFocus()
    press(Qt.Key.Key_Space)
    assert window.browse.grid.hasFocus()


def test_f11_shows_the_window_in_full_screen_and_back(window: MainWindow) -> None:
    press(Qt.Key.Key_F11)
    assert window.isFullScreen()
    press(Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_no_key_of_the_window_is_one_of_the_photos() -> None:
    groups = shortcut_groups()
    window, photos = ({key.toString() for a in actions for key in a.shortcuts}
                      for _, actions in groups[:2])  # fmt: skip
    assert window & photos == set()


def current_name(window: MainWindow) -> str:
    view = window.switcher.photos
    assert view is not None
    shown = view.grid.selection.selected_current_photo()
    return shown.path.name if shown else ""


def wait_for_name(qtbot: QtBot, window: MainWindow, start: str) -> None:
    qtbot.waitUntil(lambda: current_name(window).startswith(start), timeout=WAIT_MS)


def wait_for_another(qtbot: QtBot, window: MainWindow, before: str) -> None:
    qtbot.waitUntil(lambda: current_name(window) not in ("", before), timeout=WAIT_MS)


def test_a_typed_name_goes_to_its_photo(qtbot: QtBot, window: MainWindow) -> None:
    window.browse.grid.setFocus()
    for typed in ("PORT", "fl"):
        QTest.keyClicks(window.browse.grid, typed)
        wait_for_name(qtbot, window, typed.lower())
        window.browse.grid.typing._pause.stop()
    QTest.keyClicks(window.browse.grid, "flower-1")
    qtbot.waitUntil(lambda: current_name(window) == "flower-1.jpg", timeout=WAIT_MS)


def test_the_same_letter_again_goes_to_the_next_photo(qtbot: QtBot, window: MainWindow) -> None:
    grid, seen = window.browse.grid, set()
    grid.setFocus()
    for _ in range(2):
        before = current_name(window)
        QTest.keyClicks(grid, "b")
        wait_for_another(qtbot, window, before)
        seen.add(current_name(window))
        grid.typing._pause.stop()
    assert seen == {"beach-0.jpg", "beach-1.jpg"}


def test_letters_of_a_name_are_no_shortcuts(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary
) -> None:
    (own_library.photos / "beach-0.jpg").rename(own_library.photos / "sunset-0.jpg")
    window.commands.rescan()
    qtbot.waitUntil(lambda: not window._services.jobs.running, timeout=WAIT_MS)
    grid = window.browse.grid
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_S, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(grid, "unset")
    qtbot.waitUntil(lambda: current_name(window) == "sunset-0.jpg", timeout=WAIT_MS)
    assert not window.search_flow.has_query


def test_names_are_typed_among_results_too(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary
) -> None:
    drop_files(window, own_library.picture("beach", 0))
    wait_for_results(qtbot, window, "beach-0.jpg")
    QTest.keyClicks(window.results.grid, "flower")
    assert current_name(window).startswith("flower")
    QTest.keyClicks(window.results.grid, "-9")
    assert current_name(window).startswith("flower")
