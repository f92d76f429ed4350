"""Read photos in a worker process that may crash, hang or swell without harm to this one."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop_app.core.base.errors import PhotoError, PhotoProblem, ReadingCancelledError
from desktop_app.core.base.memory_gate import MemoryGate
from desktop_app.core.photos.metadata import NO_METADATA, Metadata
from desktop_app.core.photos.photo_reader import MAX_DECODE_BYTES, Photo
from desktop_app.core.reading.limits import ReadingLimits
from desktop_app.core.reading.messages import (
    Answer,
    Failed,
    Go,
    Hashed,
    IndexedContent,
    IndexPhoto,
    MemoryNeeded,
    MemoryReleased,
    MetadataRead,
    NotNeeded,
    OpenPicture,
    PictureOpened,
    ReadMetadata,
    Ready,
    Request,
)
from desktop_app.core.reading.worker_process import WhyEnded, WorkerEndedError, WorkerProcess

logger = logging.getLogger(__name__)

_PROBLEMS = {
    WhyEnded.TOO_SLOW: PhotoProblem.TOO_SLOW,
    WhyEnded.TOO_MUCH_MEMORY: PhotoProblem.TOO_MUCH_MEMORY,
}
_ATTEMPTS = 2


class BoundedReader:
    """Reads one photo at a time, in a worker that is started when it is first needed.

    `cancel` may be called by any thread; all else by one at a time.
    """

    def __init__(
        self,
        limits: ReadingLimits | None = None,
        gate: MemoryGate | None = None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        """Create a reader.

        Args:
            limits: What a photo may take.
            gate: The memory that this reader shares with others.
            is_cancelled: Asked, in another thread, while a photo takes long: True ends it.
        """
        self._limits = limits or ReadingLimits()
        self._gate = gate or MemoryGate(MAX_DECODE_BYTES)
        self._is_cancelled = is_cancelled
        self._lock = threading.Lock()
        self._worker: WorkerProcess | None = None
        self._is_closed = False

    def start(self) -> None:
        """Start the worker, without waiting for it, so that the first photo does not wait."""
        with self._lock:
            if self._worker is None and not self._is_closed:
                self._worker = WorkerProcess(self._limits, self._is_cancelled)

    def cancel(self) -> None:
        """End the worker at once, for good; what is being read raises ReadingCancelledError."""
        with self._lock:
            self._is_closed = True
            if self._worker is not None:
                self._worker.end()

    def close(self) -> None:
        """End the worker. A reader that is closed cannot be used again."""
        self.cancel()
        self._drop_worker()

    def open(self, path: Path, short_side: int, long_side: int = 0) -> Photo:
        """As PhotoReader.open. Raises PhotoError, ReadingCancelledError."""
        return self._opened(OpenPicture(os.fsencode(path), short_side, long_side), path)[0]

    def open_data(self, data: bytes, name: Path, short_side: int, long_side: int = 0) -> Photo:
        """Decode the content of a file as `open` does; `name` serves the format and errors."""
        request = OpenPicture(os.fsencode(name), short_side, long_side, is_data=True)
        return self._opened(request, name, data)[0]

    def open_with_metadata(
        self, path: Path, short_side: int, long_side: int = 0
    ) -> tuple[Photo, Metadata]:
        """As `open`, and read the metadata. Raises PhotoError, ReadingCancelledError."""
        request = OpenPicture(os.fsencode(path), short_side, long_side, with_metadata=True)
        return self._opened(request, path)

    def metadata(self, path: Path) -> Metadata:
        """Read the metadata of a file. Raises PhotoError, ReadingCancelledError."""
        answer, _ = self._ask(ReadMetadata(os.fsencode(path)), path)
        assert isinstance(answer, MetadataRead)
        return answer.metadata

    def content(
        self,
        path: Path,
        side: int,
        is_wanted: Callable[[bytes], bool],
        data: bytes | None = None,
    ) -> tuple[IndexedContent, NDArray[np.uint8]] | None:
        """As `photo_content`. Raises PhotoError, ReadingCancelledError."""
        request = IndexPhoto(os.fsencode(path), side, is_data=data is not None)
        answer, pixels = self._ask(request, path, data or b"", is_wanted)
        if isinstance(answer, NotNeeded):
            return None
        assert isinstance(answer, IndexedContent)
        return answer, np.frombuffer(pixels, np.uint8).reshape(side, side, 3)

    def _opened(
        self, request: OpenPicture, path: Path, data: bytes = b""
    ) -> tuple[Photo, Metadata]:
        answer, pixels = self._ask(request, path, data)
        assert isinstance(answer, PictureOpened)
        image = Image.frombuffer("RGB", answer.size, pixels, "raw", "RGB", 0, 1)
        photo = Photo(image, answer.width, answer.height, answer.format, answer.capture)
        return photo, answer.metadata or NO_METADATA

    def _ask(
        self,
        request: Request,
        path: Path,
        data: bytes = b"",
        is_wanted: Callable[[bytes], bool] = lambda _: True,
    ) -> tuple[Answer, bytearray]:
        """Ask the worker, and if that crashes, another one: a process may be killed by others, too.

        Raises PhotoError, ReadingCancelledError.
        """
        for _ in range(_ATTEMPTS):
            self.start()
            if self._worker is None:
                raise ReadingCancelledError(path)
            conversation = _Conversation(self._worker, self._gate, self._limits, is_wanted)
            try:
                answer, raw = conversation.run(request, data)
            except WorkerEndedError as error:
                self._drop_worker()
                if error.why is WhyEnded.CANCELLED:
                    raise ReadingCancelledError(path) from error
                if error.why is not None:
                    raise PhotoError(path, _PROBLEMS[error.why]) from error
                logger.warning("The process that reads photos has crashed with %r", path)
                continue
            if isinstance(answer, Failed):
                raise PhotoError(path, answer.problem, answer.detail)
            return answer, raw
        raise PhotoError(path, PhotoProblem.CRASHES_DECODER)

    def _drop_worker(self) -> None:
        with self._lock:
            worker, self._worker = self._worker, None
        if worker is not None:
            worker.close()


class _Conversation:
    """A request to a worker, the questions that it asks, and its answer."""

    def __init__(
        self,
        worker: WorkerProcess,
        gate: MemoryGate,
        limits: ReadingLimits,
        is_wanted: Callable[[bytes], bool],
    ) -> None:
        self._worker = worker
        self._gate = gate
        self._limits = limits
        self._is_wanted = is_wanted
        self._granted = ExitStack()

    def run(self, request: Request, data: bytes) -> tuple[Answer, bytearray]:
        """Raises WorkerEndedError, and JobCrashedError if the worker does not start."""
        self._worker.wait_until_ready()
        is_hashed = isinstance(request, IndexPhoto)
        limits = self._limits
        seconds = limits.hashing_seconds if is_hashed else limits.decoding_seconds
        with self._granted, self._worker.working(seconds):
            self._worker.send(request, data)
            while True:
                message, raw = self._worker.receive()
                if isinstance(message, Answer):
                    return message, raw
                self._reply(message)

    def _reply(self, message: Ready | Hashed | MemoryNeeded | MemoryReleased) -> None:
        match message:
            case Hashed(content_hash=content_hash):
                with self._worker.waiting():
                    is_wanted = self._is_wanted(content_hash)
                self._worker.allow(self._limits.decoding_seconds)
                self._worker.send(Go(is_wanted))
            case MemoryNeeded(amount_bytes=amount):
                with self._worker.waiting():
                    self._granted.enter_context(self._gate.reserve(amount))
                self._worker.grant(amount)
                self._worker.send(Go())
            case MemoryReleased():
                self._granted.close()
