"""Two pictures alone, side by side, or flickering in one place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.viewer.compare_view import CompareMode, CompareView


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> CompareView:
    view = CompareView(theme)
    qtbot.addWidget(view)
    view.resize(401, 200)
    view.show()
    return view


def visible(view: CompareView) -> tuple[bool, bool]:
    """Whether the photo and the query are visible."""
    return view.photo.isVisible(), view.query.isVisible()


def test_a_photo_alone_takes_all_the_room(view: CompareView) -> None:
    view.set_mode(CompareMode.SINGLE)
    assert visible(view) == (True, False)
    assert view.photo.geometry() == view.rect()


def test_side_by_side_the_query_is_at_the_left(view: CompareView) -> None:
    view.set_mode(CompareMode.SIDE_BY_SIDE)
    assert visible(view) == (True, True)
    left, right = view.query.geometry(), view.photo.geometry()
    assert left.topLeft() == view.rect().topLeft()
    assert right.bottomRight() == view.rect().bottomRight()
    assert left.size() == right.size()
    assert left.height() == 200
    assert 0 < right.left() - left.right() < 20
    view.resize(601, 300)
    assert view.photo.geometry().bottomRight() == view.rect().bottomRight()
    view.set_mode(CompareMode.SINGLE)
    assert view.photo.geometry() == QRect(0, 0, 601, 300)
    assert not view.query.isVisible()


def test_flickering_shows_one_at_a_time(view: CompareView) -> None:
    view.set_mode(CompareMode.SIDE_BY_SIDE)
    view.set_mode(CompareMode.FLICKER)
    view.stop_flickering()
    assert visible(view) == (True, False)
    assert view.photo.geometry() == view.query.geometry() == view.rect()
    view.swap()
    assert visible(view) == (False, True)
    view.resize(500, 200)
    assert visible(view) == (False, True)
    view.swap()
    assert visible(view) == (True, False)
    view.swap()
    view.set_mode(CompareMode.SIDE_BY_SIDE)
    assert visible(view) == (True, True)


def test_the_pictures_are_named_for_screen_readers(view: CompareView) -> None:
    view.set_names("car.jpg", "boat.png")
    assert (view.photo.accessibleName(), view.query.accessibleName()) == ("car.jpg", "boat.png")
