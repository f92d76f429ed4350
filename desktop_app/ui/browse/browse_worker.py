"""The browsing thread: lists photos, reads visible rows, and counts what to filter by.

It has a database connection of its own, so that photos are shown before the networks are loaded,
and scrolling never waits for a search.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Signal

from desktop_app.core.base.errors import AppError
from desktop_app.core.catalogue.browse import Browse, BrowseQuery, Listing
from desktop_app.core.catalogue.catalogue import Catalogue, PhotoRow, up_to_date
from desktop_app.core.catalogue.facets import Facets, count_facets
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.ui.browse.listing_blocks import Block, BlockRows
from desktop_app.ui.kit.worker_thread import Worker

# Listing a million photos takes a second. While photos are indexed, listing may take at most this
# share of the thread's time.
_SHARE_FOR_LISTING = 0.2


class CatalogueWorker(Worker):
    """Has a database connection of its own, which is opened when it is first used.

    Signals:
        failed (AppError): The library cannot be read.
    """

    failed = Signal(AppError)

    def __init__(self, library: Path) -> None:
        super().__init__()
        self._files = LibraryFiles(library)
        self._catalogue: Catalogue | None = None

    def interrupt(self) -> None:
        self.blockSignals(True)  # noqa: FBT003
        if self._catalogue:
            self._catalogue.interrupt()

    def close(self) -> None:
        if self._catalogue:
            self._catalogue.close()

    @contextmanager
    def _reported(self) -> Iterator[None]:
        """Send an AppError as the signal `failed`."""
        try:
            yield
        except AppError as error:
            self.failed.emit(error)

    def _opened(self) -> Catalogue:
        """Return the catalogue; after `_begin` with another one if its file was replaced."""
        catalogue = up_to_date(self._catalogue, self._files)
        if catalogue is not self._catalogue:
            self._catalogue = catalogue
            self._begin(catalogue)
        return catalogue

    def _begin(self, catalogue: Catalogue) -> None:
        """Forget what was read from an earlier catalogue."""


class BrowseWorker(CatalogueWorker):
    """Its methods run in the browsing thread.

    Signals:
        listed (Listing): The photos of the query, after each `list_photos` and each change.
        rows_read (BlockRows): The answer to `read_rows`, even if that has failed.
        facets_counted (Facets): The answer to `count_facets`.
        name_found (int): The id of a photo, if `find_name` has found one.
        refreshed (): `refresh` has ended, with or without a new listing.
    """

    listed = Signal(Listing)
    rows_read = Signal(BlockRows)
    facets_counted = Signal(Facets)
    name_found = Signal(int)
    refreshed = Signal()

    def __init__(self, library: Path) -> None:
        super().__init__(library)
        self._browse: Browse | None = None
        self._query: BrowseQuery | None = None
        self._facets: Facets | None = None
        self._list_after = 0.0

    def list_photos(self, query: BrowseQuery) -> None:
        """List the photos of a query, and again at each `refresh` that finds a change."""
        self._query = query
        with self._reported():
            self._refresh()
            self._list()

    def refresh(self, *, at_once: bool) -> None:
        """List again if the library has changed; with `at_once` False only if the last listing was
        long enough ago.
        """
        with self._reported():
            is_time = at_once or time.monotonic() >= self._list_after
            if self._query is not None and is_time and self._refresh():
                self._list()
        self.refreshed.emit()

    def read_rows(self, block: Block) -> None:
        """Read a block; after an error the answer is empty, so that the next block is read."""
        rows: list[PhotoRow] = []
        with self._reported():
            rows = self._opened().photos(block.ids.tolist())
        self.rows_read.emit(BlockRows(block, rows))

    def count_facets(self) -> None:
        """Count once after each change: of a million photos it takes seconds."""
        with self._reported():
            catalogue = self._opened()
            assert self._browse is not None
            if self._facets is None:
                self._facets = count_facets(catalogue, self._browse)
            self.facets_counted.emit(self._facets)

    def find_name(self, query: BrowseQuery, beginning: str, start: int) -> None:
        """Find the next photo of this name; see Browse.next_named."""
        with self._reported():
            found = self._browsing().next_named(query, beginning, start)
            if found is not None:
                self.name_found.emit(found)

    def _begin(self, catalogue: Catalogue) -> None:
        self._browse, self._facets = Browse(catalogue), None

    def _browsing(self) -> Browse:
        self._opened()
        assert self._browse is not None
        return self._browse

    def _refresh(self) -> bool:
        """Return True if the library has changed."""
        has_changed = self._browsing().refresh()
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
