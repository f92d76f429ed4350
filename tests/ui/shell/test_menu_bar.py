"""The menu bar: all that the window can do, by the state of the moment."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop_app.ui.engine.queries import FileSource
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.gestures import wait_for_results


def menu(window: MainWindow, title: str) -> QMenu:
    """Opened, as far as its entries go."""
    found = next(entry for entry in window.menuBar().actions() if entry.text() == title)
    opened = found.menu()
    assert isinstance(opened, QMenu)
    opened.aboutToShow.emit()
    return opened


def entry(window: MainWindow, title: str, text: str) -> QAction:
    return next(item for item in menu(window, title).actions() if item.text() == text)


def test_the_menus_are_those_of_other_programs(window: MainWindow) -> None:
    titles = [item.text().replace("&", "") for item in window.menuBar().actions()]
    assert titles == ["File", "Edit", "View", "Photo", "Model", "Help"]
    for title in window.menuBar().actions():
        assert menu(window, title.text()).actions()


def test_views_are_chosen_and_checked_in_the_view_menu(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(window.browse.isVisible, timeout=WAIT_MS)
    assert entry(window, "&View", "All photos").isChecked()
    entry(window, "&View", "Unusual photos").trigger()
    assert window.switcher.shown == "outliers"
    assert entry(window, "&View", "Unusual photos").isChecked()
    assert not entry(window, "&View", "All photos").isChecked()


def test_a_search_enables_the_way_back(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary
) -> None:
    assert not entry(window, "&View", "Back").isEnabled()
    picture = shared_library.picture("beach", 0)
    window.commands.search(FileSource(picture))
    wait_for_results(qtbot, window, picture.name)
    assert entry(window, "&View", "Back").isEnabled()
    entry(window, "&View", "Back").trigger()
    qtbot.waitUntil(window.browse.isVisible, timeout=WAIT_MS)


def test_the_photo_menu_is_about_the_selected_photos(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.browse.count == 36, timeout=WAIT_MS)
    assert not entry(window, "&Photo", "Export…").isEnabled()
    window.browse.grid.selection.select([(2, 4)], 2)
    with qtbot.waitSignal(window.browse.action_requested) as requested:
        entry(window, "&Photo", "Export 3 photos…").trigger()
    assert len(requested.args[0].selection.ids) == 3


@pytest.mark.parametrize("text", ["Retrain…", "All models…"])
def test_models_are_found_in_the_menu(window: MainWindow, text: str) -> None:
    entry(window, "&Model", text).trigger()
    assert window.model_flow.host.is_open


def test_the_sidebar_names_the_model_and_offers_to_retrain_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    section = window.sidebar.model
    qtbot.waitUntil(section.isVisible, timeout=WAIT_MS)
    assert section.text.startswith("Default model")
    assert section.text.endswith(" bits")
    section.retrain.click()
    assert window.model_flow.host.is_open
