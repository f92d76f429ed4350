"""A memory card, the dialog that has checked it, and a check that the test itself reports."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop_app.core.jobs.duplicate_events import Standing
from desktop_app.core.jobs.requests import Request
from desktop_app.ui.jobs.side_job import SideJob
from desktop_app.ui.newcomers.newcomers_dialog import NewcomersDialog
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, FakeDesk, IndexedLibrary


@pytest.fixture
def card(
    tmp_path: Path, scene: Callable[[str, int], Image.Image], own_library: IndexedLibrary
) -> Path:
    """A new photo, a known one, a larger copy of a known one, a broken one, and a text."""
    folder = tmp_path / "card"
    (folder / "DCIM").mkdir(parents=True)
    scene("car", 0).save(folder / "DCIM" / "new.jpg")
    shutil.copy(own_library.picture("beach", 0), folder / "known.jpg")
    scene("flower", 1).resize((960, 640)).save(folder / "better.jpg", quality=95)
    (folder / "broken.jpg").write_bytes(b"")
    (folder / "notes.txt").write_text("sunny")
    return folder


def open_dialog(window: MainWindow, desk: FakeDesk, folder: Path) -> NewcomersDialog:
    """Choose a folder from the menu of the window."""
    desk.folder = folder
    menus = window.menuBar().findChildren(QMenu)
    actions = [action for menu in menus for action in menu.actions()]
    next(each for each in actions if each.text() == "Check folder for new photos…").trigger()
    dialog = window.commands.newcomers.dialog
    assert dialog is not None
    return dialog


def wait_for_end(qtbot: QtBot, window: MainWindow) -> None:
    check = window.commands.newcomers.check
    qtbot.waitUntil(lambda: check.outcome is not None, timeout=WAIT_MS)


@pytest.fixture
def dialog(qtbot: QtBot, own_window: MainWindow, desk: FakeDesk, card: Path) -> NewcomersDialog:
    """On the card, which was checked."""
    made = open_dialog(own_window, desk, card)
    wait_for_end(qtbot, own_window)
    return made


def show_tab(dialog: NewcomersDialog, standing: Standing) -> None:
    dialog.tabs.buttons[list(Standing).index(standing)].click()


def rows(dialog: NewcomersDialog) -> list[tuple[str, str]]:
    """The texts of all rows."""
    model = dialog.photos
    rows = range(model.rowCount())
    return [(model.index(row, 0).data(), model.index(row, 1).data()) for row in rows]


class ReportedJob(SideJob):
    """A job without a process: the test emits what it reports."""

    def __init__(self) -> None:
        super().__init__([])
        self.requests: list[Request] = []
        self.cancelled = 0

    def start(self, request: Request) -> None:
        self.requests.append(request)

    def cancel(self) -> None:
        self.cancelled += 1


@pytest.fixture
def job() -> ReportedJob:
    return ReportedJob()
