"""The photos of a library, nearest first.

All codes are in memory. The Hamming-nearest make a shortlist (faiss, exact); within it the order
is by confidence-weighted agreement (codes.agreement). Ties, on the shortlist's edge as in the
order, go to the photo with the lower id, which is the one that was found first: the same library
gives the same answer every time.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass

import faiss
import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import PAGE_ROWS, Codes, Logits, agreement, hamming, pack
from desktop_app.core.bundle.model_bundle import Manifest
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.code_pages import SHOWN, CodePage
from desktop_app.core.catalogue.id_lists import Ids
from desktop_app.core.search.cut_off import CutOff
from desktop_app.core.search.near_duplicates import collapse_near_duplicates

# One query is the work of one thread: a team of threads would only wait for its slowest.
faiss.omp_set_num_threads(1)

_SHORTEST_SHORTLIST = 1000
_BACKGROUND_ROWS = 1024
_COUNTER_WEIGHT = 0.5


@dataclass(frozen=True)
class Query:
    """What to look for: one real value a bit, float32 [K]; its signs are the code."""

    logits: Logits

    @property
    def code(self) -> Codes:
        code: Codes = pack(self.logits[np.newaxis])[0]
        return code


@dataclass(frozen=True)
class Match:
    """A photo that was found. `distance` in bits; `score` in [0, 1], 1 where all bits agree;
    `stands_for` so many others that are the same photo and are not shown.
    """

    photo_id: int
    distance: int
    score: float
    related: bool
    stands_for: int = 0


@dataclass(frozen=True)
class Limits:
    """Which photos are wanted: from `least` to `most` bits away (None: however far), none of
    `left_out` (ids), and of those within `same` bits of each other the nearest alone (None: all).
    """

    least: int = 0
    most: int | None = None
    left_out: Ids | None = None
    same: int | None = None

    @property
    def are_open(self) -> bool:
        """May every photo be found?"""
        return self.least == 0 and self.most is None and self.left_out is None


UNLIMITED = Limits()


def combine(wanted: list[Logits], unwanted: list[Logits]) -> Query:
    """One query from examples float32 [K] and counter-examples: the mean of the former, less half
    the mean of the latter. Every example weighs the same, however sure its bits are.

    Rocchio's relevance feedback (in Salton, The SMART Retrieval System, 1971, chapter 14), on
    logits: what the examples share gets loud, what they disagree in gets faint and costs little.
    Counter-examples weigh less, so that one that is like an example takes nothing away from it
    but what sets the two apart. Raises ValueError where nothing is wanted.
    """
    if not wanted:
        raise ValueError("a query needs an example")
    query = np.mean([_unit(logits) for logits in wanted], axis=0)
    if unwanted:
        query = query - _COUNTER_WEIGHT * np.mean([_unit(logits) for logits in unwanted], axis=0)
    return Query(query.astype(np.float32))


class CodeIndex:
    """The codes of a library that are searched. Not for two threads at once."""

    def __init__(self, manifest: Manifest) -> None:
        """For codes of this manifest's model."""
        self._code_bytes = manifest.code_bits // 8
        self._model_id = manifest.model_id
        self._cut_off = CutOff(manifest)
        self._pages: dict[int, CodePage] = {}
        self._revision = -1
        self._ids = np.empty(0, np.int64)
        self._codes: Codes = np.empty((0, self._code_bytes), np.uint8)
        self._sample = self._sampled()

    @property
    def ids(self) -> NDArray[np.int64]:
        """Of the photos, ascending; never written to."""
        return self._ids

    @property
    def codes(self) -> Codes:
        """uint8 [N, K/8], in the order of `ids`; never written to."""
        return self._codes

    def __len__(self) -> int:
        return len(self._ids)

    def refresh(self, catalogue: Catalogue) -> bool:
        """Take over what has changed in the catalogue since the last call; tells if anything."""
        pages, self._revision = catalogue.code_pages(self._model_id, self._revision)
        if not pages:
            return False
        self._pages.update({page.page: page for page in pages})
        self._gather()
        return True

    def add_all(
        self, ids: NDArray[np.int64], codes: Codes, background: Codes | None = None
    ) -> None:
        """Search these codes uint8 [N, K/8] only, without a catalogue. `ids` are ascending;
        `background` tells the cut-off what is usual, where the codes themselves do not.
        """
        self._ids, self._codes = ids, np.ascontiguousarray(codes)
        self._sample = self._sampled() if background is None else background

    def among(self, ids: NDArray[np.int64]) -> CodeIndex:
        """Finds only those photos whose ids are among these; what is usual in the library, and so
        where related photos end, is still told by all of them.
        """
        rows = np.isin(self._ids, ids, assume_unique=True)
        index = copy(self)
        index.add_all(self._ids[rows], self._codes[rows], self._sample)
        return index

    def nearest(self, query: Query, top: int, limits: Limits = UNLIMITED) -> list[Match]:
        """At most `top` photos, nearest first. Those that are `related` come before the rest."""
        size = max(top, _SHORTEST_SHORTLIST)
        if limits.are_open:
            rows, distances = self._shortlist(query.code, size)
        else:
            rows, distances = self._shortlist_within(query.code, size, limits)
        scores = agreement(query.logits, self._codes[rows])
        order = np.lexsort((rows, distances, -scores))
        least = self._cut_off.least_related_score(agreement(query.logits, self._sample))
        stands_for = np.zeros(len(order), np.int64)
        if limits.same is not None:
            kept, stands_for = collapse_near_duplicates(self._codes[rows[order]], limits.same)
            order = order[kept]
        best, others = order[:top], stands_for[:top]
        related = scores[best] >= least
        columns = (self._ids[rows[best]], distances[best], scores[best], related, others)
        return [
            Match(*values) for values in zip(*(column.tolist() for column in columns), strict=True)
        ]

    def histogram(self, query: Query) -> NDArray[np.int64]:
        """How many photos lie at each Hamming distance: int64 [K + 1]."""
        return np.bincount(hamming(query.code, self._codes), minlength=self._code_bytes * 8 + 1)

    def code(self, photo_id: int) -> Codes | None:
        """The code uint8 [K/8] of a photo that is searched."""
        row = int(np.searchsorted(self._ids, photo_id))
        found = row < len(self) and self._ids[row] == photo_id
        return self._codes[row] if found else None

    def _shortlist(self, code: Codes, size: int) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
        """Rows and Hamming distances of the nearest. By counting, faiss keeps the lowest rows of
        those that tie on the edge.
        """
        size = min(size, len(self))
        if size == 0:
            return np.empty(0, np.int64), np.empty(0, np.int32)
        distances, rows = faiss.knn_hamming(code[np.newaxis], self._codes, size, variant="mc")
        return rows[0], distances[0]

    def _shortlist_within(
        self, code: Codes, size: int, limits: Limits
    ) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
        """As `_shortlist`, of the photos that the limits let pass: every distance is looked at."""
        distances = hamming(code, self._codes)
        passing = distances >= limits.least
        if limits.most is not None:
            passing &= distances <= limits.most
        if limits.left_out is not None:
            places = np.searchsorted(self._ids, limits.left_out)
            is_known = places < len(self)
            is_known[is_known] = self._ids[places[is_known]] == limits.left_out[is_known]
            passing[places[is_known]] = False
        rows = np.flatnonzero(passing)
        # In 16 bits, which numpy sorts without comparing: a fifth of the time.
        nearest = np.argsort(distances[rows].astype(np.uint16), kind="stable")[:size]
        return rows[nearest], distances[rows[nearest]]

    def _gather(self) -> None:
        shown = [(page, np.flatnonzero(page.flags == SHOWN)) for page in self._sorted_pages()]
        self._ids = np.concatenate(
            [np.empty(0, np.int64), *(page.page * PAGE_ROWS + rows for page, rows in shown)]
        )
        self._codes = np.concatenate(
            [np.empty((0, self._code_bytes), np.uint8), *(page.codes[rows] for page, rows in shown)]
        )
        self._sample = self._sampled()

    def _sorted_pages(self) -> list[CodePage]:
        return [self._pages[number] for number in sorted(self._pages)]

    def _sampled(self) -> Codes:
        """Evenly spread codes: what the cut-off takes for the library as a whole."""
        step = max(1, -(-len(self._codes) // _BACKGROUND_ROWS))
        return np.ascontiguousarray(self._codes[::step])


def _unit(logits: Logits) -> Logits:
    """Scaled to a mean size of 1 a bit."""
    size = float(np.abs(logits).mean())
    return logits / size if size > 0 else logits
