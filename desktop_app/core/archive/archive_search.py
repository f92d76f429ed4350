"""Search the codes of an archive: exact, mapped into memory, on several threads.

The order is that of a library's search (code_index.py): a Hamming shortlist, ordered by agreement
with the query. Ties go to the photo that comes first in the archive.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import faiss
import numpy as np
from numpy.typing import NDArray

from desktop_app.core.archive_facts.row_bitmap import BITS, RowBitmap
from desktop_app.core.base.codes import Codes, agreement
from desktop_app.core.base.processors import available_cores
from desktop_app.core.bundle.model_bundle import Manifest
from desktop_app.core.search.code_index import (
    MIN_SHORTLIST,
    Query,
    background_sample,
    nearest_codes,
)
from desktop_app.core.search.cut_off import CutOff

# Of so many rows, those that pass a filter are gathered and scanned at a time: 32 MB at most. It is
# faster than faiss's selectors, whether few rows pass or most.
_BLOCK_ROWS = 2**20

_Nearest: TypeAlias = tuple[NDArray[np.int64], NDArray[np.int32]]  # rows [M], distances [M]


@dataclass(frozen=True)
class ArchiveMatch:
    """A photo that a search found.

    Attributes:
        row: Of its code.
        distance: Hamming distance to the query, in bits.
        score: Agreement in [0, 1], weighted by the query's confidence.
        related: True if the score stands out from the archive (cut_off.py).
    """

    row: int
    distance: int
    score: float
    related: bool


class ArchiveSearch:
    """Searches codes uint8 [N, K/8] that may be larger than memory."""

    def __init__(self, codes: Codes, model: Manifest, threads: int = 0) -> None:
        """`threads` scan a part of the codes each; 0 is one for each core."""
        self._codes = codes
        self._cut_off = CutOff(model)
        self._background = background_sample(codes)
        self._parts = _parts(len(codes), threads or available_cores())

    def nearest(self, query: Query, top: int, among: RowBitmap | None = None) -> list[ArchiveMatch]:
        """Return at most `top` photos, nearest first.

        Only the rows in `among` are found; the cut-off still compares with the whole archive.
        """
        rows, distances = self._shortlist(query.code, max(top, MIN_SHORTLIST), among)
        scores = agreement(query.logits, self._codes[rows])
        order = np.lexsort((rows, distances, -scores))[:top]
        background = agreement(query.logits, self._background)
        related = scores >= self._cut_off.least_related_score(background)
        columns = (column[order].tolist() for column in (rows, distances, scores, related))
        return [ArchiveMatch(*values) for values in zip(*columns, strict=True)]

    def _shortlist(self, code: Codes, size: int, among: RowBitmap | None) -> _Nearest:
        """Return the nearest codes of all parts."""
        if not self._parts:
            return np.empty(0, np.int64), np.empty(0, np.int32)

        def scan(part: tuple[int, int]) -> _Nearest:
            faiss.omp_set_num_threads(1)  # of this thread: the parts share the cores already
            if among is None:
                return self._scan(code, *part, size)
            return self._scan_among(code, *part, size, among)

        with ThreadPoolExecutor(len(self._parts)) as pool:
            return _best(list(pool.map(scan, self._parts)), size)

    def _scan(self, code: Codes, first: int, last: int, size: int) -> _Nearest:
        """Scan one part. Of those that tie, the lowest rows are kept."""
        rows, distances = nearest_codes(code, self._codes[first:last], size)
        return rows + first, distances

    def _scan_among(
        self, code: Codes, first: int, last: int, size: int, among: RowBitmap
    ) -> _Nearest:
        """As `_scan`, of the rows in a bitmap, a block after another."""
        found: list[_Nearest] = []
        for start in range(first, last, _BLOCK_ROWS):
            stop = min(start + _BLOCK_ROWS, last)
            rows = among.rows(start, stop)
            places, distances = nearest_codes(code, _gathered(self._codes[start:stop], rows), size)
            found = [_best([*found, (rows[places] + start, distances)], size)]
        return found[0]


def _best(found: list[_Nearest], size: int) -> _Nearest:
    """Return the `size` nearest; of those that tie, the lowest rows."""
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


def _parts(rows: int, count: int) -> list[tuple[int, int]]:
    """Divide rows into at most `count` ranges of about the same length, at whole bytes of bits."""
    bounds = np.linspace(0, rows, count + 1).astype(int)
    bounds[1:-1] -= bounds[1:-1] % BITS
    return [(first, last) for first, last in pairwise(bounds.tolist()) if first < last]
