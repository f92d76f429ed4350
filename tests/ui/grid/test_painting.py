"""How photos and headers look in the grid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.ui.grid.grid_painter import CellState, HeaderPainter, PhotoPainter
from desktop_app.ui.grid.grid_sections import SectionHeader
from desktop_app.ui.grid.likeness import Likeness
from desktop_app.ui.grid.photo_model import ShownPhoto
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.grid.thumbnail_sources import LibraryThumbnails
from desktop_app.ui.kit.theme import Theme
from tests.ui.grid.test_grid_parts import photo_row

CELL = QRect(10, 20, 216, 190)
PLAIN = CellState(is_selected=False, is_current=False, is_hovered=False, is_dimmed=False)
# Red as long as there is no thumbnail; its frame fills the box of 200 by 152 pixels.
PHOTO = ShownPhoto(
    replace(photo_row(1), path=Path("/photos/a.jpg"), width=400, height=304, mean_colour=0xFF0000),
    "caption",
)


class Canvas:
    """A grey picture on which cells and headers are painted."""

    def __init__(self, theme: Theme, cells: PhotoPainter) -> None:
        self.theme, self._cells = theme, cells
        self.ground = theme.colour("ground")
        self.image = QImage(240, 230, QImage.Format.Format_RGB32)

    def cell(self, shown: ShownPhoto | None = PHOTO, state: CellState = PLAIN) -> None:
        self.image.fill(self.ground)
        painter = QPainter(self.image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._cells.paint(painter, CELL, shown, state)
        painter.end()

    def header(self, header: SectionHeader, width: int = 220) -> None:
        self.image.fill(self.ground)
        painter = QPainter(self.image)
        HeaderPainter(self.theme).paint(painter, QRect(0, 0, width, 48), header)
        painter.end()

    def colour(self, x: int, y: int) -> QColor:
        return self.image.pixelColor(x, y)

    def nearest(self, rect: QRect, name: str) -> float:
        """How near the nearest pixel of a rectangle comes to a colour of the theme."""
        wanted = self.theme.colour(name)
        return min(
            abs(pixel.redF() - wanted.redF()) + abs(pixel.blueF() - wanted.blueF())
            for x in range(rect.left(), rect.right())
            for y in range(rect.top(), rect.bottom())
            for pixel in [self.image.pixelColor(x, y)]
        )

    def ink(self, rect: QRect) -> int:
        """How many pixels are not of the ground."""
        return sum(
            self.image.pixelColor(x, y) != self.ground
            for x in range(rect.left(), rect.right())
            for y in range(rect.top(), rect.bottom())
        )


CAPTION = QRect(18, 182, 200, 26)
CORNER = (14, 100)  # of the cell, beside the photo


@pytest.fixture
def canvas(theme: Theme, tmp_path: Path) -> Iterator[Canvas]:
    thumbnails = ThumbnailLoader(LibraryThumbnails(LibraryFiles(tmp_path)), 0)
    yield Canvas(theme, PhotoPainter(theme, thumbnails))
    thumbnails.close()


def test_a_photo_without_a_thumbnail_is_of_its_mean_colour(canvas: Canvas) -> None:
    canvas.cell()
    assert canvas.colour(118, 100) == QColor("#ff0000")
    assert canvas.colour(*CORNER) == canvas.ground
    canvas.cell(replace(PHOTO, photo=replace(PHOTO.photo, mean_colour=0)))
    assert canvas.colour(118, 100) == QColor("#808080")


def test_a_photo_that_is_not_read_yet_is_a_faint_box(canvas: Canvas) -> None:
    canvas.cell(None)
    box = canvas.colour(118, 100)
    assert box != canvas.ground
    assert abs(box.lightnessF() - canvas.ground.lightnessF()) < 0.1
    assert canvas.colour(*CORNER) == canvas.ground
    canvas.cell(None, PLAIN._replace(is_selected=True))
    assert canvas.colour(*CORNER) != canvas.ground


def test_selected_and_hovered_photos_stand_out_in_different_ways(canvas: Canvas) -> None:
    corners = []
    for state in (PLAIN, PLAIN._replace(is_selected=True), PLAIN._replace(is_hovered=True)):
        canvas.cell(state=state)
        corners.append(canvas.colour(*CORNER).name())
    assert len(set(corners)) == 3
    canvas.cell(state=PLAIN._replace(is_hovered=True, is_selected=True))
    assert canvas.colour(*CORNER).name() == corners[1]


def test_unrelated_photos_are_dimmed_unless_they_stand_out(canvas: Canvas) -> None:
    dimmed = PLAIN._replace(is_dimmed=True)
    canvas.cell(state=dimmed)
    assert canvas.colour(118, 100) != QColor("#ff0000")
    for state in (dimmed._replace(is_selected=True), dimmed._replace(is_hovered=True)):
        canvas.cell(state=state)
        assert canvas.colour(118, 100) == QColor("#ff0000")


def test_the_current_and_the_selected_photo_have_different_outlines(canvas: Canvas) -> None:
    edges = []
    for is_selected, is_current in ((False, False), (False, True), (True, False), (True, True)):
        canvas.cell(state=PLAIN._replace(is_selected=is_selected, is_current=is_current))
        edges.append([canvas.colour(x, 100).name() for x in range(14, 19)])
    assert edges[0][:3] == [canvas.ground.name()] * 3
    assert len({tuple(edge) for edge in edges}) == 4


@pytest.mark.parametrize(
    ("likeness", "name", "other"),
    [
        (None, "secondary", "text"),
        (Likeness.SAME, "accent", "text"),
        (Likeness.IDENTICAL, "accent", "text"),
        (Likeness.VERY_SIMILAR, "text", "accent"),
    ],
)
def test_captions_are_the_stronger_the_more_alike_a_photo_is(
    canvas: Canvas, likeness: Likeness | None, name: str, other: str
) -> None:
    shown = replace(PHOTO, likeness=likeness, badge="MMMMMM")
    canvas.cell(shown)
    assert canvas.nearest(CAPTION, name) < 0.08
    assert canvas.nearest(CAPTION, name) < canvas.nearest(CAPTION, other)
    canvas.cell(shown, PLAIN._replace(is_selected=True))
    assert canvas.nearest(CAPTION, "text") < 0.25


def test_the_word_for_the_same_photo_is_bold_but_not_its_name(canvas: Canvas) -> None:
    def width(likeness: Likeness, state: CellState) -> int:
        canvas.cell(replace(PHOTO, likeness=likeness, badge="caption"), state)
        return canvas.ink(CAPTION)

    assert width(Likeness.SAME, PLAIN) > width(Likeness.SIMILAR, PLAIN)
    hovered = PLAIN._replace(is_hovered=True)
    assert width(Likeness.SAME, hovered) == width(Likeness.SIMILAR, hovered)


def test_below_a_header_that_says_so_unrelated_photos_have_no_caption(canvas: Canvas) -> None:
    unrelated = replace(PHOTO, likeness=Likeness.UNRELATED)
    dimmed = PLAIN._replace(is_dimmed=True)
    canvas.cell(unrelated, dimmed)
    assert canvas.ink(CAPTION) == 0
    for shown, state in (
        (unrelated, PLAIN),
        (PHOTO, dimmed),
        (replace(unrelated, photo=replace(PHOTO.photo, away=True)), dimmed),
    ):
        canvas.cell(shown, state)
        assert canvas.ink(CAPTION) > 0


def test_the_name_of_the_photo_under_the_mouse_is_shown(canvas: Canvas) -> None:
    hovered = PLAIN._replace(is_hovered=True)
    canvas.cell(replace(PHOTO, badge="92 %"), hovered)
    name = canvas.image.copy()
    canvas.cell(replace(PHOTO, badge="a.jpg"), hovered)
    assert canvas.image == name
    canvas.cell(replace(PHOTO, badge="a.jpg · disconnected"), hovered)
    assert canvas.image != name


def test_a_heading_has_its_detail_where_there_is_room(theme: Theme) -> None:
    header = SectionHeader("A title of some length", "12 photos", is_heading=True, short="A title")
    painter = HeaderPainter(theme)
    assert painter.heading_texts(header, 400) == (header.text, "12 photos")
    assert painter.heading_texts(header, 170) == (header.text, "")
    assert painter.heading_texts(header, 120) == ("A title", "12 photos")
    assert painter.heading_texts(replace(header, short=""), 60)[0] != header.text


def test_a_heading_stands_above_its_photos_and_a_separator_has_a_line(canvas: Canvas) -> None:
    canvas.header(SectionHeader("Title", "12 photos", is_heading=True))
    assert canvas.ink(QRect(0, 20, 220, 24)) > canvas.ink(QRect(0, 0, 220, 20)) == 0
    assert canvas.nearest(QRect(0, 0, 220, 48), "text") < 0.1
    canvas.header(SectionHeader("Less"))
    assert canvas.colour(200, 23) == canvas.theme.colour("line")
    assert canvas.colour(215, 23) == canvas.ground  # as far as the photos go
    assert canvas.colour(200, 40) == canvas.ground
    assert canvas.colour(4, 23) == canvas.ground
