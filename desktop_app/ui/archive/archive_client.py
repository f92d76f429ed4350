"""The thread that opens an archive and reads the photos that are shown, and the window's side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.base.errors import AppError
from desktop_app.core.catalogue.facets import Facets
from desktop_app.core.catalogue.photo_filter import EVERYTHING, PhotoFilter
from desktop_app.ui.archive.archive_reader import ArchiveReader
from desktop_app.ui.browse.listing_blocks import Block, BlockReader, BlockRows
from desktop_app.ui.kit.worker_thread import Worker, WorkerThread

if TYPE_CHECKING:
    from desktop_app.core.archive_facts.row_places import RowPlaces
    from desktop_app.core.catalogue.catalogue import PhotoRow


@dataclass(frozen=True)
class ListedPhotos:
    """The photos that pass a filter, in the order of the archive."""

    photo_filter: PhotoFilter
    places: RowPlaces


class ArchiveWorker(Worker):
    """Its methods run in the thread.

    Signals:
        opened (RowPlaces): The archive is open, and has these photos.
        not_opened (AppError): It cannot be opened.
        listed (ListedPhotos): The photos that pass a filter.
        not_listed (AppError): The filter cannot be applied.
        facets_counted (Facets): What there is to filter by.
        rows_read (BlockRows): The answer to `read_rows`, even if that has failed.
        failed (AppError): A shard cannot be read.
    """

    opened = Signal(object)
    not_opened = Signal(AppError)
    listed = Signal(ListedPhotos)
    not_listed = Signal(AppError)
    facets_counted = Signal(Facets)
    rows_read = Signal(BlockRows)
    failed = Signal(AppError)

    def __init__(self, reader: ArchiveReader) -> None:
        super().__init__()
        self._reader = reader

    def open(self) -> None:
        """Open the archive."""
        try:
            self.opened.emit(self._reader.opened().passing.places(EVERYTHING))
        except AppError as error:
            self.not_opened.emit(error)

    def list_photos(self, photo_filter: PhotoFilter) -> None:
        """Find the photos that pass a filter."""
        try:
            places = self._reader.opened().passing.places(photo_filter)
            self.listed.emit(ListedPhotos(photo_filter, places))
        except AppError as error:
            self.not_listed.emit(error)

    def count_facets(self) -> None:
        try:
            self.facets_counted.emit(self._reader.opened().passing.facets())
        except AppError as error:
            self.failed.emit(error)

    def read_rows(self, block: Block) -> None:
        """Read a block; photos in shards that cannot be read are left out."""
        rows: list[PhotoRow] = []
        try:
            rows = self._reader.opened().rows.photos(block.ids.tolist(), self.failed.emit)
        except AppError as error:
            self.failed.emit(error)
        self.rows_read.emit(BlockRows(block, rows))


class ArchiveClient(QObject):
    """Sends requests to the thread. All signals are emitted in the window's thread.

    Attributes:
        reader: Opens the archive.
        blocks: Reads blocks of photos.

    Signals:
        opened (RowPlaces): The archive is open, and has these photos.
        not_opened (AppError): It cannot be opened.
        listed (ListedPhotos): The photos that pass a filter.
        not_listed (AppError): The filter cannot be applied; the one before stays in effect.
        facets_counted (Facets): What there is to filter by.
        failed (AppError): A shard cannot be read.
    """

    opened = Signal(object)
    not_opened = Signal(AppError)
    listed = Signal(ListedPhotos)
    not_listed = Signal(AppError)
    facets_counted = Signal(Facets)
    failed = Signal(AppError)

    def __init__(self, reader: ArchiveReader) -> None:
        super().__init__()
        self.reader = reader
        self._worker = ArchiveWorker(reader)
        self._thread = WorkerThread(self._worker, "archive", self)
        self.blocks = BlockReader(self._read_block, self)
        self._worker.rows_read.connect(self.blocks.finish)
        self._worker.opened.connect(self.opened)
        self._worker.not_opened.connect(self.not_opened)
        self._worker.listed.connect(self.listed)
        self._worker.not_listed.connect(self.not_listed)
        self._worker.facets_counted.connect(self.facets_counted)
        self._worker.failed.connect(self.failed)

    def open(self) -> None:
        """Open the archive; `opened` or `not_opened` follows."""
        self._thread.call(self._worker.open)

    def list_photos(self, photo_filter: PhotoFilter) -> None:
        """Find the photos that pass a filter; `listed` or `not_listed` follows."""
        self._thread.call_latest(self._worker.list_photos, photo_filter)

    def count_facets(self) -> None:
        """Count what there is to filter by; `facets_counted` follows."""
        self._thread.call_latest(self._worker.count_facets)

    def read_now(self, ids: list[int]) -> list[PhotoRow]:
        """Read rows in the window's thread, for an action of the user that cannot wait.

        Raises AppError.
        """
        return self.reader.opened().rows.photos(ids)

    def close(self) -> None:
        """End the thread after the block that it is reading."""
        self.blocks.clear()
        self._thread.stop()

    def _read_block(self, block: Block) -> None:
        self._thread.call(self._worker.read_rows, block)
