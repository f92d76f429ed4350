"""A library that turns out damaged while the window is open is recovered from its backup."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.core.base.errors import LibraryDamagedError
from desktop_app.core.care.back_up import back_up
from desktop_app.core.care.restore import restore
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.job_output import Failed
from desktop_app.core.jobs.requests import IndexRequest
from desktop_app.ui.jobs.library_jobs import JobEnd
from desktop_app.ui.shell.main_window import MainWindow
from tests.core.damage import run_sql, spoil_table
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.gestures import wait_for_message

pytestmark = pytest.mark.slow


@pytest.fixture
def files(own_library: IndexedLibrary) -> LibraryFiles:
    """With a backup."""
    files = LibraryFiles(own_library.library)
    for _ in back_up(files):
        pass
    return files


def rows_shown(window: MainWindow) -> int:
    return window.views["photos"].photos.grid.model().rowCount()


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b"garbage" * 999),
        lambda path: path.write_bytes(b""),
        lambda path: spoil_table(path, "photos"),
    ],
    ids=["garbage", "empty", "pages"],
)
def test_a_damaged_library_is_shown_from_its_backup(
    qtbot: QtBot,
    open_window: Callable[[Path], MainWindow],
    files: LibraryFiles,
    damage: Callable[[Path], object],
) -> None:
    damage(files.catalogue)
    window = open_window(files.folder)
    wait_for_message(qtbot, window, "was damaged. It was opened from its backup of")
    qtbot.waitUntil(lambda: rows_shown(window) == 8, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: window.model_in_use.model is not None, timeout=WAIT_MS)


def test_without_a_backup_the_library_is_said_to_be_damaged(
    qtbot: QtBot, open_window: Callable[[Path], MainWindow], own_library: IndexedLibrary
) -> None:
    LibraryFiles(own_library.library).catalogue.write_bytes(b"garbage" * 999)
    window = open_window(own_library.library)
    wait_for_message(qtbot, window, "is damaged (")


def test_an_index_that_meets_damage_has_the_library_recovered(
    qtbot: QtBot, open_window: Callable[[Path], MainWindow], files: LibraryFiles
) -> None:
    window = open_window(files.folder)
    qtbot.waitUntil(lambda: rows_shown(window) == 8, timeout=WAIT_MS)
    spoil_table(files.catalogue, "descriptors")
    error = LibraryDamagedError(files.folder, "malformed")
    window._services.jobs.ended.emit(JobEnd(IndexRequest(files.folder, [], 1), Failed(error)))
    wait_for_message(qtbot, window, "was damaged. It was opened from its backup of")


def test_a_window_shows_what_a_command_has_restored(
    qtbot: QtBot, open_window: Callable[[Path], MainWindow], files: LibraryFiles
) -> None:
    run_sql(files.catalogue, "UPDATE photos SET missing = 1 WHERE id = 1")
    window = open_window(files.folder)
    qtbot.waitUntil(lambda: rows_shown(window) == 7, timeout=WAIT_MS)
    restore(files)
    window._services.browsers.refresh()
    qtbot.waitUntil(lambda: rows_shown(window) == 8, timeout=WAIT_MS)
