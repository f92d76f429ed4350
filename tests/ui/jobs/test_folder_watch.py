"""Watched folders: reported changes are indexed, and nothing else."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.settings import Settings
from desktop_app.core.jobs.requests import ChangesRequest, Request
from desktop_app.ui.kit.language import Language
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.shell.app import Places, build_window
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import MANY, WAIT_MS, FakeDesk, IndexedLibrary, Program
from tests.ui.gestures import wait_for_message
from tests.ui.library.library_steps import (
    choose,
    row_of,
    wait_for_progress,
    wait_for_row_text,
    wait_until_idle,
)

Watching = Callable[..., MainWindow]


@pytest.fixture
def watching(
    qtbot: QtBot,
    theme: Theme,
    language: Language,
    desk: FakeDesk,
    tmp_path: Path,
    own_library: IndexedLibrary,
    forked_program: Program,
) -> Iterator[Watching]:
    """A window on eight photos whose changes are reported by stub_watcher.py."""
    windows: list[MainWindow] = []

    def opened(*program: str, watch_folders: bool = True) -> MainWindow:
        places = Places(
            own_library.library, tmp_path / "settings.json", tmp_path / "samples", tmp_path / "logs"
        )
        settings = Settings(theme="light", language="en", watch_folders=watch_folders)
        watcher = forked_program("tests.ui.stub_watcher")
        window = build_window(
            theme, language, places, settings, desk.desktop(), list(program) or watcher
        )
        windows.append(window)
        window.resize(1200, 800)
        window.show()
        wait_for_row_text(qtbot, window, "8 photos")
        return window

    yield opened
    for window in windows:
        window.close()
        window.deleteLater()


def wait_until_watched(qtbot: QtBot, window: MainWindow, *roots: Path) -> None:
    qtbot.waitUntil(lambda: window._services.watch.watched == list(roots), timeout=WAIT_MS)


def report_changes(library: IndexedLibrary, *paths: Path) -> None:
    with (library.library.parent / "changes.txt").open("a", encoding="utf-8") as file:
        file.writelines(f"{path}\n" for path in paths)


def started(window: MainWindow) -> list[Request]:
    """Fills with the requests of the jobs that are started."""
    requests: list[Request] = []
    window._services.jobs.started.connect(requests.append)
    return requests


@pytest.mark.slow
def test_a_new_photo_in_a_watched_folder_is_indexed(
    qtbot: QtBot, watching: Watching, own_library: IndexedLibrary
) -> None:
    window = watching()
    wait_until_watched(qtbot, window, own_library.photos)
    requests = started(window)
    new = own_library.photos / "new.jpg"
    shutil.copy(own_library.picture("beach", 0), new)
    report_changes(own_library, new)
    wait_for_row_text(qtbot, window, "9 photos")
    assert requests == [ChangesRequest(own_library.library, [new], 0)]


@pytest.mark.slow
def test_a_change_in_a_root_that_a_job_reads_is_indexed_after_the_job(
    qtbot: QtBot, watching: Watching, own_library: IndexedLibrary, many_photos: Path
) -> None:
    window = watching()
    window.commands.add_folders([many_photos])
    wait_for_progress(qtbot, window)
    wait_until_watched(qtbot, window, many_photos, own_library.photos)
    requests = started(window)
    changed = many_photos / "new.jpg"
    shutil.copy(own_library.picture("beach", 0), changed)
    report_changes(own_library, changed)
    qtbot.waitUntil(lambda: bool(window._services.watch._changed), timeout=WAIT_MS)
    qtbot.wait(1200)
    assert requests == []
    wait_for_row_text(qtbot, window, f"{MANY + 1} photos", "many")
    assert requests == [ChangesRequest(own_library.library, [changed], 0)]


@pytest.mark.slow
def test_a_paused_root_is_not_watched(
    qtbot: QtBot, watching: Watching, own_library: IndexedLibrary
) -> None:
    window = watching()
    wait_until_watched(qtbot, window, own_library.photos)
    choose(row_of(window), "Pause")
    qtbot.waitUntil(lambda: window._services.watch.watched == [], timeout=WAIT_MS)
    wait_until_idle(qtbot, window)
    choose(row_of(window), "Resume")
    wait_until_watched(qtbot, window, own_library.photos)


@pytest.mark.slow
def test_switching_watching_off_is_remembered(
    qtbot: QtBot, watching: Watching, own_library: IndexedLibrary, tmp_path: Path
) -> None:
    window = watching()
    wait_until_watched(qtbot, window, own_library.photos)
    assert window.action_set.entry("watch_folders").isChecked()
    window.action_set.entry("watch_folders").trigger()
    assert window._services.watch.watched == []
    window.close()
    assert json.loads((tmp_path / "settings.json").read_text())["watch_folders"] is False


@pytest.mark.slow
def test_nothing_is_watched_while_watching_is_switched_off(
    qtbot: QtBot, watching: Watching
) -> None:
    window = watching(watch_folders=False)
    qtbot.wait(500)
    assert window._services.watch.watched == []
    assert not window.action_set.entry("watch_folders").isChecked()


def test_a_failure_of_watching_is_reported_in_one_sentence(
    qtbot: QtBot, watching: Watching
) -> None:
    window = watching(sys.executable, "-c", "raise SystemExit(7)")
    wait_for_message(qtbot, window, "Folders cannot be watched for new photos (exit code 7)")
    assert window._services.watch.watched == []
