"""Loads thumbnails for visible photos in a thread of their own.

The latest request is loaded first, and older requests are dropped: after a fast scroll, visible
photos do not wait for those that have passed. Thumbnails that are missing or broken are made from
the photos in a second thread, so that the others do not wait for that.
"""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from dataclasses import dataclass

from cachetools import LRUCache
from PIL import Image
from PySide6.QtCore import QObject, QThread, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap

from desktop_app.core.base.errors import AppError
from desktop_app.ui.grid.thumbnail_sources import ThumbnailSource, ThumbnailStore
from desktop_app.ui.kit.picture_data import read_jpeg, to_qimage, with_round_corners
from desktop_app.ui.kit.worker_thread import Worker, WorkerThread

logger = logging.getLogger(__name__)

# More thumbnails than fit on a screen.
_MOST_PENDING = 300


@dataclass(frozen=True)
class ThumbnailRequest:
    """A photo, identified by its content, at a size in device pixels.

    `radius` rounds its corners. Clipped by a path instead, each photo would be painted by several
    threads of Qt, which wait for each other longer than they paint.
    """

    content_hash: bytes
    width: int
    height: int
    radius: int = 0


class ThumbnailCache(LRUCache[ThumbnailRequest, QPixmap]):
    """Keeps pixmaps up to a limit in bytes, and drops the least recently used ones."""

    def __init__(self, max_bytes: int) -> None:
        super().__init__(max_bytes, getsizeof=_size_in_bytes)
        self._latest: dict[bytes, ThumbnailRequest] = {}

    def add(self, request: ThumbnailRequest, pixmap: QPixmap) -> None:
        """Keep a pixmap, unless it alone exceeds the limit."""
        if _size_in_bytes(pixmap) <= self.maxsize:
            self[request] = pixmap
            self._latest[request.content_hash] = request

    def of_other_size(self, content_hash: bytes) -> QPixmap | None:
        """Return the pixmap of a photo that was added last, whatever its size."""
        request = self._latest.get(content_hash)
        return self.get(request) if request else None

    def popitem(self) -> tuple[ThumbnailRequest, QPixmap]:
        """Remove and return the least recently used pixmap."""
        request, pixmap = super().popitem()
        if self._latest.get(request.content_hash) == request:
            del self._latest[request.content_hash]
        return request, pixmap

    def moved_to(self, max_bytes: int) -> ThumbnailCache:
        """Move the most recently used pixmaps to a cache with another limit."""
        if max_bytes == self.maxsize:  # after a change of some other setting
            return self
        other = ThumbnailCache(max_bytes)
        while self:
            other.add(*self.popitem())
        return other


