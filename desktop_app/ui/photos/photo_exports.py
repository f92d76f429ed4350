"""Writes selected photos to tables or contact sheets.

A contact sheet shows thumbnails with file names on pages of a PDF file to print, or on PNG pages to
send. Qt paints it, since its fonts cover every script that file names may use. Pages are white in
every theme, like paper.
"""

from __future__ import annotations

import errno
import math
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QBuffer, QFile, QMarginsF, QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from desktop_app.core.base.atomic_write import exported_file
from desktop_app.core.base.errors import ExportError
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.files.csv_export import export_csv
from desktop_app.core.files.export_columns import ExportedPhoto, StoredCodes, with_stacks
from desktop_app.core.files.file_moves import Placed, Step, write_new_file
from desktop_app.core.files.json_export import export_json
from desktop_app.core.photos.thumbnails import THUMBNAIL_SIDE
from desktop_app.ui.grid.likeness import Likeness, word
from desktop_app.ui.grid.photo_selection import PhotoSelection
from desktop_app.ui.jobs.file_tasks import rows_of
from desktop_app.ui.kit.messages import code_warning, shown_name
from desktop_app.ui.kit.palette import PAPER
from desktop_app.ui.kit.picture_data import decode_jpeg
from desktop_app.ui.kit.text_fitting import shortened, shortened_name

if TYPE_CHECKING:
    from desktop_app.core.files.thumbnail_maker import ThumbnailMaker

_MOST_COLUMNS = 8
_PDF_COLUMNS = 4
_MOST_LINES = 12
PHOTOS_A_PAGE = _MOST_COLUMNS * _MOST_LINES


class ExportKind(StrEnum):
    """The format of an export; the value is the file name extension."""

    CSV = "csv"
    JSON = "json"
    SHEET = "png"
    PDF = "pdf"


class PaperSize(StrEnum):
    """The paper of a PDF file."""

    A4 = "A4"
    LETTER = "Letter"


_PAGE_SIZES = {
    PaperSize.A4: QPageSize.PageSizeId.A4,
    PaperSize.LETTER: QPageSize.PageSizeId.Letter,
}


@dataclass(frozen=True)
class SheetOptions:
    """The looks of a contact sheet.

    Attributes:
        columns: Photos beside each other; None for as many as look well.
        paper: Of a PDF file.
        with_captions: Whether names stand below the photos.
    """

    columns: int | None = None
    paper: PaperSize = PaperSize.A4
    with_captions: bool = True


@dataclass(frozen=True)
class ExportChoice:
    """What to export, and how."""

    selection: PhotoSelection
    kind: ExportKind
    with_codes: bool
    sheet: SheetOptions = SheetOptions()


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
            photos = with_stacks(catalogue, photos)
            yield from export_csv(target, photos, with_codes=choice.with_codes)
        case ExportKind.JSON:
            photos = with_stacks(catalogue, photos)
            yield from export_json(
                target, photos, with_codes=choice.with_codes, note=code_warning()
            )
        case ExportKind.SHEET:
            yield from write_contact_sheet(target, photos, catalogue.files, choice.sheet)
        case ExportKind.PDF:
            yield from write_pdf_sheet(target, photos, catalogue.files, choice.sheet)
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
    target: Path,
    photos: Iterable[ExportedPhoto],
    library: LibraryFiles,
    options: SheetOptions = SheetOptions(),
) -> Generator[Placed]:
    """Write `target` and, for more than PHOTOS_A_PAGE photos, numbered pages beside it.

    Numbered pages overwrite no file. Yields a Placed for each photo of a page once the page is
    written; closing the generator keeps the pages written so far.

    Args:
        target: The first page.
        photos: The photos, in order.
        library: The library, whose missing thumbnails are made.
        options: The looks of the pages.

    Raises:
        ExportError: A page cannot be written.
    """
    from desktop_app.core.files.thumbnail_maker import ThumbnailMaker  # brings the decoders

    with closing(ThumbnailMaker(library)) as thumbnails:
        for number, items in enumerate(_pages(photos), 1):
            page = _Page([_cell(item, thumbnails, options) for item in items], options)
            place = page.save(target) if number == 1 else page.save_beside(target, number)
            yield from (Placed(item.photo.path, place) for item in items)


def write_pdf_sheet(
    target: Path, photos: Iterable[ExportedPhoto], library: LibraryFiles, options: SheetOptions
) -> Generator[Placed]:
    """Write a PDF file with as many pages as the photos need.

    Yields a Placed for each photo. A generator that is closed before its end leaves the target
    unchanged. Raises ExportError.
    """
    from desktop_app.core.files.thumbnail_maker import ThumbnailMaker  # brings the decoders

    with (
        exported_file(target) as part,
        closing(ThumbnailMaker(library)) as thumbnails,
        closing(_PdfPages(part, options)) as pages,
    ):
        rest = iter(photos)
        while items := list(islice(rest, pages.columns)):
            pages.add_line([_cell(item, thumbnails, options) for item in items])
            yield from (Placed(item.photo.path, target) for item in items)


