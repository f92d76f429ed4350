"""Two fingers on a touchpad: a pinch zooms where it is, and moving both pans."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.viewer.photo_canvas import PhotoCanvas
from desktop_app.ui.viewer.zoom_geometry import FITTED, PanZoom
from tests.ui.gestures import move_fingers, pinch
from tests.ui.viewer.viewer_steps import LEFT, open_photo, open_result, wait_for_pixels


@pytest.fixture
def canvas(qtbot: QtBot, large: MainWindow) -> PhotoCanvas:
    """Of a photo of 2,600 x 1,600 pixels that is fitted to the window."""
    viewer = open_photo(qtbot, large, "a-large.jpg")
    wait_for_pixels(qtbot, viewer.compare_view.photo)
    return viewer.compare_view.photo


def share_at(canvas: PhotoCanvas, point: QPointF) -> tuple[float, float]:
    """The point of the picture there, as shares of its sides."""
    rect = canvas.zoom.picture_rect
    return (point.x() - rect.left()) / rect.width(), (point.y() - rect.top()) / rect.height()


@pytest.mark.slow
def test_a_pinch_zooms_at_the_point_of_the_fingers(canvas: PhotoCanvas) -> None:
    fingers = canvas.zoom.picture_rect.topLeft() + QPointF(200, 150)
    before, percent = share_at(canvas, fingers), canvas.zoom.percent
    assert pinch(canvas, 0.5, fingers)
    assert canvas.zoom.percent == pytest.approx(1.5 * percent)
    assert pinch(canvas, 0.2, fingers)
    assert canvas.zoom.percent == pytest.approx(1.8 * percent)
    assert share_at(canvas, fingers) == pytest.approx(before)
    pinch(canvas, -0.9, fingers)
    assert canvas.zoom.view == FITTED


@pytest.mark.slow
def test_two_fingers_pan_an_enlarged_photo_as_far_as_they_move(canvas: PhotoCanvas) -> None:
    canvas.zoom.zoom(4)
    rect = canvas.zoom.picture_rect
    move_fingers(canvas, -30, 20)
    assert canvas.zoom.picture_rect.topLeft() - rect.topLeft() == QPointF(-30, 20)
    assert canvas.zoom.picture_rect.size() == rect.size()


@pytest.mark.slow
def test_two_fingers_leave_a_fitted_photo_as_it_is(canvas: PhotoCanvas) -> None:
    views: list[PanZoom] = []
    canvas.zoom.view_changed.connect(views.append)
    move_fingers(canvas, 30, 60)
    assert canvas.zoom.view == FITTED
    assert views == []


@pytest.mark.slow
def test_two_fingers_zoom_while_control_is_held(canvas: PhotoCanvas) -> None:
    canvas.zoom.zoom(4)
    percent = canvas.zoom.percent
    move_fingers(canvas, 0, 60, Qt.KeyboardModifier.ControlModifier)
    assert canvas.zoom.percent > percent


@pytest.mark.slow
def test_a_double_tap_of_two_fingers_toggles_the_actual_size(canvas: PhotoCanvas) -> None:
    tap = Qt.NativeGestureType.SmartZoomNativeGesture
    pinch(canvas, 0, kind=tap)
    assert canvas.zoom.percent == pytest.approx(100)
    pinch(canvas, 0, kind=tap)
    assert canvas.zoom.view == FITTED


@pytest.mark.slow
def test_compared_photos_are_zoomed_and_panned_together(qtbot: QtBot, found: MainWindow) -> None:
    viewer = open_result(qtbot, found, 5)
    QTest.mouseClick(viewer.bar.buttons["view_compare"], LEFT)
    query, photo = viewer.compare_view.query, viewer.compare_view.photo
    pinch(query, 3.0)
    assert photo.zoom.view.magnification == pytest.approx(4)
    move_fingers(photo, -40, 0)
    assert photo.zoom.view.x > 0.5
    assert query.zoom.view == photo.zoom.view
