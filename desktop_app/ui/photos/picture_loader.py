"""Loads pictures for the viewer in a thread of its own.

New requests replace older ones, so that nobody who steps quickly through photos waits for those
that have passed. The last few pictures are cached, so that stepping back shows them immediately.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColorSpace, QImage

from desktop_app.core.base.errors import PhotoError, ReadingCancelledError
from desktop_app.ui.kit.picture_data import to_qimage
from desktop_app.ui.kit.worker_thread import Worker, WorkerThread

if TYPE_CHECKING:  # these bring the decoders with them
    from desktop_app.core.photos.metadata import Metadata
    from desktop_app.core.reading.bounded_reader import BoundedReader

WHOLE = 1_000_000
DETAILS = 0
_MOST_CACHED = 8


@dataclass(frozen=True)
class PictureRequest:
    """A picture to load.

    Attributes:
        path: The file.
        side: The least number of pixels on the longer side, if the file has so many; WHOLE for
            all pixels, DETAILS for the metadata only.
    """

    path: Path
    side: int

    @property
    def is_whole(self) -> bool:
        return self.side == WHOLE


@dataclass(frozen=True)
class OpenedPicture:
    """A loaded picture.

    Attributes:
        image: Upright and in sRGB; null if only DETAILS were requested.
        width: Width of the whole upright picture in pixels; 0 if only DETAILS were requested.
        height: Its height.
    """

    request: PictureRequest
    image: QImage
    width: int
    height: int
    metadata: Metadata

    @property
    def path(self) -> Path:
        return self.request.path


class _RequestQueue:
    """Requests in the order in which they are loaded. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: list[PictureRequest] = []
        self._current: PictureRequest | None = None
        self._wants_current = True

    def replace(self, requests: list[PictureRequest]) -> None:
        """Replace all requests; the current one is not loaded again if it is still wanted."""
        with self._lock:
            self._wants_current = self._current in requests
            self._requests = [request for request in requests if request != self._current]

    def drop_current(self) -> None:
        """Forget the request that was cancelled, unless it has been requested again."""
        with self._lock:
            if self._wants_current and self._current is not None:
                self._requests.insert(0, self._current)
            self._current = None

    def wants_current(self) -> bool:
        """Whether the request that is being loaded is among those of the last `replace`."""
        with self._lock:
            return self._wants_current

    def pop(self) -> PictureRequest | None:
        with self._lock:
            self._current = self._requests.pop(0) if self._requests else None
            self._wants_current = True
            return self._current


class _Worker(Worker):
    opened = Signal(OpenedPicture)
    failed = Signal(PictureRequest, PhotoError)

    def __init__(self, requests: _RequestQueue) -> None:
        super().__init__()
        self._requests = requests
        self._reader: BoundedReader | None = None

    def load_all(self) -> None:
        while (request := self._requests.pop()) is not None:
            try:
                self.opened.emit(self._open(request))
            except PhotoError as error:
                self.failed.emit(request, error)
            except ReadingCancelledError:
                self._requests.drop_current()

    def close(self) -> None:
        if self._reader is not None:
            self._reader.close()

    def _open(self, request: PictureRequest) -> OpenedPicture:
        from desktop_app.core.reading.bounded_reader import BoundedReader

        self._reader = self._reader or BoundedReader(is_cancelled=self._is_cancelled)
        if request.side == DETAILS:
            return OpenedPicture(request, QImage(), 0, 0, self._reader.metadata(request.path))
        short_side = WHOLE if request.is_whole else 1
        photo, metadata = self._reader.open_with_metadata(request.path, short_side, request.side)
        image = to_qimage(photo.image)
        image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
        return OpenedPicture(request, image, photo.width, photo.height, metadata)

    def _is_cancelled(self) -> bool:
        """Called by another thread."""
        return self.is_stopped or not self._requests.wants_current()


class PictureLoader(QObject):
    """Loads and caches pictures.

    Signals:
        opened (OpenedPicture): A picture that is still requested has been loaded.
        failed (Path, PhotoError): A picture that is still requested cannot be read.
    """

    opened = Signal(OpenedPicture)
    failed = Signal(Path, PhotoError)

    def __init__(self) -> None:
        super().__init__()
        self._requests = _RequestQueue()
        self._active: frozenset[PictureRequest] = frozenset()
        self._cache: OrderedDict[PictureRequest, OpenedPicture] = OrderedDict()
        self._worker = _Worker(self._requests)
        self._thread = WorkerThread(self._worker, "pictures", self)
        self._worker.opened.connect(self._add)
        self._worker.failed.connect(self._pass_failure)

    def close(self) -> None:
        """End the thread, and the decoding of a picture that takes long."""
        self._requests.replace([])
        self._thread.stop()

    def clear(self) -> None:
        """Drop all requests and the cache, since files may change before the next request."""
        self._active = frozenset()
        self._requests.replace([])
        self._cache.clear()

    def request(self, requests: list[PictureRequest]) -> None:
        """Load these pictures instead of earlier requests, the most urgent first.

        Cached pictures are passed on immediately.
        """
        self._active = frozenset(requests)
        cached = [request for request in requests if request in self._cache]
        self._requests.replace([request for request in requests if request not in self._cache])
        for request in cached:
            self._cache.move_to_end(request)
            self.opened.emit(self._cache[request])
        if len(cached) < len(requests):
            self._thread.call(self._worker.load_all)

    def _add(self, picture: OpenedPicture) -> None:
        """Cache a picture and pass it on, if it is still requested.

        At most one picture with all its pixels is cached: each may take hundreds of megabytes.
        """
        if picture.request not in self._active:
            return
        if picture.request.is_whole:
            for request in [request for request in self._cache if request.is_whole]:
                del self._cache[request]
        self._cache[picture.request] = picture
        while len(self._cache) > _MOST_CACHED:
            self._cache.popitem(last=False)
        self.opened.emit(picture)

    def _pass_failure(self, request: PictureRequest, error: PhotoError) -> None:
        if request in self._active:
            self.failed.emit(request.path, error)
