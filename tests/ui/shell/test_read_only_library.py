"""The window on a library that may only be read. The test runs in a mount namespace of its own."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.ui.shell.main_window import MainWindow
from tests.namespace import run_in_namespace
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.gestures import drop_files, wait_for_message, wait_for_results
from tests.ui.library.library_steps import choose, row_of, wait_for_row_text, wait_until_idle

Opener = Callable[[Path], MainWindow]
_INSIDE = "LOOKALIKE_TEST_MAY_MOUNT"
_RUN = f"""
import os, sys
import pytest
os.environ["{_INSIDE}"] = "1"
sys.exit(pytest.main(["-q", "-p", "no:cacheprovider", *sys.argv[1:]]))
"""


@pytest.mark.slow
def test_a_library_that_may_only_be_read_is_shown_and_searched(
    request: pytest.FixtureRequest,
) -> None:
    if _INSIDE in os.environ:
        window_on_read_only_mount(*map(request.getfixturevalue, _FIXTURES))
    else:
        run_in_namespace(_RUN, Path(__file__))


_FIXTURES = ("qtbot", "open_window", "own_library")


def window_on_read_only_mount(
    qtbot: QtBot, open_window: Opener, own_library: IndexedLibrary
) -> None:
    library, picture = own_library.library, own_library.picture("beach", 0)
    subprocess.run(["mount", "--bind", str(library), str(library)], check=True)
    subprocess.run(["mount", "-o", "remount,bind,ro", str(library)], check=True)
    window = open_window(library)
    window.resize(1200, 800)
    wait_for_row_text(qtbot, window, "8 photos")
    qtbot.waitUntil(lambda: window.browse.count == 8, timeout=WAIT_MS)
    assert not window.message.isVisible()
    assert window.sidebar.photo_count == "8 photos · read-only"
    move_first_to_trash(window)
    wait_for_message(qtbot, window, "can only be read")
    assert picture.exists()
    window.message.clear()
    QTest.keyClick(window.browse.grid, Qt.Key.Key_F2)
    wait_for_message(qtbot, window, "can only be read")
    window.message.clear()
    drop_files(window, picture)
    wait_for_results(qtbot, window, "beach-0.jpg")
    assert not window.message.isVisible()
    for act in (
        window.commands.rescan,
        lambda: choose(row_of(window), "Pause"),
        lambda: choose(row_of(window), "Read again"),
    ):
        window.message.clear()
        act()
        wait_for_message(qtbot, window, "can only be read")
        wait_until_idle(qtbot, window)


def move_first_to_trash(window: MainWindow) -> None:
    window.browse.grid.setFocus()
    window.browse.grid.selection.select([(0, 0)], 0)
    QTest.keyClick(window.browse.grid, Qt.Key.Key_Delete)
