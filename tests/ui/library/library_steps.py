"""Steps of a user with folders and jobs, and what tests wait for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop_app.ui.library.root_row import RootRow
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS


def wait_until_idle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window._services.jobs.running is None, timeout=2 * WAIT_MS)


def wait_for_progress(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until some photos of a job are indexed."""

    def is_indexing() -> bool:
        text = window.work.strip.text
        return text.startswith("Indexing") and not text.startswith("Indexing 0")

    qtbot.waitUntil(is_indexing, timeout=WAIT_MS)


def row_of(window: MainWindow, name: str = "photos") -> RootRow:
    return next(row for row in window.sidebar.rows if f"/{name}, " in row.accessibleName())


def wait_for_row_text(qtbot: QtBot, window: MainWindow, text: str, name: str = "photos") -> None:
    """Wait for the second line of a folder's row."""

    def is_shown() -> bool:
        found = [row for row in window.sidebar.rows if f"/{name}, " in row.accessibleName()]
        return [row.state_text for row in found] == [text]

    qtbot.waitUntil(is_shown, timeout=WAIT_MS)


def open_menu(row: RootRow) -> QMenu:
    QTest.mouseClick(row.more, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(row: RootRow, text: str) -> None:
    """Trigger an action of a row's menu."""
    menu = open_menu(row)
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()
