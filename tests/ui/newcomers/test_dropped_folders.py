"""A folder that is dropped on the duplicates is compared with the library, instead of added."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot

from desktop_app.ui.search.picture_input import DropHint
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.system.file_urls import file_url
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.gestures import drag_in, drop_files, wait_for_results
from tests.ui.newcomers.conftest import rows, wait_for_end

pytestmark = pytest.mark.slow


def hint(window: MainWindow, *paths: Path) -> str:
    """What is shown while these are dragged over the window."""
    mime = QMimeData()
    mime.setUrls([file_url(path) for path in paths])
    drag_in(window, mime)
    shown = window.findChild(DropHint)
    assert shown is not None
    assert shown.isVisible()
    return shown.text()


@pytest.fixture
def desk(qtbot: QtBot, own_window: MainWindow) -> MainWindow:
    """The window with the duplicates in it."""
    own_window.commands.show_view("duplicates")
    qtbot.waitUntil(lambda: own_window._services.duplicates.is_listed, timeout=WAIT_MS)
    return own_window


def test_a_folder_is_checked(qtbot: QtBot, desk: MainWindow, card: Path) -> None:
    assert hint(desk, card) == "Drop to see which photos of this folder are new"
    drop_files(desk, card)
    wait_for_end(qtbot, desk)
    dialog = desk.commands.newcomers.dialog
    assert dialog is not None
    assert dialog.isVisible()
    assert rows(dialog) == [("DCIM/new.jpg", "")]
    assert desk._services.jobs.running is None
    assert len(desk.library.roots) == 1


def test_another_folder_replaces_the_one_that_was_dropped_before(
    qtbot: QtBot, desk: MainWindow, card: Path, tmp_path: Path
) -> None:
    drop_files(desk, card)
    (tmp_path / "empty").mkdir()
    drop_files(desk, tmp_path / "empty")
    wait_for_end(qtbot, desk)
    dialog = desk.commands.newcomers.dialog
    assert dialog is not None
    assert dialog.status.text == "This folder contains no photos."


def test_several_folders_are_checked_together(
    qtbot: QtBot, desk: MainWindow, card: Path, tmp_path: Path, own_library: IndexedLibrary
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    Image.new("RGB", (300, 200), "teal").save(other / "plain.jpg")
    assert hint(desk, card, other) == "Drop to see which photos of these folders are new"
    drop_files(desk, card, other)
    wait_for_end(qtbot, desk)
    dialog = desk.commands.newcomers.dialog
    assert dialog is not None
    assert rows(dialog) == [("card/DCIM/new.jpg", ""), ("other/plain.jpg", "")]
    check = desk.commands.newcomers.check
    assert [check.holder(other / "2024"), check.holder(own_library.photos)] == [other, None]


def test_several_folders_without_photos_are_told(
    qtbot: QtBot, desk: MainWindow, tmp_path: Path
) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    drop_files(desk, tmp_path / "one", tmp_path / "two")
    wait_for_end(qtbot, desk)
    dialog = desk.commands.newcomers.dialog
    assert dialog is not None
    assert dialog.status.text == "These folders have no photos."


def test_a_photo_searches_as_everywhere(
    qtbot: QtBot, desk: MainWindow, own_library: IndexedLibrary
) -> None:
    photo = own_library.picture("beach", 0)
    assert hint(desk, photo) == "Drop to find similar photos"
    drop_files(desk, photo)
    wait_for_results(qtbot, desk, "beach-0.jpg")


def test_elsewhere_a_folder_is_added(desk: MainWindow, card: Path) -> None:
    desk.commands.show_view("photos")
    assert hint(desk, card) == "Drop to add this folder to the library"
    drop_files(desk, card)
    assert desk.commands.newcomers.dialog is None


def test_results_of_a_search_are_no_duplicates(
    qtbot: QtBot, desk: MainWindow, own_library: IndexedLibrary, card: Path
) -> None:
    drop_files(desk, own_library.picture("beach", 0))
    wait_for_results(qtbot, desk, "beach-0.jpg")
    assert hint(desk, card) == "Drop to add this folder to the library"
