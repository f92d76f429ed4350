"""Where a photo lies in its cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect

from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.ui.grid.grid_painter import PhotoPainter
from desktop_app.ui.grid.photo_model import ShownPhoto
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.grid.thumbnail_sources import LibraryThumbnails
from desktop_app.ui.kit.theme import Theme
from tests.ui.grid.test_grid_parts import photo_row


@pytest.fixture
def painter(theme: Theme, tmp_path: Path) -> Iterator[PhotoPainter]:
    thumbnails = ThumbnailLoader(LibraryThumbnails(LibraryFiles(tmp_path)), 0)
    yield PhotoPainter(theme, thumbnails)
    thumbnails.close()


def place(painter: PhotoPainter, width: int, height: int) -> QRect:
    """In a cell whose box for the picture is 200 by 150 pixels at (108, 308)."""
    shown = ShownPhoto(replace(photo_row(1), width=width, height=height), "", "")
    cell = QRect(100, 300, 200 + 2 * painter.padding, painter.cell_height(200 + 16))
    return painter.picture_rect(cell, shown)


def test_a_cell_has_room_for_a_picture_of_four_to_three_and_a_caption(
    painter: PhotoPainter,
) -> None:
    two_lines = 2 * 11
    assert painter.padding == 8
    assert painter.cell_height(216) == 150 + 2 * 8 + two_lines


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [
        (4000, 3000, QRect(108, 308, 200, 150)),
        (400, 100, QRect(108, 308 + 100, 200, 50)),  # wide: next to the caption
        (100, 200, QRect(108 + 62, 308, 75, 150)),  # high: in the middle
        (10, 10, QRect(108 + 25, 308, 150, 150)),  # small: enlarged
        (0, 0, QRect(108 + 25, 308, 150, 150)),  # not known
        (9000, 1, QRect(108, 308 + 142, 200, 8)),  # a line can still be seen
        (1, 9000, QRect(108 + 96, 308, 8, 150)),
    ],
)
def test_a_photo_keeps_its_proportions_and_lies_on_its_caption(
    painter: PhotoPainter, width: int, height: int, expected: QRect
) -> None:
    assert place(painter, width, height) == expected
