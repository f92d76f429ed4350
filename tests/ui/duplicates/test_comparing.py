"""The photos of a group are compared over the whole window, and decided on there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.core.duplicates.levels import Level
from desktop_app.ui.duplicate_groups.compared_canvases import GroupMode
from desktop_app.ui.duplicate_groups.group_comparison import GroupComparison
from desktop_app.ui.duplicate_groups.marks import Mark
from desktop_app.ui.duplicates.duplicates_flow import DuplicatesFlow
from desktop_app.ui.duplicates.duplicates_view import DuplicatesView
from desktop_app.ui.kit.widgets import IconButton
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.viewer.photo_canvas import PhotoCanvas
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.duplicates.conftest import go_to


@pytest.fixture
def comparison(qtbot: QtBot, window: MainWindow, view: DuplicatesView) -> GroupComparison:
    """Of the car and its mirrored copy; the car is the current photo."""
    go_to(view, "car.jpg")
    QTest.keyClick(view.grid, Qt.Key.Key_Space)
    flow = window.views["duplicates"]
    assert isinstance(flow, DuplicatesFlow)
    wait_for_pictures(qtbot, flow.comparison)
    return flow.comparison


def wait_for_pictures(qtbot: QtBot, comparison: GroupComparison) -> None:
    canvases = comparison.canvases

    def are_loaded() -> bool:
        return bool(canvases.canvases) and all(each.is_settled for each in canvases.canvases)

    qtbot.waitUntil(are_loaded, timeout=WAIT_MS)


def captions(comparison: GroupComparison) -> list[str]:
    return [canvas.accessibleName() for canvas in comparison.canvases.canvases]


def test_space_shows_the_group_side_by_side(
    comparison: GroupComparison, view: DuplicatesView
) -> None:
    assert comparison.isVisible()
    assert comparison.hasFocus()
    assert len(comparison.canvases.canvases) == 2
    assert all(canvas.isVisible() for canvas in comparison.canvases.canvases)
    number = view.desk.cursor.number + 1
    assert comparison.title == f"Group {number} of 2"
    assert any(text.startswith("Keep: larger file · car.jpg") for text in captions(comparison))
    QTest.keyClick(comparison, Qt.Key.Key_Escape)
    assert not comparison.isVisible()
    assert view.grid.hasFocus()


def test_decisions_show_their_icons_only_where_their_texts_have_no_room(
    comparison: GroupComparison,
) -> None:
    def decisions() -> list[str]:
        buttons = comparison.findChildren(IconButton)
        return [made.text() for made in buttons if made.accessibleName() in ("Keep", "Discard")]

    assert decisions() == [" Keep", " Discard"]
    comparison.resize(300, 400)
    assert decisions() == ["", ""]
    comparison.resize(900, 400)
    assert decisions() == [" Keep", " Discard"]


def colours_below_the_middle(canvas: PhotoCanvas) -> int:
    """How many colours are in a row of pixels that no message covers."""
    shown, picture = canvas.grab().toImage(), canvas.zoom.picture_rect.toRect()
    row = picture.top() + picture.height() * 9 // 10
    return len({shown.pixel(x, row) for x in range(picture.left() + 1, picture.right())})


@pytest.mark.parametrize("is_in_memory", [True, False])
def test_until_a_picture_is_loaded_its_thumbnail_is_shown(
    qtbot: QtBot,
    window: MainWindow,
    view: DuplicatesView,
    compared: IndexedLibrary,
    *,
    is_in_memory: bool,
) -> None:
    (compared.photos / "car.jpg").unlink()
    go_to(view, "car.jpg")
    if not is_in_memory:
        window._services.thumbnails.limit_cache(0)
        window._services.thumbnails.limit_cache(10**7)
    QTest.keyClick(view.grid, Qt.Key.Key_Space)
    flow = window.views["duplicates"]
    assert isinstance(flow, DuplicatesFlow)
    wait_for_pictures(qtbot, flow.comparison)
    canvas = flow.comparison.canvases.canvases[flow.comparison.canvases.current]
    assert canvas.message
    qtbot.waitUntil(lambda: colours_below_the_middle(canvas) > 10, timeout=WAIT_MS)


def test_all_photos_are_zoomed_and_moved_together(comparison: GroupComparison) -> None:
    first, second = comparison.canvases.canvases
    QTest.keyClick(comparison, Qt.Key.Key_Plus)
    first.zoom.move_by(-20, 0)
    assert first.zoom.view.magnification > 1
    assert second.zoom.view == first.zoom.view


def test_photos_are_marked_where_they_are_compared(
    qtbot: QtBot, comparison: GroupComparison, view: DuplicatesView
) -> None:
    place = comparison.canvases.current
    QTest.keyClick(comparison, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: comparison.canvases.current != place, timeout=WAIT_MS)
    QTest.keyClick(comparison, Qt.Key.Key_D)
    marked = captions(comparison)[comparison.canvases.current]
    assert marked.startswith("Discard · car-mirrored.jpg")
    row = view.desk.cursor.row
    assert row is not None
    assert view.model.photo(row).mark is Mark.DISCARD


def test_enter_compares_the_next_group(
    qtbot: QtBot, comparison: GroupComparison, view: DuplicatesView
) -> None:
    step = Qt.Key.Key_Return if view.desk.cursor.number == 0 else Qt.Key.Key_Backspace
    QTest.keyClick(comparison, step)
    qtbot.waitUntil(lambda: "beach" in " ".join(captions(comparison)), timeout=WAIT_MS)
    assert comparison.isVisible()


def test_one_photo_after_the_other_is_shown_in_the_same_place(
    qtbot: QtBot, comparison: GroupComparison
) -> None:
    QTest.keyClick(comparison, Qt.Key.Key_F)
    first = comparison.canvases.current
    assert [canvas.isVisible() for canvas in comparison.canvases.canvases].count(True) == 1
    qtbot.waitUntil(lambda: comparison.canvases.current != first, timeout=WAIT_MS)
    QTest.keyClick(comparison, Qt.Key.Key_X)
    stopped = comparison.canvases.current
    assert comparison.canvases.canvases[stopped].isVisible()
    assert not comparison.canvases._timer.isActive()


def test_a_difference_picture_shows_what_differs(comparison: GroupComparison) -> None:
    QTest.keyClick(comparison, Qt.Key.Key_V)
    canvas = comparison.canvases.difference
    assert canvas.isVisibleTo(comparison)
    assert canvas.isVisible()
    assert not canvas.image.isNull()
    assert not any(each.isVisible() for each in comparison.canvases.canvases)
    QTest.keyClick(comparison, Qt.Key.Key_V)
    assert comparison.canvases.mode is GroupMode.SIDE_BY_SIDE
    assert not canvas.isVisible()


def test_identical_files_have_no_differences(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView
) -> None:
    view.tabs.choose(Level.IDENTICAL)
    QTest.keyClick(view.grid, Qt.Key.Key_Space)
    flow = window.views["duplicates"]
    assert isinstance(flow, DuplicatesFlow)
    comparison = flow.comparison
    wait_for_pictures(qtbot, comparison)
    QTest.keyClick(comparison, Qt.Key.Key_V)
    image = comparison.canvases.difference.image
    assert not image.isNull()
    points = [(x, y) for x in range(0, image.width(), 20) for y in range(0, image.height(), 20)]
    assert {image.pixelColor(x, y).value() for x, y in points} == {0}


def test_it_closes_when_no_group_is_left(
    qtbot: QtBot, comparison: GroupComparison, view: DuplicatesView
) -> None:
    QTest.keyClick(comparison, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: len(view.model.groups) == 1, timeout=WAIT_MS)
    assert comparison.isVisible()
    QTest.keyClick(comparison, Qt.Key.Key_N)
    qtbot.waitUntil(comparison.isHidden, timeout=WAIT_MS)
    assert view.tabs.level is Level.SAME_PHOTO
    assert len(view.model.groups) == 0


def test_the_tab_key_stays_on_what_is_compared(comparison: GroupComparison) -> None:
    for _ in range(12):
        QTest.keyClick(comparison.window().focusWidget() or comparison, Qt.Key.Key_Tab)
        focused = comparison.window().focusWidget()
        assert focused is not None
        assert focused is comparison or comparison.isAncestorOf(focused)
