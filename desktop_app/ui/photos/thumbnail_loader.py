"""Thumbnails for the rows in sight, decoded and scaled in a thread of their own.

What is asked for last is loaded first, and only so much is remembered as fits on a screen: after
a fast scroll the photos in sight do not wait for those that flew by.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QThread, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap

from desktop_app.core.base.errors import AppError
from desktop_app.core.photos.thumbnails import Thumbnails
from desktop_app.ui.kit.worker_thread import Worker, WorkerThread
from desktop_app.ui.photos.picture_data import decode_jpeg

_MOST_WANTED = 300


@dataclass(frozen=True)
class ThumbnailRequest:
    """A photo's content at a size in device pixels."""

    content_hash: bytes
    width: int
    height: int


class _RequestQueue:
    """What is wanted, newest first; any thread may use it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._wishes: OrderedDict[ThumbnailRequest, None] = OrderedDict()

    def add(self, wanted: ThumbnailRequest) -> None:
        with self._lock:
            self._wishes[wanted] = None
            self._wishes.move_to_end(wanted)
            while len(self._wishes) > _MOST_WANTED:
                self._wishes.popitem(last=False)

    def take(self) -> ThumbnailRequest | None:
        with self._lock:
            return self._wishes.popitem()[0] if self._wishes else None

    def clear(self) -> None:
        with self._lock:
            self._wishes.clear()


class _Worker(Worker):
    loaded = Signal(object, QImage)

    def __init__(self, store: Path, wishes: _RequestQueue) -> None:
        super().__init__()
        self._store = store
        self._wishes = wishes
        self._thumbnails: Thumbnails | None = None

    def work(self) -> None:
        """Load all that is wanted. A photo without a thumbnail keeps its mean colour."""
        while (wanted := self._wishes.take()) is not None:
            try:
                jpeg = self._opened().get(wanted.content_hash)
            except AppError:  # the search thread tells of a library that cannot be read
                return
            if jpeg:
                self.loaded.emit(wanted, _scaled(decode_jpeg(jpeg), wanted))

    def close(self) -> None:
        if self._thumbnails:
            self._thumbnails.close()

    def _opened(self) -> Thumbnails:
        if self._thumbnails is None:
            self._thumbnails = Thumbnails(self._store)
        return self._thumbnails


class ThumbnailLoader(QObject):
    """Gives pixmaps of the exact size in which they are painted; `loaded` when more are there."""

    loaded = Signal(bytes)

    def __init__(self, store: Path, cache_bytes: int) -> None:
        """`cache_bytes`: what the pixmaps that are kept may take."""
        super().__init__()
        self._cache_bytes = cache_bytes
        self._wishes = _RequestQueue()
        self._cache: OrderedDict[ThumbnailRequest, QPixmap] = OrderedDict()
        self._newest: dict[bytes, ThumbnailRequest] = {}
        self._cached_bytes = 0
        self._is_closed = False
        self._worker = _Worker(store, self._wishes)
        self._thread = WorkerThread(self._worker, "thumbnails", self, QThread.Priority.LowPriority)
        # After the painting that wants many: a signal for each would cost more than painting it.
        self._waker = QTimer(self, singleShot=True, interval=0)
        self._waker.timeout.connect(self._wake)
        self._worker.loaded.connect(self._keep)

    def close(self) -> None:
        """Whoever still paints meanwhile gets nothing more."""
        self._is_closed = True
        self._waker.stop()
        self._wishes.clear()
        self._thread.stop()

    def limit_cache(self, cache_bytes: int) -> None:
        """From now on; what is too much goes at once."""
        self._cache_bytes = cache_bytes
        self._forget_oldest()

    def get(self, wanted: ThumbnailRequest) -> QPixmap | None:
        """At once, or None; then it is loaded, and `loaded` tells its content hash."""
        pixmap = self._cache.get(wanted)
        if pixmap is None:
            if self._is_closed:
                return None
            self._wishes.add(wanted)
            if not self._waker.isActive():
                self._waker.start()
            return None
        self._cache.move_to_end(wanted)
        return pixmap

    def of_other_size(self, wanted: ThumbnailRequest) -> QPixmap | None:
        """The same photo as it was last loaded: shown while the size changes, until `get` gives the
        exact one.
        """
        other = self._newest.get(wanted.content_hash)
        return self._cache.get(other) if other else None

    @property
    def cached_count(self) -> int:
        return len(self._cache)

    def _wake(self) -> None:
        self._thread.call(self._worker.work)

    def _keep(self, wanted: ThumbnailRequest, image: QImage) -> None:
        self._drop(self._cache.pop(wanted, None))  # it may have been wanted twice
        self._cached_bytes += image.sizeInBytes()
        self._cache[wanted] = QPixmap.fromImage(image)
        self._newest[wanted.content_hash] = wanted
        self._forget_oldest()
        self.loaded.emit(wanted.content_hash)

    def _forget_oldest(self) -> None:
        while self._cached_bytes > self._cache_bytes:
            old, dropped = self._cache.popitem(last=False)
            self._drop(dropped)
            if self._newest.get(old.content_hash) == old:
                del self._newest[old.content_hash]

    def _drop(self, pixmap: QPixmap | None) -> None:
        if pixmap is not None:
            self._cached_bytes -= pixmap.width() * pixmap.height() * 4


def _scaled(image: QImage, wanted: ThumbnailRequest) -> QImage:
    """Never enlarged here: painting does that, without more memory."""
    if image.width() > wanted.width:
        image = image.scaled(
            QSize(wanted.width, wanted.height),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    return image.convertToFormat(QImage.Format.Format_RGB32)
