"""The copies in an archive are shown in its window."""

from __future__ import annotations

import shutil
from collections import deque
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.shard_files import ArchiveFiles
from desktop_app.core.archive_update.collecting import collect_codes
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.photo_filter import EVERYTHING, PhotoFilter
from desktop_app.samples.sample_pictures import draw_scene
from desktop_app.ui.archive.archive_window import ArchiveWindow
from tests.cluster.made_archives import contents_of, indexed, made_manifest
from tests.ui.archive.conftest import OpenArchive, wait_for_photos
from tests.ui.conftest import WAIT_MS


@pytest.fixture
def archive_of_copies(tmp_path: Path, encoder: Encoder) -> Path:
    """A photo, the same file again, and smaller; another, twice; and one of something else."""
    folder = tmp_path / "photos"
    folder.mkdir()
    photo = draw_scene("beach", 1, (480, 320))
    photo.save(folder / "a.jpg", quality=95)
    shutil.copy(folder / "a.jpg", folder / "b.jpg")
    photo.resize((240, 160)).save(folder / "small.jpg", quality=80)
    draw_scene("boat", 2, (480, 320)).save(folder / "boat.jpg")
    shutil.copy(folder / "boat.jpg", folder / "boat again.jpg")
    draw_scene("car", 3, (480, 320)).save(folder / "car.jpg")
    indexed(made_manifest(tmp_path / "manifest", folder, 2), tmp_path / "archive", encoder)
    deque(collect_codes(Archive(tmp_path / "archive")), maxlen=0)
    return tmp_path / "archive"


@pytest.fixture
def window(qtbot: QtBot, open_archive: OpenArchive, archive_of_copies: Path) -> ArchiveWindow:
    window = open_archive(archive_of_copies)
    wait_for_photos(qtbot, window)
    return window


NAMES = ["a.jpg", "b.jpg", "small.jpg", "boat again.jpg", "boat.jpg"]


def shown_names(window: ArchiveWindow) -> list[str]:
    model = window.copies.model
    return [model.photo(row).path.name for row in range(model.rowCount())]


def show_copies(qtbot: QtBot, window: ArchiveWindow) -> None:
    with qtbot.waitSignal(window._services.copies.found, timeout=WAIT_MS):
        window.action_set.run("duplicates")


def test_groups_are_shown_with_the_photo_to_keep_and_nothing_is_changed(
    qtbot: QtBot, window: ArchiveWindow, archive_of_copies: Path
) -> None:
    before = contents_of(archive_of_copies)
    show_copies(qtbot, window)
    assert window.stack.currentWidget() is window.copies
    assert shown_names(window) == NAMES
    headers = [window.copies.model.sections.header(section).text for section in range(2)]
    assert headers == ["Same photo · 3 photos", "Identical · 2 photos"]
    hints = [window.copies.model.photo(row).hint for row in range(3)]
    assert hints == ["Keep: more pixels · + 1 identical", "Identical", ""]
    assert [each.isChecked() for each in window.filters.buttons] == [False, True]
    assert window.copies.sentence.startswith("2 groups · ")
    assert contents_of(archive_of_copies) == before


def test_the_button_and_escape_lead_back_and_a_search_returns_to_the_copies(
    qtbot: QtBot, window: ArchiveWindow
) -> None:
    show_copies(qtbot, window)
    window.commands.find_similar([0])
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.results, timeout=WAIT_MS)
    window.commands.leave_search()
    assert window.stack.currentWidget() is window.copies
    window.commands.leave_search()
    assert window.stack.currentWidget() is window.browse
    window.action_set.run("duplicates")
    assert window.stack.currentWidget() is window.copies
    assert len(shown_names(window)) == 5
    window.action_set.run("duplicates")
    assert window.stack.currentWidget() is window.browse


def test_a_search_that_is_given_up_is_run_anew_once(qtbot: QtBot, window: ArchiveWindow) -> None:
    found: list[object] = []
    window._services.copies.found.connect(found.append)
    for _ in range(3):
        window.action_set.run("duplicates")
    qtbot.waitUntil(lambda: bool(shown_names(window)), timeout=WAIT_MS)
    window.action_set.run("duplicates")
    window.action_set.run("duplicates")
    qtbot.wait(300)
    assert len(found) == 1
    assert len(shown_names(window)) == 5


def test_groups_without_a_photo_that_passes_the_filter_are_hidden(
    qtbot: QtBot, window: ArchiveWindow, archive_of_copies: Path
) -> None:
    show_copies(qtbot, window)
    photos = archive_of_copies.parent / "photos"
    small = (photos / "small.jpg").stat().st_size
    assert small < (photos / "boat.jpg").stat().st_size
    window.filters.filter_changed.emit(PhotoFilter(most_bytes=small))
    qtbot.waitUntil(lambda: shown_names(window) == NAMES[:3], timeout=WAIT_MS)
    window.filters.filter_changed.emit(PhotoFilter(most_bytes=1))
    qtbot.waitUntil(window.copies.nothing_passes.isVisible, timeout=WAIT_MS)
    window.copies.nothing_passes.buttons[0].click()
    qtbot.waitUntil(lambda: len(shown_names(window)) == 5, timeout=WAIT_MS)
    assert window.filter_flow.photo_filter == EVERYTHING


def test_an_archive_without_copies_says_so(qtbot: QtBot, archive_window: ArchiveWindow) -> None:
    show_copies(qtbot, archive_window)
    assert shown_names(archive_window) == []
    assert archive_window.copies.none.isVisible()


def test_a_damaged_shard_is_named_and_all_photos_are_shown_again(
    qtbot: QtBot, open_archive: OpenArchive, archive_of_copies: Path
) -> None:
    window = open_archive(archive_of_copies)
    wait_for_photos(qtbot, window)
    path = ArchiveFiles(archive_of_copies).table_path(1)
    path.write_bytes(b"damaged")
    window.action_set.run("duplicates")
    qtbot.waitUntil(lambda: f"{path} is damaged" in window.message.text, timeout=WAIT_MS)
    assert window.stack.currentWidget() is window.browse
