"""The process that decodes photos for its parent, which ends it when it takes too long.

It starts without the networks and the window, reads requests from its standard input, and ends with
it, even in the middle of a photo. It writes no files. Its memory is limited where the system can.
"""

from __future__ import annotations

import io
import os
import select
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop_app.core.base.errors import PhotoError, PhotoProblem
from desktop_app.core.base.regular_file import open_regular_file
from desktop_app.core.photos.metadata import read_metadata
from desktop_app.core.photos.photo_reader import Photo, PhotoReader, file_error
from desktop_app.core.reading.limits import COPIES, UNASKED_BYTES
from desktop_app.core.reading.messages import (
    Failed,
    FromParent,
    Go,
    Hashed,
    IndexPhoto,
    MemoryNeeded,
    MemoryReleased,
    Message,
    MetadataRead,
    NotNeeded,
    OpenPicture,
    PictureOpened,
    ReadMetadata,
    Ready,
    Request,
    from_parent,
    read_frame,
    write_frame,
)
from desktop_app.core.reading.photo_content import photo_content

_LAST_SECONDS = 900


def run(memory_bytes: int) -> int:
    """Serve requests until the parent wants no more, or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent gets it, too, and ends us
    sys.dont_write_bytecode = True
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with suppress(EOFError, BrokenPipeError):
        _Worker(_Parent(), _MemoryLimit(memory_bytes)).serve()
    return 0


class _Parent:
    """Both directions of the conversation."""

    def __init__(self) -> None:
        # A library that prints cannot get between the messages.
        self._write = os.fdopen(os.dup(1), "wb", buffering=0).write
        self._fill = os.fdopen(0, "rb", buffering=0).readinto
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        self.send(Ready())
        os.dup2(nowhere, 2)

    def receive(self) -> tuple[FromParent, bytearray]:
        """Raises EOFError when the parent wants no more."""
        message, data = read_frame(self._fill)
        return from_parent.decode(message), data

    def send(self, message: Message, data: bytes | memoryview = b"") -> None:
        write_frame(self._write, message, data)

    def is_told_to_go(self, question: Message) -> bool:
        self.send(question)
        answer, _ = self.receive()
        assert isinstance(answer, Go)
        return answer.yes


def _end_with_parent() -> None:
    """End the process as soon as the parent ends or closes our input, also amid a photo."""
    if sys.platform == "win32":
        import psutil

        psutil.Process(os.getppid()).wait()
    else:
        end = select.poll()
        end.register(0, 0)  # reports the end of the input only
        end.poll()
    os._exit(0)


@contextmanager
def _ending_at_last() -> Iterator[None]:
    """Have the system end this process if the block takes very long.

    The parent ends it much earlier. But when the parent has died, a decoder that keeps Python's
    lock would keep the thread that notices from ending us.
    """
    if sys.platform != "win32":
        signal.alarm(_LAST_SECONDS)
    yield
    if sys.platform != "win32":
        signal.alarm(0)


class _MemoryLimit:
    """Lets this process take no more memory than it may, where the system can: on Linux."""

    def __init__(self, memory_bytes: int) -> None:
        self._start_bytes = _address_space() + memory_bytes
        self._granted_bytes = 0
        self.revoke()
        if sys.platform != "win32":
            import resource

            resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    def grant(self, amount_bytes: int) -> None:
        """Allow to take this amount for pixels, until `revoke`."""
        self._granted_bytes = max(self._granted_bytes, amount_bytes)
        self._set()

    def revoke(self) -> None:
        self._granted_bytes = 0
        self._set()

    def _set(self) -> None:
        if sys.platform == "linux":
            import resource

            _, hard = resource.getrlimit(resource.RLIMIT_AS)
            wanted = self._start_bytes + COPIES * self._granted_bytes
            limit = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
            resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def _address_space() -> int:
    """The bytes of address space that this process has; 0 where that is unknown."""
    if sys.platform != "linux":
        return 0
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    return pages * os.sysconf("SC_PAGE_SIZE")


class _ParentsGate:
    """Asks the parent for much memory, which it shares between its workers."""

    def __init__(self, parent: _Parent, limit: _MemoryLimit) -> None:
        self._parent = parent
        self._limit = limit

    @contextmanager
    def reserve(self, amount_bytes: int) -> Iterator[None]:
        if amount_bytes <= UNASKED_BYTES:
            yield
            return
        self._parent.is_told_to_go(MemoryNeeded(amount_bytes))
        self._limit.grant(amount_bytes)
        try:
            yield
        finally:
            self._parent.send(MemoryReleased())


class _Worker:
    def __init__(self, parent: _Parent, limit: _MemoryLimit) -> None:
        self._parent = parent
        self._limit = limit
        self._reader = PhotoReader(_ParentsGate(parent, limit))

    def serve(self) -> None:
        while True:
            request, data = self._parent.receive()
            assert isinstance(request, Request)
            with _ending_at_last():
                answer = self._answer(request, data)
            self._parent.send(*answer)
            self._limit.revoke()

    def _answer(self, request: Request, data: bytearray) -> tuple[Message, bytes | memoryview]:
        """Never raises: an error concerns this file only."""
        path = Path(os.fsdecode(request.path))
        try:
            return self._read(request, path, data)
        except PhotoError as error:
            return _failed(error), b""
        except MemoryError:
            return Failed(PhotoProblem.TOO_MUCH_MEMORY, ""), b""
        except OSError as error:
            return _failed(file_error(path, error)), b""
        except Exception as error:  # noqa: BLE001 -- the one place where one photo fails
            return _failed(PhotoError(path, PhotoProblem.UNEXPECTED, repr(error))), b""

    def _read(
        self, request: Request, path: Path, data: bytearray
    ) -> tuple[Message, bytes | memoryview]:
        match request:
            case IndexPhoto(side=side, is_data=is_data):
                content = data if is_data else None
                found = photo_content(self._reader, path, side, self._is_wanted, content)
                return (found[0], found[1].data.cast("B")) if found else (NotNeeded(), b"")
            case OpenPicture():
                return self._open(request, path, data)
            case ReadMetadata():
                with open_regular_file(path) as file:
                    return MetadataRead(read_metadata(file, path)), b""

    def _is_wanted(self, content_hash: bytes) -> bool:
        return self._parent.is_told_to_go(Hashed(content_hash))

    def _open(
        self, request: OpenPicture, path: Path, data: bytearray
    ) -> tuple[Message, bytes | memoryview]:
        with io.BytesIO(data) if request.is_data else open_regular_file(path) as file:
            photo = self._reader.read(file, path, request.short_side, request.long_side)
            metadata = read_metadata(file, path) if request.with_metadata else None
        opened = PictureOpened(
            size=photo.image.size,
            width=photo.width,
            height=photo.height,
            format=photo.format,
            capture=photo.capture,
            metadata=metadata,
        )
        return opened, _pixels(photo)


def _pixels(photo: Photo) -> bytes:
    return photo.image.tobytes()


def _failed(error: PhotoError) -> Failed:
    detail = error.detail.encode("utf-8", "replace").decode("utf-8")
    return Failed(error.problem, detail[:200])
