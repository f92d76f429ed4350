"""Photos as pictures to print or send: thumbnails with their names, on as many pages as needed.

Painted by Qt, whose fonts have every script that file names come in. A page is always white, as
paper is, whatever the theme.
"""

from __future__ import annotations

import math
from collections.abc import Generator, Iterable, Iterator
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QBuffer, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter

from desktop_app.core.errors import ExportError
from desktop_app.core.exports import ExportedPhoto
from desktop_app.core.file_moves import Placed
from desktop_app.core.thumbnails import THUMBNAIL_SIDE, Thumbnails
from desktop_app.core.written_beside import written_beside
from desktop_app.ui.messages import shown_name
from desktop_app.ui.palette import PAPER

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
            page = _Page(len(items))
            for position, item in enumerate(items):
                page.paint(position, item, store.get(item.photo.content_hash))
            page.save(place)
            yield from (Placed(item.photo.path, place) for item in items)
    finally:
        store.close()


def _pages(photos: Iterable[ExportedPhoto]) -> Iterator[list[ExportedPhoto]]:
    rest = iter(photos)
    while items := list(islice(rest, PHOTOS_A_PAGE)):
        yield items


class _Page:
    """Cells for `count` photos."""

    def __init__(self, count: int) -> None:
        self._columns = min(_MOST_COLUMNS, math.ceil(math.sqrt(count)))
        lines = math.ceil(count / self._columns)
        self._font = QFont()
        self._font.setPixelSize(PAPER.text)
        self._line = QFontMetrics(self._font).height()
        self._cell = QSize(
            THUMBNAIL_SIDE + PAPER.gap, THUMBNAIL_SIDE + 2 * self._line + 2 * PAPER.gap
        )
        size = QSize(self._columns * self._cell.width(), lines * self._cell.height())
        margin = QSize(PAPER.gap, PAPER.gap)
        self._image = QImage(size + margin, QImage.Format.Format_RGB32)
        self._image.fill(QColor(PAPER.ground))

    def paint(self, position: int, item: ExportedPhoto, jpeg: bytes | None) -> None:
        line, column = divmod(position, self._columns)
        left = PAPER.gap + column * self._cell.width()
        top = PAPER.gap + line * self._cell.height()
        box = QRect(left, top, THUMBNAIL_SIDE, THUMBNAIL_SIDE)
        painter = QPainter(self._image)
        _paint_picture(painter, box, item, jpeg)
        painter.setFont(self._font)
        below = box.bottom() + PAPER.gap // 2
        texts = ((shown_name(item.photo.path), PAPER.text_colour), (item.word, PAPER.word_colour))
        for number, (text, colour) in enumerate(texts):
            place = QRect(left, below + number * self._line, THUMBNAIL_SIDE, self._line)
            painter.setPen(QColor(colour))
            fitting = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideMiddle, place.width()
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, fitting)
        painter.end()

    def save(self, target: Path) -> None:
        """Raises ExportError."""
        with written_beside(target) as part:
            data = QBuffer()
            data.open(QBuffer.OpenModeFlag.WriteOnly)
            if not self._image.save(data, "PNG"):  # type: ignore[call-overload]
                raise ExportError(target, "PNG")
            part.write_bytes(bytes(data.data().data()))


def _paint_picture(painter: QPainter, box: QRect, item: ExportedPhoto, jpeg: bytes | None) -> None:
    """In its proportions, at the foot of its box, so that the name is close to it."""
    picture = QImage.fromData(jpeg) if jpeg else QImage()
    if picture.isNull():
        painter.fillRect(box, QColor(item.photo.mean_colour))
        return
    place = QRect(0, 0, picture.width(), picture.height())
    place.moveCenter(box.center())
    place.moveBottom(box.bottom())
    painter.drawImage(place.topLeft(), picture)


def _free_name(target: Path, number: int) -> Path:
    """'sheet-2.png', or one that is free: 'sheet-2 (2).png'."""
    name = target.with_name(f"{target.stem}-{number}{target.suffix}")
    other = 1
    while name.exists():
        other += 1
        name = target.with_name(f"{target.stem}-{number} ({other}){target.suffix}")
    return name
