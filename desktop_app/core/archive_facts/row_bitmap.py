"""Some rows of an archive, a bit for each row."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import Codes

BITS = 8  # of a byte: ranges of rows begin at multiples of it


@dataclass(frozen=True)
class RowBitmap:
    """Rows, a bit each.

    Attributes:
        bits: uint8 [ceil(rows / 8)], the lowest bit first.
        length: How many rows there are, in the bitmap or not.
    """

    bits: Codes
    length: int

    @classmethod
    def of(cls, is_in: NDArray[np.bool_]) -> RowBitmap:
        """Make a bitmap of bool [N]."""
        return cls(np.packbits(is_in, bitorder="little"), len(is_in))

    @classmethod
    def all(cls, length: int) -> RowBitmap:
        """Make a bitmap of all rows."""
        bits = np.full(-(-length // BITS), 255, np.uint8)
        if length % BITS:
            bits[-1] = (1 << length % BITS) - 1
        return cls(bits, length)

    def without(self, rows: NDArray[np.int64]) -> RowBitmap:
        """Return a bitmap without some rows int64 [M]."""
        bits = np.array(self.bits)
        np.bitwise_and.at(bits, rows // BITS, ~(1 << (rows % BITS)).astype(np.uint8))
        return RowBitmap(bits, self.length)

    def both(self, other: RowBitmap | None) -> RowBitmap:
        """Return the rows that are in another bitmap, too; None has all rows."""
        return self if other is None else RowBitmap(self.bits & other.bits, self.length)

    def part(self, first: int, last: int) -> RowBitmap:
        """Return the rows from `first`, a multiple of BITS, up to `last` as a bitmap."""
        return RowBitmap(self.bits[first // BITS : -(-last // BITS)], last - first)

    def counts_before(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return how many rows in the bitmap precede each of some rows int64 [M] or their end."""
        whole = np.append(0, np.cumsum(np.bitwise_count(self.bits), dtype=np.int64))
        places, inside = rows // BITS, rows % BITS
        byte = self.bits[np.minimum(places, max(0, len(self.bits) - 1))] if len(self.bits) else 0
        before = np.where(inside, byte & ((1 << inside) - 1), 0).astype(np.uint8)
        return np.asarray(whole[places] + np.bitwise_count(before), np.int64)

    def rows(self, first: int, last: int) -> NDArray[np.int64]:
        """Return the rows from `first`, a multiple of BITS, up to `last`, counted from `first`."""
        part = self.bits[first // BITS : -(-last // BITS)]
        unpacked = np.unpackbits(part, count=last - first, bitorder="little")
        return np.flatnonzero(unpacked.view(np.bool_))

    def count(self) -> int:
        """Return how many rows are in it."""
        return int(np.bitwise_count(self.bits).sum(dtype=np.int64))
