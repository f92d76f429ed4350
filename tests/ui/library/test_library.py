"""Adding folders, running jobs and their failures, with real child processes."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.job_output import Cancelled
from desktop_app.core.jobs.progress import Indexing
from desktop_app.samples.sample_pictures import KINDS, PER_KIND
from desktop_app.ui.jobs.library_jobs import JobEnd
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import MANY, WAIT_MS, FakeDesk, IndexedLibrary
from tests.ui.gestures import drop_files, names, wait_for_message, wait_for_results
from tests.ui.library.library_steps import wait_for_progress, wait_for_row_text, wait_until_idle

Opener = Callable[[Path], MainWindow]


def wait_for_text(qtbot: QtBot, window: MainWindow, start: str) -> None:
    """Wait for the strip's text without a job, which appears when the library was counted."""
    qtbot.waitUntil(lambda: window.work.strip.text.startswith(start), timeout=WAIT_MS)


def wait_for_silence(qtbot: QtBot, events: list[object]) -> int:
    """Wait until no event has come for longer than it takes to read a photo, and count them."""
    count = -1
    while count < len(events):
        count = len(events)
        qtbot.wait(1200)
    return count


def test_without_a_library_the_window_offers_the_first_steps(
    open_window: Opener, tmp_path: Path
) -> None:
    window = open_window(tmp_path / "library")
    assert window.welcome.isVisible()
    texts = [button.text() for button in window.welcome.buttons]
    assert texts == ["Add a folder of photos", "Try sample pictures", "Settings"]


def test_a_dropped_folder_is_indexed_with_progress_and_can_be_searched(
    qtbot: QtBot, open_window: Opener, shared_library: IndexedLibrary, tmp_path: Path
) -> None:
    window = open_window(tmp_path / "library")
    lines: list[str] = []
    window._services.jobs.progressed.connect(lambda _: lines.append(window.work.strip.text))
    drop_files(window, shared_library.photos)
    wait_for_text(qtbot, window, "Indexed 36 photos in")
    assert [line for line in lines if line.startswith("Indexing") and "of 36 photos" in line], lines
    assert window.browse.isVisible()
    drop_files(window, shared_library.picture("boat", 2))
    wait_for_results(qtbot, window, "boat-2.jpg")


@pytest.mark.slow
def test_the_add_folder_button_adds_the_chosen_folder(
    qtbot: QtBot,
    open_window: Opener,
    own_library: IndexedLibrary,
    desk: FakeDesk,
    tmp_path: Path,
) -> None:
    window = open_window(tmp_path / "another library")
    desk.folder = own_library.photos
    QTest.mouseClick(window.welcome.buttons[0], Qt.MouseButton.LeftButton)
    wait_until_idle(qtbot, window)
    qtbot.waitUntil(lambda: "8 photos" in window.work.strip.text, timeout=WAIT_MS)


@pytest.mark.slow
def test_photos_are_found_while_others_are_being_indexed(
    qtbot: QtBot, open_window: Opener, own_library: IndexedLibrary, many_photos: Path
) -> None:
    window = open_window(own_library.library)
    window.commands.add_folders([many_photos])
    wait_for_progress(qtbot, window)
    drop_files(window, own_library.picture("beach", 1))
    wait_for_results(qtbot, window, "beach-1.jpg")
    assert window._services.jobs.running is not None
    found = len(names(window))
    qtbot.waitUntil(lambda: len(names(window)) > found, timeout=WAIT_MS)


def is_pause_told_in_row(window: MainWindow) -> bool:
    """Whether the row of the only root says as many waiting photos as the strip."""
    waiting = window.work.strip.text.split(" · ")[-1]
    return [row.state_text for row in window.sidebar.rows] == [f"Paused · {waiting}"]


