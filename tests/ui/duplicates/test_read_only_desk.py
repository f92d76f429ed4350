"""The desk of a library that may only be read. The test runs in a mount namespace of its own."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.core.duplicates.levels import Level
from desktop_app.ui.duplicates.duplicates_flow import DuplicatesFlow
from desktop_app.ui.duplicates.duplicates_view import DuplicatesView
from desktop_app.ui.shell.main_window import MainWindow
from tests.namespace import run_in_namespace
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.duplicates.conftest import go_to, groups, open_duplicates
from tests.ui.duplicates.test_discarding import ask
from tests.ui.duplicates.test_rules import open_rules, remark
from tests.ui.gestures import wait_for_message

_INSIDE = "LOOKALIKE_TEST_MAY_MOUNT"
_RUN = f"""
import os, sys
import pytest
os.environ["{_INSIDE}"] = "1"
sys.exit(pytest.main(["-q", "-p", "no:cacheprovider", *sys.argv[1:]]))
"""
_FIXTURES = ("qtbot", "open_window", "compared")


@pytest.mark.slow
def test_the_groups_are_shown_and_every_change_is_refused_with_a_sentence(
    request: pytest.FixtureRequest, trash: Path
) -> None:
    if _INSIDE in os.environ:
        known_groups(*map(request.getfixturevalue, _FIXTURES))
    else:
        run_alone(request)


@pytest.mark.slow
def test_without_comparisons_identical_files_are_shown_and_no_search_begins(
    request: pytest.FixtureRequest,
) -> None:
    if _INSIDE in os.environ:
        no_groups(*map(request.getfixturevalue, _FIXTURES))
    else:
        run_alone(request)


def run_alone(request: pytest.FixtureRequest) -> None:
    run_in_namespace(_RUN, Path(f"{__file__}::{request.node.name}"))


def open_read_only(
    qtbot: QtBot, open_window: Callable[[Path], MainWindow], library: Path
) -> tuple[MainWindow, DuplicatesView]:
    """Open the desk of a library, which nothing can change from now on."""
    subprocess.run(["mount", "--bind", str(library), str(library)], check=True)
    subprocess.run(["mount", "-o", "remount,bind,ro", str(library)], check=True)
    window = open_window(library)
    view = open_duplicates(qtbot, window)
    qtbot.waitUntil(view.tabs.isVisible, timeout=WAIT_MS)
    assert not window.message.isVisible()
    return window, view


def known_groups(
    qtbot: QtBot, open_window: Callable[[Path], MainWindow], compared: IndexedLibrary
) -> None:
    window, view = open_read_only(qtbot, open_window, compared.library)
    view.tabs.choose(Level.SAME_PHOTO)
    assert len(groups(view)) == 2
    go_to(view, "car-mirrored.jpg")
    QTest.keyClick(view.grid, Qt.Key.Key_N)
    wait_for_message(qtbot, window, "can only be read")
    assert len(groups(view)) == 2
    QTest.keyClick(view.grid, Qt.Key.Key_D)
    window.message.clear()
    ask(qtbot, window).trash.click()
    wait_for_message(qtbot, window, "can only be read")
    assert len(list(compared.photos.rglob("*.jpg"))) == 8
    window.message.clear()
    QTest.keyClick(view.grid, Qt.Key.Key_G)
    flow = window.views["duplicates"]
    assert isinstance(flow, DuplicatesFlow)
    assert flow.stacking.summary is not None
    QTest.mouseClick(flow.stacking.summary.stack, Qt.MouseButton.LeftButton)
    wait_for_message(qtbot, window, "can only be read")
    assert view.marks.discarded
    assert len(groups(view)) == 2
    dialog = open_rules(window, view)
    assert remark(dialog) == (
        "The rules cannot be saved in this library: they last until the window closes."
    )
    dialog.down.click()
    chosen = dialog.chosen
    dialog.save.click()
    assert open_rules(window, view).chosen == chosen
    view.desk.compare_requested.emit()  # what changes nothing goes on
    assert flow.comparison.isVisible()


def no_groups(
    qtbot: QtBot, open_window: Callable[[Path], MainWindow], compared: IndexedLibrary
) -> None:
    for path in compared.library.glob("duplicates.sqlite*"):
        path.unlink()
    window, view = open_read_only(qtbot, open_window, compared.library)
    assert len(groups(view)) == 1
    assert view.head.sentence.endswith("Nothing else is known yet")
    QTest.mouseClick(view.head.find_button, Qt.MouseButton.LeftButton)
    wait_for_message(qtbot, window, "can only be read")
    qtbot.waitUntil(view.head.find_button.isEnabled, timeout=WAIT_MS)
