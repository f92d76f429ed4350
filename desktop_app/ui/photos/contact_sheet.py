"""Photos as pictures to print or send: thumbnails with their names, on as many pages as needed.

Painted by Qt, whose fonts have every script that file names come in. A page is always white, as
paper is, whatever the theme.
"""

from __future__ import annotations

import math
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QBuffer, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter

from desktop_app.core.base.atomic_write import atomic_file
from desktop_app.core.base.errors import ExportError
from desktop_app.core.files.export_columns import ExportedPhoto
from desktop_app.core.files.file_moves import Placed
from desktop_app.core.photos.thumbnails import THUMBNAIL_SIDE, Thumbnails
from desktop_app.ui.kit.likeness import Likeness, word
from desktop_app.ui.kit.messages import shown_name
from desktop_app.ui.kit.palette import PAPER
from desktop_app.ui.photos.picture_data import decode_jpeg

_MOST_COLUMNS = 8
_MOST_LINES = 12
PHOTOS_A_PAGE = _MOST_COLUMNS * _MOST_LINES


def write_contact_sheet(
    target: Path, photos: Iterable[ExportedPhoto], thumbnails: Path
) -> Generator[Placed]:
    """The first page is `target`, the others are numbered beside it; those take no file's place.

    Yields after each page. Closed before its end, it leaves the pages that are written. Raises
    ExportError.
    """
    store = Thumbnails(thumbnails)
    try:
        for number, items in enumerate(_pages(photos), 1):
            place = target if number == 1 else _free_name(target, number)
            _Page(items, store).save(place)
            yield from (Placed(item.photo.path, place) for item in items)
    finally:
        store.close()


def _pages(photos: Iterable[ExportedPhoto]) -> Iterator[list[ExportedPhoto]]:
    rest = iter(photos)
    while items := list(islice(rest, PHOTOS_A_PAGE)):
        yield items


class _Page:
    """Lines of photos, each line as high as the highest picture in it."""

    def __init__(self, items: list[ExportedPhoto], store: Thumbnails) -> None:
        self._font = QFont()
        self._font.setPixelSize(PAPER.text)
        self._text_line = QFontMetrics(self._font).height()
        self._columns = min(_MOST_COLUMNS, math.ceil(math.sqrt(len(items))))
        cells = [_Cell(_picture(item, store), _texts(item)) for item in items]
        lines = [cells[i : i + self._columns] for i in range(0, len(cells), self._columns)]
        heights = [max(self._height(cell) for cell in line) for line in lines]
        width = self._columns * (THUMBNAIL_SIDE + PAPER.gap) + PAPER.gap
        height = sum(heights) + PAPER.gap * (len(lines) + 1)
        self._image = QImage(width, height, QImage.Format.Format_RGB32)
        self._image.fill(QColor(PAPER.ground))
        painter = QPainter(self._image)
        painter.setFont(self._font)
        top = PAPER.gap
        for line, line_height in zip(lines, heights, strict=True):
            self._paint_line(painter, line, top + max(cell.picture.height() for cell in line))
            top += line_height + PAPER.gap
        painter.end()

    def save(self, target: Path) -> None:
        """Raises ExportError."""
        with atomic_file(target) as part:
            data = QBuffer()
            data.open(QBuffer.OpenModeFlag.WriteOnly)
            if not self._image.save(data, "PNG"):  # type: ignore[call-overload]
                raise ExportError(target, "PNG")
            part.write_bytes(bytes(data.data().data()))

    def _height(self, cell: _Cell) -> int:
        return cell.picture.height() + PAPER.gap // 2 + self._text_line * len(cell.texts)

    def _paint_line(self, painter: QPainter, cells: list[_Cell], base: int) -> None:
        """Pictures stand on one base line, their names beneath it."""
        for column, cell in enumerate(cells):
            left = PAPER.gap + column * (THUMBNAIL_SIDE + PAPER.gap)
            inset = (THUMBNAIL_SIDE - cell.picture.width()) // 2
            painter.drawImage(left + inset, base - cell.picture.height(), cell.picture)
            top = base + PAPER.gap // 2
            for number, text in enumerate(cell.texts):
                place = QRect(left, top, THUMBNAIL_SIDE, self._text_line)
                fitting = painter.fontMetrics().elidedText(
                    text, Qt.TextElideMode.ElideMiddle, place.width()
                )
                painter.setPen(QColor(PAPER.word_colour if number else PAPER.text_colour))
                painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, fitting)
                top += self._text_line


@dataclass(frozen=True)
class _Cell:
    """`texts`: one, or two lines of them."""

    picture: QImage
    texts: tuple[str, ...]


def _texts(item: ExportedPhoto) -> tuple[str, ...]:
    name = shown_name(item.photo.path)
    return (name, word(Likeness(item.word))) if item.word else (name,)


def _picture(item: ExportedPhoto, store: Thumbnails) -> QImage:
    """The thumbnail, or where there is none, its mean colour in the photo's proportions."""
    picture = decode_jpeg(store.get(item.photo.content_hash))
    if not picture.isNull():
        return picture
    size = QSize(item.photo.width, item.photo.height).scaled(
        THUMBNAIL_SIDE, THUMBNAIL_SIDE, Qt.AspectRatioMode.KeepAspectRatio
    )
    blank = QImage(size.expandedTo(QSize(1, 1)), QImage.Format.Format_RGB32)
    blank.fill(QColor(item.photo.mean_colour))
    return blank


def _free_name(target: Path, number: int) -> Path:
    """'sheet-2.png', or one that is free: 'sheet-2 (2).png'."""
    name = target.with_name(f"{target.stem}-{number}{target.suffix}")
    other = 1
    while name.exists():
        other += 1
        name = target.with_name(f"{target.stem}-{number} ({other}){target.suffix}")
    return name
