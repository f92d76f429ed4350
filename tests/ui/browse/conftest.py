"""A window with a varied library, and its filter panel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.ui.browse.filter_panel import FilterPanel
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.browse.test_browsing import wait_for_names
from tests.ui.conftest import WAIT_MS
from tests.ui.varied_library import VariedLibrary


@pytest.fixture
def window(
    qtbot: QtBot, open_window: Callable[[Path], MainWindow], varied: VariedLibrary
) -> MainWindow:
    window = open_window(varied.library)
    window.resize(1400, 900)
    wait_for_names(qtbot, window, 6)
    return window


@pytest.fixture
def panel(qtbot: QtBot, window: MainWindow) -> FilterPanel:
    QTest.mouseClick(window.filters.button, Qt.MouseButton.LeftButton)
    panel = window.filters.panel
    qtbot.waitUntil(lambda: panel.lists["cameras"].count() == 2, timeout=WAIT_MS)
    assert panel.isVisible()
    return panel
