"""Which photo is current, so that a key goes on from it, after the photos were replaced."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.id_lists import Ids
from desktop_app.ui.grid.grid_selection import GridSelection, KeptSelection
from desktop_app.ui.grid.photo_model import Index, PhotoModel
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.browse.test_browsing import choose_order
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.gestures import drop_files, wait_for_results


class ListedPhotos(PhotoModel):
    """Photos of which nothing but the ids is known."""

    def __init__(self) -> None:
        super().__init__()
        self.ids = np.empty(0, np.int64)

    def show(self, *ids: int) -> None:
        self.beginResetModel()
        self.ids = _ids(*ids)
        self.endResetModel()

    def photo(self, row: int) -> None:
        del row

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802
        return 0 if parent is not None and parent.isValid() else len(self.ids)


class Listed:
    """A list of photos that can be replaced as the views do it."""

    def __init__(self, view: QListView) -> None:
        self.model = ListedPhotos()
        self.view = view
        view.setModel(self.model)
        self.selection, self._kept = GridSelection(view), KeptSelection(view)

    def show(self, *ids: int) -> None:
        selected, cursor = self.selection.ids, self.selection.cursor
        self.model.show(*ids)
        self._kept.select(selected, cursor, self.model.ids)

    def choose(self, photo_id: int) -> None:
        row = self.model.ids.tolist().index(photo_id)
        self.selection.select([(row, row)], row)

    def move_cursor(self, photo_id: int) -> None:
        """As an arrow key does while Ctrl is held."""
        row = self.model.ids.tolist().index(photo_id)
        self.selection.select(self.selection.ranges(), row)

    @property
    def current(self) -> int | None:
        row = self.view.currentIndex().row()
        return int(self.model.ids[row]) if row >= 0 else None


@pytest.fixture
def listed(qtbot: QtBot) -> Iterator[Listed]:
    view = QListView()
    qtbot.addWidget(view)
    view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
    yield Listed(view)
    view.setModel(None)


def _ids(*ids: int) -> Ids:
    return np.array(ids, np.int64)


def order(qtbot: QtBot, window: MainWindow, words: str) -> None:
    listing = window.browse.listing
    choose_order(window, words)
    qtbot.waitUntil(lambda: window.browse.listing is not listing, timeout=WAIT_MS)


def test_the_first_photo_is_current_at_the_start_and_none_is_selected(listed: Listed) -> None:
    listed.show()
    assert listed.current is None
    listed.show(7, 8, 9)
    assert listed.current == 7
    assert listed.selection.count == 0


def test_until_a_photo_is_chosen_whichever_comes_first_is_current(listed: Listed) -> None:
    listed.show(7, 8, 9)
    listed.show(5, 6, 7, 8, 9)
    assert listed.current == 5
    listed.show(9, 8, 7)
    assert listed.current == 9


def test_the_chosen_photo_stays_current_wherever_it_goes(listed: Listed) -> None:
    listed.show(7, 8, 9)
    listed.choose(7)
    listed.show(5, 6, 7, 8, 9)
    assert listed.current == 7
    listed.move_cursor(8)
    listed.show(8, 7)
    assert listed.current == 8
    assert listed.selection.ids.tolist() == [7]


def test_when_the_current_photo_goes_the_one_in_its_place_is_current(listed: Listed) -> None:
    listed.show(5, 6, 7, 8, 9)
    listed.choose(7)
    listed.show(5, 6, 8, 9)
    assert listed.current == 8
    listed.move_cursor(9)
    listed.show(5, 6, 8)
    assert listed.current == 8


def test_a_chosen_photo_that_comes_back_is_current_again(listed: Listed) -> None:
    listed.show(5, 6, 7, 8)
    listed.choose(7)
    listed.show(5, 6, 8)
    assert listed.current == 8
    listed.show(5, 6, 7, 8)
    assert listed.current == 7
    assert listed.selection.ids.tolist() == [7]


@pytest.mark.slow
def test_another_order_begins_at_its_first_photo(qtbot: QtBot, own_window: MainWindow) -> None:
    order(qtbot, own_window, "Folder and name")
    first = own_window.browse.grid.selection.current_photo()
    order(qtbot, own_window, "Z to A")
    assert own_window.browse.grid.currentIndex().row() == 0
    assert own_window.browse.grid.selection.current_photo() != first


@pytest.mark.slow
def test_the_arrows_go_on_from_the_first_result(
    qtbot: QtBot, own_window: MainWindow, own_library: IndexedLibrary
) -> None:
    for name in ("beach", "flower"):
        drop_files(own_window, own_library.picture(name, 0))
        wait_for_results(qtbot, own_window, f"{name}-0.jpg")
        QTest.keyClick(own_window.results.grid, Qt.Key.Key_Right)
        assert own_window.results.grid.currentIndex().row() == 1


@pytest.mark.slow
def test_the_photo_that_is_viewed_stays_when_others_come_before_it(
    qtbot: QtBot, own_window: MainWindow
) -> None:
    order(qtbot, own_window, "Folder and name")
    QTest.keyClick(own_window.browse.grid, Qt.Key.Key_Space)
    viewed = own_window.viewer.current
    assert viewed.photo is not None
    path = viewed.photo.path
    order(qtbot, own_window, "Z to A")
    assert viewed.row == 7
    assert viewed.photo is not None
    assert viewed.photo.path == path
