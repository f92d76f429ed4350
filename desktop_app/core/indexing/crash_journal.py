"""Record which files are being read, to find the one that crashes the process.

A crash in a decoder ends the whole process, and no Python code can catch it. Each thread records
the photo that it is about to read in a slot of a small file. Photos that are still recorded at the
next start were being read when the process died. They are first read in a process of their own
(`survives_reading`), so that a hostile picture costs two starts and never the library.
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
    """A memory-mapped file, which survives the process, with one photo id for each slot; 0 is free.

    Attributes:
        suspects: Ids of the photos that were being read when the last process ended.
    """

    def __init__(self, path: Path, slots: int) -> None:
        """Read the suspects, then clear the file. Raises LibraryUnwritableError.

        Args:
            path: The journal's file.
            slots: Number of threads that read photos.
        """
        try:
            self.suspects = _recorded_ids(path)
            self._map = _map_file(path, slots * _SLOT.size)
        except OSError as error:
            raise LibraryUnwritableError(path.parent, error.strerror or str(error)) from error
        self._free = list(range(slots))

    @contextmanager
    def reading(self, photo_id: int) -> Iterator[None]:
        """Record that the calling thread reads this photo inside the block."""
        slot = self._free.pop()
        _SLOT.pack_into(self._map, slot * _SLOT.size, photo_id)
        try:
            yield
        finally:
            _SLOT.pack_into(self._map, slot * _SLOT.size, 0)
            self._free.append(slot)

    def close(self) -> None:
        self._map.close()


def _map_file(path: Path, size_bytes: int) -> mmap.mmap:
    """Map a file of zeros, which replaces the older one."""
    path.write_bytes(bytes(size_bytes))
    with path.open("r+b") as file:
        return mmap.mmap(file.fileno(), 0)


def _recorded_ids(path: Path) -> list[int]:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return []
    whole = content[: len(content) // _SLOT.size * _SLOT.size]
    return sorted({number for (number,) in _SLOT.iter_unpack(whole) if number})


def survives_reading(path: Path) -> bool:
    """Read a photo in a process of its own; return False if that process dies or hangs."""
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
