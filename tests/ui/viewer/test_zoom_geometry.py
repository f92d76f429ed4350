"""Zooming and moving a picture, as arithmetic."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QSizeF

from desktop_app.ui.viewer.zoom_geometry import FITTED, PanZoom, ZoomGeometry

LARGE = ZoomGeometry(QSizeF(800, 600), QSizeF(4000, 2000))
SMALL = ZoomGeometry(QSizeF(800, 600), QSizeF(200, 100))


def test_a_large_picture_fits_whole_in_the_middle() -> None:
    rect = LARGE.picture_rect(FITTED)
    assert (rect.width(), rect.height()) == (800, 400)
    assert rect.center() == QPointF(400, 300)
    assert LARGE.percent(FITTED) == pytest.approx(20)


def test_a_small_picture_is_shown_at_100_percent_or_enlarged_to_fit() -> None:
    assert SMALL.percent(FITTED) == pytest.approx(100)
    assert ZoomGeometry(SMALL.window, SMALL.picture, enlarges=True).percent(
        FITTED
    ) == pytest.approx(400)


def test_on_a_fine_screen_100_percent_is_one_pixel_of_that_screen() -> None:
    geometry = ZoomGeometry(QSizeF(800, 600), QSizeF(4000, 2000), pixel=0.5)
    view = PanZoom(geometry.actual_size)
    assert geometry.percent(view) == pytest.approx(100)
    assert geometry.picture_rect(view).width() == pytest.approx(2000)


def test_what_is_beneath_the_mouse_stays_there_while_zooming() -> None:
    point = QPointF(500, 350)
    view = LARGE.zoomed(FITTED, 3, QPointF(400, 300))
    before = LARGE.picture_rect(view)
    nearer = LARGE.zoomed(view, 1.5, point)
    after = LARGE.picture_rect(nearer)
    beneath = (point.x() - before.left()) / before.width()
    assert (point.x() - after.left()) / after.width() == pytest.approx(beneath)
    beneath = (point.y() - before.top()) / before.height()
    assert (point.y() - after.top()) / after.height() == pytest.approx(beneath)


def test_a_picture_cannot_be_moved_off_its_window() -> None:
    view = LARGE.moved(LARGE.zoomed(FITTED, 4, QPointF(400, 300)), 10_000, -10_000)
    rect = LARGE.picture_rect(view)
    assert rect.left() == pytest.approx(0)
    assert rect.bottom() == pytest.approx(600)


def test_a_picture_that_fits_stays_in_the_middle() -> None:
    assert LARGE.moved(FITTED, 100, 50) == FITTED
    assert LARGE.clamped(PanZoom(0.1, 0.9, 0.9)) == FITTED


def test_zooming_in_has_a_limit() -> None:
    view = LARGE.zoomed(FITTED, 1e9, QPointF(400, 300))
    assert LARGE.percent(view) == pytest.approx(1600)


def test_a_picture_that_is_enlarged_to_fit_may_shrink_to_its_own_pixels() -> None:
    geometry = ZoomGeometry(SMALL.window, SMALL.picture, enlarges=True)
    view = geometry.zoomed(FITTED, 0.01, QPointF(400, 300))
    assert geometry.percent(view) == pytest.approx(100)
