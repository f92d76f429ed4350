"""Steps of a user in the viewer, and what tests read from it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.viewer.photo_canvas import PhotoCanvas
from desktop_app.ui.viewer.photo_viewer import PhotoViewer
from tests.ui.conftest import WAIT_MS

SIZE = (2600, 1600)  # of a-large.jpg
LEFT = Qt.MouseButton.LeftButton


def open_photo(qtbot: QtBot, window: MainWindow, name: str) -> PhotoViewer:
    """Open a photo of the grid of all photos."""
    grid, model = window.browse.grid, window.browse.model

    def row() -> int | None:
        shown = [model.photo(number) for number in range(model.rowCount())]
        return next((n for n, item in enumerate(shown) if item and item.path.name == name), None)

    qtbot.waitUntil(lambda: row() is not None, timeout=WAIT_MS)
    grid.setCurrentIndex(model.index(row() or 0, 0))
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Space)
    return window.viewer


def wait_for_pixels(qtbot: QtBot, canvas: PhotoCanvas, least_width: int = 1) -> None:
    qtbot.waitUntil(lambda: canvas.image.width() >= least_width, timeout=WAIT_MS)


def colour_at(canvas: PhotoCanvas, x: float, y: float) -> QColor:
    """Of the painted canvas; `x` and `y` are shares of the picture."""
    place = canvas.zoom.picture_rect
    image = canvas.grab().toImage()
    ratio = image.devicePixelRatio()
    point = QPointF(place.left() + x * place.width(), place.top() + y * place.height()) * ratio
    return image.pixelColor(point.toPoint())


def wheel(canvas: PhotoCanvas, notches: int) -> None:
    place = QPointF(canvas.rect().center())
    event = QWheelEvent(
        place,
        canvas.mapToGlobal(place),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def open_result(qtbot: QtBot, window: MainWindow, row: int) -> PhotoViewer:
    window.results.grid.setCurrentIndex(window.results.model.index(row, 0))
    QTest.keyClick(window.results.grid, Qt.Key.Key_Space)
    return window.viewer
