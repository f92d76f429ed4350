"""Pictures and lines lie on the pixels of the screen, at any scale factor."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.ui.grid.grid_painter import CellState, PhotoPainter
from desktop_app.ui.grid.photo_model import ShownPhoto
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader, ThumbnailRequest
from desktop_app.ui.grid.thumbnail_sources import LibraryThumbnails
from desktop_app.ui.kit.sharp_edges import (
    PixelGrid,
    draw_line_across,
    draw_picture,
    fill_bar,
    on_pixels,
)
from desktop_app.ui.kit.theme import Theme, Tint
from desktop_app.ui.previews.picture_view import PictureView
from tests.ui.grid.test_grid_parts import photo_row

RATIOS = (1.0, 1.25, 1.5, 1.75, 2.0)
GROUND, INK = QColor("#ffffff"), QColor("#000000")
at_all_ratios = pytest.mark.parametrize("ratio", RATIOS)


def screen(ratio: float, width: int = 100, height: int = 60) -> QImage:
    """A part of a screen with so many pixels for each unit of length."""
    made = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_RGB32)
    made.setDevicePixelRatio(ratio)
    made.fill(GROUND)
    return made


def smooth_painter(on: QImage) -> QPainter:
    painter = QPainter(on)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    return painter


def chequered(width: int, height: int) -> QPixmap:
    """Every other pixel is dark, so that the least shift would turn all to grey."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    for x in range(width):
        for y in range(height):
            image.setPixelColor(x, y, INK if (x + y) % 2 else GROUND)
    return QPixmap.fromImage(image)


def colours(image: QImage) -> set[str]:
    """The names of all colours; Qt may miss one by a 255th part where it multiplies lengths."""
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    greys = {image.pixelColor(*place).red() for place in places}
    nearest = ({0: 0, 1: 0, 254: 255}.get(grey, grey) for grey in greys)
    return {QColor(grey, grey, grey).name() for grey in nearest}


@at_all_ratios
@pytest.mark.parametrize("corner", [QPoint(0, 0), QPoint(3, 5), QPoint(7, 2)])
def test_a_picture_of_the_right_size_is_shown_pixel_by_pixel(ratio: float, corner: QPoint) -> None:
    on, place = screen(ratio), QRect(corner, QSize(21, 13))
    painter = smooth_painter(on)
    whole = on_pixels(painter, place)
    picture = chequered(round(whole.width() * ratio), round(whole.height() * ratio))
    draw_picture(painter, place, picture)
    painter.end()
    assert colours(on) == {GROUND.name(), INK.name()}
    left, top = round(whole.left() * ratio), round(whole.top() * ratio)
    assert on.pixelColor(left, top).red() > 250, "as the picture begins"
    assert on.pixelColor(left + 1, top).red() < 5


@at_all_ratios
@pytest.mark.parametrize("y", [1, 2, 7.5])
def test_a_line_has_one_colour_and_one_thickness_wherever_it_is(ratio: float, y: float) -> None:
    on = screen(ratio)
    painter = smooth_painter(on)
    draw_line_across(painter, 0, 100, y, INK)
    painter.end()
    assert colours(on) == {GROUND.name(), INK.name()}
    column = [on.pixelColor(5, row).red() for row in range(on.height())]
    assert sum(grey < 128 for grey in column) == int(ratio + 0.5)


@at_all_ratios
def test_bars_side_by_side_leave_no_gap(ratio: float) -> None:
    on = screen(ratio)
    painter = smooth_painter(on)
    for number in range(20):
        fill_bar(painter, QRectF(4 + number * 2.3, 10, 2.3, 20), INK)
    painter.end()
    assert colours(on.copy(round(6 * ratio), round(15 * ratio), round(40 * ratio), 1)) == {
        INK.name()
    }


@at_all_ratios
def test_icons_have_as_many_pixels_as_the_screen(theme: Theme, ratio: float) -> None:
    side = theme.metrics.icon
    drawn = theme.icon("filter", Tint.TEXT).pixmap(QSize(side, side), ratio)
    assert drawn.width() == round(side * ratio)


@at_all_ratios
def test_a_view_shows_its_picture_in_the_pixels_of_the_screen(
    qtbot: QtBot, theme: Theme, ratio: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = PictureView(theme, 40)
    qtbot.addWidget(view)
    view.show_image(QImage(400, 200, QImage.Format.Format_RGB32))
    view.resize(51, 20)
    monkeypatch.setattr(view, "devicePixelRatio", lambda: ratio)
    on = screen(ratio)
    view.render(on)
    assert view._scaled.width() == round(40 * ratio)


class Thumbnails(ThumbnailLoader):
    """Has every thumbnail in the size that is asked for."""

    def get(self, request: ThumbnailRequest) -> QPixmap:
        return chequered(request.width, request.height)


@at_all_ratios
@pytest.mark.parametrize("left", [0, 3])
def test_thumbnails_have_the_pixels_of_the_screen(
    theme: Theme, tmp_path: Path, ratio: float, left: int
) -> None:
    thumbnails = Thumbnails(LibraryThumbnails(LibraryFiles(tmp_path)), 2**20)
    cells, on = PhotoPainter(theme, thumbnails), screen(ratio, 140, 140)
    shown = ShownPhoto(photo_row(1), "")
    cell = QRect(left, left, 107, cells.cell_height(107))
    painter = smooth_painter(on)
    cells.paint(painter, cell, shown, CellState(False, False, False, False))
    place = on_pixels(painter, cells.picture_rect(cell, shown))
    painter.end()
    thumbnails.close()
    corner = QPoint(round((place.left() + 5) * ratio), round((place.top() + 5) * ratio))
    assert colours(on.copy(QRect(corner, QSize(40, 40)))) == {GROUND.name(), INK.name()}


def test_nothing_is_thinner_than_a_pixel() -> None:
    pixels = PixelGrid(scale_x=1.5, scale_y=2, left=0.5, top=0.25)
    assert pixels.size(0.1, 0.1) == (1, 1)
    assert pixels.size(1, 1.24) == (2, 2)
    assert pixels.bar(QRectF(3, 3, 0.01, 0.01)).size() == QSizeF(1 / 1.5, 0.5)
    place = pixels.rect(QRectF(1, 1, 0.01, 3))
    assert place.size() == QSizeF(1 / 1.5, 3)
    assert (place.x() * 1.5 + 0.5, place.y() * 2 + 0.25) == (2, 2)
