"""The slideshow: one photo after the other, over the whole screen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.viewer import slideshow
from desktop_app.ui.viewer.photo_viewer import PhotoViewer
from tests.ui.conftest import WAIT_MS
from tests.ui.viewer.viewer_steps import LEFT, open_photo, wait_for_pixels, wheel


@pytest.fixture
def window(own_window: MainWindow) -> MainWindow:
    own_window.resize(1000, 800)
    return own_window


def first_photo(qtbot: QtBot, window: MainWindow) -> PhotoViewer:
    """Open the first photo of the grid."""
    shown = window.browse.model.photo(0)
    assert shown is not None
    viewer = open_photo(qtbot, window, shown.path.name)
    wait_for_pixels(qtbot, viewer.compare_view.photo)
    return viewer


def hint(viewer: PhotoViewer) -> str:
    return viewer.compare_view.photo._content.caption


def pass_time(qtbot: QtBot, viewer: PhotoViewer) -> None:
    """The time of the photo is over as soon as it runs."""
    qtbot.waitUntil(lambda: viewer.compare_view.photo.is_settled, timeout=WAIT_MS)
    assert viewer.slideshow.timer.isActive()
    viewer.slideshow.timer.timeout.emit()


def is_pointer_hidden() -> bool:
    cursor = QGuiApplication.overrideCursor()
    return cursor is not None and cursor.shape() is Qt.CursorShape.BlankCursor


def follow(viewer: PhotoViewer) -> list[int]:
    """The rows that are shown from now on."""
    rows: list[int] = []
    viewer.photo_shown.connect(lambda: rows.append(viewer.current.row))
    return rows


def interval_entries(window: MainWindow) -> dict[str, QAction]:
    menu = window.viewing_flow.viewer_menu.menu()
    assert menu is not None
    intervals = next(
        child for child in menu.findChildren(QMenu) if child.title() == "Time for each photo"
    )
    return {entry.text(): entry for entry in intervals.actions()}


def test_f5_shows_all_photos_on_the_whole_screen_and_begins_again(
    qtbot: QtBot, window: MainWindow
) -> None:
    viewer = first_photo(qtbot, window)
    rows = follow(viewer)
    QTest.keyClick(viewer, Qt.Key.Key_F5)
    assert window.isFullScreen()
    assert viewer.bar.isHidden()
    assert "Space pauses" in hint(viewer)
    for _ in range(9):
        pass_time(qtbot, viewer)
    assert rows == [1, 2, 3, 4, 5, 6, 7, 0, 1]
    assert hint(viewer) == ""


def test_it_goes_on_by_itself(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slideshow, "SECOND_MS", 20)
    viewer = first_photo(qtbot, window)
    rows = follow(viewer)
    QTest.keyClick(viewer, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: len(rows) > 3, timeout=WAIT_MS)
    assert rows[:4] == [1, 2, 3, 4]


def test_space_pauses_and_continues(qtbot: QtBot, window: MainWindow) -> None:
    viewer = first_photo(qtbot, window)
    QTest.keyClick(viewer, Qt.Key.Key_F5)
    QTest.keyClick(viewer, Qt.Key.Key_Space)
    assert not viewer.slideshow.timer.isActive()
    assert "Paused" in hint(viewer)
    rows = follow(viewer)
    QTest.keyClick(viewer, Qt.Key.Key_Right)
    wait_for_pixels(qtbot, viewer.compare_view.photo)
    assert rows == [1]
    assert not viewer.slideshow.timer.isActive()
    assert "Paused" in hint(viewer)
    QTest.keyClick(viewer, Qt.Key.Key_Space)
    assert hint(viewer) == ""
    pass_time(qtbot, viewer)
    pass_time(qtbot, viewer)
    assert rows == [1, 2, 3]


def test_an_arrow_key_steps_and_gives_the_photo_its_whole_time(
    qtbot: QtBot, window: MainWindow
) -> None:
    viewer = first_photo(qtbot, window)
    QTest.keyClick(viewer, Qt.Key.Key_F5)
    timer = viewer.slideshow.timer
    timer.start(1)
    QTest.keyClick(viewer, Qt.Key.Key_Right)
    assert viewer.current.row == 1
    wait_for_pixels(qtbot, viewer.compare_view.photo)
    assert timer.interval() == 5000
    assert viewer.current.row == 1
    QTest.keyClick(viewer, Qt.Key.Key_Left)
    assert viewer.current.row == 0


def test_no_photo_follows_before_the_one_in_sight_has_come(
    qtbot: QtBot, window: MainWindow
) -> None:
    viewer = first_photo(qtbot, window)
    QTest.keyClick(viewer, Qt.Key.Key_F5)
    viewer.current.step(7)
    assert not viewer.compare_view.photo.is_settled, "this one has not been read in advance"
    viewer.slideshow.timer.stop()
    viewer.slideshow.timer.timeout.emit()
    assert viewer.current.row == 7
    qtbot.waitUntil(viewer.slideshow.timer.isActive, timeout=WAIT_MS)
    assert viewer.compare_view.photo.is_settled


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F11, Qt.Key.Key_F5])
def test_the_viewer_is_as_before_when_the_slideshow_ends(
    qtbot: QtBot, window: MainWindow, key: Qt.Key
) -> None:
    viewer = first_photo(qtbot, window)
    QTest.mouseClick(viewer.bar.buttons["view_slideshow"], LEFT)
    assert window.isFullScreen()
    QTest.keyClick(viewer, key)
    assert not window.isFullScreen()
    assert viewer.isVisible()
    assert viewer.bar.isVisible()
    assert not viewer.bar.buttons["view_slideshow"].isChecked()
    assert not viewer.slideshow.timer.isActive()
    assert hint(viewer) == ""
    QTest.keyClick(viewer, Qt.Key.Key_Space)
    assert not viewer.isVisible()


def test_details_give_way_to_the_photos_and_are_back_afterwards(
    qtbot: QtBot, window: MainWindow
) -> None:
    viewer = first_photo(qtbot, window)
    QTest.keyClick(viewer, Qt.Key.Key_I)
    assert viewer.panel.isVisible()
    QTest.keyClick(viewer, Qt.Key.Key_F5)
    assert not viewer.panel.isVisible()
    qtbot.waitUntil(lambda: viewer.compare_view.width() == viewer.width(), timeout=WAIT_MS)
    assert not viewer.slideshow.is_paused
    QTest.keyClick(viewer, Qt.Key.Key_Escape)
    assert viewer.panel.isVisible()
    QTest.keyClick(viewer, Qt.Key.Key_I)
    QTest.keyClick(viewer, Qt.Key.Key_F5)
    QTest.keyClick(viewer, Qt.Key.Key_Escape)
    assert not viewer.panel.isVisible()


def test_a_full_screen_that_was_on_before_stays(qtbot: QtBot, window: MainWindow) -> None:
    viewer = first_photo(qtbot, window)
    QTest.keyClick(viewer, Qt.Key.Key_F11)
    QTest.keyClick(viewer, Qt.Key.Key_F5)
    QTest.keyClick(viewer, Qt.Key.Key_Escape)
    assert window.isFullScreen()
    QTest.keyClick(viewer, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert viewer.isVisible()


def test_closing_the_viewer_ends_the_slideshow(qtbot: QtBot, window: MainWindow) -> None:
    viewer = first_photo(qtbot, window)
    QTest.keyClick(viewer, Qt.Key.Key_F5)
    viewer.leave()
    assert not window.isFullScreen()
    assert not viewer.slideshow.timer.isActive()


def test_the_pointer_is_hidden_until_the_mouse_moves_and_again_with_the_next_photo(
    qtbot: QtBot, window: MainWindow
) -> None:
    viewer = first_photo(qtbot, window)
    QTest.keyClick(viewer, Qt.Key.Key_F5)
    assert is_pointer_hidden()
    QTest.mouseMove(viewer.compare_view.photo, QPoint(40, 40))
    assert not is_pointer_hidden()
    pass_time(qtbot, viewer)
    assert is_pointer_hidden()
    window.close_at_once()
    assert not is_pointer_hidden()


def test_zooming_in_pauses(qtbot: QtBot, window: MainWindow) -> None:
    viewer = first_photo(qtbot, window)
    QTest.keyClick(viewer, Qt.Key.Key_F5)
    wheel(viewer.compare_view.photo, 4)
    assert not viewer.slideshow.timer.isActive()
    assert "Paused" in hint(viewer)


def test_a_photo_that_cannot_be_read_is_passed_over_after_its_message(
    qtbot: QtBot, window: MainWindow
) -> None:
    second = window.browse.model.photo(1)
    assert second is not None
    second.path.write_bytes(b"not a picture")
    viewer = first_photo(qtbot, window)
    said: dict[int, str] = {}
    canvas = viewer.compare_view.photo
    canvas.settled.connect(lambda: said.update({viewer.current.row: canvas.message}))
    QTest.keyClick(viewer, Qt.Key.Key_F5)
    pass_time(qtbot, viewer)
    pass_time(qtbot, viewer)
    assert viewer.current.row == 2
    qtbot.waitUntil(lambda: 2 in said, timeout=WAIT_MS)
    assert said[1], "why the second cannot be read"
    assert said[2] == ""


def test_the_message_of_a_broken_photo_stays_three_seconds_at_most(
    qtbot: QtBot, window: MainWindow
) -> None:
    window._services.preferences.change(slideshow_seconds=10)
    viewer = first_photo(qtbot, window)
    QTest.keyClick(viewer, Qt.Key.Key_F5)
    assert viewer.slideshow.timer.interval() == 10_000
    viewer.compare_view.photo.show_message("cannot be read")
    assert viewer.slideshow.timer.interval() == 3000


def test_the_photo_stays_while_a_menu_is_open(qtbot: QtBot, window: MainWindow) -> None:
    viewer = first_photo(qtbot, window)
    QTest.keyClick(viewer, Qt.Key.Key_F5)
    menu = QMenu(viewer)
    menu.addAction("Rename…")
    menu.popup(viewer.mapToGlobal(viewer.rect().center()))
    viewer.slideshow.timer.timeout.emit()
    assert viewer.current.row == 0
    assert viewer.slideshow.timer.isActive()
    menu.close()
    viewer.slideshow.timer.timeout.emit()
    assert viewer.current.row == 1


def test_the_time_for_each_photo_is_chosen_in_the_menu_and_remembered(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    viewer = first_photo(qtbot, window)
    entries = interval_entries(window)
    assert [text for text, entry in entries.items() if entry.isChecked()] == ["5 seconds"]
    assert list(entries) == ["3 seconds", "5 seconds", "10 seconds"]
    QTest.keyClick(viewer, Qt.Key.Key_F5)
    entries["10 seconds"].trigger()
    assert viewer.slideshow.timer.interval() == 10_000
    entries = interval_entries(window)
    assert [text for text, entry in entries.items() if entry.isChecked()] == ["10 seconds"]
    window.close_at_once()
    assert json.loads((tmp_path / "settings.json").read_text())["slideshow_seconds"] == 10
