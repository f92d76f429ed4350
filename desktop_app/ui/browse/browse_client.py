"""The window's side of the browsing threads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.core.base.errors import AppError
from desktop_app.core.catalogue.browse import BrowseQuery, Listing
from desktop_app.core.catalogue.catalogue import Catalogue, up_to_date
from desktop_app.core.catalogue.facets import Facets
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.ui.browse.browse_worker import BrowseWorker
from desktop_app.ui.browse.listing_blocks import Block, BlockReader
from desktop_app.ui.kit.worker_thread import WorkerThread

if TYPE_CHECKING:
    from desktop_app.core.catalogue.catalogue import PhotoRow

_REFRESH_MS = 1000


class BrowseClient(QObject):
    """Sends requests to a browsing thread. All signals are emitted in the window's thread.

    Attributes:
        blocks: Reads the rows of a listing.

    Signals:
        listed (Listing): The photos of the latest query; again after the library has changed.
        facets_counted (Facets): The answer to `count_facets`.
        name_found (int): The id of a photo, if `find_name` has found one.
        failed (AppError): The library cannot be read.
    """

    listed = Signal(Listing)
    facets_counted = Signal(Facets)
    name_found = Signal(int)
    failed = Signal(AppError)

    def __init__(self, library: Path) -> None:
        super().__init__()
        self._files = LibraryFiles(library)
        self._worker = BrowseWorker(library)
        self._thread = WorkerThread(self._worker, "browse", self)
        self.blocks = BlockReader(self._read_block, self)
        self._query: BrowseQuery | None = None
        self._is_refreshing = False
        self._own_catalogue: Catalogue | None = None
        self._timer = QTimer(self, interval=_REFRESH_MS)
        self._timer.timeout.connect(self._refresh_periodically)
        self._worker.listed.connect(self._pass_listing)
        self._worker.rows_read.connect(self.blocks.finish)
        self._worker.facets_counted.connect(self.facets_counted)
        self._worker.name_found.connect(self.name_found)
        self._worker.failed.connect(self.failed)
        self._worker.refreshed.connect(self._end_refresh)

    def close(self) -> None:
        """End the thread after the request that it is working on."""
        self._timer.stop()
        self.blocks.clear()
        self._thread.stop()
        if self._own_catalogue:
            self._own_catalogue.close()

    def list_photos(self, query: BrowseQuery) -> None:
        """List the photos of a query now, and again whenever the library has changed."""
        self._query = query
        self._thread.call(self._worker.list_photos, query)

    def refresh(self) -> None:
        """List the photos again if the library has changed."""
        if self._query is not None:
            self._thread.call(self._worker.refresh, at_once=True)

    def follow_indexing(self, *, is_indexing: bool) -> None:
        """Refresh every second while a job indexes photos, and once when it has ended."""
        if is_indexing:
            self._timer.start()
        else:
            self._timer.stop()
            self.refresh()

    def count_facets(self) -> None:
        """Count what photos can be filtered by."""
        self._thread.call(self._worker.count_facets)

    def find_name(self, beginning: str, start: int) -> None:
        """Find the next photo, from a row on, whose file name begins so."""
        if self._query is not None:
            self._thread.call_latest(self._worker.find_name, self._query, beginning, start)

    def read_now(self, ids: list[int]) -> list[PhotoRow]:
        """Read rows in the window's thread, for an action of the user that cannot wait.

        Raises:
            AppError: The library cannot be read.
        """
        self._own_catalogue = up_to_date(self._own_catalogue, self._files)
        return self._own_catalogue.photos(ids)

    def _read_block(self, block: Block) -> None:
        self._thread.call(self._worker.read_rows, block)

    def _refresh_periodically(self) -> None:
        if not self._is_refreshing and self._query is not None:
            self._is_refreshing = True
            self._thread.call(self._worker.refresh, at_once=False)

    def _end_refresh(self) -> None:
        self._is_refreshing = False

    def _pass_listing(self, listing: Listing) -> None:
        """Drop the answer to an earlier query."""
        if listing.query == self._query:
            self.blocks.clear()
            self.listed.emit(listing)


class BrowseClients(QObject):
    """The clients of all views that list photos, each with a listing and a thread of its own.

    They live as long as the window, in all its languages.

    Signals:
        failed (AppError): The library cannot be read.
    """

    failed = Signal(AppError)

    def __init__(self, library: Path) -> None:
        super().__init__()
        self._library = library
        self._clients: dict[str, BrowseClient] = {}
        self._is_indexing = False

    def client(self, view: str) -> BrowseClient:
        """Return the client of a view, by its key in the table of views; made at the first call."""
        if view not in self._clients:
            client = BrowseClient(self._library)
            client.failed.connect(self.failed)
            if self._is_indexing:
                client.follow_indexing(is_indexing=True)
            self._clients[view] = client
        return self._clients[view]

    def refresh(self) -> None:
        """Call `refresh` on each client."""
        for client in self._clients.values():
            client.refresh()

    def follow_indexing(self, *, is_indexing: bool) -> None:
        """Call `follow_indexing` on each client, and on those that are made later."""
        self._is_indexing = is_indexing
        for client in self._clients.values():
            client.follow_indexing(is_indexing=is_indexing)

    def close(self) -> None:
        """Close each client."""
        for client in self._clients.values():
            client.close()
