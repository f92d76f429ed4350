"""A stack is one result of a search, and is opened and unfolded as in the grid."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.files.stack_edits import stack_photos
from desktop_app.ui.engine.queries import FileSource
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.gestures import names, wait_for_message

STACK = ("portrait-0.jpg", "beach-0.jpg", "beach-1.jpg")


@pytest.fixture
def own_library(own_library: IndexedLibrary) -> IndexedLibrary:
    """Eight photos, three of which are a stack with a portrait on top."""
    files = LibraryFiles(own_library.library)
    with Catalogue(files) as catalogue:
        ids = [catalogue.photo_id(own_library.photos / name) or 0 for name in STACK]
    list(stack_photos(files, [ids]))
    return own_library


@pytest.fixture
def found(
    qtbot: QtBot, open_window: Callable[[Path], MainWindow], own_library: IndexedLibrary
) -> MainWindow:
    """Photos like a beach."""
    window = open_window(own_library.library)
    qtbot.waitUntil(lambda: window.library.indexed is not None, timeout=WAIT_MS)
    window.commands.search(FileSource(own_library.picture("beach", 0)))
    qtbot.waitUntil(lambda: len(names(window)) == 6, timeout=WAIT_MS)
    return window


def test_the_nearest_photo_of_a_stack_is_found_with_the_number_of_all(found: MainWindow) -> None:
    shown = found.results.model.photo(0)
    assert shown.path.name == "beach-0.jpg"
    assert shown.stack is not None
    assert shown.stack.count == 3
    assert not {"beach-1.jpg", "portrait-0.jpg"} & set(names(found))


def test_a_stack_among_the_results_is_opened_and_closed(qtbot: QtBot, found: MainWindow) -> None:
    found.results.grid.setCurrentIndex(found.results.model.index(0, 0))
    QTest.keyClick(found, Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: len(names(found)) == 8, timeout=WAIT_MS)
    assert {"beach-1.jpg", "portrait-0.jpg"} <= set(names(found))
    QTest.keyClick(found, Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: len(names(found)) == 6, timeout=WAIT_MS)


def test_the_switch_of_the_grid_unfolds_results_too(qtbot: QtBot, found: MainWindow) -> None:
    found.action_set.entry("fold_stacks").trigger()
    qtbot.waitUntil(lambda: len(names(found)) == 8, timeout=WAIT_MS)
    assert set(STACK) <= set(names(found))


def test_results_follow_when_a_stack_is_dissolved(qtbot: QtBot, found: MainWindow) -> None:
    found.results.grid.setCurrentIndex(found.results.model.index(0, 0))
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(found, Qt.Key.Key_G, keys)
    wait_for_message(qtbot, found, "Unstacked 3 photos.")
    qtbot.waitUntil(lambda: len(names(found)) == 8, timeout=WAIT_MS)


def test_the_photo_that_was_found_can_be_put_on_top(qtbot: QtBot, found: MainWindow) -> None:
    found.results.grid.setCurrentIndex(found.results.model.index(0, 0))
    found.results.grid.selection.select([(0, 0)], 0)
    QTest.keyClick(found, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    wait_for_message(qtbot, found, "The photo is on top of its stack now.")

    def top() -> int:
        mark, number = found.results.model.photo(0).stack, found.results.model.ids[0]
        return mark.top - int(number) if mark else -1

    qtbot.waitUntil(lambda: top() == 0, timeout=WAIT_MS)
