"""Several readers of photos, one for each thread, that share one limit of memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from desktop_app.core.base.memory_gate import MemoryGate
from desktop_app.core.photos.photo_reader import MAX_DECODE_BYTES
from desktop_app.core.reading.bounded_reader import BoundedReader
from desktop_app.core.reading.limits import ReadingLimits


class Readers:
    """A reader for each thread, with one memory limit for all of them."""

    def __init__(self, count: int, limits: ReadingLimits) -> None:
        gate = MemoryGate(MAX_DECODE_BYTES)
        self._all = [BoundedReader(limits, gate) for _ in range(count)]
        self._free = list(self._all)
        for reader in self._all:
            reader.start()

    @contextmanager
    def one(self) -> Iterator[BoundedReader]:
        """Use a reader that no other thread uses inside the block."""
        reader = self._free.pop()
        try:
            yield reader
        finally:
            self._free.append(reader)

    def cancel(self) -> None:
        """End all workers at once."""
        for reader in self._all:
            reader.cancel()

    def close(self) -> None:
        for reader in self._all:
            reader.close()
