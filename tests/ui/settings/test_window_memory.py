"""The window comes as it was left."""

from __future__ import annotations

import base64
import json
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.settings.window_memory import fit_to_screen
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, IndexedLibrary, outliers_of
from tests.ui.running_program import RunningProgram
from tests.ui.varied_library import VariedLibrary

OpenWindow = Callable[[Path], MainWindow]


@pytest.mark.slow
def test_size_and_place_are_those_of_the_last_time(
    open_window: OpenWindow, shared_library: IndexedLibrary
) -> None:
    first = open_window(shared_library.library)
    first.setGeometry(30, 40, 733, 541)
    first.close()
    second = open_window(shared_library.library)
    assert second.geometry() == QRect(30, 40, 733, 541)
    assert not second.isMaximized()


def test_a_maximised_window_is_maximised_again_and_knows_its_size(
    qtbot: QtBot, open_window: OpenWindow, shared_library: IndexedLibrary
) -> None:
    first = open_window(shared_library.library)
    first.setGeometry(30, 40, 733, 541)
    first.showMaximized()
    first.close()
    second = open_window(shared_library.library)
    assert second.isMaximized()
    second.showNormal()
    qtbot.waitUntil(lambda: second.size() == QSize(733, 541), timeout=WAIT_MS)


def test_a_window_of_a_disconnected_screen_opens_on_a_connected_one(
    open_window: OpenWindow, shared_library: IndexedLibrary, tmp_path: Path
) -> None:
    far = QWidget()
    far.setGeometry(9000, 7000, 900, 700)
    geometry = bytes(far.saveGeometry().toBase64().data()).decode()
    (tmp_path / "window.json").write_text(json.dumps({"geometry": geometry}))
    window = open_window(shared_library.library)
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert room.contains(window.geometry().topLeft())


@pytest.mark.slow
def test_the_first_window_is_no_larger_than_the_screen(program: RunningProgram) -> None:
    """The screen of an offscreen program has 800 x 800 pixels."""
    assert program.end(program.opened()) == 0
    saved = json.loads((program.settings / "window.json").read_text())["geometry"]
    # Two short numbers and one long one, the frame, and the window inside it: left to bottom.
    left, top, right, bottom = struct.unpack_from(">4i", base64.b64decode(saved), 8 + 16)
    assert max(right - left, bottom - top) < 800
    assert right - left > 700


@pytest.mark.parametrize("size", [(900, 4000), (4000, 600), (4000, 4000), (730, 541)])
def test_a_window_is_fitted_to_its_screen_if_it_is_larger(
    qtbot: QtBot, size: tuple[int, int]
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setGeometry(30, 40, *size)
    fit_to_screen(window)
    room = window.screen().availableGeometry()
    assert room.contains(window.geometry())
    assert (window.geometry() == QRect(30, 40, *size)) is (size == (730, 541))


def test_a_place_that_cannot_be_read_is_ignored(
    open_window: OpenWindow, shared_library: IndexedLibrary, tmp_path: Path
) -> None:
    text = '{"geometry": "no place \\ud800 at all", "sidebar": false}'
    (tmp_path / "window.json").write_text(text)
    window = open_window(shared_library.library)
    assert window.size() == QSize(1280, 820)
    assert not window.sidebar.isVisible()


def test_collapsed_sections_are_still_collapsed_at_the_next_start(
    qtbot: QtBot, open_window: OpenWindow, shared_library: IndexedLibrary
) -> None:
    first = open_window(shared_library.library)
    qtbot.waitUntil(first.sidebar.isVisible, timeout=WAIT_MS)
    first.action_set.run("sidebar")
    first.panel.distances_fold.heading.click()
    first.panel.lens.heading.click()
    first.close()
    second = open_window(shared_library.library)
    qtbot.waitUntil(lambda: second.browse.count == 36, timeout=WAIT_MS)
    assert not second.sidebar.isVisible()
    folds = (second.panel.distances_fold, second.panel.details_fold, second.panel.lens)
    assert [fold.is_open for fold in folds] == [False, False, True]


@pytest.mark.slow
def test_sections_and_folders_of_the_sidebar_are_open_again_at_the_next_start(
    qtbot: QtBot, open_window: OpenWindow, varied: VariedLibrary
) -> None:
    first = open_window(varied.library)
    roots = first.sidebar.roots
    qtbot.waitUntil(lambda: len(roots.sections) == 2, timeout=WAIT_MS)
    photos = roots.sections[1]
    qtbot.waitUntil(photos.row.fold.isVisible, timeout=WAIT_MS)
    photos.row.fold.click()
    first.sidebar.searches.saved_fold.heading.click()
    first.sidebar.searches.recent_fold.heading.click()
    first.close()
    second = open_window(varied.library)
    second.resize(1300, 900)
    searches = second.sidebar.searches
    assert (searches.saved_fold.is_open, searches.recent_fold.is_open) == (False, True)
    listed = second.sidebar.roots
    qtbot.waitUntil(lambda: len(listed.sections) == 2, timeout=WAIT_MS)
    qtbot.waitUntil(listed.sections[1].folders.isVisible, timeout=WAIT_MS)


@pytest.mark.slow
def test_unusual_photos_are_looked_for_again_where_they_were_in_sight(
    qtbot: QtBot, open_window: OpenWindow, shared_library: IndexedLibrary
) -> None:
    first = open_window(shared_library.library)
    first.commands.show_view("outliers")
    first.close()
    second = open_window(shared_library.library)
    qtbot.waitUntil(outliers_of(second).isVisible, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: outliers_of(second).model.rowCount() > 0, timeout=WAIT_MS)
