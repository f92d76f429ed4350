"""Search the codes of an archive: exact, mapped into memory, on several threads.

The order is that of a library's search (code_index.py): a Hamming shortlist, ordered by agreement
with the query. Ties go to the photo that comes first in the archive.
"""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise

import faiss
import numpy as np
from numpy.typing import NDArray

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

    def nearest(self, query: Query, top: int) -> list[ArchiveMatch]:
        """Return at most `top` photos, nearest first."""
        rows, distances = self._shortlist(query.code, max(top, MIN_SHORTLIST))
        scores = agreement(query.logits, self._codes[rows])
        order = np.lexsort((rows, distances, -scores))[:top]
        background = agreement(query.logits, self._background)
        related = scores >= self._cut_off.least_related_score(background)
        columns = (column[order].tolist() for column in (rows, distances, scores, related))
        return [ArchiveMatch(*values) for values in zip(*columns, strict=True)]

    def _shortlist(self, code: Codes, size: int) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
        """Return the rows int64 [M] and distances int32 [M] of the nearest codes, all parts."""
        if not self._parts:
            return np.empty(0, np.int64), np.empty(0, np.int32)
        with ThreadPoolExecutor(len(self._parts)) as pool:
            found = list(
                pool.map(lambda part: self._scan(code, part[0], part[1], size), self._parts)
            )
        rows = np.concatenate([part for part, _ in found])
        distances = np.concatenate([part for _, part in found])
        nearest = np.lexsort((rows, distances))[:size]
        return rows[nearest], distances[nearest]

    def _scan(
        self, code: Codes, first: int, last: int, size: int
    ) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
        """Scan one part. Of those that tie, the lowest rows are kept."""
        faiss.omp_set_num_threads(1)  # of this thread: the parts share the cores already
        rows, distances = nearest_codes(code, self._codes[first:last], size)
        return rows + first, distances


def _parts(rows: int, count: int) -> list[tuple[int, int]]:
    """Divide rows into at most `count` ranges of about the same length."""
    bounds: Iterable[int] = np.linspace(0, rows, count + 1).astype(int).tolist()
    return [(first, last) for first, last in pairwise(bounds) if first < last]
