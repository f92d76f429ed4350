"""Writes selected photos to tables or contact sheets.

A contact sheet shows thumbnails with file names on PNG pages, to print or send. Qt paints it, since
its fonts cover every script that file names may use. Pages are white in every theme, like paper.
"""

from __future__ import annotations

import math
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QBuffer, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter

from desktop_app.core.base.atomic_write import exported_file
from desktop_app.core.base.errors import ExportError
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.files.csv_export import export_csv
from desktop_app.core.files.export_columns import ExportedPhoto, StoredCodes
from desktop_app.core.files.file_moves import Placed, Step, write_new_file
from desktop_app.core.files.json_export import export_json
from desktop_app.core.photos.thumbnails import THUMBNAIL_SIDE
from desktop_app.ui.jobs.file_tasks import rows_of
from desktop_app.ui.kit.likeness import Likeness, word
from desktop_app.ui.kit.messages import code_warning, shown_name
from desktop_app.ui.kit.palette import PAPER
from desktop_app.ui.kit.picture_data import decode_jpeg
from desktop_app.ui.photos.photo_selection import PhotoSelection

if TYPE_CHECKING:
    from desktop_app.core.files.thumbnail_maker import ThumbnailMaker

_MOST_COLUMNS = 8
_MOST_LINES = 12
PHOTOS_A_PAGE = _MOST_COLUMNS * _MOST_LINES


class ExportKind(StrEnum):
    """The format of an export; the value is the file name extension."""

    CSV = "csv"
    JSON = "json"
    SHEET = "png"


@dataclass(frozen=True)
class ExportChoice:
    """What to export, and how."""

    selection: PhotoSelection
    kind: ExportKind
    with_codes: bool


def export_steps(catalogue: Catalogue, choice: ExportChoice, target: Path) -> Generator[Step]:
    """Write an export; yields after each photo or page. Called in the thread of file tasks.

    Photos that are no longer in the library are left out.

    Raises:
        ExportError: The file cannot be written.
        AppError: The library cannot be read.
    """
    codes = StoredCodes(catalogue) if choice.with_codes else None
    photos = _photos(catalogue, choice.selection, codes)
    match choice.kind:
        case ExportKind.CSV:
            yield from export_csv(target, photos, with_codes=choice.with_codes)
        case ExportKind.JSON:
            yield from export_json(
                target, photos, with_codes=choice.with_codes, note=code_warning()
            )
        case ExportKind.SHEET:
            yield from write_contact_sheet(target, photos, catalogue.files)
        case _:
            assert_never(choice.kind)


def _photos(
    catalogue: Catalogue, selection: PhotoSelection, codes: StoredCodes | None
) -> Iterator[ExportedPhoto]:
    for row in rows_of(catalogue, selection.ids):
        match = selection.matches.get(row.id)
        code = codes.code(row.id) if codes else ""
        if match is None:
            yield ExportedPhoto(row, code=code)
        else:
            yield ExportedPhoto(row, match.distance, match.word, code)


def write_contact_sheet(
    target: Path, photos: Iterable[ExportedPhoto], library: LibraryFiles
) -> Generator[Placed]:
    """Write `target` and, for more than PHOTOS_A_PAGE photos, numbered pages beside it.

    Numbered pages overwrite no file. Yields a Placed for each photo of a page once the page is
    written; closing the generator keeps the pages written so far.

    Args:
        target: The first page.
        photos: The photos, in order.
        library: The library, whose missing thumbnails are made.

    Raises:
        ExportError: A page cannot be written.
    """
    from desktop_app.core.files.thumbnail_maker import ThumbnailMaker  # brings the decoders

    with closing(ThumbnailMaker(library)) as thumbnails:
        for number, items in enumerate(_pages(photos), 1):
            page = _Page(items, thumbnails)
            place = page.save(target) if number == 1 else page.save_beside(target, number)
            yield from (Placed(item.photo.path, place) for item in items)


def _pages(photos: Iterable[ExportedPhoto]) -> Iterator[list[ExportedPhoto]]:
    rest = iter(photos)
    while items := list(islice(rest, PHOTOS_A_PAGE)):
        yield items


class _Page:
    """One page; each line is as high as its highest picture."""

    def __init__(self, items: list[ExportedPhoto], thumbnails: ThumbnailMaker) -> None:
        self._font = QFont()
        self._font.setPixelSize(PAPER.text)
        self._text_line = QFontMetrics(self._font).height()
        self._columns = min(_MOST_COLUMNS, math.ceil(math.sqrt(len(items))))
        cells = [_Cell(_picture(item, thumbnails), _texts(item)) for item in items]
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

    def save(self, target: Path) -> Path:
        """Write `target`. Raises ExportError."""
        with exported_file(target) as part:
            part.write_bytes(self._png(target))
        return target

    def save_beside(self, target: Path, number: int) -> Path:
        """Write 'sheet-2.png', or 'sheet-2 (2).png' if that exists. Raises ExportError."""
        place = target.with_name(f"{target.stem}-{number}{target.suffix}")
        try:
            return write_new_file(place, self._png(place))
        except OSError as error:
            raise ExportError(place, error.strerror or str(error)) from error

    def _png(self, target: Path) -> bytes:
        data = QBuffer()
        data.open(QBuffer.OpenModeFlag.WriteOnly)
        if not self._image.save(data, "PNG"):  # type: ignore[call-overload]
            raise ExportError(target, "PNG encoding failed")
        return bytes(data.data().data())

    def _height(self, cell: _Cell) -> int:
        return cell.picture.height() + PAPER.gap // 2 + self._text_line * len(cell.texts)

    def _paint_line(self, painter: QPainter, cells: list[_Cell], base: int) -> None:
        """Align the pictures at the bottom, with their texts below."""
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
    """A cell of a page, with one or two lines of text."""

    picture: QImage
    texts: tuple[str, ...]


def _texts(item: ExportedPhoto) -> tuple[str, ...]:
    name = shown_name(item.photo.path)
    return (name, word(Likeness(item.word))) if item.word else (name,)


def _picture(item: ExportedPhoto, thumbnails: ThumbnailMaker) -> QImage:
    """Return the thumbnail; without one, a rectangle in the photo's mean colour and proportions."""
    picture = decode_jpeg(thumbnails.get(item.photo.content_hash))
    if not picture.isNull():
        return picture
    size = QSize(item.photo.width, item.photo.height).scaled(
        THUMBNAIL_SIDE, THUMBNAIL_SIDE, Qt.AspectRatioMode.KeepAspectRatio
    )
    blank = QImage(size.expandedTo(QSize(1, 1)), QImage.Format.Format_RGB32)
    blank.fill(QColor(item.photo.mean_colour))
    return blank
