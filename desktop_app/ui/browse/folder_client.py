"""The folders of the library for the sidebar, read in a thread of their own."""

from __future__ import annotations

import time
from collections.abc import Set as AbstractSet
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.core.base.errors import AppError
from desktop_app.core.catalogue.catalogue import Catalogue, data_version
from desktop_app.core.catalogue.facets import (
    FolderCounts,
    count_folders,
    roots_with_folders,
)
from desktop_app.ui.browse.browse_worker import CatalogueWorker
from desktop_app.ui.browse.folder_rows import FolderListing, folder_rows
from desktop_app.ui.kit.worker_thread import WorkerThread

# While photos are indexed, the folders are read at most once a second, and for at most this share
# of the time: a million photos take a second.
_LEAST_REST_MS = 1000
_SHARE_FOR_READING = 0.2


class FolderWorker(CatalogueWorker):
    """Its methods run in a thread of their own.

    Signals:
        listed (FolderListing, float): The answer to `list_folders`, and the seconds that it took;
            the same object as before if nothing has changed.
    """

    listed = Signal(FolderListing, float)

    def __init__(self, library: Path) -> None:
        super().__init__(library)
        self._listing = FolderListing()
        self._counts: FolderCounts | None = None
        self._version = -1

    def list_folders(self, opened: AbstractSet[Path]) -> None:
        """List the folders in these roots and folders."""
        started = time.monotonic()
        with self._reported():
            listing = self._read(opened)
            if listing != self._listing:  # 100,000 rows are not compared in the window's thread
                self._listing = listing
            self.listed.emit(self._listing, time.monotonic() - started)

    def _read(self, opened: AbstractSet[Path]) -> FolderListing:
        catalogue = self._opened()
        parents = roots_with_folders(catalogue)
        wanted = sorted(parents & opened)
        if not wanted:
            return FolderListing(parents)
        counts = self._fresh_counts(catalogue)
        return FolderListing(parents, {root: folder_rows(counts, root, opened) for root in wanted})

    def _begin(self, catalogue: Catalogue) -> None:
        del catalogue
        self._counts = None

    def _fresh_counts(self, catalogue: Catalogue) -> FolderCounts:
        version = data_version(catalogue)
        if self._counts is None or version != self._version:
            self._counts, self._version = count_folders(catalogue), version
        return self._counts


class FolderClient(QObject):
    """Knows which folders are open in the sidebar, and reads only those.

    Attributes:
        opened: The roots and folders that are open.
        listing: The latest listing.

    Signals:
        listed (FolderListing): Other folders are to be shown.
        failed (AppError): The library cannot be read.
    """

    listed = Signal(FolderListing)
    failed = Signal(AppError)

    def __init__(self, library: Path) -> None:
        super().__init__()
        self.opened: frozenset[Path] = frozenset()
        self.listing = FolderListing()
        self._worker = FolderWorker(library)
        self._thread = WorkerThread(self._worker, "folders", self)
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._list)
        self._worker.listed.connect(self._pass_listing)
        self._worker.failed.connect(self.failed)

    def close(self) -> None:
        self._rest.stop()
        self._thread.stop()

    def toggle(self, folder: Path) -> None:
        """Open or close a root or a folder."""
        self.opened ^= {folder}
        self._list()

    def refresh(self) -> None:
        """Read the folders again soon, since the library may have changed."""
        if not self._rest.isActive():
            self._rest.start()

    def _list(self) -> None:
        self._thread.call_latest(self._worker.list_folders, self.opened)

    def _pass_listing(self, listing: FolderListing, seconds: float) -> None:
        self._rest.setInterval(max(_LEAST_REST_MS, round(1000 * seconds / _SHARE_FOR_READING)))
        if listing is not self.listing:
            self.listing = listing
            self.listed.emit(listing)