def _pages(photos: Iterable[ExportedPhoto]) -> Iterator[list[ExportedPhoto]]:
    rest = iter(photos)
    while items := list(islice(rest, PHOTOS_A_PAGE)):
        yield items


@dataclass(frozen=True)
class _Look:
    """The lengths of a line of photos, in pixels of its page."""

    columns: int
    side: int
    gap: int
    font: QFont
    text_line: int

    def height(self, cells: list[_Cell]) -> int:
        """As high as the highest picture with its texts."""
        captions = max(len(cell.texts) for cell in cells)
        room = self.gap // 2 + self.text_line * captions if captions else 0
        return max(self._size(cell).height() for cell in cells) + room

    def paint(self, painter: QPainter, cells: list[_Cell], left: int, top: int) -> None:
        """Align the pictures at the bottom, with their texts below."""
        painter.setFont(self.font)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        base = top + max(self._size(cell).height() for cell in cells)
        for column, cell in enumerate(cells):
            start, size = left + column * (self.side + self.gap), self._size(cell)
            corner = QPoint(start + (self.side - size.width()) // 2, base - size.height())
            painter.drawImage(QRect(corner, size), cell.picture)
            self._paint_texts(painter, cell, QPoint(start, base + self.gap // 2))

    def _paint_texts(self, painter: QPainter, cell: _Cell, corner: QPoint) -> None:
        for number, text in enumerate(cell.texts):
            place = QRect(corner.x(), corner.y(), self.side, self.text_line)
            fit = shortened if number else shortened_name  # the first text is the name
            fitting = fit(text, self.side, painter.fontMetrics().horizontalAdvance)
            painter.setPen(QColor(PAPER.word_colour if number else PAPER.text_colour))
            painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, fitting)
            corner += QPoint(0, self.text_line)

    def _size(self, cell: _Cell) -> QSize:
        return cell.picture.size() * (self.side / THUMBNAIL_SIDE)


class _Page:
    """A PNG page; each line is as high as its highest picture."""

    def __init__(self, cells: list[_Cell], options: SheetOptions) -> None:
        columns = options.columns or min(_MOST_COLUMNS, math.ceil(math.sqrt(len(cells))))
        font = QFont()
        font.setPixelSize(PAPER.text)
        look = _Look(columns, THUMBNAIL_SIDE, PAPER.gap, font, QFontMetrics(font).height())
        lines = [cells[i : i + columns] for i in range(0, len(cells), columns)]
        heights = [look.height(line) for line in lines]
        width = columns * (look.side + look.gap) + look.gap
        height = sum(heights) + look.gap * (len(lines) + 1)
        self._image = QImage(width, height, QImage.Format.Format_RGB32)
        self._image.fill(QColor(PAPER.ground))
        painter = QPainter(self._image)
        top = look.gap
        for line, line_height in zip(lines, heights, strict=True):
            look.paint(painter, line, look.gap, top)
            top += line_height + look.gap
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


class _PdfPages:
    """The pages of a PDF file; a line that does not fit any more begins the next one.

    Attributes:
        columns: The number of photos in each line.
    """

    def __init__(self, file: Path, options: SheetOptions) -> None:
        self.columns = options.columns or _PDF_COLUMNS
        self._file = QFile(str(file))
        self._file.open(QFile.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(self._file)
        self._writer.setResolution(PAPER.dots)
        self._writer.setPageSize(QPageSize(_PAGE_SIZES[options.paper]))
        margin = PAPER.margin_mm
        self._writer.setPageMargins(
            QMarginsF(margin, margin, margin, margin), QPageLayout.Unit.Millimeter
        )
        self._painter = QPainter(self._writer)
        self._look = self._new_look()
        self._top = 0

    def add_line(self, cells: list[_Cell]) -> None:
        height = self._look.height(cells)
        if self._top and self._top + height > self._writer.height():
            self._writer.newPage()
            self._top = 0
        self._look.paint(self._painter, cells, 0, self._top)
        self._top += height + self._look.gap

    def close(self) -> None:
        """Complete the file. Raises OSError."""
        self._painter.end()
        self._file.close()
        if self._file.error() is not QFile.FileError.NoError:
            raise OSError(errno.EIO, self._file.errorString())

    def _new_look(self) -> _Look:
        font = QFont()
        font.setPixelSize(round(PAPER.text_points / 72 * PAPER.dots))
        gap = round(PAPER.gap_mm / 25.4 * PAPER.dots)
        side = (self._writer.width() - gap * (self.columns - 1)) // self.columns
        text_line = QFontMetrics(font, self._writer).height()
        return _Look(self.columns, side, gap, font, text_line)


@dataclass(frozen=True)
class _Cell:
    """A photo on a page, with up to two lines of text."""

    picture: QImage
    texts: tuple[str, ...]


def _cell(item: ExportedPhoto, thumbnails: ThumbnailMaker, options: SheetOptions) -> _Cell:
    return _Cell(_picture(item, thumbnails), _texts(item) if options.with_captions else ())


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
