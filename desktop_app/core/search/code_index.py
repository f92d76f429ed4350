"""Search the codes of a library: all of them in memory, the nearest photos first.

The nearest photos by Hamming distance make a shortlist (exact). The shortlist is ordered by
confidence-weighted agreement (codes.agreement). Ties, at the edge of the shortlist and in the
order, go to the lower photo id, so the same library and query always give the same result.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import Protocol

import faiss
import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import PAGE_ROWS, Codes, Logits, agreement, hamming, pack
from desktop_app.core.bundle.model_bundle import Manifest
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.code_pages import SHOWN, CodePage
from desktop_app.core.catalogue.id_lists import Ids
from desktop_app.core.database.opening import library_errors
from desktop_app.core.search.cut_off import CutOff
from desktop_app.core.search.near_duplicates import collapse_near_duplicates
from desktop_app.core.words.vocabulary import WordDirection

# A team of threads takes longer for one query: it waits for its slowest member.
faiss.omp_set_num_threads(1)

MIN_SHORTLIST = 1000
_BACKGROUND_ROWS = 1024
_COUNTER_WEIGHT = 0.5


@dataclass(frozen=True)
class TextPart:
    """A text in a query, and whether photos of it are wanted or avoided."""

    words: WordDirection
    is_wanted: bool = True


@dataclass(frozen=True)
class Query:
    """What to look for.

    Attributes:
        logits: float32 [K], one value for each bit. The sign is the bit, the size its confidence.
        texts: What texts describe; the photos whose codes are near are ranked by these then.
        pictures: How many of the wanted examples are pictures.
    """

    logits: Logits
    texts: tuple[TextPart, ...] = ()
    pictures: int = 1

    @property
    def code(self) -> Codes:
        """Packed code, uint8 [K/8]."""
        code: Codes = pack(self.logits[np.newaxis])[0]
        return code


@dataclass(frozen=True)
class Match:
    """A photo that a search found.

    Attributes:
        photo_id: The photo's id in the catalogue.
        distance: Hamming distance to the query, in bits.
        score: Agreement in [0, 1], weighted by the query's confidence; 1 if all bits agree.
        related: True if the score stands out from the library (cut_off.py).
        duplicates: Number of near-duplicates that are hidden behind this match.
    """

    photo_id: int
    distance: int
    score: float
    related: bool
    duplicates: int = 0


@dataclass(frozen=True)
class Limits:
    """Which photos a search may return.

    Attributes:
        min_distance: Smallest Hamming distance, in bits, inclusive.
        max_distance: Largest Hamming distance, in bits, inclusive; None for no limit.
        excluded_ids: int64 [E], photos to leave out; None for none.
        duplicate_distance: Of photos within this many bits of each other, return only the nearest;
            None returns all of them.
    """

    min_distance: int = 0
    max_distance: int | None = None
    excluded_ids: Ids | None = None
    duplicate_distance: int | None = None

    @property
    def admit_all(self) -> bool:
        """True if every photo may be returned, duplicates aside."""
        return self.min_distance == 0 and self.max_distance is None and self.excluded_ids is None

    def admitted(self, ids: Ids, distances: NDArray[np.int32]) -> NDArray[np.bool_]:
        """For photos `ids` int64 [N], ascending, at `distances` int32 [N]: bool [N]."""
        admitted = distances >= self.min_distance
        if self.max_distance is not None:
            admitted &= distances <= self.max_distance
        if self.excluded_ids is not None:
            admitted &= ~np.isin(ids, self.excluded_ids)
        return admitted


UNLIMITED = Limits()


@dataclass(frozen=True)
class IndexResult:
    """The answer of one search of a code index.

    Attributes:
        matches: The photos that the limits admit, nearest first; related ones come first.
        histogram: int64 [K + 1], the number of photos at each Hamming distance, without limits.
        related_distance: Largest distance of a related photo, in bits, without limits; None if no
            photo is related.
        searched: Number of photos in the index.
    """

    matches: list[Match]
    histogram: NDArray[np.int64]
    related_distance: int | None
    searched: int


@dataclass(frozen=True)
class _Ranking:
    """Photos in the order of a result: `rows` int64 [M], `distances` int32 [M], `scores` float32
    [M], `related` bool [M].
    """

    rows: NDArray[np.int64]
    distances: NDArray[np.int32]
    scores: NDArray[np.float32]
    related: NDArray[np.bool_]

    def related_distance(self, top: int) -> int | None:
        """Largest distance of a related photo among the first `top`."""
        distances = self.distances[:top][self.related[:top]]
        return int(distances.max()) if len(distances) else None


def combine(wanted: list[Logits], unwanted: list[Logits]) -> Query:
    """Combine examples and counter-examples into one query.

    The query is the mean of the examples minus half the mean of the counter-examples. Each example
    is scaled to the same mean size first, so that all weigh the same however confident their bits
    are. Bits that the examples share become confident; bits in which they disagree become weak and
    cost little. Counter-examples weigh less, so that one that resembles an example only takes away
    what sets the two apart.

    This is Rocchio's relevance feedback (in Salton, The SMART Retrieval System, 1971, chapter 14),
    applied to logits.

    Args:
        wanted: Logits float32 [K] of the examples.
        unwanted: Logits float32 [K] of the counter-examples.

    Raises:
        ValueError: `wanted` is empty.
    """
    if not wanted:
        raise ValueError("a query needs an example")
    query = _mean(wanted)
    if unwanted:
        query = query - _COUNTER_WEIGHT * _mean(unwanted)
    return Query(query.astype(np.float32))


class NearestCodes(Protocol):
    """Codes by the ids of their photos, in memory or not."""

    def nearest(self, query: Query, top: int) -> list[Match]:
        """Return at most `top` photos, nearest first. Related photos precede the others."""

    def code(self, photo_id: int) -> Codes | None:
        """Return the code uint8 [K/8] of a photo; None if there is none."""


class CodeIndex:
    """The searchable codes of a library. Not thread-safe."""

    def __init__(self, manifest: Manifest, cut_off: CutOff | None = None) -> None:
        """Create an empty index for the codes of the model that `manifest` describes.

        `cut_off` is the usual one of that model unless it is given.
        """
        self._code_bytes = manifest.code_bits // 8
        self._model_id = manifest.model_id
        self._cut_off = cut_off or CutOff(manifest)
        self._pages: dict[int, CodePage] = {}
        self._revision = -1
        self._ids = np.empty(0, np.int64)
        self._codes: Codes = np.empty((0, self._code_bytes), np.uint8)
        self._background = self._codes

    @property
    def ids(self) -> Ids:
        """Photo ids, int64 [N], ascending. Read-only."""
        return self._ids

    @property
    def codes(self) -> Codes:
        """Codes uint8 [N, K/8], in the order of `ids`. Read-only."""
        return self._codes

    def __len__(self) -> int:
        return len(self._ids)

    def refresh(self, catalogue: Catalogue) -> bool:
        """Load what changed in the catalogue since the last call; return True if anything did."""
        pages, self._revision = catalogue.code_pages(self._model_id, self._revision)
        if not pages:
            return False
        with library_errors(catalogue.files.catalogue):
            self._pages.update({page.page: page.of_size(self._code_bytes) for page in pages})
        self.add_all(*_shown_codes(self._pages, self._code_bytes))
        return True

    def add_all(self, ids: Ids, codes: Codes, background: Codes | None = None) -> None:
        """Replace the contents of the index, without a catalogue.

        Args:
            ids: Photo ids int64 [N], ascending.
            codes: Their codes uint8 [N, K/8].
            background: Codes uint8 [M, K/8] that show the cut-off what is usual in the library;
                None takes a sample of `codes`.
        """
        self._ids, self._codes = ids, np.ascontiguousarray(codes)
        self._background = background_sample(self._codes) if background is None else background

    def among(self, ids: Ids) -> CodeIndex:
        """Return an index of only those photos whose ids are in `ids` int64 [M].

        The cut-off for related photos still compares with the whole library.
        """
        rows = np.isin(self._ids, ids, assume_unique=True)
        index = copy(self)
        index.add_all(self._ids[rows], self._codes[rows], self._background)
        return index

    def nearest(self, query: Query, top: int, limits: Limits = UNLIMITED) -> list[Match]:
        """Return at most `top` photos, nearest first. Related photos precede the others."""
        size = max(top, MIN_SHORTLIST)
        if limits.admit_all:
            rows, distances = nearest_codes(query.code, self._codes, size)
        else:
            rows, distances = _admitted_rows(
                self._ids, hamming(query.code, self._codes), size, limits
            )
        return self._matches(self._rank(query, rows, distances), top, limits)

    def search(self, query: Query, top: int, limits: Limits = UNLIMITED) -> IndexResult:
        """Search once for both the nearest photos and how far all photos are.

        Args:
            query: What to look for.
            top: Largest number of matches.
            limits: Which photos may be among the matches; the other figures ignore the limits.
        """
        size = max(top, MIN_SHORTLIST)
        distances = hamming(query.code, self._codes)
        histogram = np.bincount(distances, minlength=self._code_bytes * 8 + 1)
        ranking = unlimited = self._rank(query, *_nearest_rows(distances, histogram, size))
        if not limits.admit_all:
            ranking = self._rank(query, *_admitted_rows(self._ids, distances, size, limits))
        return IndexResult(
            self._matches(ranking, top, limits),
            histogram,
            unlimited.related_distance(top),
            len(self),
        )

    def code(self, photo_id: int) -> Codes | None:
        """Return the code uint8 [K/8] of a photo; None if the index does not hold it."""
        row = int(np.searchsorted(self._ids, photo_id))
        found = row < len(self) and self._ids[row] == photo_id
        return self._codes[row] if found else None

    def _rank(
        self, query: Query, rows: NDArray[np.int64], distances: NDArray[np.int32]
    ) -> _Ranking:
        """Order a shortlist by agreement, then distance, then row."""
        scores = agreement(query.logits, self._codes[rows])
        order = np.lexsort((rows, distances, -scores))
        threshold = self._cut_off.least_related_score(agreement(query.logits, self._background))
        scores = scores[order]
        return _Ranking(rows[order], distances[order], scores, scores >= threshold)

    def _matches(self, ranking: _Ranking, top: int, limits: Limits) -> list[Match]:
        """Take the first `top` of a ranking, after hiding near-duplicates."""
        kept = np.arange(len(ranking.rows))
        duplicates = np.zeros(len(kept), np.int64)
        if limits.duplicate_distance is not None:
            codes = self._codes[ranking.rows]
            kept, duplicates = collapse_near_duplicates(codes, limits.duplicate_distance)
        best = kept[:top]
        columns = (
            self._ids[ranking.rows[best]],
            ranking.distances[best],
            ranking.scores[best],
            ranking.related[best],
            duplicates[:top],
        )
        return [
            Match(*values) for values in zip(*(column.tolist() for column in columns), strict=True)
        ]


def nearest_codes(
    code: Codes, codes: Codes, size: int
) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """Return rows and Hamming distances of the `size` nearest of `codes` uint8 [N, K/8].

    The counting variant of faiss keeps the lowest rows of those that tie at the edge.
    """
    size = min(size, len(codes))
    if size == 0:
        return np.empty(0, np.int64), np.empty(0, np.int32)
    distances, rows = faiss.knn_hamming(code[np.newaxis], codes, size, variant="mc")
    return rows[0], distances[0]


def _admitted_rows(
    ids: Ids, distances: NDArray[np.int32], size: int, limits: Limits
) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """As `nearest_codes`, of the rows that the limits admit, from all distances int32 [N]."""
    admitted = limits.admitted(ids, distances)
    return _nearest_rows(distances, np.bincount(distances[admitted]), size, admitted)


def _nearest_rows(
    distances: NDArray[np.int32],
    histogram: NDArray[np.int64],
    size: int,
    admitted: NDArray[np.bool_] | None = None,
) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """As `nearest_codes`, from known distances.

    Args:
        distances: int32 [N].
        histogram: int64 [K + 1], how many admitted rows have each distance.
        size: How many rows to return.
        admitted: bool [N], the rows that may be returned; None for all.
    """
    # The distance at which enough rows are reached: only those up to it have to be sorted.
    reach = int(np.searchsorted(np.cumsum(histogram), size))
    is_near = distances <= reach
    rows = np.flatnonzero(is_near if admitted is None else is_near & admitted)
    nearest = np.argsort(distances[rows], kind="stable")[:size]
    return rows[nearest], distances[rows[nearest]]


def _shown_codes(pages: dict[int, CodePage], code_bytes: int) -> tuple[Ids, Codes]:
    """Collect ids int64 [N], ascending, and codes uint8 [N, K/8] of the photos to search."""
    ids, codes = [np.empty(0, np.int64)], [np.empty((0, code_bytes), np.uint8)]
    for _, page in sorted(pages.items()):
        rows = np.flatnonzero(page.flags == SHOWN)
        ids.append(page.page * PAGE_ROWS + rows)
        codes.append(page.codes[rows])
    return np.concatenate(ids), np.concatenate(codes)


def background_sample(codes: Codes) -> Codes:
    """Return at most _BACKGROUND_ROWS codes, evenly spread over the library."""
    return np.ascontiguousarray(codes[:: background_step(len(codes))])


def background_step(count: int) -> int:
    """Return n so that every n-th of so many codes is one of the background."""
    return max(1, -(-count // _BACKGROUND_ROWS))


def _mean(examples: list[Logits]) -> NDArray[np.floating]:
    """Average logits float32 [K], each scaled to the same mean absolute value."""
    return np.asarray(np.mean([_unit(logits) for logits in examples], axis=0))


def _unit(logits: Logits) -> Logits:
    """Scale logits float32 [K] to a mean absolute value of 1."""
    size = float(np.abs(logits).mean())
    return logits / size if size > 0 else logits
