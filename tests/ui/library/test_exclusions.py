"""The dialog for excluded files, with real child processes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.exclusions import Exclusions
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.library.exclusions_dialog import ExclusionsDialog
from desktop_app.ui.library.root_menu import RootAction
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.library.library_steps import wait_until_idle

Opener = Callable[[Path], MainWindow]


def opened(window: MainWindow) -> ExclusionsDialog:
    """The dialog, opened from the menu of the sidebar."""
    QTest.mouseClick(window.sidebar.more, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Excluded files…").trigger()
    menu.close()
    return window.findChildren(ExclusionsDialog)[-1]


def wait_for_count(qtbot: QtBot, window: MainWindow, text: str) -> None:
    qtbot.waitUntil(lambda: window.sidebar._count.text() == text, timeout=WAIT_MS)


@pytest.mark.slow
def test_excluded_photos_go_and_come_back(
    qtbot: QtBot, open_window: Opener, own_library: IndexedLibrary
) -> None:
    window = open_window(own_library.library)
    wait_for_count(qtbot, window, "8 photos")
    dialog = opened(window)
    QTest.keyClicks(dialog.patterns, "beach-*")
    dialog.save.click()
    assert not dialog.isVisible()
    kept = [name for name in own_library.photos.rglob("*.jpg") if not name.name.startswith("beach")]
    wait_until_idle(qtbot, window)
    wait_for_count(qtbot, window, f"{len(kept)} photos")
    again = opened(window)
    assert again.patterns.toPlainText() == "beach-*"
    again.patterns.clear()
    again.save.click()
    wait_until_idle(qtbot, window)
    wait_for_count(qtbot, window, "8 photos")


@pytest.mark.slow
def test_a_folder_is_excluded_from_its_menu(
    qtbot: QtBot, open_window: Opener, own_library: IndexedLibrary
) -> None:
    for name in ("trip", "trip [1]"):
        (own_library.photos / name).mkdir()
        shutil.copy(own_library.picture("beach", 1), own_library.photos / name / "a.jpg")
    window = open_window(own_library.library)
    window.commands.rescan()
    wait_until_idle(qtbot, window)
    wait_for_count(qtbot, window, "10 photos")
    window.library_actions.run(RootAction.EXCLUDE, own_library.photos / "trip [1]")
    dialog = window.findChildren(ExclusionsDialog)[-1]
    assert dialog.patterns.toPlainText() == r"/trip \[1]/"
    dialog.save.click()
    wait_until_idle(qtbot, window)
    wait_for_count(qtbot, window, "9 photos")


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, window: MainWindow) -> ExclusionsDialog:
    made = ExclusionsDialog(theme, Exclusions(("*.tmp", "!caf\udce9"), follow_links=True), window)
    made.show()
    return made


def test_a_pattern_that_is_not_valid_is_told_and_nothing_is_saved(dialog: ExclusionsDialog) -> None:
    saved: list[Exclusions] = []
    dialog.saved.connect(saved.append)
    dialog.patterns.setPlainText("*.tmp\n[z-a]")
    dialog.save.click()
    assert "“[z-a]” is not a valid pattern" in dialog.complaint.text()
    assert dialog.complaint.isVisible()
    assert dialog.isVisible()
    QTest.keyClicks(dialog.patterns, "x")
    assert not dialog.complaint.isVisible()
    dialog.cancel.click()
    assert saved == []


def test_empty_lines_are_dropped_and_all_else_is_kept(
    dialog: ExclusionsDialog,
) -> None:
    saved: list[Exclusions] = []
    dialog.saved.connect(saved.append)
    dialog.patterns.setPlainText(f"\na b/\n  \n{dialog.patterns.toPlainText()}\n")
    dialog.save.click()
    assert saved == [Exclusions(("a b/", "*.tmp", "!caf\udce9"), follow_links=True)]


def test_links_are_ignored_or_followed(dialog: ExclusionsDialog) -> None:
    saved: list[Exclusions] = []
    dialog.saved.connect(saved.append)
    ignore, follow = dialog.links.buttons
    assert (ignore.isChecked(), follow.isChecked()) == (False, True)
    follow.click()
    assert follow.isChecked()
    ignore.click()
    dialog.save.click()
    assert [each.follow_links for each in saved] == [False]
