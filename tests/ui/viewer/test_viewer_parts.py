"""The parts of the viewer on their own: the current photo, zooming by hand, and keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.catalogue import PhotoRow
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.photos.capture import Capture
from desktop_app.ui.grid.grid_painter import PhotoPainter
from desktop_app.ui.grid.photo_grid import PhotoGrid
from desktop_app.ui.grid.photo_model import Index, PhotoModel, ShownPhoto
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.grid.thumbnail_sources import LibraryThumbnails
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.viewer.current_photo import CurrentPhoto
from desktop_app.ui.viewer.photo_canvas import PhotoCanvas
from desktop_app.ui.viewer.zoom_geometry import FITTED, PanZoom
from tests.ui.viewer.viewer_steps import LEFT, wheel


class FewPhotos(PhotoModel):
    """Photos that can be taken away."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count

    def photo(self, row: int) -> ShownPhoto:
        path = Path(f"/photos/{row}.jpg")
        photo = PhotoRow(row + 1, path, 1, 40, 30, "JPEG", Capture(), 0, bytes([row]), away=False)
        return ShownPhoto(photo, "", "")

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802
        return 0 if parent is not None and parent.isValid() else self._count

    def show_count(self, count: int) -> None:
        self.beginResetModel()
        self._count = count
        self.endResetModel()


@pytest.fixture
def photos() -> FewPhotos:
    return FewPhotos(4)


@pytest.fixture
def grid(qtbot: QtBot, theme: Theme, tmp_path: Path, photos: FewPhotos) -> Iterator[PhotoGrid]:
    window, thumbnails = QWidget(), ThumbnailLoader(LibraryThumbnails(LibraryFiles(tmp_path)), 0)
    qtbot.addWidget(window)
    grid = PhotoGrid(theme, PhotoPainter(theme, thumbnails), thumbnails, 96, window)
    grid.setModel(photos)
    yield grid
    thumbnails.close()
    window.close()


@pytest.fixture
def canvas(qtbot: QtBot, theme: Theme) -> PhotoCanvas:
    """400 x 300, showing half of the pixels of a picture of 1,600 x 1,200."""
    canvas = PhotoCanvas(theme)
    qtbot.addWidget(canvas)
    canvas.resize(400, 300)
    canvas.show()
    canvas.show_photo(QSize(1600, 1200), QColor("red"), QPixmap())
    canvas.show_image(QImage(800, 600, QImage.Format.Format_RGB32), QSize(1600, 1200))
    return canvas


def test_the_current_photo_is_followed_and_moved(grid: PhotoGrid) -> None:
    current = CurrentPhoto(grid)
    changes: list[ShownPhoto | None] = []
    current.photo_changed.connect(lambda: changes.append(current.photo))
    grid.setCurrentIndex(grid.photos.index(1, 0))
    current.follow(grid)
    current.update()
    current.step(1)
    current.step(9)
    assert grid.currentIndex().row() == 3
    assert current.neighbours() == [Path("/photos/2.jpg")]
    current.step(-9)
    assert changes == [grid.photos.photo(row) for row in (1, 2, 3, 0)]
    assert current.release() is grid
    grid.setCurrentIndex(grid.photos.index(2, 0))
    assert current.row == 0, "no grid is followed any more"
    current.step(1)
    assert grid.currentIndex().row() == 2


def test_a_photo_that_is_read_again_has_not_changed(grid: PhotoGrid) -> None:
    current = CurrentPhoto(grid)
    grid.setCurrentIndex(grid.photos.index(1, 0))
    current.follow(grid)
    current.update()
    updates: list[str] = []
    current.updated.connect(lambda: updates.append("updated"))
    current.photo_changed.connect(lambda: updates.append("changed"))
    grid.photos.dataChanged.emit(grid.photos.index(0, 0), grid.photos.index(3, 0))
    assert updates == ["updated"]


@pytest.mark.parametrize(("row", "after"), [(1, 2), (3, 2)])
def test_the_neighbour_of_a_trashed_photo_becomes_current(
    grid: PhotoGrid, row: int, after: int
) -> None:
    current = CurrentPhoto(grid)
    grid.setCurrentIndex(grid.photos.index(row, 0))
    current.follow(grid)
    current.update()
    selection = current.selection
    assert selection is not None
    assert selection.ids == [row + 1]
    current.step_aside()
    assert current.row == after


def test_the_last_photo_that_goes_is_noticed(
    qtbot: QtBot, grid: PhotoGrid, photos: FewPhotos
) -> None:
    current = CurrentPhoto(grid)
    current.follow(grid)
    with qtbot.assertNotEmitted(current.emptied):
        photos.show_count(2)
    with qtbot.waitSignal(current.emptied):
        photos.show_count(0)
    assert current.selection is None


def test_wheel_drag_and_double_click_are_changes_by_the_user(canvas: PhotoCanvas) -> None:
    views: list[PanZoom] = []
    canvas.zoom.view_changed.connect(views.append)
    wheel(canvas, 4)
    assert canvas.zoom.is_cropped
    QTest.mousePress(canvas, LEFT, pos=QPoint(200, 150))
    QTest.mouseMove(canvas, QPoint(150, 150))
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(150, 150))
    assert views[-1].x > views[0].x
    QTest.mouseDClick(canvas, LEFT, pos=QPoint(200, 150))
    assert canvas.zoom.view == FITTED
    QTest.mouseDClick(canvas, LEFT, pos=QPoint(200, 150))
    assert canvas.zoom.percent == pytest.approx(100)
    assert views[-1] == canvas.zoom.view


def test_a_view_taken_from_another_canvas_is_no_change_by_the_user(
    qtbot: QtBot, canvas: PhotoCanvas
) -> None:
    canvas.zoom.zoom(3, QPointF(10, 10))
    view = canvas.zoom.view
    canvas.zoom.fit()
    with qtbot.assertNotEmitted(canvas.zoom.view_changed):
        canvas.zoom.apply(view)
    assert canvas.zoom.view == view


def test_a_hand_shows_that_an_enlarged_picture_can_be_dragged(canvas: PhotoCanvas) -> None:
    assert canvas.cursor().shape() is Qt.CursorShape.ArrowCursor
    canvas.zoom.zoom(4)
    assert canvas.cursor().shape() is Qt.CursorShape.OpenHandCursor
    QTest.mousePress(canvas, LEFT, pos=QPoint(200, 150))
    assert canvas.cursor().shape() is Qt.CursorShape.ClosedHandCursor
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(200, 150))
    assert canvas.cursor().shape() is Qt.CursorShape.OpenHandCursor


def test_more_pixels_are_needed_only_beyond_those_that_are_loaded(
    qtbot: QtBot, canvas: PhotoCanvas
) -> None:
    with qtbot.assertNotEmitted(canvas.more_pixels_needed):
        canvas.zoom.zoom(2)
    with qtbot.waitSignal(canvas.more_pixels_needed):
        canvas.zoom.zoom(1.1)
    whole = QImage(1600, 1200, QImage.Format.Format_RGB32)
    canvas.show_image(whole, QSize(1600, 1200))
    with qtbot.assertNotEmitted(canvas.more_pixels_needed):
        canvas.zoom.zoom(4)
