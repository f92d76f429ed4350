"""The window's side of the browsing thread: asks, and passes on the newest answers."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.core.catalogue.browse import Asked, Listing
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.ui.browse.browse_worker import BrowseWorker
from desktop_app.ui.browse.listing_blocks import Block, BlockRows
from desktop_app.ui.kit.worker_thread import WorkerThread

if TYPE_CHECKING:
    from desktop_app.core.catalogue.catalogue import PhotoRow

_REFRESH_MS = 1000
# More blocks than are ever in sight; those that flew by in a fast scroll are forgotten.
_MOST_WANTED = 8


class BrowseClient(QObject):
    """Signals come in the window's thread; a listing that is wanted no more does not come."""

    listed = Signal(object)
    rows_read = Signal(object)
    facets_counted = Signal(object)
    failed = Signal(object)

    def __init__(self, library: Path) -> None:
        super().__init__()
        self._files = LibraryFiles(library)
        self._worker = BrowseWorker(library)
        self._thread = WorkerThread(self._worker, "browse", self)
        self._asked: Asked | None = None
        self._is_refreshing = False
        self._wanted: OrderedDict[tuple[int, int], Block] = OrderedDict()
        self._being_read: Block | None = None
        self._own: Catalogue | None = None
        self._timer = QTimer(self, interval=_REFRESH_MS)
        self._timer.timeout.connect(self._refresh_now_and_then)
        self._connect()

    def close(self) -> None:
        """Ends the thread, after what it is doing just now."""
        self._timer.stop()
        self._wanted.clear()
        self._thread.stop()
        if self._own:
            self._own.close()

    def show(self, asked: Asked) -> None:
        """List these photos now, and again whenever the library has changed."""
        self._asked = asked
        self._thread.call(self._worker.list_photos, asked)

    def look_again(self) -> None:
        """Has the library changed?"""
        if self._asked is not None:
            self._thread.call(self._worker.refresh, at_once=True)

    def follow(self, *, is_indexing: bool) -> None:
        """Look again and again while a job indexes, and when it has ended."""
        if is_indexing:
            self._timer.start()
        else:
            self._timer.stop()
            self.look_again()

    def count_facets(self) -> None:
        self._thread.call(self._worker.count_facets)

    def want(self, block: Block) -> None:
        """Read these rows; what is wanted last is read first."""
        if self._being_read is not None and self._being_read.key == block.key:
            return
        self._wanted[block.key] = block
        self._wanted.move_to_end(block.key)
        while len(self._wanted) > _MOST_WANTED:
            self._wanted.popitem(last=False)
        self._read_next()

    def read_now(self, ids: list[int]) -> list[PhotoRow]:
        """Rows that the user is about to act on, in the window's thread. May raise an AppError."""
        if self._own is None:
            self._own = Catalogue(self._files)
        return self._own.photos(ids)

    def _connect(self) -> None:
        self._worker.listed.connect(self._pass_listing)
        self._worker.rows_read.connect(self._pass_rows)
        self._worker.facets_counted.connect(self.facets_counted)
        self._worker.failed.connect(self.failed)
        self._worker.refreshed.connect(self._end_refresh)

    def _refresh_now_and_then(self) -> None:
        if not self._is_refreshing and self._asked is not None:
            self._is_refreshing = True
            self._thread.call(self._worker.refresh, at_once=False)

    def _end_refresh(self) -> None:
        self._is_refreshing = False

    def _read_next(self) -> None:
        if self._being_read is None and self._wanted:
            _, self._being_read = self._wanted.popitem()
            self._thread.call(self._worker.read_rows, self._being_read)

    def _pass_listing(self, listing: Listing) -> None:
        if listing.asked == self._asked:
            self._wanted.clear()
            self.listed.emit(listing)

    def _pass_rows(self, answer: BlockRows) -> None:
        self._being_read = None
        self.rows_read.emit(answer)
        self._read_next()