@pytest.mark.slow
def test_indexing_is_paused_resumed_and_cancelled(
    qtbot: QtBot, open_window: Opener, many_photos: Path, tmp_path: Path
) -> None:
    window = open_window(tmp_path / "library")
    ends: list[JobEnd] = []
    events: list[object] = []
    jobs, strip = window._services.jobs, window.work.strip
    jobs.ended.connect(ends.append)
    jobs.progressed.connect(events.append)
    window.commands.add_folders([many_photos])
    wait_for_progress(qtbot, window)

    QTest.mouseClick(strip._pause, Qt.MouseButton.LeftButton)
    assert strip.text.startswith("Paused · Indexing")
    assert strip.text.endswith(" waiting")

    qtbot.waitUntil(lambda: is_pause_told_in_row(window), timeout=WAIT_MS)
    reported = wait_for_silence(qtbot, events)  # what was under way when the pause came ends
    assert isinstance(events[-1], Indexing)
    assert events[-1].done < MANY

    QTest.mouseClick(strip._pause, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(events) > reported, timeout=WAIT_MS)

    QTest.mouseClick(strip._cancel, Qt.MouseButton.LeftButton)
    wait_until_idle(qtbot, window)
    assert [type(end.outcome) for end in ends] == [Cancelled]
    qtbot.waitUntil(lambda: "photo" in strip.text, timeout=WAIT_MS)
    indexed, waiting = (int(part.split(" ")[0]) for part in strip.text.split(" · "))
    assert 0 < indexed < MANY
    assert indexed + waiting == MANY
    assert strip.text.endswith(" waiting")

    QTest.mouseClick(strip._pause, Qt.MouseButton.LeftButton)
    wait_for_text(qtbot, window, "Indexed ")
    wait_for_row_text(qtbot, window, f"{MANY} photos", "many")
    qtbot.waitUntil(strip._pause.isHidden, timeout=WAIT_MS)  # once the photos are counted again


@pytest.mark.slow
def test_closing_the_window_ends_the_running_job(
    qtbot: QtBot, open_window: Opener, many_photos: Path, tmp_path: Path
) -> None:
    window = open_window(tmp_path / "library")
    window.commands.add_folders([many_photos])
    wait_for_progress(qtbot, window)
    process = window._services.jobs.running
    assert process is not None
    number = process._process.processId()
    window.close()
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


@pytest.mark.slow
def test_a_folder_that_is_added_during_a_job_is_indexed_after_it(
    qtbot: QtBot,
    open_window: Opener,
    own_library: IndexedLibrary,
    shared_library: IndexedLibrary,
    tmp_path: Path,
) -> None:
    window = open_window(tmp_path / "third")
    window.commands.add_folders([shared_library.photos])
    window.commands.add_folders([own_library.photos])
    wait_until_idle(qtbot, window)
    drop_files(window, own_library.picture("flower", 0))
    qtbot.waitUntil(lambda: len(names(window)) == 36 + 8, timeout=WAIT_MS)


@pytest.mark.slow
def test_a_busy_library_is_reported_in_a_sentence(
    qtbot: QtBot, open_window: Opener, own_library: IndexedLibrary
) -> None:
    window = open_window(own_library.library)
    with LibraryFiles(own_library.library).writing():
        window.commands.rescan()
        wait_for_message(qtbot, window, "Another process is changing the library")
    assert str(own_library.library) in window.message.text


@pytest.mark.slow
def test_an_offline_folder_is_reported_and_its_photos_are_still_found(
    qtbot: QtBot, open_window: Opener, own_library: IndexedLibrary, tmp_path: Path
) -> None:
    query = tmp_path / "query.jpg"
    shutil.copy(own_library.picture("beach", 0), query)
    own_library.photos.rename(tmp_path / "unplugged")
    window = open_window(own_library.library)
    window.commands.rescan()
    wait_for_message(qtbot, window, "is disconnected; its photos stay searchable")
    hint = "photos is disconnected; its photos stay searchable."

    def is_marked() -> bool:
        return [row.toolTip().endswith(hint) for row in window.sidebar.rows] == [True]

    qtbot.waitUntil(is_marked, timeout=WAIT_MS)
    drop_files(window, query)
    wait_for_results(qtbot, window, "beach-0.jpg")
    assert window.results.model.photo(0).badge == "Identical · disconnected"


@pytest.mark.slow
def test_a_killed_job_is_reported_and_can_be_started_again(
    qtbot: QtBot, open_window: Opener, many_photos: Path, tmp_path: Path
) -> None:
    window = open_window(tmp_path / "library")
    window.commands.add_folders([many_photos])
    wait_for_progress(qtbot, window)
    process = window._services.jobs.running
    assert process is not None
    os.kill(process._process.processId(), signal.SIGKILL)
    wait_for_message(qtbot, window, "ended unexpectedly")
    assert window._services.jobs.running is None
    window.commands.rescan()
    wait_for_progress(qtbot, window)
    assert window.message.text == ""


