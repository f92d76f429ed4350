"""What tests of actions on photos ask of the grid of all photos."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS


def shown(window: MainWindow) -> list[str]:
    model = window.browse.model
    return sorted(path.name for path in model.files(list(range(model.rowCount()))))


def wait_until_gone(qtbot: QtBot, window: MainWindow, name: str) -> None:
    qtbot.waitUntil(lambda: name not in shown(window), timeout=WAIT_MS)
