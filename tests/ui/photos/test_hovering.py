"""What the photo under the mouse shows: its name, a tool tip, and buttons."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.ui.photos.photos_view import PhotosView
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.gestures import drop_files, hover_row, move_mouse, names, wait_for_results

_LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def found(qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary) -> MainWindow:
    """The results for a picture of a beach."""
    window.resize(1300, 800)
    drop_files(window, shared_library.picture("beach", 0))
    wait_for_results(qtbot, window, "beach-0.jpg")
    return window


def hover(qtbot: QtBot, view: PhotosView, row: int) -> None:
    hover_row(qtbot, view.grid, view.grid.pointer, row)


def leave(qtbot: QtBot, view: PhotosView) -> None:
    def is_left() -> bool:
        move_mouse(view.grid.viewport(), QPoint(1, 1))
        return view.grid.pointer.hovered_row is None

    qtbot.waitUntil(is_left, timeout=WAIT_MS)


def chips(window: MainWindow) -> list[str]:
    return [chip.accessibleName().partition(":")[0] for chip in window.bar.chips.chips]


def test_buttons_follow_the_mouse_into_the_corner_of_a_result(
    qtbot: QtBot, found: MainWindow
) -> None:
    view = found.results
    assert not view.hover.isVisible()
    for row in (1, 2):
        hover(qtbot, view, row)
        assert view.hover.isVisible()
        picture = view.grid.photo_rect(row, view.model.photo(row))
        assert picture.contains(view.hover.geometry())
    assert list(view.hover.buttons) == ["more_like", "less_like", "find_similar"]
    leave(qtbot, view)
    assert not view.hover.isVisible()


def test_the_buttons_are_about_the_photo_under_the_mouse_not_about_the_selected_ones(
    qtbot: QtBot, found: MainWindow
) -> None:
    view = found.results
    view.grid.selection.select([(0, 1)], 0)
    place = names(found).index("flower-0.jpg")
    view.grid.scroller.scroll_to_row(place, 0)
    hover(qtbot, view, place)
    QTest.mouseClick(view.hover.buttons["more_like"], _LEFT)
    qtbot.waitUntil(lambda: len(chips(found)) == 2, timeout=WAIT_MS)
    assert chips(found) == ["Like beach-0.jpg", "Like flower-0.jpg"]


def test_one_button_takes_a_photo_away_and_one_searches_for_it(
    qtbot: QtBot, found: MainWindow
) -> None:
    view = found.results
    hover(qtbot, view, 3)
    name = names(found)[3]
    QTest.mouseClick(view.hover.buttons["less_like"], _LEFT)
    qtbot.waitUntil(lambda: chips(found)[1:] == [f"Not like {name}"], timeout=WAIT_MS)
    hover(qtbot, view, 1)
    name = names(found)[1]
    QTest.mouseClick(view.hover.buttons["find_similar"], _LEFT)
    qtbot.waitUntil(lambda: chips(found) == [f"Like {name}"], timeout=WAIT_MS)


def test_among_all_photos_the_button_begins_a_search(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.browse.model.rowCount() == 36, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: window.browse.model.photo(2) is not None, timeout=WAIT_MS)
    assert list(window.browse.hover.buttons) == ["find_similar"]
    hover(qtbot, window.browse, 2)
    name = window.browse.model.files([2])[0].name
    QTest.mouseClick(window.browse.hover.buttons["find_similar"], _LEFT)
    wait_for_results(qtbot, window, name)


def test_the_buttons_go_when_their_photo_goes(qtbot: QtBot, found: MainWindow) -> None:
    hover(qtbot, found.results, 1)
    found.results.model.clear()
    assert not found.results.hover.isVisible()


def test_a_part_of_a_grid_is_painted_before_the_loss_of_its_photos_is_laid_out(
    found: MainWindow,
) -> None:
    found.results.model.clear()
    found.results.grid.viewport().repaint(QRect(5, 5, 200, 200))


def test_the_tool_tip_has_the_folder_the_size_and_the_date(
    found: MainWindow, shared_library: IndexedLibrary
) -> None:
    tip = found.results.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    path, size, date = tip.splitlines()
    assert path == str(shared_library.picture("beach", 0))
    assert " × " in size
    assert size.endswith("kB")
    assert date == "No date"
