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

    def rows(self, first: int, last: int) -> NDArray[np.int64]:
        """Return the rows from `first`, a multiple of BITS, up to `last`, counted from `first`."""
        part = self.bits[first // BITS : -(-last // BITS)]
        unpacked = np.unpackbits(part, count=last - first, bitorder="little")
        return np.flatnonzero(unpacked.view(np.bool_))

    def count(self) -> int:
        """Return how many rows are in it."""
        return int(np.bitwise_count(self.bits).sum(dtype=np.int64))
