"""A folder is checked for photos that the library does not have."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop_app.core.jobs.duplicate_events import Standing
from desktop_app.ui.newcomers.newcomers_dialog import NewcomersDialog
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, FakeDesk, IndexedLibrary

Scene = Callable[[str, int], Image.Image]


@pytest.fixture
def card(tmp_path: Path, scene: Scene, own_library: IndexedLibrary) -> Path:
    """A new photo, a known one, a larger copy of a known one, a broken one, and a text."""
    folder = tmp_path / "card"
    (folder / "DCIM").mkdir(parents=True)
    scene("car", 0).save(folder / "DCIM" / "new.jpg")
    shutil.copy(own_library.picture("beach", 0), folder / "known.jpg")
    scene("flower", 1).resize((960, 640)).save(folder / "better.jpg", quality=95)
    (folder / "broken.jpg").write_bytes(b"")
    (folder / "notes.txt").write_text("sunny")
    return folder


def opened(window: MainWindow, desk: FakeDesk, folder: Path) -> NewcomersDialog:
    """The dialog, opened from the menu of the window."""
    desk.folder = folder
    chosen = [
        action
        for menu in window.menuBar().findChildren(QMenu)
        for action in menu.actions()
        if action.text() == "Check folder for new photos…"
    ]
    chosen[0].trigger()
    dialog = window.commands.newcomers.dialog
    assert dialog is not None
    return dialog


def wait_for_end(qtbot: QtBot, window: MainWindow) -> None:
    check = window.commands.newcomers.check
    qtbot.waitUntil(lambda: check.outcome is not None, timeout=WAIT_MS)


@pytest.fixture
def dialog(qtbot: QtBot, own_window: MainWindow, desk: FakeDesk, card: Path) -> NewcomersDialog:
    """On the card, which was checked."""
    made = opened(own_window, desk, card)
    wait_for_end(qtbot, own_window)
    return made


def titles(dialog: NewcomersDialog) -> list[str]:
    return [made.text() for made in dialog.tabs.buttons]


def rows(dialog: NewcomersDialog) -> list[tuple[str, str]]:
    """The texts of all rows, as far as their columns are shown."""
    model = dialog.photos
    return [
        (
            model.index(row, 0).data(),
            "" if dialog.list.isColumnHidden(1) else model.index(row, 1).data(),
        )
        for row in range(model.rowCount())
    ]


def show_tab(dialog: NewcomersDialog, standing: Standing) -> None:
    dialog.tabs.buttons[list(Standing).index(standing)].click()


@pytest.mark.slow
def test_each_photo_is_listed_by_what_the_library_has_of_it(
    dialog: NewcomersDialog, own_library: IndexedLibrary
) -> None:
    assert titles(dialog) == ["New  1", "Known  1", "Better  1", "Unreadable  1"]
    assert rows(dialog) == [("DCIM/new.jpg", "")]
    show_tab(dialog, Standing.KNOWN)
    assert rows(dialog) == [("known.jpg", str(own_library.picture("beach", 0)))]
    show_tab(dialog, Standing.BETTER)
    assert rows(dialog) == [("better.jpg", str(own_library.picture("flower", 1)))]
    show_tab(dialog, Standing.UNREADABLE)
    sentence = "broken.jpg is empty. Copy the photo again from its source."
    assert rows(dialog) == [("broken.jpg", sentence)]
    assert dialog.status.text == "4 photos checked."
