"""What is told of folders whose drive is not connected, and of photos that wait."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionButton
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.ui.jobs import drive_watch
from desktop_app.ui.kit.widgets import ElidedLabel
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.browse.test_browsing import wait_for_names
from tests.ui.conftest import WAIT_MS, FakeDesk, IndexedLibrary
from tests.ui.gestures import wait_for_message
from tests.ui.library.library_steps import choose, row_of, wait_for_row_text, wait_until_idle

Opener = Callable[[Path], MainWindow]
LEFT = Qt.MouseButton.LeftButton
CONNECTED = "8 photos"
DISCONNECTED = "Disconnected · 8 photos"


@pytest.fixture
def unplugged(own_library: IndexedLibrary, tmp_path: Path) -> Path:
    """Where the folder of photos is, until it is connected again."""
    return own_library.photos.rename(tmp_path / "unplugged")


@pytest.fixture
def window(
    qtbot: QtBot, unplugged: Path, open_window: Opener, own_library: IndexedLibrary
) -> MainWindow:
    window = open_window(own_library.library)
    window.resize(1300, 900)
    wait_for_names(qtbot, window, 8)
    window.commands.rescan()
    wait_for_row_text(qtbot, window, DISCONNECTED)
    wait_until_idle(qtbot, window)
    return window


def let_wait(library: IndexedLibrary, count: int) -> None:
    """As after a scan that was cancelled."""
    connection = sqlite3.connect(LibraryFiles(library.library).catalogue)
    with connection:
        connection.execute("UPDATE photos SET state = 'pending' WHERE id <= ?", (count,))
    connection.close()


@pytest.mark.slow
def test_a_folder_that_is_connected_again_is_noticed(
    qtbot: QtBot, window: MainWindow, unplugged: Path, own_library: IndexedLibrary
) -> None:
    assert "is disconnected" in window.message.text
    unplugged.rename(own_library.photos)
    wait_for_row_text(qtbot, window, CONNECTED)
    wait_until_idle(qtbot, window)
    assert window.message.text == ""


@pytest.mark.slow
def test_a_folder_is_scanned_once_each_time_that_it_is_there(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    drives = window._services.drives
    drives._timer.setInterval(10 * WAIT_MS)  # no look but those of the test
    scanned: list[list[Path]] = []
    monkeypatch.setattr(window._services.jobs, "index_changes", scanned.append)

    def look() -> None:
        with qtbot.waitSignal(drives._worker.looked, timeout=WAIT_MS):
            drives._look()
        QApplication.processEvents()  # the wait may end in the worker's thread, before `_scan`

    look()
    own_library.photos.mkdir()
    look()  # the empty folder that a drive is mounted on
    assert scanned == []
    other = own_library.photos / "another.txt"
    other.touch()
    look()
    assert scanned == [[own_library.photos]]
    look()
    assert scanned == [[own_library.photos]]
    other.unlink()
    look()
    other.touch()
    look()
    assert scanned == [[own_library.photos]] * 2


@pytest.mark.slow
def test_the_message_about_a_disconnected_folder_looks_again(
    qtbot: QtBot,
    unplugged: Path,
    open_window: Opener,
    own_library: IndexedLibrary,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(drive_watch, "_INTERVAL_MS", 10 * WAIT_MS)
    window = open_window(own_library.library)
    window.commands.rescan()
    wait_for_message(qtbot, window, "is disconnected")
    assert window.message.button.text() == "Look again"
    QTest.mouseClick(window.message.button, LEFT)
    wait_for_message(qtbot, window, "is disconnected")
    unplugged.rename(own_library.photos)
    QTest.mouseClick(window.message.button, LEFT)
    wait_for_row_text(qtbot, window, CONNECTED)
    wait_until_idle(qtbot, window)
    assert window.message.text == ""


@pytest.mark.slow
def test_a_photo_of_a_disconnected_folder_says_so_when_it_is_opened(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary, desk: FakeDesk
) -> None:
    def is_marked() -> bool:
        shown = window.browse.model.photo(0)
        return shown is not None and shown.photo.away

    qtbot.waitUntil(is_marked, timeout=WAIT_MS)
    window.browse.grid.selection.select([(0, 0)], 0)
    told = f"cannot be opened because {own_library.photos} is disconnected."
    for action in ("open", "open_with", "show_file"):
        window.message.clear()
        window.action_set.run(action)
        assert told in window.message.text
    assert desk.opened == desk.opened_with == desk.shown == []
    window.action_set.run("preview")
    content = window.viewer.compare_view.photo._content
    qtbot.waitUntil(lambda: told in content.message, timeout=WAIT_MS)


@pytest.mark.slow
def test_photos_that_wait_are_counted_and_a_click_resumes_them(
    qtbot: QtBot, open_window: Opener, own_library: IndexedLibrary
) -> None:
    let_wait(own_library, 3)
    window = open_window(own_library.library)
    window.resize(1300, 900)
    wait_for_row_text(qtbot, window, "5 photos · 3 waiting")
    assert window.work.strip.text == "5 photos · 3 waiting"
    row = row_of(window)
    qtbot.waitUntil(row.resume.isVisible, timeout=WAIT_MS)
    QTest.mouseClick(row.resume, LEFT)
    wait_for_row_text(qtbot, window, CONNECTED)
    wait_until_idle(qtbot, window)
    assert row.resume.isHidden()


def test_resume_begins_where_the_texts_above_it_begin(
    qtbot: QtBot, open_window: Opener, own_library: IndexedLibrary
) -> None:
    let_wait(own_library, 3)
    window = open_window(own_library.library)
    window.resize(1300, 900)
    wait_for_row_text(qtbot, window, "5 photos · 3 waiting")
    row = row_of(window)
    qtbot.waitUntil(row.resume.isVisible, timeout=WAIT_MS)
    option = QStyleOptionButton()
    row.resume.initStyleOption(option)
    inside = QStyle.SubElement.SE_PushButtonContents
    text = row.resume.style().subElementRect(inside, option, row.resume)
    above = row.findChild(ElidedLabel)
    assert above is not None
    assert row.resume.mapTo(row, text.topLeft()).x() == above.mapTo(row, QPoint()).x()


@pytest.mark.slow
def test_a_paused_folder_says_how_many_photos_wait_and_is_resumed_by_a_click(
    qtbot: QtBot, open_window: Opener, own_library: IndexedLibrary
) -> None:
    window = open_window(own_library.library)
    window.resize(1300, 900)
    wait_for_row_text(qtbot, window, CONNECTED)
    choose(row_of(window), "Pause")
    wait_for_row_text(qtbot, window, "Paused · 8 photos")
    wait_until_idle(qtbot, window)
    let_wait(own_library, 3)
    window._services.searcher.library.refresh()
    wait_for_row_text(qtbot, window, "Paused · 3 waiting")
    assert window.work.strip.text == "5 photos"
    assert not window.work.strip._pause.isVisible()
    qtbot.waitUntil(row_of(window).resume.isVisible, timeout=WAIT_MS)
    QTest.mouseClick(row_of(window).resume, LEFT)
    wait_for_row_text(qtbot, window, CONNECTED)
    wait_until_idle(qtbot, window)
