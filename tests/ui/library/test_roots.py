"""The library's folders in the sidebar: their state and their actions."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.library_status import root_counts
from desktop_app.ui.jobs.root_work import RootWork
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import MANY, WAIT_MS, FakeDesk, IndexedLibrary
from tests.ui.gestures import wait_for_message
from tests.ui.library.library_steps import (
    choose,
    open_menu,
    row_of,
    wait_for_progress,
    wait_for_row_text,
    wait_until_idle,
)

Opener = Callable[[Path], MainWindow]

RESCAN = "Rescan"
REREAD = "Read again"
REMOVE = "Remove from library…"
MOVED = "Locate moved folder…"


@pytest.fixture
def window(qtbot: QtBot, open_window: Opener, own_library: IndexedLibrary) -> MainWindow:
    """On a library of eight photos in one folder, wide enough for the sidebar."""
    window = open_window(own_library.library)
    window.resize(1200, 800)
    wait_for_row_text(qtbot, window, "8 photos")
    return window


def entries(menu: QMenu) -> dict[str, bool]:
    """What is offered, and whether it can be chosen now."""
    return {action.text(): action.isEnabled() for action in menu.actions() if action.text()}


def mark_all_cameras(library: IndexedLibrary) -> None:
    """Store a camera that decoding a photo overwrites."""
    connection = sqlite3.connect(LibraryFiles(library.library).catalogue)
    with connection:
        connection.execute("UPDATE photos SET camera = 'not decoded'")
    connection.close()


def cameras(library: IndexedLibrary) -> set[str]:
    with Catalogue(LibraryFiles(library.library)) as catalogue:
        return {camera for (camera,) in catalogue.rows("SELECT camera FROM photos")}


def roots(library: IndexedLibrary) -> dict[str, int]:
    with Catalogue(LibraryFiles(library.library)) as catalogue:
        counts = root_counts(catalogue)
        return {root.path.name: counts[root.id].indexed for root in catalogue.roots()}


@pytest.mark.slow
def test_a_root_shows_how_many_photos_failed_and_lists_them(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary
) -> None:
    (own_library.photos / "empty.jpg").touch()
    choose(row_of(window), RESCAN)
    wait_for_row_text(qtbot, window, "8 photos · 1 failed")
    choose(row_of(window), "Failed photos (1)")
    qtbot.waitUntil(window.work.details.isVisible, timeout=WAIT_MS)
    assert "empty.jpg is empty" in window.work.details.sentences[0]


def test_the_menu_opens_by_button_right_click_and_keyboard(window: MainWindow) -> None:
    row = row_of(window)
    texts = {RESCAN, REREAD, "Pause", "Show in file manager", MOVED, REMOVE, "Show photos"}
    limit = "Search in this folder"
    menu = open_menu(row)
    assert entries(menu) == {**dict.fromkeys(texts, True), limit: False}
    menu.close()
    for reason, place in (
        (QContextMenuEvent.Reason.Mouse, row.rect().center()),
        (QContextMenuEvent.Reason.Keyboard, QPoint()),
    ):
        row.more.setFocus()
        QApplication.sendEvent(
            row.more, QContextMenuEvent(reason, place, row.more.mapToGlobal(place))
        )
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, QMenu)
        assert set(entries(popup)) == {*texts, limit}
        popup.close()
    row.more.setFocus()
    QTest.keyClick(row.more, Qt.Key.Key_Space)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    popup.close()


@pytest.mark.slow
def test_one_root_can_be_rescanned_alone(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    shutil.copy(own_library.picture("beach", 0), other)
    window.commands.add_folders([other])
    wait_for_row_text(qtbot, window, "1 photo", "other")
    wait_until_idle(qtbot, window)
    for folder in (other, own_library.photos):
        shutil.copy(own_library.picture("beach", 0), folder / "copy.jpg")
    choose(row_of(window, "other"), RESCAN)
    wait_for_row_text(qtbot, window, "2 photos", "other")
    wait_until_idle(qtbot, window)
    assert roots(own_library) == {"photos": 8, "other": 2}


@pytest.mark.slow
def test_the_photos_of_a_root_can_be_read_again(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary
) -> None:
    wait_until_idle(qtbot, window)
    mark_all_cameras(own_library)
    choose(row_of(window), REREAD)
    qtbot.waitUntil(lambda: cameras(own_library) == {""}, timeout=WAIT_MS)
    wait_until_idle(qtbot, window)


@pytest.mark.slow
def test_a_paused_root_is_skipped_until_it_is_resumed(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary
) -> None:
    choose(row_of(window), "Pause")
    wait_for_row_text(qtbot, window, "Paused · 8 photos")
    wait_until_idle(qtbot, window)
    menu = open_menu(row_of(window))
    assert not entries(menu)[RESCAN]
    menu.close()
    shutil.copy(own_library.picture("beach", 0), own_library.photos / "copy.jpg")
    window.commands.rescan()
    wait_until_idle(qtbot, window)
    window.commands.add_folders([own_library.photos])
    wait_for_message(qtbot, window, "is paused and was not scanned")
    assert roots(own_library) == {"photos": 8}
    choose(row_of(window), "Resume")
    wait_for_row_text(qtbot, window, "9 photos")


def test_removing_a_root_asks_first_and_says_what_is_lost(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary
) -> None:
    row = row_of(window)
    choose(row, REMOVE)
    assert row.question.isVisible()
    assert row.question.text == ("Removes 8 photos from the library. The files are not deleted.")
    QTest.keyClick(row.question.no, Qt.Key.Key_Escape)
    assert not row.question.isVisible()
    assert roots(own_library) == {"photos": 8}
    choose(row, REMOVE)
    QTest.mouseClick(row.question.yes, Qt.MouseButton.LeftButton)
    assert row.state_text == "Removing…"
    qtbot.waitUntil(lambda: window.sidebar.rows == [], timeout=WAIT_MS)
    wait_until_idle(qtbot, window)
    assert roots(own_library) == {}
    assert len(list(own_library.photos.glob("*.jpg"))) == 8
    qtbot.waitUntil(window.welcome.isVisible, timeout=WAIT_MS)


def test_the_delete_key_asks_before_removing(window: MainWindow) -> None:
    row = row_of(window)
    row.more.setFocus()
    QTest.keyClick(row.more, Qt.Key.Key_Delete)
    assert row.question.isVisible()
    assert row.question.no.hasFocus()


@pytest.mark.slow
def test_the_delete_key_does_nothing_while_the_root_is_being_removed(
    qtbot: QtBot, window: MainWindow
) -> None:
    row = row_of(window)
    choose(row, REMOVE)
    QTest.mouseClick(row.question.yes, Qt.MouseButton.LeftButton)
    assert row.state_text == "Removing…"
    row.more.setFocus()
    QTest.keyClick(row.more, Qt.Key.Key_Delete)
    assert not row.question.isVisible()
    qtbot.waitUntil(lambda: window.sidebar.rows == [], timeout=WAIT_MS)


def test_an_open_question_stays_open_while_the_library_is_refreshed(
    qtbot: QtBot, window: MainWindow
) -> None:
    row = row_of(window)
    choose(row, REMOVE)
    with qtbot.waitSignal(window._services.searcher.library.changed, timeout=WAIT_MS):
        window._services.searcher.library.refresh()
    assert row_of(window) is row
    assert row.question.isVisible()


@pytest.mark.slow
def test_removing_a_root_that_is_being_indexed_ends_its_indexing(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary, many_photos: Path
) -> None:
    window.commands.add_folders([many_photos])
    wait_for_progress(qtbot, window)
    qtbot.waitUntil(lambda: len(window.sidebar.rows) == 2, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: "Indexing" in row_of(window, "many").state_text, timeout=WAIT_MS)
    row = row_of(window, "many")
    choose(row, REMOVE)
    QTest.mouseClick(row.question.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(window.sidebar.rows) == 1, timeout=WAIT_MS)
    wait_until_idle(qtbot, window)
    assert roots(own_library) == {"photos": 8}


@pytest.mark.slow
def test_an_edit_of_one_root_interrupts_the_indexing_of_another(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary, many_photos: Path
) -> None:
    window.commands.add_folders([many_photos])
    wait_for_progress(qtbot, window)
    choose(row_of(window), "Pause")
    assert window._services.jobs.work_on(own_library.photos) is RootWork.CHANGING
    assert row_of(window).state_text == "One moment…"
    wait_for_row_text(qtbot, window, "Paused · 8 photos")
    assert window._services.jobs.running is not None
    wait_until_idle(qtbot, window)
    assert roots(own_library) == {"photos": 8, "many": MANY}


@pytest.mark.slow
def test_a_waiting_job_is_shown_in_the_row_of_its_root(
    qtbot: QtBot, window: MainWindow, many_photos: Path
) -> None:
    window.commands.add_folders([many_photos])
    wait_for_progress(qtbot, window)
    choose(row_of(window), RESCAN)
    assert row_of(window).state_text == "Waiting"


@pytest.mark.slow
def test_a_moved_root_is_relocated_to_the_chosen_folder(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary, desk: FakeDesk, tmp_path: Path
) -> None:
    moved = tmp_path / "moved"
    own_library.photos.rename(moved)
    window.commands.rescan()
    wait_for_row_text(qtbot, window, "Disconnected · 8 photos")
    wait_until_idle(qtbot, window)
    desk.folder = moved
    choose(row_of(window), MOVED)
    wait_for_row_text(qtbot, window, "8 photos", "moved")
    assert desk.titles == ["Locate “photos”"]
    wait_until_idle(qtbot, window)
    assert roots(own_library) == {"moved": 8}


@pytest.mark.slow
def test_relocating_to_a_folder_of_other_photos_is_refused(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary, desk: FakeDesk, tmp_path: Path
) -> None:
    desk.folder = tmp_path / "empty"
    desk.folder.mkdir()
    choose(row_of(window), MOVED)
    wait_for_message(qtbot, window, "0 of 8 were found")
    assert roots(own_library) == {"photos": 8}


def test_a_root_is_shown_in_the_file_manager(
    window: MainWindow, own_library: IndexedLibrary, desk: FakeDesk
) -> None:
    choose(row_of(window), "Show in file manager")
    assert desk.shown == [own_library.photos]


@pytest.fixture
def failing(qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary) -> list[Path]:
    """Two files that fail, listed in the details."""
    broken = [own_library.photos / "one.jpg", own_library.photos / "two.jpg"]
    for path in broken:
        path.touch()
    window.commands.rescan()
    wait_for_row_text(qtbot, window, "8 photos · 2 failed")
    wait_until_idle(qtbot, window)
    choose(row_of(window), "Failed photos (2)")
    qtbot.waitUntil(lambda: len(window.work.details.sentences) == 2, timeout=WAIT_MS)
    return broken


@pytest.mark.slow
def test_all_failed_files_can_be_tried_again(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary, failing: list[Path]
) -> None:
    shutil.copy(own_library.picture("beach", 0), failing[0])
    assert window.work.details.retry.text().strip() == "Retry all"
    QTest.mouseClick(window.work.details.retry, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(window.work.details.sentences) == 1, timeout=WAIT_MS)
    wait_for_row_text(qtbot, window, "9 photos · 1 failed")


@pytest.mark.slow
def test_one_failed_file_can_be_tried_again(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary, failing: list[Path]
) -> None:
    for path in failing:
        shutil.copy(own_library.picture("beach", 0), path)
    details = window.work.details
    details.list.setCurrentIndex(details.list.model().index(0, 0))
    assert details.retry.text().strip() == "Retry"
    QTest.mouseClick(details.retry, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(details.sentences) == 1, timeout=WAIT_MS)
    assert "two.jpg" in details.sentences[0]


@pytest.mark.slow
def test_the_list_of_failed_files_can_be_copied(window: MainWindow, failing: list[Path]) -> None:
    QTest.mouseClick(window.work.details.copy, Qt.MouseButton.LeftButton)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split(" is empty")[0] for line in lines] == [str(path) for path in failing]
