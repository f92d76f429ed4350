"""Every control and picture of the dialogs has a name for screen readers."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.core.jobs.progress import Installing
from desktop_app.ui.kit.empty_view import welcome_view
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.retraining.component_view import ComponentView
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS
from tests.ui.focus import without_name
from tests.ui.kit.test_texts_fit import (
    checked_folder,
    dialogs_of_menu,
    panels,
    rename_dialogs,
    unexpected_dialogs,
)

POPUP = Qt.WindowType.Popup


@pytest.mark.slow
def test_everything_in_a_dialog_has_a_name(
    qtbot: QtBot, window: MainWindow, theme: Theme, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: window.browse.count == 36, timeout=WAIT_MS)
    found = []
    for top in chain(
        dialogs_of_menu(window),
        panels(window),
        rename_dialogs(window, theme, tmp_path),
        checked_folder(window, theme, tmp_path),
        unexpected_dialogs(window, theme, tmp_path),
    ):
        top.show()
        qtbot.waitExposed(top)
        assert top.windowTitle() or top.accessibleName() or top.windowType() is POPUP, top
        found += without_name(top)
    assert found == []


def test_everything_in_the_views_of_an_empty_library_and_of_an_installation_has_a_name(
    qtbot: QtBot, theme: Theme
) -> None:
    welcome, component = welcome_view(theme), ComponentView(theme, can_install=True)
    component.show_installing(Installing("Collecting torch"))
    for top in (welcome, component):
        qtbot.addWidget(top)
        top.show()
        assert without_name(top) == []
