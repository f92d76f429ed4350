"""A preview is shown large under the mouse and at a key, and disappears as a tool tip does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout
from pytestqt.qtbot import QtBot

from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.previews.large_preview import LargePreview, place_beside
from desktop_app.ui.previews.preview_view import PreviewView

SCREEN = QRect(0, 0, 1000, 800)
WIDE = QSize(512, 256)


def striped(size: QSize) -> QImage:
    """Red at the left, green in the middle, blue at the right."""
    image = QImage(size, QImage.Format.Format_RGB32)
    for x in range(size.width()):
        colour = QColor(("red", "lime", "blue")[3 * x // size.width()])
        for y in range(size.height()):
            image.setPixelColor(x, y, colour)
    return image


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme) -> QDialog:
    made = QDialog()
    column = QVBoxLayout(made)
    for is_square in (False, True):
        view = PreviewView(theme, 80, is_square=is_square)
        view.show_preview(striped(WIDE), "Preview of a.jpg")
        column.addWidget(view)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def view(dialog: QDialog) -> PreviewView:
    found = dialog.findChild(PreviewView)
    assert found is not None
    found.setFocus()
    return found


def hover(view: PreviewView) -> None:
    place = view.rect().center()
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place)))


def large_of(view: PreviewView) -> LargePreview:
    assert view.large is not None
    assert view.large.isVisible()
    return view.large


def test_under_the_mouse_it_is_256_pixels_large_until_the_mouse_leaves(view: PreviewView) -> None:
    hover(view)
    large = large_of(view)
    assert large.picture.size() == QSize(256, 128)
    assert large.picture.grab().toImage().pixelColor(128, 64) == QColor("lime")
    hover(view)
    assert view.large is large  # and does not flicker
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert view.large is None
    assert not large.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_key_shows_it_large_and_hides_it(view: PreviewView, key: Qt.Key) -> None:
    QTest.keyClick(view, key)
    large_of(view)
    QTest.keyClick(view, key)
    assert view.large is None


def test_a_click_shows_it_large_for_screens_without_a_mouse(view: PreviewView) -> None:
    QTest.mouseClick(view, Qt.MouseButton.RightButton)
    assert view.large is None
    QTest.mouseClick(view, Qt.MouseButton.LeftButton)
    large_of(view)


def test_escape_hides_what_is_large_first_and_then_closes_the_dialog(
    dialog: QDialog, view: PreviewView
) -> None:
    QTest.keyClick(view, Qt.Key.Key_Space)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.large is None
    assert dialog.isVisible()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_it_disappears_with_its_view_with_the_focus_and_with_another_picture(
    dialog: QDialog, view: PreviewView
) -> None:
    ends: tuple[Callable[[], None], ...] = (
        lambda: view.show_preview(striped(QSize(30, 30)), "Preview of b.jpg"),
        dialog.findChildren(PreviewView)[1].setFocus,
        view.hide,
    )
    for end in ends:
        view.setFocus()
        view.toggle_large()
        large = large_of(view)
        end()
        assert view.large is None
        assert not large.isVisible()


def test_a_square_shows_the_middle_and_all_of_it_when_it_is_large(dialog: QDialog) -> None:
    square = dialog.findChildren(PreviewView)[1]
    assert square.image.size() == QSize(256, 256)
    colours = [square.image.pixelColor(x, 5) for x in (40, 45, 210, 215)]
    assert colours == [QColor(name) for name in ("red", "lime", "lime", "blue")]
    square.toggle_large()
    assert large_of(square).picture.image.size() == WIDE


def test_nothing_is_shown_large_before_there_is_a_preview(qtbot: QtBot, theme: Theme) -> None:
    empty = PreviewView(theme, 80)
    qtbot.addWidget(empty)
    empty.show()
    hover(empty)
    assert empty.large is None


def test_a_preview_that_is_large_already_does_not_grow(qtbot: QtBot, theme: Theme) -> None:
    wide = PreviewView(theme, 256)
    qtbot.addWidget(wide)
    wide.show_preview(striped(WIDE), "Preview of a.jpg")
    wide.show()
    hover(wide)
    QTest.mouseClick(wide, Qt.MouseButton.LeftButton)
    assert wide.large is None
    assert wide.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert wide.accessibleDescription() == ""


def test_what_is_large_never_takes_the_mouse_from_its_view(view: PreviewView) -> None:
    hover(view)
    flags = large_of(view).windowFlags()
    assert flags & Qt.WindowType.WindowTransparentForInput


def test_its_name_is_read_out_with_the_way_to_see_it_large(view: PreviewView) -> None:
    assert view.accessibleName() == "Preview of a.jpg"
    assert "Space" in view.accessibleDescription()


def test_it_lies_below_its_view_or_above_where_there_is_more_room() -> None:
    size = QSize(200, 300)
    assert place_beside(QRect(400, 100, 80, 80), size, SCREEN) == QPoint(339, 181)
    assert place_beside(QRect(400, 600, 80, 80), size, SCREEN) == QPoint(339, 299)


def test_it_lies_inside_of_the_screen() -> None:
    size = QSize(200, 300)
    for corner in (QPoint(0, 0), QPoint(950, 0), QPoint(0, 750), QPoint(950, 750)):
        place = place_beside(QRect(corner, QSize(50, 50)), size, SCREEN)
        assert SCREEN.contains(QRect(place, size))
    low = QRect(0, 0, 1000, 320)  # with room neither below nor above
    assert low.contains(QRect(place_beside(QRect(400, 130, 80, 80), size, low), size))
