"""Remembers which files were being read, so that one that kills the process is found out.

A decoder that crashes takes the whole process with it, and no Python code can catch that. Each
thread notes the photo it is about to read in a slot of a small file; what is still noted at the
next start was being read when the process died. Such a file is first read by a process of its
own (`survives_reading`), so that a hostile picture costs two starts and never the library.
"""

from __future__ import annotations

import mmap
import multiprocessing
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.core.base.errors import LibraryUnwritableError, PhotoError
from desktop_app.core.photos.photo_reader import PhotoReader

_SLOT = struct.Struct("<q")
_PROBE_SECONDS = 60


class CrashJournal:
    """The file holds one photo id a slot; 0 is a free slot. It is mapped, so that what is noted
    outlives the process.
    """

    def __init__(self, path: Path, slots: int) -> None:
        """`suspects` are the ids that were being read when the last process ended.

        Raises LibraryUnwritableError.
        """
        try:
            self.suspects = _noted(path)
            path.write_bytes(bytes(slots * _SLOT.size))
            with path.open("r+b") as file:
                self._map = mmap.mmap(file.fileno(), 0)
        except OSError as error:
            raise LibraryUnwritableError(path.parent, error.strerror or str(error)) from error
        self._free = list(range(slots))

    @contextmanager
    def reading(self, photo_id: int) -> Iterator[None]:
        """The calling thread, one of at most `slots`, reads this photo inside the block."""
        slot = self._free.pop()
        _SLOT.pack_into(self._map, slot * _SLOT.size, photo_id)
        try:
            yield
        finally:
            _SLOT.pack_into(self._map, slot * _SLOT.size, 0)
            self._free.append(slot)

    def close(self) -> None:
        self._map.close()


def _noted(path: Path) -> list[int]:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return []
    whole = content[: len(content) // _SLOT.size * _SLOT.size]
    return sorted({number for (number,) in _SLOT.iter_unpack(whole) if number})


def survives_reading(path: Path) -> bool:
    """Read a photo in a process of its own: False where that process dies or hangs."""
    process = multiprocessing.get_context("spawn").Process(target=_read, args=(path,), daemon=True)
    process.start()
    process.join(_PROBE_SECONDS)
    if process.is_alive():
        process.kill()
        process.join()
    return process.exitcode == 0


def _read(path: Path) -> None:
    try:
        PhotoReader().open(path, short_side=256)
    except PhotoError:
        return
