"""Photos that the user has told apart are grouped no more, until that is undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.photo_filter import EVERYTHING, matching_ids
from desktop_app.core.duplicates.groups import files_of
from desktop_app.core.duplicates.levels import Level
from desktop_app.core.duplicates.library_groups import library_groups
from desktop_app.ui.duplicates.duplicates_view import DuplicatesView
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.duplicates.conftest import go_to, open_duplicates
from tests.ui.gestures import wait_for_message
from tests.ui.library.library_steps import wait_until_idle


def count(view: DuplicatesView) -> int:
    return len(view._listing.levels[Level.SAME_PHOTO])


def test_photos_that_are_no_duplicates_are_never_grouped_again(
    qtbot: QtBot,
    window: MainWindow,
    view: DuplicatesView,
    compared: IndexedLibrary,
    open_window: Callable[[Path], MainWindow],
) -> None:
    go_to(view, "car.jpg")
    QTest.keyClick(view.grid, Qt.Key.Key_N)
    wait_for_message(qtbot, window, "1 photo will not be grouped with the others of this group")
    qtbot.waitUntil(lambda: count(view) == 1, timeout=WAIT_MS)
    window.close_at_once()
    assert count(open_duplicates(qtbot, open_window(compared.library))) == 1


def test_undo_groups_them_again(qtbot: QtBot, window: MainWindow, view: DuplicatesView) -> None:
    go_to(view, "car.jpg")
    QTest.keyClick(view.grid, Qt.Key.Key_N)
    wait_for_message(qtbot, window, "will not be grouped")
    qtbot.waitUntil(lambda: count(view) == 1, timeout=WAIT_MS)
    QTest.mouseClick(window.message.button, Qt.MouseButton.LeftButton)
    wait_for_message(qtbot, window, "Grouped again.")
    qtbot.waitUntil(lambda: count(view) == 2, timeout=WAIT_MS)


def test_files_of_the_same_content_are_always_grouped(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView
) -> None:
    view.tabs.choose(Level.IDENTICAL)
    QTest.keyClick(view.grid, Qt.Key.Key_N)
    wait_for_message(qtbot, window, "Files with the same content are always grouped.")
    assert len(view._listing.levels[Level.IDENTICAL]) == 1


def test_photos_that_were_renamed_and_read_again_are_not_grouped_again(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView, compared: IndexedLibrary
) -> None:
    go_to(view, "car.jpg")
    QTest.keyClick(view.grid, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: count(view) == 1, timeout=WAIT_MS)
    (compared.photos / "car.jpg").rename(compared.photos / "auto.jpg")
    mirrored = compared.photos / "old" / "car-mirrored.jpg"
    mirrored.rename(compared.photos / "turned round.jpg")
    wait_until_idle(qtbot, window)
    window.commands.rescan()
    wait_until_idle(qtbot, window)
    window._services.jobs.reread_root(compared.photos)
    wait_until_idle(qtbot, window)
    QTest.mouseClick(view.head.find_button, Qt.MouseButton.LeftButton)
    wait_until_idle(qtbot, window)
    with Catalogue(LibraryFiles(compared.library)) as catalogue:
        ids = matching_ids(catalogue, EVERYTHING).tolist()
        names = {photo.path.name for photo in catalogue.photos(ids)}
        grouped = {file.path.name for each in library_groups(catalogue) for file in files_of(each)}
    assert {"auto.jpg", "turned round.jpg", "beach.jpg"} <= names
    assert "beach.jpg" in grouped
    assert not grouped & {"auto.jpg", "turned round.jpg"}
    assert count(view) == 1
