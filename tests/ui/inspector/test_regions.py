"""A part of the query's picture is drawn with the mouse or with keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.core.base.region import Region
from desktop_app.ui.inspector.region_drawing import to_rect, to_region
from desktop_app.ui.inspector.region_keys import FIRST_REGION, moved_by_key
from desktop_app.ui.inspector.region_picture import RegionPicture
from desktop_app.ui.kit.theme import Theme

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def picture(qtbot: QtBot, theme: Theme) -> RegionPicture:
    """A grey picture of 200 by 100 pixels in the middle of 240 by 100."""
    picture = RegionPicture(theme, 200)
    qtbot.addWidget(picture)
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("#808080"))
    picture.show_part(image, None)
    picture.resize(240, picture.height())
    picture.show()
    return picture


def drawn(picture: RegionPicture) -> list[Region]:
    regions: list[Region] = []
    picture.region_drawn.connect(regions.append)
    return regions


def drag(picture: RegionPicture, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(picture, LEFT, pos=start)
    QTest.mouseMove(picture, end)
    QTest.mouseRelease(picture, LEFT, pos=end)


def close_to(region: Region, left: float, top: float, right: float, bottom: float) -> bool:
    found = (region.left, region.top, region.right, region.bottom)
    return found == pytest.approx((left, top, right, bottom), abs=0.006)


def test_a_region_and_its_rectangle_belong_together() -> None:
    picture = QRectF(20, 10, 200, 100)
    region = Region(0.25, 0.1, 0.75, 0.9)
    assert to_rect(region, picture) == QRectF(70, 20, 100, 80)
    assert to_region(QRectF(70, 20, 100, 80), picture) == region


def test_a_picture_is_as_high_as_its_proportions_need(picture: RegionPicture) -> None:
    assert (picture.height(), picture.sizeHint().width()) == (100, 200)
    picture.set_side(100)
    assert picture.height() == 50
    picture.show_part(QImage(2, 400, QImage.Format.Format_RGB32), None)
    assert picture.height() == 100
    picture.show_part(QImage(400, 1, QImage.Format.Format_RGB32), None)
    assert picture.height() == 1


def test_a_rectangle_in_any_direction_is_searched_for(picture: RegionPicture) -> None:
    regions = drawn(picture)
    drag(picture, QPoint(70, 25), QPoint(170, 75))
    drag(picture, QPoint(170, 75), QPoint(70, 25))
    assert len(regions) == 2
    assert all(close_to(region, 0.25, 0.25, 0.75, 0.75) for region in regions)
    drag(picture, QPoint(70, 25), QPoint(239, 120))  # beyond the edge
    assert close_to(regions[2], 0.25, 0.25, 1, 1)


def test_a_slip_of_the_mouse_is_no_region(picture: RegionPicture) -> None:
    regions = drawn(picture)
    drag(picture, QPoint(70, 25), QPoint(81, 75))
    drag(picture, QPoint(5, 50), QPoint(170, 75))  # it begins beside the picture
    QTest.mousePress(picture, RIGHT, pos=QPoint(70, 25))
    QTest.mouseRelease(picture, RIGHT, pos=QPoint(170, 75))
    QTest.mouseRelease(picture, LEFT, pos=QPoint(170, 75))  # it was never pressed
    assert regions == []
    drag(picture, QPoint(70, 25), QPoint(82, 37))
    assert len(regions) == 1


def test_another_button_does_not_end_the_drawing(picture: RegionPicture) -> None:
    regions = drawn(picture)
    QTest.mousePress(picture, LEFT, pos=QPoint(70, 25))
    QTest.mouseRelease(picture, RIGHT, pos=QPoint(100, 50))
    assert regions == []
    QTest.mouseMove(picture, QPoint(170, 75))
    QTest.mouseRelease(picture, LEFT, pos=QPoint(170, 75))
    assert len(regions) == 1


def test_without_a_picture_nothing_is_drawn(picture: RegionPicture) -> None:
    picture.show_part(QImage(), None)
    regions = drawn(picture)
    drag(picture, QPoint(70, 25), QPoint(170, 75))
    QTest.keyClick(picture, Key.Key_Return)
    QTest.keyClick(picture, Key.Key_Return)
    assert regions == []


def moved(region: Region, key: Qt.Key, *, shift: bool = False) -> Region | None:
    modifier = SHIFT if shift else Qt.KeyboardModifier.NoModifier
    return moved_by_key(region, QKeyEvent(QEvent.Type.KeyPress, key, modifier))


@pytest.mark.parametrize(
    ("key", "shift", "expected"),
    [
        (Key.Key_Left, False, (0.2, 0.25, 0.7, 0.75)),
        (Key.Key_Right, False, (0.3, 0.25, 0.8, 0.75)),
        (Key.Key_Up, False, (0.25, 0.2, 0.75, 0.7)),
        (Key.Key_Down, False, (0.25, 0.3, 0.75, 0.8)),
        (Key.Key_Left, True, (0.25, 0.25, 0.7, 0.75)),
        (Key.Key_Right, True, (0.25, 0.25, 0.8, 0.75)),
        (Key.Key_Up, True, (0.25, 0.25, 0.75, 0.7)),
        (Key.Key_Down, True, (0.25, 0.25, 0.75, 0.8)),
    ],
)
def test_arrow_keys_move_a_region_and_with_shift_its_lower_right_corner(
    key: Qt.Key, shift: bool, expected: tuple[float, float, float, float]
) -> None:
    region = moved(FIRST_REGION, key, shift=shift)
    assert region is not None
    assert close_to(region, *expected)


@pytest.mark.parametrize(
    ("region", "key", "shift", "expected"),
    [
        (Region(0.02, 0.03, 0.5, 0.6), Key.Key_Left, False, (0, 0.03, 0.48, 0.6)),
        (Region(0.02, 0.03, 0.5, 0.6), Key.Key_Up, False, (0.02, 0, 0.5, 0.57)),
        (Region(0.5, 0.4, 0.98, 0.97), Key.Key_Right, False, (0.52, 0.4, 1, 0.97)),
        (Region(0.5, 0.4, 0.98, 0.97), Key.Key_Down, False, (0.5, 0.43, 0.98, 1)),
        (Region(0.5, 0.4, 0.98, 0.97), Key.Key_Right, True, (0.5, 0.4, 1, 0.97)),
        (Region(0.5, 0.4, 0.98, 0.97), Key.Key_Down, True, (0.5, 0.4, 0.98, 1)),
        (Region(0.5, 0.4, 0.62, 0.53), Key.Key_Left, True, (0.5, 0.4, 0.6, 0.53)),
        (Region(0.5, 0.4, 0.62, 0.53), Key.Key_Up, True, (0.5, 0.4, 0.62, 0.5)),
    ],
)
def test_a_region_stays_inside_the_picture_and_large_enough(
    region: Region, key: Qt.Key, shift: bool, expected: tuple[float, float, float, float]
) -> None:
    after = moved(region, key, shift=shift)
    assert after is not None
    assert close_to(after, *expected)


def test_enter_begins_and_ends_a_region_and_escape_gives_it_up(picture: RegionPicture) -> None:
    regions = drawn(picture)
    assert moved(FIRST_REGION, Key.Key_A) is None
    QTest.keyClick(picture, Key.Key_Left)  # none is being drawn
    QTest.keyClick(picture, Key.Key_Return)
    QTest.keyClick(picture, Key.Key_Left)
    QTest.keyClick(picture, Key.Key_Return)
    assert close_to(regions[0], 0.2, 0.25, 0.7, 0.75)
    QTest.keyClick(picture, Key.Key_Return)
    QTest.keyClick(picture, Key.Key_Escape)
    QTest.keyClick(picture, Key.Key_Return)
    QTest.keyClick(picture, Key.Key_Return)
    assert regions[1:] == [FIRST_REGION]
    picture.show_part(picture.image, Region(0.5, 0.5, 1, 1))  # that is where keys begin next
    QTest.keyClick(picture, Key.Key_Return)
    QTest.keyClick(picture, Key.Key_Return)
    assert regions[2] == Region(0.5, 0.5, 1, 1)


@pytest.mark.parametrize(("begins", "is_ours"), [(True, True), (False, False)])
def test_escape_is_kept_from_the_window_only_while_a_region_is_moved(
    picture: RegionPicture, begins: bool, is_ours: bool
) -> None:
    if begins:
        picture.draw_by_keys()
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(picture, event)
    assert event.isAccepted() is is_ours


def test_what_lies_outside_the_region_is_faint(picture: RegionPicture) -> None:
    def colour(x: int) -> QColor:
        return picture.grab().toImage().pixelColor(x, 50)

    plain = QColor("#808080")
    assert (colour(40), colour(120)) == (plain, plain)
    picture.show_part(picture.image, Region(0.5, 0, 1, 1))
    assert colour(40) != plain
    assert colour(170) == plain