@pytest.mark.slow
def test_codes_of_an_older_model_are_updated_automatically(
    qtbot: QtBot, open_window: Opener, own_library: IndexedLibrary
) -> None:
    with sqlite3.connect(own_library.library / "catalogue.sqlite") as connection:
        connection.execute("UPDATE meta SET value = 'older' WHERE key = 'model_id'")
        connection.execute("UPDATE code_pages SET model_id = 'older'")
    connection.close()
    window = open_window(own_library.library)
    wait_for_message(qtbot, window, "Updating the library")
    wait_until_idle(qtbot, window)
    drop_files(window, own_library.picture("beach", 1))
    wait_for_results(qtbot, window, "beach-1.jpg")
    assert window.message.text == ""


@pytest.mark.slow
def test_updating_codes_is_tried_only_once(
    qtbot: QtBot, open_window: Opener, own_library: IndexedLibrary
) -> None:
    with sqlite3.connect(own_library.library / "catalogue.sqlite") as connection:
        connection.execute("UPDATE meta SET value = 'older' WHERE key = 'model_id'")
    connection.close()
    ends: list[JobEnd] = []
    with LibraryFiles(own_library.library).writing():
        window = open_window(own_library.library)
        window._services.jobs.ended.connect(ends.append)
        wait_for_message(qtbot, window, "Another process is changing the library")
        qtbot.wait(500)
    assert len(ends) == 1
    drop_files(window, own_library.picture("beach", 1))
    wait_for_message(qtbot, window, "has codes of the model older")


def test_a_damaged_library_is_reported_in_a_sentence(
    qtbot: QtBot, open_window: Opener, tmp_path: Path
) -> None:
    library = tmp_path / "library"
    library.mkdir()
    (library / "catalogue.sqlite").write_bytes(b"this is no database" * 100)
    window = open_window(library)
    wait_for_message(qtbot, window, "is damaged")
    assert str(library) in window.message.text


@pytest.mark.slow
def test_failed_files_are_listed_with_their_reasons(
    qtbot: QtBot, open_window: Opener, own_library: IndexedLibrary
) -> None:
    (own_library.photos / "empty.jpg").touch()
    window = open_window(own_library.library)
    window.commands.rescan()
    qtbot.waitUntil(lambda: "1 could not be indexed" in window.work.strip.text, timeout=WAIT_MS)
    QTest.mouseClick(window.work.strip._text, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(window.work.details.isVisible, timeout=WAIT_MS)
    assert window.work.details.sentences == [
        f"{own_library.photos / 'empty.jpg'} is empty. Copy the photo again from its source."
    ]
    QTest.mouseClick(window.work.strip._text, Qt.MouseButton.LeftButton)
    assert not window.work.details.isVisible()


def test_the_sidebar_names_the_folders(
    qtbot: QtBot, open_window: Opener, own_library: IndexedLibrary
) -> None:
    window = open_window(own_library.library)
    qtbot.waitUntil(lambda: len(window.sidebar.folders) == 1, timeout=WAIT_MS)
    assert window.sidebar.folders == [f"{own_library.photos}, 8 photos"]


def test_a_narrow_window_hides_the_sidebar_until_it_is_requested(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.resize(1400, 700)
    assert window.sidebar.isVisible()
    window.resize(900, 700)
    assert not window.sidebar.isVisible()
    QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert window.sidebar.isVisible()


@pytest.mark.slow
def test_sample_pictures_are_drawn_and_indexed_and_one_is_searched_for(
    qtbot: QtBot, open_window: Opener, shared_library: IndexedLibrary, tmp_path: Path
) -> None:
    first, *others = sorted(KINDS)
    samples = tmp_path / "samples"
    samples.mkdir()
    for kind in others:  # drawing them takes ten seconds; these are kept
        for number in range(1, PER_KIND + 1):
            shutil.copy(shared_library.picture("boat", 0), samples / f"{kind}-{number:02}.jpg")
    window = open_window(tmp_path / "library")
    QTest.mouseClick(window.welcome.buttons[1], Qt.MouseButton.LeftButton)
    wait_for_text(qtbot, window, f"Indexed {len(KINDS) * PER_KIND} photos in")
    wait_for_results(qtbot, window, f"{first}-01.jpg")
    assert len(list(samples.glob(f"{first}-*.jpg"))) == PER_KIND
