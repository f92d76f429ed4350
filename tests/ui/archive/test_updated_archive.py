"""What an update has removed is not in the window, and a compaction is told."""

from __future__ import annotations

from collections import deque
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive_update.collecting import collect_codes
from desktop_app.core.archive_update.compaction import compact
from desktop_app.core.catalogue.photo_filter import PhotoFilter
from tests.core.archive_update.updated import remove_rows
from tests.ui.archive.conftest import OpenArchive, wait_for_photos
from tests.ui.archive.test_archive_window import (
    result_names,
    wait_for_all_results,
    wait_for_message,
)
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.gestures import drop_files


def remove_first(folder: Path) -> None:
    """Remove the first photo of each of two shards."""
    remove_rows(folder, {0: [0], 3: [0]})
    deque(collect_codes(Archive(folder)), maxlen=0)


def test_removed_photos_are_neither_listed_nor_found_nor_counted(
    qtbot: QtBot, open_archive: OpenArchive, own_archive: Path, shared_library: IndexedLibrary
) -> None:
    paths = sorted(shared_library.photos.iterdir())
    remove_first(own_archive)
    window = open_archive(own_archive)
    wait_for_photos(qtbot, window)
    left = [path for place, path in enumerate(paths) if place not in (0, 18)]
    assert window.browse.model.files(list(range(34))) == left
    assert window.bar.text.startswith("34 photos · read-only")
    drop_files(window, paths[0])
    wait_for_all_results(qtbot, window)
    assert not {paths[0].name, paths[18].name} & {*result_names(window)}


def test_a_window_of_an_archive_that_was_compacted_says_so(
    qtbot: QtBot, open_archive: OpenArchive, own_archive: Path, shared_library: IndexedLibrary
) -> None:
    remove_first(own_archive)
    window = open_archive(own_archive)
    wait_for_photos(qtbot, window)
    deque(compact(Archive(own_archive)), maxlen=0)
    window._services.client.reader.opened().rows._kept.clear()
    drop_files(window, sorted(shared_library.photos.iterdir())[1])
    wait_for_message(qtbot, window, "was compacted")


def test_a_filter_in_an_open_window_lets_pass_what_the_window_shows(
    qtbot: QtBot, open_archive: OpenArchive, own_archive: Path
) -> None:
    window = open_archive(own_archive)
    wait_for_photos(qtbot, window)
    remove_first(own_archive)  # another process, after the window was opened
    window.filters.filter_changed.emit(PhotoFilter(least_bytes=1))
    qtbot.waitUntil(lambda: window.bar.text.startswith("36 of 36 photos"), timeout=WAIT_MS)
    assert window.browse.model.rowCount() == 36
