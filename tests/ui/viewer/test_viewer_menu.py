"""What can be done with the photo in the viewer: its menu, renaming, full screen, enlarging."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop_app.ui.renaming.rename_dialog import RenameDialog
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.system.file_urls import local_path
from desktop_app.ui.viewer.photo_viewer import PhotoViewer
from tests.ui.conftest import WAIT_MS, FakeDesk, IndexedLibrary
from tests.ui.gestures import names, wait_for_results
from tests.ui.viewer.viewer_steps import open_photo, open_result


@pytest.fixture
def window(own_window: MainWindow) -> MainWindow:
    own_window.resize(1000, 800)
    return own_window


def entries(window: MainWindow) -> dict[str, QAction]:
    menu = window.viewing_flow.viewer_menu.menu()
    assert menu is not None
    return {entry.text(): entry for entry in menu.actions()}


def name(viewer: PhotoViewer) -> str:
    return viewer.current.photo.path.name if viewer.current.photo else ""


def test_the_menu_has_the_actions_on_the_photo_and_those_of_the_viewer(
    qtbot: QtBot, window: MainWindow
) -> None:
    viewer = open_photo(qtbot, window, "beach-0.jpg")
    texts = set(entries(window))
    assert {"Find similar", "More like this", "Open", "Copy", "Rename…", "Move to folder…"} < texts
    assert {"Move to trash", "Full screen", "Enlarge small photos", "100 %"} < texts
    assert "View" not in texts
    keys = {text: entry.shortcut().toString() for text, entry in entries(window).items()}
    assert (keys["Copy"], keys["More like this"]) == ("Ctrl+C", ""), "+ zooms there"
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(9, 9), QPoint(9, 9))
    QApplication.sendEvent(viewer.compare_view.photo, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()


def test_the_menu_is_about_the_photo_in_sight_also_if_others_are_selected(
    qtbot: QtBot, window: MainWindow
) -> None:
    viewer = open_photo(qtbot, window, "beach-0.jpg")
    row = window.browse.grid.currentIndex().row()
    window.browse.grid.selection.select([(0, 7)], row)
    assert "Move to folder…" in entries(window)
    QTest.keyClick(viewer, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    mime = QGuiApplication.clipboard().mimeData()
    copied = [path.name for url in mime.urls() if (path := local_path(url)) is not None]
    assert copied == ["beach-0.jpg"]


def test_s_finds_photos_like_the_one_in_sight(qtbot: QtBot, window: MainWindow) -> None:
    viewer = open_photo(qtbot, window, "flower-1.jpg")
    QTest.keyClick(viewer, Qt.Key.Key_S)
    wait_for_results(qtbot, window, "flower-1.jpg")
    assert not viewer.isVisible()


@pytest.mark.slow
def test_a_photo_gets_another_name_in_the_viewer(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary
) -> None:
    viewer = open_photo(qtbot, window, "beach-0.jpg")
    QTest.keyClick(viewer, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: window.findChild(RenameDialog) is not None, timeout=WAIT_MS)
    dialog = window.findChild(RenameDialog)
    assert dialog is not None
    dialog.name.setText("sunset")
    dialog.rename.click()
    qtbot.waitUntil(lambda: name(viewer) == "sunset.jpg", timeout=WAIT_MS)
    assert "sunset.jpg" in viewer.bar.text
    assert viewer.isVisible()
    assert (own_library.photos / "sunset.jpg").exists()


@pytest.mark.slow
def test_the_next_photo_comes_when_this_one_is_moved_away(
    qtbot: QtBot, window: MainWindow, desk: FakeDesk, tmp_path: Path
) -> None:
    desk.folder = tmp_path / "elsewhere"
    desk.folder.mkdir()
    viewer = open_photo(qtbot, window, "beach-0.jpg")
    entries(window)["Move to folder…"].trigger()
    qtbot.waitUntil(lambda: window.browse.count == 7, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: name(viewer) not in ("", "beach-0.jpg"), timeout=WAIT_MS)
    assert "of 7" in viewer.bar.text


def test_f11_shows_the_photo_alone_on_the_screen_and_escape_comes_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    viewer = open_photo(qtbot, window, "beach-0.jpg")
    QTest.keyClick(viewer, Qt.Key.Key_F11)
    assert window.isFullScreen()
    assert viewer.bar.isHidden()
    assert window.menuBar().isHidden()
    QTest.keyClick(viewer, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert viewer.isVisible()
    assert viewer.bar.isVisible()
    assert window.menuBar().isVisible()
    QTest.keyClick(viewer, Qt.Key.Key_F11)
    viewer.leave()
    assert not window.isFullScreen()


def test_a_window_that_is_closed_in_full_screen_does_not_open_so(
    qtbot: QtBot, window: MainWindow, open_window: Callable[[Path], MainWindow],
    own_library: IndexedLibrary,
) -> None:  # fmt: skip
    QTest.keyClick(open_photo(qtbot, window, "beach-0.jpg"), Qt.Key.Key_F11)
    window.close_at_once()
    assert not open_window(own_library.library).isFullScreen()


def test_small_photos_are_enlarged_to_fill_the_window_if_the_user_wants(
    qtbot: QtBot, window: MainWindow
) -> None:
    viewer = open_photo(qtbot, window, "beach-0.jpg")
    zoom = viewer.compare_view.photo.zoom
    assert zoom.percent == pytest.approx(100)
    QTest.keyClick(viewer, Qt.Key.Key_E)
    assert zoom.percent > 150
    assert f"{zoom.percent:.0f} %" in viewer.bar.text
    QTest.keyClick(viewer, Qt.Key.Key_Right)
    assert zoom.percent > 150, "the next photo, too"
    QTest.keyClick(viewer, Qt.Key.Key_E)
    assert zoom.percent == pytest.approx(100)


def test_results_have_the_menu_too(qtbot: QtBot, window: MainWindow) -> None:
    viewer = open_photo(qtbot, window, "beach-0.jpg")
    QTest.keyClick(viewer, Qt.Key.Key_S)
    wait_for_results(qtbot, window, "beach-0.jpg")
    open_result(qtbot, window, 1)
    second = names(window)[1]
    entries(window)["More like this"].trigger()
    qtbot.waitUntil(lambda: len(window.bar.chips.chips) == 2, timeout=WAIT_MS)
    assert second in window.bar.chips.chips[1].accessibleName()
