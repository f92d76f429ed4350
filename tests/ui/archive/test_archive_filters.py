"""The photos of an archive are filtered, browsed and searched, with the panel of a library."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.photo_filter import EVERYTHING, Orientation, PhotoFilter
from desktop_app.ui.archive import archive_view, part_bar
from desktop_app.ui.archive.archive_window import ArchiveWindow
from tests.ui.archive.conftest import OpenArchive, wait_for_photos
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.gestures import drop_files

SQUARE = PhotoFilter(orientation=Orientation.SQUARE)


def small_files(photos: Path) -> PhotoFilter:
    """A filter that about half of the photos pass."""
    sizes = sorted(path.stat().st_size for path in photos.iterdir())
    return PhotoFilter(most_bytes=sizes[len(sizes) // 2])


def passing(photos: Path, wanted: PhotoFilter) -> list[str]:
    most = wanted.most_bytes or 0
    return sorted(path.name for path in photos.iterdir() if path.stat().st_size <= most)


def filtered(qtbot: QtBot, window: ArchiveWindow, wanted: PhotoFilter) -> list[str]:
    """Choose a filter in the bar, and return the names of the photos that are shown then."""
    window.filters.filter_changed.emit(wanted)
    qtbot.waitUntil(lambda: window.filter_flow.photo_filter == wanted, timeout=WAIT_MS)
    model = window.browse.model
    return [path.name for path in model.files(list(range(model.rowCount())))]


def test_only_photos_that_pass_are_shown_and_counted(
    qtbot: QtBot, archive_window: ArchiveWindow, shared_library: IndexedLibrary
) -> None:
    wanted = small_files(shared_library.photos)
    names = passing(shared_library.photos, wanted)
    assert filtered(qtbot, archive_window, wanted) == names
    assert 0 < len(names) < 36
    assert archive_window.bar.text.startswith(f"{len(names)} of 36 photos · read-only")
    assert len(filtered(qtbot, archive_window, EVERYTHING)) == 36
    assert archive_window.bar.text.startswith("36 photos · read-only")


def test_a_search_finds_only_photos_that_pass_whether_the_filter_or_the_search_is_first(
    qtbot: QtBot, archive_window: ArchiveWindow, shared_library: IndexedLibrary
) -> None:
    window, wanted = archive_window, small_files(shared_library.photos)
    names = passing(shared_library.photos, wanted)
    drop_files(window, shared_library.picture("beach", 3))
    model = window.results.model
    qtbot.waitUntil(lambda: model.rowCount() == 36, timeout=WAIT_MS)
    filtered(qtbot, window, wanted)
    qtbot.waitUntil(lambda: model.rowCount() == len(names), timeout=WAIT_MS)
    found = {model.photo(row).path.name for row in range(model.rowCount())}
    assert found == set(names)
    window.commands.clear_search()
    drop_files(window, shared_library.picture("boat", 1))
    qtbot.waitUntil(lambda: model.rowCount() == len(names), timeout=WAIT_MS)
    filtered(qtbot, window, EVERYTHING)
    qtbot.waitUntil(lambda: model.rowCount() == 36, timeout=WAIT_MS)


def test_a_filter_that_no_photo_passes_says_so_and_is_cleared_there(
    qtbot: QtBot, archive_window: ArchiveWindow, shared_library: IndexedLibrary
) -> None:
    window, none = archive_window, PhotoFilter(most_bytes=1)
    assert filtered(qtbot, window, none) == []
    assert window.browse.nothing_passes.isVisible()
    drop_files(window, shared_library.picture("beach", 3))
    qtbot.waitUntil(window.results.nothing_passes.isVisible, timeout=WAIT_MS)
    window.commands.clear_search()
    window.browse.nothing_passes.buttons[0].click()
    qtbot.waitUntil(lambda: window.browse.model.rowCount() == 36, timeout=WAIT_MS)
    assert not window.browse.nothing_passes.isVisible()


def test_the_panel_offers_what_the_archive_knows_and_no_disks(
    qtbot: QtBot, archive_window: ArchiveWindow
) -> None:
    panel = archive_window.filters.panel
    with qtbot.waitSignal(archive_window._services.client.facets_counted, timeout=WAIT_MS):
        archive_window.action_set.run("filter")
    assert panel.folders.topLevelItemCount() == 2
    assert panel.lists["formats"].isVisible()
    assert panel.toggles["orientation"].isVisible()
    assert not panel.toggles["offline"].isVisible()
    assert not panel.lists["cameras"].isVisible()
    assert not archive_window.filters.sort.isVisible()
    panel.close()


def test_filtered_photos_are_shown_in_parts(
    qtbot: QtBot,
    archive_window: ArchiveWindow,
    shared_library: IndexedLibrary,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for module in (archive_view, part_bar):
        monkeypatch.setattr(module, "PART_PHOTOS", 10)
    wanted = small_files(shared_library.photos)
    names = passing(shared_library.photos, wanted)
    assert filtered(qtbot, archive_window, wanted) == names[:10]
    assert archive_window.part_bar.text == f"Photos 1 to 10 of {len(names)}"
    archive_window.part_bar.after.click()
    model = archive_window.browse.model
    assert [path.name for path in model.files(list(range(model.rowCount())))] == names[10:]


def test_an_archive_without_facts_is_browsed_and_says_how_to_collect_them(
    qtbot: QtBot, open_archive: OpenArchive, own_archive: Path
) -> None:
    (size,) = own_archive.rglob("size.bin")
    size.unlink()
    window = open_archive(own_archive)
    wait_for_photos(qtbot, window)
    window.filters.filter_changed.emit(replace(EVERYTHING, most_bytes=5))
    qtbot.waitUntil(lambda: "lookalike cluster collect" in window.message.text, timeout=WAIT_MS)
    assert window.browse.model.rowCount() == 36
    assert window.filter_flow.photo_filter == EVERYTHING
    assert window.filters.panel._photo_filter == EVERYTHING