class _RequestQueue:
    """Requests to load, the latest first. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: OrderedDict[ThumbnailRequest, None] = OrderedDict()

    def add(self, request: ThumbnailRequest) -> None:
        with self._lock:
            self._requests[request] = None
            self._requests.move_to_end(request)
            while len(self._requests) > _MOST_PENDING:
                self._requests.popitem(last=False)

    def pop(self) -> ThumbnailRequest | None:
        with self._lock:
            return self._requests.popitem()[0] if self._requests else None

    def clear(self) -> None:
        with self._lock:
            self._requests.clear()

    def __len__(self) -> int:
        with self._lock:
            return len(self._requests)


class _Loader(Worker):
    """Loads what is stored.

    Signals:
        loaded (ThumbnailRequest, QImage): A thumbnail.
        missed (): Thumbnails that are missing or broken wait to be made.
    """

    loaded = Signal(ThumbnailRequest, QImage)
    missed = Signal()

    def __init__(
        self, source: ThumbnailSource, requests: _RequestQueue, to_make: _RequestQueue
    ) -> None:
        super().__init__()
        self._source = source
        self._requests = requests
        self._to_make = to_make
        self._thumbnails: ThumbnailStore | None = None

    def load_all(self) -> None:
        """Load all requested thumbnails."""
        while (request := self._requests.pop()) is not None:
            try:
                image = read_jpeg(self._opened().get(request.content_hash))
            except AppError:  # the search thread reports a library that cannot be read
                return
            if image is None:
                self._to_make.add(request)
                self.missed.emit()
            else:
                self.loaded.emit(request, _fitted(image, request))

    def close(self) -> None:
        if self._thumbnails:
            self._thumbnails.close()

    def _opened(self) -> ThumbnailStore:
        if self._thumbnails is None:
            self._thumbnails = self._source.open()
        return self._thumbnails


class _Maker(Worker):
    """Makes thumbnails that are missing; photos that cannot be read are not answered.

    Signals:
        loaded (ThumbnailRequest, QImage): A thumbnail.
    """

    loaded = Signal(ThumbnailRequest, QImage)

    def __init__(self, source: ThumbnailSource, requests: _RequestQueue) -> None:
        super().__init__()
        self._source = source
        self._requests = requests
        self._maker: ThumbnailStore | None = None

    def make_all(self) -> None:
        """Make all requested thumbnails."""
        while not self.is_stopped and (request := self._requests.pop()) is not None:
            try:
                image = read_jpeg(self._opened().get(request.content_hash))
            except AppError:
                logger.info("A thumbnail cannot be made", exc_info=True)
                return
            if image is not None:
                self.loaded.emit(request, _fitted(image, request))

    def close(self) -> None:
        if self._maker:
            self._maker.close()

    def _opened(self) -> ThumbnailStore:
        if self._maker is None:
            self._maker = self._source.open_maker(lambda: self.is_stopped)
        return self._maker


class ThumbnailLoader(QObject):
    """Returns pixmaps of the size in which they are painted, so that painting does not scale.

    Signals:
        loaded (bytes): The thumbnail of the photo with this content hash has been loaded.
    """

    loaded = Signal(bytes)

    def __init__(self, source: ThumbnailSource, cache_bytes: int) -> None:
        """`cache_bytes` limits the pixmaps in memory."""
        super().__init__()
        self._requests = _RequestQueue()
        self._to_make = _RequestQueue()
        self._cache = ThumbnailCache(cache_bytes)
        self._is_closed = False
        low = QThread.Priority.LowPriority
        self._worker = _Loader(source, self._requests, self._to_make)
        self._thread = WorkerThread(self._worker, "thumbnails", self, low)
        self._maker = _Maker(source, self._to_make)
        self._making = WorkerThread(self._maker, "missing thumbnails", self, low)
        # Wakes the thread once after a repaint: a call for each thumbnail would take longer than
        # painting it.
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._wake)
        self._worker.missed.connect(self._make)
        for worker in (self._worker, self._maker):
            worker.loaded.connect(self._add)

    def close(self) -> None:
        """End the thread. Widgets that are still painted get only what is in memory."""
        self._is_closed = True
        self._timer.stop()
        for requests in (self._requests, self._to_make):
            requests.clear()
        for thread in (self._thread, self._making):
            thread.stop()

    def limit_cache(self, cache_bytes: int) -> None:
        """Change the limit, and free the memory beyond it."""
        self._cache = self._cache.moved_to(cache_bytes)

    def get(self, request: ThumbnailRequest) -> QPixmap | None:
        """Return a thumbnail if it is in memory, else load it; `loaded` follows."""
        pixmap = self._cache.get(request)
        if pixmap is None and not self._is_closed:
            self._requests.add(request)
            if not self._timer.isActive():
                self._timer.start()
        return pixmap

    def of_other_size(self, request: ThumbnailRequest) -> QPixmap | None:
        """Return the photo's thumbnail at another size, to be scaled until `loaded` is emitted."""
        return self._cache.of_other_size(request.content_hash)

    @property
    def pending_count(self) -> int:
        """The number of thumbnails that are to be loaded."""
        return len(self._requests)

    def _wake(self) -> None:
        self._thread.call(self._worker.load_all)

    def _make(self) -> None:
        self._making.call_latest(self._maker.make_all)

    def _add(self, request: ThumbnailRequest, image: QImage) -> None:
        self._cache.add(request, QPixmap.fromImage(image))
        self.loaded.emit(request.content_hash)


def _size_in_bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4


def _fitted(image: Image.Image, request: ThumbnailRequest) -> QImage:
    """Scale down only; enlarging is left to painting, which needs no memory for it.

    Pillow scales without the interpreter's lock. QImage.scaled keeps it, and the window's thread
    waits for it in the middle of a frame.
    """
    if image.width > request.width:
        image = image.resize((request.width, request.height), Image.Resampling.HAMMING)
    if request.radius:
        radius = request.radius * image.width / request.width
        return with_round_corners(to_qimage(image), radius)
    return to_qimage(image).convertToFormat(QImage.Format.Format_RGB32)
