"""The browsing thread: lists photos, reads the rows in sight, counts what there is to choose from.

A thread of its own, with a connection of its own: photos show before the networks are loaded, and
scrolling never waits for a search.
"""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import Signal

from desktop_app.core.base.errors import AppError
from desktop_app.core.catalogue.browse import Asked, Browse
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.facets import count_facets
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.ui.browse.listing_blocks import Block, BlockRows
from desktop_app.ui.kit.worker_thread import Worker

# Listing a million photos takes a while: while others are indexed, at most this share of the
# thread's time goes into it.
_SHARE_FOR_LISTING = 0.2


class BrowseWorker(Worker):
    """Its methods run in the browsing thread, one at a time."""

    listed = Signal(object)
    rows_read = Signal(object)
    facets_counted = Signal(object)
    failed = Signal(object)
    refreshed = Signal()

    def __init__(self, library: Path) -> None:
        super().__init__()
        self._library = library
        self._catalogue: Catalogue | None = None
        self._browse: Browse | None = None
        self._asked: Asked | None = None
        self._list_after = 0.0

    def list_photos(self, asked: Asked) -> None:
        """List these now, and again at each `refresh` that finds the library changed."""
        self._asked = asked
        try:
            self._opened().refresh()
            self._list()
        except AppError as error:
            self.failed.emit(error)

    def refresh(self, *, at_once: bool) -> None:
        """Look for changes: now, or only where listing has not taken much time lately."""
        try:
            is_time = at_once or time.monotonic() >= self._list_after
            if self._asked is not None and is_time and self._opened().refresh():
                self._list()
        except AppError as error:
            self.failed.emit(error)
        self.refreshed.emit()

    def read_rows(self, block: Block) -> None:
        """A block is answered in any case: the next one is asked for when it is."""
        rows = []
        try:
            self._opened()
            assert self._catalogue is not None
            rows = self._catalogue.photos(block.ids.tolist())
        except AppError as error:
            self.failed.emit(error)
        self.rows_read.emit(BlockRows(block, rows))

    def count_facets(self) -> None:
        try:
            browse = self._opened()
            assert self._catalogue is not None
            self.facets_counted.emit(count_facets(self._catalogue, browse))
        except AppError as error:
            self.failed.emit(error)

    def close(self) -> None:
        if self._catalogue:
            self._catalogue.close()
            self._catalogue = self._browse = None

    def _opened(self) -> Browse:
        if self._browse is None:
            self._catalogue = Catalogue(LibraryFiles(self._library))
            self._browse = Browse(self._catalogue)
        return self._browse

    def _list(self) -> None:
        assert self._browse is not None
        assert self._asked is not None
        started = time.monotonic()
        self.listed.emit(self._browse.listing(self._asked))
        ended = time.monotonic()
        self._list_after = ended + (ended - started) / _SHARE_FOR_LISTING
