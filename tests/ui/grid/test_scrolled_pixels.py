"""What is on the screen after a part of the grid was painted is what painting all of it shows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QImage, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.browse import sticky_title
from desktop_app.ui.grid.photo_grid import PhotoGrid
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS
from tests.ui.photos.test_hovering import hover, leave


class Painted(QObject):
    """The region that was painted since it was last cleared."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.region = QRegion()
        viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return super().eventFilter(watched, event)


@pytest.fixture
def grid(qtbot: QtBot, window: MainWindow) -> PhotoGrid:
    """All photos, in a window that shows some of them; all thumbnails are in memory."""
    window.resize(1000, 560)
    grid = window.browse.grid
    qtbot.waitUntil(lambda: window.browse.count == 36, timeout=WAIT_MS)
    bar = grid.verticalScrollBar()
    for place in (*range(0, bar.maximum(), 200), bar.maximum(), 0):
        bar.setValue(place)
        QApplication.processEvents()
        wait_for_thumbnails(qtbot, window)
    return grid


def wait_for_thumbnails(qtbot: QtBot, window: MainWindow) -> None:
    thumbnails, grid = window._services.thumbnails, window.browse.grid

    def are_loaded() -> bool:
        grid.viewport().update()
        shown = [grid.photos.known_photo(row) for row in grid.scroller.visible_rows()]
        known = {photo.photo.content_hash for photo in shown if photo is not None}
        return len(known) == len(shown) and known <= set(thumbnails._cache._latest)

    qtbot.waitUntil(are_loaded, timeout=WAIT_MS)
    QApplication.processEvents()


def on_screen(grid: PhotoGrid) -> QImage:
    window, viewport = grid.window(), grid.viewport()
    corner = viewport.mapTo(window, QPoint())
    screen = window.screen().grabWindow(window.winId())
    return screen.copy(QRect(corner, viewport.size())).toImage()


def painted_anew(grid: PhotoGrid) -> QImage:
    return grid.viewport().grab().toImage().convertToFormat(on_screen(grid).format())


def painted_pixels(region: QRegion) -> int:
    return sum(rect.width() * rect.height() for rect in region)  # type: ignore[attr-defined]


def paints_at_most(painted: Painted, pixels: int, act: Callable[[], None]) -> bool:
    """Whether some action paints so little. Others may paint at the same time: try again."""
    QApplication.processEvents()
    painted.region = QRegion()
    act()
    QApplication.processEvents()
    return 0 < painted_pixels(painted.region) <= pixels


def test_scrolling_moves_the_photos_and_leaves_nothing_behind(
    qtbot: QtBot, grid: PhotoGrid
) -> None:
    bar, painted, place = grid.verticalScrollBar(), Painted(grid.viewport()), 0
    for step in (40, 7, 60, 130, -50, 200, -3, -90):
        most = (abs(step) + 2 * sticky_title.HEIGHT) * grid.viewport().width()

        def moves_photos(place: int = place, step: int = step, most: int = most) -> bool:
            bar.setValue(place)
            return paints_at_most(painted, most, lambda: bar.setValue(place + step))

        qtbot.waitUntil(moves_photos, timeout=WAIT_MS)
        assert on_screen(grid) == painted_anew(grid), step
        place += step


def test_the_photo_under_the_mouse_changes_while_the_rest_is_moved(
    qtbot: QtBot, window: MainWindow, grid: PhotoGrid
) -> None:
    middle = grid.indexAt(grid.viewport().rect().center()).row()
    hover(qtbot, window.browse, middle)
    grid.verticalScrollBar().setValue(grid.grid_geometry.cell_height)
    QApplication.processEvents()
    assert grid.pointer.hovered_row not in (None, middle)
    assert on_screen(grid) == painted_anew(grid)


def test_the_mouse_repaints_the_photo_that_it_leaves_only(
    qtbot: QtBot, window: MainWindow, grid: PhotoGrid
) -> None:
    painted, middle = Painted(grid.viewport()), grid.indexAt(grid.viewport().rect().center()).row()
    cell = grid.grid_geometry.cell(middle)

    def repaints_one() -> bool:
        hover(qtbot, window.browse, middle)
        most = cell.width() * cell.height()
        return paints_at_most(painted, most, lambda: leave(qtbot, window.browse))

    qtbot.waitUntil(repaints_one, timeout=WAIT_MS)
    assert on_screen(grid) == painted_anew(grid)


def test_a_thumbnail_that_was_loaded_repaints_its_photo_only(
    qtbot: QtBot, window: MainWindow, grid: PhotoGrid
) -> None:
    painted, row = Painted(grid.viewport()), grid.scroller.visible_rows()[-1]
    shown = grid.photos.known_photo(row)
    assert shown is not None
    loaded, content_hash = window._services.thumbnails.loaded, shown.photo.content_hash
    cell = grid.visualRect(grid.photos.index(row, 0)) & grid.viewport().rect()

    def load() -> None:
        loaded.emit(content_hash)
        QApplication.processEvents()  # those of an instant are looked for together, after it

    def repaints_it() -> bool:
        return paints_at_most(painted, cell.width() * cell.height(), load)

    qtbot.waitUntil(repaints_it, timeout=WAIT_MS)
    assert painted.region.boundingRect() == cell
