"""What a user does to a window, and what can be read in it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QCursor,
    QDragEnterEvent,
    QDropEvent,
    QNativeGestureEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.engine.answers import SearchResults
from desktop_app.ui.grid.grid_pointer import GridPointer
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.system.file_urls import file_url
from tests.ui.conftest import WAIT_MS

_BUTTON = Qt.MouseButton.LeftButton
_KEYS = Qt.KeyboardModifier.NoModifier
_COPY = Qt.DropAction.CopyAction


def drag_in(window: QWidget, mime: QMimeData) -> None:
    place = window.rect().center()
    QApplication.sendEvent(window, QDragEnterEvent(place, _COPY, mime, _BUTTON, _KEYS))


def drop(window: QWidget, mime: QMimeData) -> None:
    drag_in(window, mime)
    place = QPointF(window.rect().center())
    QApplication.sendEvent(window, QDropEvent(place, _COPY, mime, _BUTTON, _KEYS))


def drop_files(window: QWidget, *paths: object) -> None:
    mime = QMimeData()
    mime.setUrls([file_url(path) for path in paths])  # type: ignore[arg-type]
    drop(window, mime)


def move_mouse(view: QWidget, place: QPoint) -> None:
    """Move it a little and then there, as a hand does: a move to where it was is no event."""
    for each in (place + QPoint(0, 1), place):
        QCursor.setPos(view.mapToGlobal(each))
        QTest.mouseMove(view, each)


def hover_row(qtbot: QtBot, view: QListView, pointer: GridPointer, row: int) -> None:
    """Bring the mouse to a row; the rows may just be moving."""

    def is_hovered() -> bool:
        move_mouse(view.viewport(), view.visualRect(view.model().index(row, 0)).center())
        return pointer.hovered_row == row

    qtbot.waitUntil(is_hovered, timeout=WAIT_MS)


def takes_wheel(widget: QWidget) -> bool:
    """Turn the wheel by one notch over a widget; what it leaves goes to what is around it."""
    place = QPointF(widget.rect().center())
    event = QWheelEvent(
        place, widget.mapToGlobal(place), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        _KEYS, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def pinch(
    widget: QWidget,
    by: float,
    place: QPointF | None = None,
    kind: Qt.NativeGestureType = Qt.NativeGestureType.ZoomNativeGesture,
) -> bool:
    """Move two fingers apart on a touchpad, by this share of their distance, or together."""
    point = place or QPointF(widget.rect().center())
    window, screen = widget.mapTo(widget.window(), point), widget.mapToGlobal(point)
    device = QPointingDevice.primaryPointingDevice()
    event = QNativeGestureEvent(kind, device, 2, point, window, screen, by, QPointF())
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def move_fingers(widget: QWidget, right: int, down: int, keys: Qt.KeyboardModifier = _KEYS) -> None:
    """Move two fingers over a touchpad, as far as so many pixels."""
    place, pixels = QPointF(widget.rect().center()), QPoint(right, down)
    event = QWheelEvent(
        place, widget.mapToGlobal(place), pixels, pixels * 2, Qt.MouseButton.NoButton,
        keys, Qt.ScrollPhase.ScrollUpdate, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def names(window: MainWindow) -> list[str]:
    """The photos that are shown, in their order."""
    model = window.results.model
    return [model.photo(row).path.name for row in range(model.rowCount())]


def wait_for_results(qtbot: QtBot, window: MainWindow, first: str) -> None:
    qtbot.waitUntil(lambda: names(window)[:1] == [first], timeout=WAIT_MS)
    qtbot.waitUntil(lambda: window.panel.sentence != "", timeout=WAIT_MS)


def has_results(answer: object) -> bool:
    """For a wait until a search has found its photos."""
    return isinstance(answer, SearchResults)


def wait_for_message(qtbot: QtBot, window: MainWindow, part: str) -> None:
    qtbot.waitUntil(lambda: part in window.message.text, timeout=WAIT_MS)


def centre_of(window: MainWindow, row: int) -> QPoint:
    """Where the photo of a row is, in the grid's viewport."""
    grid = window.results.grid
    return grid.visualRect(window.results.model.index(row, 0)).center()
