"""The rows of an archive that are shown, by their places among those that are shown."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.archive_facts.row_bitmap import RowBitmap

_BLOCK_ROWS = 2**18  # a multiple of 8
_BLOCK_BYTES = _BLOCK_ROWS // 8


class RowPlaces:
    """Finds rows without a list of all of them, which would take 8 bytes each.

    Attributes:
        bitmap: The rows that have places; None are all.
    """

    def __init__(self, length: int, among: RowBitmap | None = None) -> None:
        """`length`: how many rows there are; only those in `among` have places, or else all."""
        self._length = length
        self.bitmap = among
        self._ends = np.zeros(0, np.int64) if among is None else _block_ends(among)

    def __len__(self) -> int:
        if self.bitmap is None:
            return self._length
        return int(self._ends[-1]) if len(self._ends) else 0

    def rows(self, first: int, last: int) -> NDArray[np.int64]:
        """Return the rows at the places from `first` up to `last`, ascending."""
        last = min(last, len(self))
        if self.bitmap is None or first >= last:
            return np.arange(first, max(first, last), dtype=np.int64)
        blocks = range(self._block_of(first), self._block_of(last - 1) + 1)
        before = int(self._ends[blocks.start - 1]) if blocks.start else 0
        found = np.concatenate([self._rows_of(block) for block in blocks])
        return found[first - before : last - before]

    def has(self, row: int) -> bool:
        """Whether a row has a place."""
        return self.bitmap is None or bool(self.bitmap.bits[row // 8] >> row % 8 & 1)

    def at(self, places: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the rows at some places int64 [M], ascending."""
        if self.bitmap is None or not len(places):
            return places
        blocks = np.searchsorted(self._ends, places, side="right")
        parts = np.split(places, np.flatnonzero(np.diff(blocks)) + 1)
        return np.concatenate([self._at(part) for part in parts])

    def spread(self, runs: int, length: int) -> NDArray[np.int64]:
        """Return all rows, or of more than `runs * length` so many runs of them, evenly spread."""
        if len(self) <= runs * length:
            return self.rows(0, len(self))
        starts = np.linspace(0, len(self) - length, runs).astype(int).tolist()
        return np.concatenate([self.rows(start, start + length) for start in starts])

    def _at(self, places: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the rows at some places that are all in one block."""
        block = self._block_of(int(places[0]))
        before = int(self._ends[block - 1]) if block else 0
        found: NDArray[np.int64] = self._rows_of(block)[places - before]
        return found

    def _block_of(self, place: int) -> int:
        return int(np.searchsorted(self._ends, place, side="right"))

    def _rows_of(self, block: int) -> NDArray[np.int64]:
        assert self.bitmap is not None
        start = block * _BLOCK_ROWS
        return start + self.bitmap.rows(start, min(start + _BLOCK_ROWS, self._length))


def _block_ends(among: RowBitmap) -> NDArray[np.int64]:
    """Return how many rows are in each block and those before it."""
    starts = range(0, len(among.bits), _BLOCK_BYTES)
    counts = [np.bitwise_count(among.bits[at : at + _BLOCK_BYTES]).sum() for at in starts]
    return np.cumsum(counts, dtype=np.int64)
