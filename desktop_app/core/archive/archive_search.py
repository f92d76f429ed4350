"""Search the codes of an archive.

The order is that of a library's search (code_index.py): a Hamming shortlist, ordered by agreement
with the query. Ties go to the photo that comes first in the archive.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from desktop_app.core.archive_facts.code_scan import CodeScan, Nearest
from desktop_app.core.archive_facts.row_bitmap import RowBitmap
from desktop_app.core.archive_facts.row_places import RowPlaces
from desktop_app.core.base.codes import Codes, agreement
from desktop_app.core.bundle.model_bundle import Manifest
from desktop_app.core.search.code_index import (
    MIN_SHORTLIST,
    Query,
    background_sample,
    background_step,
)
from desktop_app.core.search.cut_off import CutOff

# Finds the rows whose codes are nearest to a code: how many, and among which (CodeScan.nearest).
Shortlist: TypeAlias = Callable[[Codes, int, RowBitmap | None], Nearest]


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

    def __init__(
        self,
        codes: Codes,
        model: Manifest,
        shortlist: Shortlist | None = None,
        remaining: RowBitmap | None = None,
    ) -> None:
        """Prepare a search.

        Args:
            codes: Of all photos, also those that were removed.
            model: That has made them.
            shortlist: Scans the codes; None scans them here, on one thread for each core.
            remaining: The rows of the photos that were not removed; None: all. A shortlist that is
                given leaves out the others itself.
        """
        self._codes = codes
        self._cut_off = CutOff(model)
        self._background = _background(codes, remaining)
        self._shortlist = shortlist or CodeScan(codes, remaining=remaining).nearest

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


def _background(codes: Codes, remaining: RowBitmap | None) -> Codes:
    """Return the sample that a library of only the remaining photos has."""
    if remaining is None:
        return background_sample(codes)
    places = RowPlaces(len(codes), remaining)
    return codes[places.at(np.arange(0, len(places), background_step(len(places))))]
