"""Looking at one photo over the whole window: from photo to photo, and with the keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.gestures import centre_of, drop_files, names, wait_for_results
from tests.ui.viewer.viewer_steps import (
    LEFT,
    colour_at,
    open_photo,
    open_result,
    wait_for_pixels,
)


@pytest.mark.slow
def test_a_double_click_shows_the_photo_over_the_window(qtbot: QtBot, found: MainWindow) -> None:
    QTest.mouseDClick(found.results.grid.viewport(), LEFT, pos=centre_of(found, 3))
    viewer = found.viewer
    assert viewer.isVisible()
    frame = found.centralWidget()
    assert frame is not None
    assert viewer.size() == frame.size()
    assert viewer.current.photo is not None
    assert viewer.current.photo.path.name == names(found)[3]
    assert f"{names(found)[3]} 4 of 36" in viewer.bar.text
    assert viewer.compare_view.photo.accessibleName() == names(found)[3]
    wait_for_pixels(qtbot, viewer.compare_view.photo, 240)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_show_the_current_photo(found: MainWindow, key: Qt.Key) -> None:
    found.results.grid.setCurrentIndex(found.results.model.index(2, 0))
    QTest.keyClick(found.results.grid, key)
    assert found.viewer.isVisible()


@pytest.mark.slow
def test_escape_closes_the_photo_and_not_the_search(qtbot: QtBot, found: MainWindow) -> None:
    grid = found.results.grid
    grid.setCurrentIndex(found.results.model.index(2, 0))
    QTest.keyClick(grid, Qt.Key.Key_Space)
    QTest.keyClick(found.viewer, Qt.Key.Key_Escape)
    assert not found.viewer.isVisible()
    assert len(names(found)) == 36
    assert found.focusWidget() is grid


@pytest.mark.slow
def test_the_thumbnail_stands_in_until_the_photo_is_there(qtbot: QtBot, found: MainWindow) -> None:
    loader = found._services.thumbnails
    qtbot.waitUntil(lambda: len(loader._cache) > 0, timeout=WAIT_MS)
    qtbot.wait(200)
    found.results.grid.setCurrentIndex(found.results.model.index(0, 0))
    QTest.keyClick(found.results.grid, Qt.Key.Key_Space)
    canvas = found.viewer.compare_view.photo
    assert canvas.image.isNull()
    seen = {colour_at(canvas, x / 10, 0.5).name() for x in range(1, 10)}
    assert len(seen) > 3


@pytest.mark.slow
def test_next_and_previous_lead_through_the_grid_and_stop_at_its_ends(
    qtbot: QtBot, found: MainWindow
) -> None:
    grid, viewer = found.results.grid, found.viewer
    grid.setCurrentIndex(found.results.model.index(0, 0))
    QTest.keyClick(grid, Qt.Key.Key_Space)
    QTest.keyClick(viewer, Qt.Key.Key_Left)
    assert "1 of 36" in viewer.bar.text
    QTest.keyClick(viewer, Qt.Key.Key_Right)
    QTest.mouseClick(viewer.bar.buttons["view_page_down"], LEFT)
    assert "3 of 36" in viewer.bar.text
    assert grid.currentIndex().row() == 2
    QTest.keyClick(viewer, Qt.Key.Key_End)
    assert "36 of 36" in viewer.bar.text
    assert not viewer.bar.buttons["view_page_down"].isEnabled()
    QTest.keyClick(viewer, Qt.Key.Key_PageUp)
    assert viewer.current.photo is not None
    assert viewer.current.photo.path.name == names(found)[34]


@pytest.mark.slow
def test_a_new_search_closes_the_photo(
    qtbot: QtBot, found: MainWindow, shared_library: IndexedLibrary
) -> None:
    viewer = open_result(qtbot, found, 5)
    drop_files(found, shared_library.picture("car", 0))
    wait_for_results(qtbot, found, "car-0.jpg")
    assert not viewer.isVisible()


@pytest.mark.slow
def test_the_keys_stay_with_the_photo_while_it_covers_the_window(
    qtbot: QtBot, found: MainWindow
) -> None:
    viewer = open_result(qtbot, found, 5)
    for _ in range(20):
        QTest.keyClick(found.focusWidget(), Qt.Key.Key_Tab)
        assert viewer is found.focusWidget() or viewer.isAncestorOf(found.focusWidget())


@pytest.mark.slow
def test_no_pixels_are_kept_when_the_photo_is_closed(qtbot: QtBot, large: MainWindow) -> None:
    viewer = open_photo(qtbot, large, "a-large.jpg")
    wait_for_pixels(qtbot, viewer.compare_view.photo)
    viewer.leave()
    assert viewer.compare_view.photo.image.isNull()
