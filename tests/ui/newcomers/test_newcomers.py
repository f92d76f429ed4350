"""A folder is checked for photos that the library does not have."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.core.jobs.duplicate_events import Standing
from desktop_app.core.jobs.job_output import Cancelled
from desktop_app.ui.kit.language import Language
from desktop_app.ui.newcomers.newcomers_dialog import NewcomersDialog
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, FakeDesk, IndexedLibrary
from tests.ui.newcomers.conftest import open_dialog, rows, show_tab, wait_for_end

pytestmark = pytest.mark.slow


def double_click(dialog: NewcomersDialog, index: QModelIndex) -> None:
    place = dialog.list.visualRect(index).center()
    left, no_keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(dialog.list.viewport(), left, no_keys, place)
    QTest.mouseDClick(dialog.list.viewport(), left, no_keys, place)


def test_each_photo_is_listed_by_what_the_library_has_of_it(
    dialog: NewcomersDialog, own_library: IndexedLibrary
) -> None:
    titles = [made.text() for made in dialog.tabs.buttons]
    assert titles == ["New  1", "Known  1", "Better  1", "Unreadable  1"]
    assert rows(dialog) == [("DCIM/new.jpg", "")]
    assert dialog.list.isColumnHidden(1)
    show_tab(dialog, Standing.KNOWN)
    assert rows(dialog) == [("known.jpg", str(own_library.picture("beach", 0)))]
    show_tab(dialog, Standing.BETTER)
    assert rows(dialog) == [("better.jpg", str(own_library.picture("flower", 1)))]
    show_tab(dialog, Standing.UNREADABLE)
    sentence = "broken.jpg is empty. Copy the photo again from its source."
    assert rows(dialog) == [("broken.jpg", sentence)]
    assert dialog.status.text == "4 photos checked."


def test_a_double_click_shows_the_known_photo_or_else_the_file(
    dialog: NewcomersDialog, own_library: IndexedLibrary, card: Path, desk: FakeDesk
) -> None:
    double_click(dialog, dialog.photos.index(0, 0))
    assert desk.shown == [card / "DCIM" / "new.jpg"]
    show_tab(dialog, Standing.KNOWN)
    double_click(dialog, dialog.photos.index(0, 1))
    assert desk.shown[1:] == [own_library.picture("beach", 0)]


def test_a_file_that_is_gone_is_told(dialog: NewcomersDialog, card: Path, desk: FakeDesk) -> None:
    shutil.rmtree(card)
    double_click(dialog, dialog.photos.index(0, 0))
    assert desk.shown == []
    assert "new.jpg does not exist" in dialog.message.text


def test_an_empty_folder_has_no_photos(
    qtbot: QtBot, own_window: MainWindow, desk: FakeDesk, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    dialog = open_dialog(own_window, desk, tmp_path / "empty")
    wait_for_end(qtbot, own_window)
    assert dialog.status.text == "This folder contains no photos."
    assert dialog.empty_text == "No new photos"
    assert not dialog.copy.isEnabled()


def test_a_folder_that_the_library_has_as_a_whole_is_told(
    qtbot: QtBot, own_window: MainWindow, desk: FakeDesk, card: Path
) -> None:
    for name in ("DCIM/new.jpg", "better.jpg", "broken.jpg"):
        (card / name).unlink()
    dialog = open_dialog(own_window, desk, card)
    wait_for_end(qtbot, own_window)
    assert dialog.status.text == "The library has all photos of this folder."


def test_a_folder_that_cannot_be_read_is_told(
    qtbot: QtBot, own_window: MainWindow, desk: FakeDesk, tmp_path: Path
) -> None:
    dialog = open_dialog(own_window, desk, tmp_path / "gone")
    wait_for_end(qtbot, own_window)
    assert dialog.status.text.endswith("gone is not a readable folder. Check its name and"
                                       " permissions.")  # fmt: skip
    assert dialog.empty_text == ""


def test_another_folder_replaces_the_one_before(
    qtbot: QtBot, own_window: MainWindow, dialog: NewcomersDialog, desk: FakeDesk, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    desk.folder = tmp_path / "empty"
    dialog.other.click()
    assert rows(dialog) == []
    wait_for_end(qtbot, own_window)
    assert own_window.commands.newcomers.dialog is dialog
    assert dialog.status.text == "This folder contains no photos."


def test_a_check_is_stopped(own_window: MainWindow, desk: FakeDesk, card: Path) -> None:
    dialog = open_dialog(own_window, desk, card)
    assert dialog.status.stop.isVisible()
    dialog.status.stop.click()
    assert dialog.status.text == "Stopped."
    assert not dialog.status.stop.isVisible()
    assert not own_window._services.folder_check.is_running


def test_closing_the_dialog_ends_the_check(
    own_window: MainWindow, desk: FakeDesk, card: Path
) -> None:
    dialog = open_dialog(own_window, desk, card)
    dialog.close_button.click()
    assert own_window.commands.newcomers.check.outcome == Cancelled()
    assert not own_window._services.folder_check.is_running
    assert own_window.commands.newcomers.dialog is None


def test_the_check_stays_in_another_language(
    own_window: MainWindow, dialog: NewcomersDialog, language: Language
) -> None:
    assert dialog.isVisible()
    language.choose("zh_CN")
    reworded = own_window.commands.newcomers.dialog
    assert reworded is not None
    assert not dialog.isVisible()
    assert reworded.status.text == "已检查 4 张照片。"
    assert rows(reworded) == [("DCIM/new.jpg", "")]


def test_an_empty_library_offers_no_check(
    qtbot: QtBot, open_window: Callable[[Path], MainWindow], tmp_path: Path
) -> None:
    window = open_window(tmp_path / "library")
    qtbot.waitUntil(lambda: window.library.indexed == 0, timeout=WAIT_MS)
    assert not window.action_set.is_enabled("check_folder")
