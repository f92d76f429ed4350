"""Search an open archive: pictures in, photos out. The counterpart of core/search/photo_search.py.

A photo's id is the row of its code.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.archive.archive_search import ArchiveSearch
from desktop_app.core.archive.code_file import CodeFile
from desktop_app.core.archive.shard_rows import ShardRows
from desktop_app.core.archive_facts.row_bitmap import RowBitmap
from desktop_app.core.archive_facts.row_places import RowPlaces
from desktop_app.core.base.codes import Codes, Logits, hamming
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import Manifest
from desktop_app.core.photos.photo_reader import PictureOpener
from desktop_app.core.search.code_index import (
    MIN_SHORTLIST,
    UNLIMITED,
    IndexResult,
    Limits,
    Match,
    Query,
)
from desktop_app.core.search.near_duplicates import collapse_near_duplicates
from desktop_app.core.search.photo_search import Found, SearchResult
from desktop_app.core.search.picture_encoder import PictureEncoder

# Of more codes, distances are counted in a sample only: in blocks, which a disk reads quickly.
_MOST_COUNTED = 1_000_000
_SAMPLE_BLOCKS = 64
_SAMPLE_ROWS = 1024  # of each block
_FILTERED_BLOCKS = 16  # of those that pass a filter: to find where a block is takes time


class ArchiveCodes:
    """The codes of an archive, mapped into memory."""

    def __init__(self, codes: Codes, model: Manifest, remaining: RowBitmap | None = None) -> None:
        """`remaining` are the photos that were not removed; None: all."""
        self._codes = codes
        self._bits = model.code_bits
        self._everything = RowPlaces(len(codes), remaining)
        self._search = ArchiveSearch(codes, model, remaining=remaining)
        self._sample = _sample(codes)

    def __len__(self) -> int:
        """Return the number of photos that were not removed."""
        return len(self._everything)

    def code(self, photo_id: int) -> Codes | None:
        """Return the code uint8 [K/8] of a photo; None if there is none."""
        return np.array(self._codes[photo_id]) if 0 <= photo_id < len(self._codes) else None

    def nearest(self, query: Query, top: int) -> list[Match]:
        """Return at most `top` photos, nearest first. Related photos precede the others."""
        return self.search(query, top).matches

    def search(
        self,
        query: Query,
        top: int,
        limits: Limits = UNLIMITED,
        among: RowPlaces | None = None,
    ) -> IndexResult:
        """As CodeIndex.search, but the limits choose among the nearest photos only (MIN_SHORTLIST
        or `top` of them), and distances among many photos are counted in a sample.

        Only the photos in `among` are searched, none of which was removed; None are all.
        """
        passing = self._everything if among is None else among
        found = self._search.nearest(query, max(top, MIN_SHORTLIST), passing.bitmap)
        matches = [Match(each.row, each.distance, each.score, each.related) for each in found]
        related = [each.distance for each in matches[:top] if each.related]
        return IndexResult(
            self._limited(matches, limits)[:top],
            self._histogram(query, [each.distance for each in matches], passing),
            max(related, default=None),
            len(passing),
        )

    def _limited(self, matches: list[Match], limits: Limits) -> list[Match]:
        most = self._bits if limits.max_distance is None else limits.max_distance
        left = [each for each in matches if limits.min_distance <= each.distance <= most]
        if limits.duplicate_distance is None or not left:
            return left
        codes = self._codes[[each.photo_id for each in left]]
        kept, hidden = collapse_near_duplicates(codes, limits.duplicate_distance)
        pairs = zip(kept.tolist(), hidden.tolist(), strict=True)
        return [_hiding(left[place], count) for place, count in pairs]

    def _histogram(self, query: Query, nearest: list[int], passing: RowPlaces) -> NDArray[np.int64]:
        """Count the photos at each distance: int64 [K + 1]. Those at distances below the last of
        the nearest ones are known exactly.
        """
        size = self._bits + 1
        sample = self._sample
        if passing.bitmap is not None:
            sample = self._codes[passing.spread(_FILTERED_BLOCKS, _SAMPLE_ROWS)]
        counts: NDArray[np.int64] = np.bincount(hamming(query.code, sample), minlength=size)
        if len(sample) == len(passing):
            return counts
        counts = np.rint(counts * (len(passing) / max(1, len(sample)))).astype(np.int64)
        known = max(nearest, default=0)
        counts[:known] = np.bincount(nearest, minlength=size)[:known]
        return counts


class ArchivePhotoSearch(PictureEncoder):
    """One archive, opened for searching. Not thread-safe.

    Attributes:
        codes: The codes of the whole archive.
    """

    def __init__(
        self, codes: CodeFile, rows: ShardRows, encoder: Encoder, reader: PictureOpener
    ) -> None:
        super().__init__(encoder, reader)
        self._rows = rows
        self.codes = ArchiveCodes(codes.codes, encoder.bundle.manifest, codes.remaining)

    def search(self, query: Query, top: int) -> SearchResult:
        """Find the nearest photos. Raises ArchiveError where one of them cannot be read."""
        result = self.codes.search(query, top)
        by_id = {match.photo_id: match for match in result.matches}
        found = [Found(row, by_id[row.id]) for row in self._rows.photos(list(by_id))]
        return SearchResult(found, result.histogram, result.related_distance, result.searched)

    def logits_of_photo(self, photo_id: int) -> Logits:
        """Encode a photo from its stored descriptor, without its file: float32 [K].

        Raises ArchiveError.
        """
        logits: Logits = self._encoder.hash_descriptors(self._rows.descriptor(photo_id))[0]
        return logits


def _hiding(match: Match, count: int) -> Match:
    return Match(match.photo_id, match.distance, match.score, match.related, count)


def _sample(codes: Codes) -> Codes:
    """Return all codes, or some blocks of many, evenly spread."""
    if len(codes) <= _MOST_COUNTED:
        return codes
    starts = np.linspace(0, len(codes) - _SAMPLE_ROWS, _SAMPLE_BLOCKS).astype(int)
    return np.concatenate([codes[start : start + _SAMPLE_ROWS] for start in starts])
