"""A window on a library of its own, and a trash in a temporary folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, IndexedLibrary

Opener = Callable[[Path], MainWindow]


@pytest.fixture
def trash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the system puts what is trashed, as freedesktop.org wants it."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "data").mkdir()
    return tmp_path / "data" / "Trash"


@pytest.fixture
def own_window(
    qtbot: QtBot, open_window: Opener, own_library: IndexedLibrary, trash: Path
) -> MainWindow:
    """On a library of eight photos, all of which are shown."""
    window = open_window(own_library.library)
    window.resize(1300, 800)
    qtbot.waitUntil(lambda: window.browse.count == 8, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: window.browse.model.known_photo(7) is not None, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: window.library.indexed is not None, timeout=WAIT_MS)
    return window
