"""What can be done with the photo in the viewer: real files, a real trash in a temporary folder."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.ui.kit.widgets import IconButton
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.library.library_steps import wait_until_idle
from tests.ui.photos.photo_action_steps import shown, wait_until_gone


@pytest.fixture
def window(own_window: MainWindow) -> MainWindow:
    return own_window


@pytest.mark.slow
def test_the_photo_in_the_viewer_goes_to_the_trash_and_the_next_comes(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary
) -> None:
    first, second = (window.browse.model.files([row])[0] for row in (0, 1))
    grid, viewer = window.browse.grid, window.viewer
    grid.setCurrentIndex(window.browse.model.index(0, 0))
    QTest.keyClick(grid, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: viewer.current.photo is not None, timeout=WAIT_MS)
    QTest.keyClick(viewer, Qt.Key.Key_Delete)
    qtbot.waitUntil(viewer.message.isVisible, timeout=WAIT_MS)
    assert "1 photo moved to the trash" in viewer.message.text
    assert not first.exists()
    wait_until_gone(qtbot, window, first.name)
    assert viewer.isVisible()
    assert viewer.current.photo is not None
    assert viewer.current.photo.path == second
    assert "1 of 7" in viewer.bar.text
    assert window.message.notice is viewer.message.notice
    viewer.message.button.click()
    qtbot.waitUntil(first.exists, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: "Move undone" in viewer.message.text, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: len(shown(window)) == 8, timeout=WAIT_MS)
    assert viewer.current.photo.path == second
    close = viewer.message.findChildren(IconButton)[-1]
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert window.message.notice is viewer.message.notice is None
    wait_until_idle(qtbot, window)


@pytest.mark.slow
def test_undo_works_in_the_viewer_by_its_key_too(qtbot: QtBot, window: MainWindow) -> None:
    last = window.browse.model.files([7])[0]
    window.browse.grid.setCurrentIndex(window.browse.model.index(7, 0))
    QTest.keyClick(window.browse.grid, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.viewer.current.photo is not None, timeout=WAIT_MS)
    window.viewer.bar.buttons["view_trash"].click()
    wait_until_gone(qtbot, window, last.name)
    qtbot.waitUntil(lambda: "7 of 7" in window.viewer.bar.text, timeout=WAIT_MS)
    QTest.keyClick(window.viewer, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(last.exists, timeout=WAIT_MS)
    wait_until_idle(qtbot, window)


@pytest.mark.slow
def test_without_a_photo_left_the_viewer_closes(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary
) -> None:
    window.browse.grid.setCurrentIndex(window.browse.model.index(0, 0))
    QTest.keyClick(window.browse.grid, Qt.Key.Key_Space)
    for _ in range(8):
        before = len(shown(window))
        QTest.keyClick(window.viewer, Qt.Key.Key_Delete)
        qtbot.waitUntil(lambda before=before: len(shown(window)) < before, timeout=WAIT_MS)  # type: ignore[misc]
    qtbot.waitUntil(lambda: not window.viewer.isVisible(), timeout=WAIT_MS)
    assert list(own_library.photos.iterdir()) == []
    wait_until_idle(qtbot, window)
