"""Find the nearest of many codes: exact, mapped into memory, on several threads."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import TypeAlias

import faiss
import numpy as np
from numpy.typing import NDArray

from desktop_app.core.archive_facts.row_bitmap import BITS, RowBitmap
from desktop_app.core.base.codes import Codes
from desktop_app.core.base.processors import available_cores
from desktop_app.core.search.code_index import nearest_codes

# Of so many rows, those that pass a filter are gathered and scanned at a time: 32 MB at most. It is
# faster than faiss's selectors, whether few rows pass or most.
_BLOCK_ROWS = 2**20

Nearest: TypeAlias = tuple[NDArray[np.int64], NDArray[np.int32]]  # rows [M], distances [M]


class CodeScan:
    """Scans codes uint8 [N, K/8] that may be larger than memory."""

    def __init__(self, codes: Codes, threads: int = 0, remaining: RowBitmap | None = None) -> None:
        """Prepare a scan.

        Args:
            codes: To be scanned.
            threads: Scan a part of the codes each; 0 is one for each core.
            remaining: The rows that can be found at all; None: all.
        """
        self._codes = codes
        self._remaining = remaining
        self._parts = parts_of(len(codes), threads or available_cores())

    def nearest(self, code: Codes, size: int, among: RowBitmap | None) -> Nearest:
        """Return the `size` nearest codes, of those that tie the lowest rows, in this order.

        Only the rows in `among` are found; None are all.
        """
        if not self._parts:
            return np.empty(0, np.int64), np.empty(0, np.int32)
        if self._remaining is not None:
            among = self._remaining.both(among)

        def scan(part: tuple[int, int]) -> Nearest:
            faiss.omp_set_num_threads(1)  # of this thread: the parts share the cores already
            if among is None:
                return self._scan(code, *part, size)
            return self._scan_among(code, *part, size, among)

        with ThreadPoolExecutor(len(self._parts)) as pool:
            return best_of(list(pool.map(scan, self._parts)), size)

    def _scan(self, code: Codes, first: int, last: int, size: int) -> Nearest:
        """Scan one part. Of those that tie, the lowest rows are kept."""
        rows, distances = nearest_codes(code, self._codes[first:last], size)
        return rows + first, distances

    def _scan_among(
        self, code: Codes, first: int, last: int, size: int, among: RowBitmap
    ) -> Nearest:
        """As `_scan`, of the rows in a bitmap, a block after another."""
        found: list[Nearest] = []
        for start in range(first, last, _BLOCK_ROWS):
            stop = min(start + _BLOCK_ROWS, last)
            rows = among.rows(start, stop)
            places, distances = nearest_codes(code, _gathered(self._codes[start:stop], rows), size)
            found = [best_of([*found, (rows[places] + start, distances)], size)]
        return found[0]


def best_of(found: list[Nearest], size: int) -> Nearest:
    """Return the `size` nearest of several parts; of those that tie, the lowest rows."""
    rows = np.concatenate([part for part, _ in found])
    distances = np.concatenate([part for _, part in found])
    nearest = np.lexsort((rows, distances))[:size]
    return rows[nearest], distances[nearest]


def _gathered(codes: Codes, rows: NDArray[np.int64]) -> Codes:
    """Copy some rows of codes uint8 [N, K/8], each in one piece, which is faster than by bytes."""
    if len(rows) == len(codes):
        return codes
    size = codes.shape[1]
    pieces = codes.view(np.dtype((np.void, size))).reshape(-1)
    return np.take(pieces, rows).view(np.uint8).reshape(-1, size)


def parts_of(rows: int, count: int) -> list[tuple[int, int]]:
    """Divide rows into at most `count` ranges of about the same length, at whole bytes of bits."""
    bounds = np.linspace(0, rows, count + 1).astype(int)
    bounds[1:-1] -= bounds[1:-1] % BITS
    return [(first, last) for first, last in pairwise(bounds.tolist()) if first < last]
