"""The browsing thread: lists photos, reads visible rows, and counts what to filter by.

It has a database connection of its own, so that photos are shown before the networks are loaded,
and scrolling never waits for a search.
"""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import Signal

from desktop_app.core.base.errors import AppError
from desktop_app.core.catalogue.browse import Browse, BrowseQuery, Listing
from desktop_app.core.catalogue.catalogue import Catalogue, up_to_date
from desktop_app.core.catalogue.facets import Facets, count_facets
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.ui.browse.listing_blocks import Block, BlockRows
from desktop_app.ui.kit.worker_thread import Worker

# Listing a million photos takes a second. While photos are indexed, listing may take at most this
# share of the thread's time.
_SHARE_FOR_LISTING = 0.2


class BrowseWorker(Worker):
    """Its methods run in the browsing thread.

    Signals:
        listed (Listing): The photos of the query, after each `list_photos` and each change.
        rows_read (BlockRows): The answer to `read_rows`, even if that has failed.
        facets_counted (Facets): The answer to `count_facets`.
        name_found (int): The id of a photo, if `find_name` has found one.
        failed (AppError): The library cannot be read.
        refreshed (): `refresh` has ended, with or without a new listing.
    """

    listed = Signal(Listing)
    rows_read = Signal(BlockRows)
    facets_counted = Signal(Facets)
    name_found = Signal(int)
    failed = Signal(AppError)
    refreshed = Signal()

    def __init__(self, library: Path) -> None:
        super().__init__()
        self._library = library
        self._catalogue: Catalogue | None = None
        self._browse: Browse | None = None
        self._query: BrowseQuery | None = None
        self._facets: Facets | None = None
        self._list_after = 0.0

    def list_photos(self, query: BrowseQuery) -> None:
        """List the photos of a query, and again at each `refresh` that finds a change."""
        self._query = query
        try:
            self._refresh()
            self._list()
        except AppError as error:
            self.failed.emit(error)

    def refresh(self, *, at_once: bool) -> None:
        """List again if the library has changed; with `at_once` False only if the last listing was
        long enough ago.
        """
        try:
            is_time = at_once or time.monotonic() >= self._list_after
            if self._query is not None and is_time and self._refresh():
                self._list()
        except AppError as error:
            self.failed.emit(error)
        self.refreshed.emit()

    def read_rows(self, block: Block) -> None:
        """Read a block; after an error the answer is empty, so that the next block is read."""
        rows = []
        try:
            self._opened()
            assert self._catalogue is not None
            rows = self._catalogue.photos(block.ids.tolist())
        except AppError as error:
            self.failed.emit(error)
        self.rows_read.emit(BlockRows(block, rows))

    def count_facets(self) -> None:
        """Count once after each change: of a million photos it takes seconds."""
        try:
            browse = self._opened()
            assert self._catalogue is not None
            if self._facets is None:
                self._facets = count_facets(self._catalogue, browse)
            self.facets_counted.emit(self._facets)
        except AppError as error:
            self.failed.emit(error)

    def find_name(self, query: BrowseQuery, beginning: str, start: int) -> None:
        """Find the next photo of this name; see Browse.next_named."""
        try:
            found = self._opened().next_named(query, beginning, start)
            if found is not None:
                self.name_found.emit(found)
        except AppError as error:
            self.failed.emit(error)

    def interrupt(self) -> None:
        self.blockSignals(True)  # noqa: FBT003
        if self._catalogue:
            self._catalogue.interrupt()

    def close(self) -> None:
        if self._catalogue:
            self._catalogue.close()
            self._catalogue = self._browse = None

    def _opened(self) -> Browse:
        catalogue = up_to_date(self._catalogue, LibraryFiles(self._library))
        if self._browse is None or catalogue is not self._catalogue:
            self._browse, self._facets = Browse(catalogue), None
        self._catalogue = catalogue
        return self._browse

    def _refresh(self) -> bool:
        """Return True if the library has changed."""
        has_changed = self._opened().refresh()
        if has_changed:
            self._facets = None
        return has_changed

    def _list(self) -> None:
        assert self._browse is not None
        assert self._query is not None
        started = time.monotonic()
        self.listed.emit(self._browse.listing(self._query))
        ended = time.monotonic()
        self._list_after = ended + (ended - started) / _SHARE_FOR_LISTING
