"""The photo beside the picture that was searched with, or in turn with it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.ui.engine.queries import ImageSource
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.viewer.compare_view import CompareMode
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.gestures import names, wait_for_results
from tests.ui.viewer.viewer_steps import (
    LEFT,
    open_photo,
    open_result,
    wait_for_pixels,
    wheel,
)


@pytest.mark.slow
def test_without_a_query_there_is_nothing_to_compare_with(qtbot: QtBot, large: MainWindow) -> None:
    viewer = open_photo(qtbot, large, "a-large.jpg")
    assert not viewer.bar.buttons["view_compare"].isVisible()
    QTest.keyClick(viewer, Qt.Key.Key_C)
    assert viewer.comparison.mode is CompareMode.SINGLE


@pytest.mark.slow
def test_query_and_photo_stand_side_by_side_and_zoom_together(
    qtbot: QtBot, found: MainWindow
) -> None:
    viewer = open_result(qtbot, found, 5)
    QTest.mouseClick(viewer.bar.buttons["view_compare"], LEFT)
    query, photo = viewer.compare_view.query, viewer.compare_view.photo
    assert query.isVisible()
    assert photo.isVisible()
    assert query.geometry().right() < photo.geometry().left()
    assert f"{photo.zoom.percent:.0f} %" in viewer.bar.text
    wait_for_pixels(qtbot, query, 240)
    wait_for_pixels(qtbot, photo, 240)
    wheel(query, 3)
    assert photo.zoom.view == query.zoom.view
    QTest.keyClick(viewer, Qt.Key.Key_C)
    assert not query.isVisible()
    assert not viewer.bar.buttons["view_compare"].isChecked()


@pytest.mark.slow
def test_query_and_photo_flicker_in_one_place_until_one_turns_by_hand(
    qtbot: QtBot, found: MainWindow
) -> None:
    viewer = open_result(qtbot, found, 5)
    QTest.keyClick(viewer, Qt.Key.Key_F)
    view = viewer.compare_view
    assert view.query.geometry() == view.photo.geometry()
    assert view._timer.isActive()
    qtbot.waitUntil(view.query.isVisible, timeout=WAIT_MS)
    assert not view.photo.isVisible()
    QTest.keyClick(viewer, Qt.Key.Key_X)
    assert view.photo.isVisible()
    assert not view.query.isVisible()
    assert not view._timer.isActive()
    QTest.keyClick(viewer, Qt.Key.Key_F)
    assert view.mode is CompareMode.SINGLE


@pytest.mark.slow
def test_a_slideshow_shows_photos_alone(qtbot: QtBot, found: MainWindow) -> None:
    viewer = open_result(qtbot, found, 5)
    QTest.keyClick(viewer, Qt.Key.Key_C)
    QTest.keyClick(viewer, Qt.Key.Key_F5)
    assert viewer.comparison.mode is CompareMode.SINGLE
    assert not viewer.compare_view.query.isVisible()
    assert not viewer.bar.buttons["view_compare"].isChecked()
    assert not viewer.slideshow.is_paused


@pytest.mark.slow
def test_stepping_to_the_next_photo_keeps_the_comparison(qtbot: QtBot, found: MainWindow) -> None:
    viewer = open_result(qtbot, found, 5)
    QTest.keyClick(viewer, Qt.Key.Key_C)
    QTest.keyClick(viewer, Qt.Key.Key_PageDown)
    assert viewer.compare_view.query.isVisible()
    assert viewer.current.photo is not None
    assert viewer.current.photo.path.name == names(found)[6]
    wait_for_pixels(qtbot, viewer.compare_view.photo, 240)


@pytest.mark.slow
def test_a_pasted_picture_is_compared_too(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary
) -> None:
    window.commands.search(ImageSource(QImage(str(shared_library.picture("boat", 1)))))
    wait_for_results(qtbot, window, "boat-1.jpg")
    viewer = open_result(qtbot, window, 0)
    QTest.keyClick(viewer, Qt.Key.Key_C)
    assert viewer.compare_view.query.image.width() == 240
