"""Find the photos of a library that are copies of each other, or alike."""

from __future__ import annotations

import logging
import time
from collections.abc import Generator, Iterator
from contextlib import closing

import numpy as np

from desktop_app.core.base.errors import LibraryBusyError, LibraryReadOnlyError
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.duplicates.close_pairs import Pairs, joined
from desktop_app.core.duplicates.code_neighbours import code_neighbours, in_cells
from desktop_app.core.duplicates.fingerprint_candidates import fingerprint_candidates
from desktop_app.core.duplicates.library_contents import (
    LibraryContents,
    made_fingerprint,
    read_contents,
    store_fingerprints,
)
from desktop_app.core.duplicates.pair_store import ComparedPair, PairStore
from desktop_app.core.duplicates.pixel_comparison import compare_pixels
from desktop_app.core.jobs.duplicate_events import (
    DuplicatesFound,
    FindingDuplicates,
    FindingStage,
)
from desktop_app.core.photos.thumbnails import Thumbnails
from desktop_app.core.same_photo.looks import Looks
from desktop_app.core.same_photo.verification import verify

logger = logging.getLogger(__name__)

_FINGERPRINTS_A_STEP = 512
_PAIRS_A_STEP = 64
_ROWS_A_STEP = 256


def find_duplicates(
    files: LibraryFiles, similar_distance: int
) -> Generator[FindingDuplicates | DuplicatesFound]:
    """Compare the photos of a library that were not compared yet with all others.

    What is found is stored as it is found. Closing the generator (cancel), or killing the process,
    loses the current step only; the next search goes on there. Photos without a thumbnail are left
    out until they have one.

    Args:
        files: Of the library.
        similar_distance: Pairs of different photos within this Hamming distance are stored, too.

    Raises:
        LibraryDamagedError, LibraryTooNewError, LibraryUnwritableError.
    """
    start = time.monotonic()
    with (
        closing(Catalogue(files)) as catalogue,
        closing(Thumbnails(files.thumbnails)) as thumbnails,
        closing(PairStore(files.duplicates)) as store,
    ):
        search = _Search(read_contents(catalogue), Looks(thumbnails.get), store, similar_distance)
        yield from _complete_fingerprints(catalogue, search.contents, thumbnails)
        yield from search.run()
        yield from compare_pixels(catalogue, thumbnails, store)
    yield search.result(time.monotonic() - start)


def _complete_fingerprints(
    catalogue: Catalogue, contents: LibraryContents, thumbnails: Thumbnails
) -> Iterator[FindingDuplicates]:
    """Make the fingerprints that earlier versions have not made."""
    missing = contents.without_fingerprint()
    for start in range(0, len(missing), _FINGERPRINTS_A_STEP):
        yield FindingDuplicates(FindingStage.FINGERPRINTS, start, len(missing), 0)
        some = missing[start : start + _FINGERPRINTS_A_STEP]
        made = {content: made_fingerprint(thumbnails, content) for content in some}
        known = {content: value for content, value in made.items() if value}
        contents.fingerprints.update(known)
        try:
            with catalogue.files.writing():
                store_fingerprints(catalogue, known)
        except (LibraryBusyError, LibraryReadOnlyError):
            logger.info("Fingerprints are not stored: the library is busy or read-only")


class _Search:
    """One search: what it compares, and what it has found."""

    def __init__(
        self, contents: LibraryContents, looks: Looks, store: PairStore, similar_distance: int
    ) -> None:
        self.contents = contents
        self._looks = looks
        self._store = store
        self._similar_distance = similar_distance
        compared = store.compared()
        self._is_new = np.array([content not in compared for content in contents.hashes], bool)
        self._seen: set[int] = set()  # first * number of rows + second: half the memory of tuples
        self._found = 0

    def run(self) -> Iterator[FindingDuplicates]:
        yield from self._compare_fingerprints()
        yield from self._compare_neighbours()

    def result(self, seconds: float) -> DuplicatesFound:
        return DuplicatesFound(len(self.contents.hashes), len(self._seen), self._found, seconds)

    def _compare_fingerprints(self) -> Iterator[FindingDuplicates]:
        words, rows = self.contents.words()
        pairs = joined(fingerprint_candidates(words, rows, self._is_new))
        total = len(pairs.first)
        for start in range(0, total, _PAIRS_A_STEP):
            yield FindingDuplicates(FindingStage.COPIES, start, total, self._found)
            self._compare(pairs, slice(start, start + _PAIRS_A_STEP))

    def _compare_neighbours(self) -> Iterator[FindingDuplicates]:
        with_code = np.flatnonzero(self.contents.has_code)
        codes = np.ascontiguousarray(self.contents.codes[with_code])
        new = in_cells(codes, np.flatnonzero(self._is_new[with_code]))
        for start in range(0, len(new), _ROWS_A_STEP):
            block = new[start : start + _ROWS_A_STEP]
            pairs = joined(code_neighbours(codes, block))
            rows = Pairs(with_code[pairs.first], with_code[pairs.second], pairs.distance)
            for at in range(0, len(rows.first), _PAIRS_A_STEP):
                yield FindingDuplicates(FindingStage.NEIGHBOURS, start, len(new), self._found)
                self._compare(rows, slice(at, at + _PAIRS_A_STEP))
            self._store.mark_compared(self.contents.hashes[row] for row in with_code[block])

    def _compare(self, pairs: Pairs, some: slice) -> None:
        """Look at the pairs that were not looked at, and store what they have in common."""
        keys = (pairs.first[some] * len(self.contents.hashes) + pairs.second[some]).tolist()
        new = [key for key in dict.fromkeys(keys) if key not in self._seen]
        self._seen.update(new)
        found = [pair for pair in map(self._compared, new) if pair]
        self._store.add(found)
        self._found += sum(pair.verdict.is_same_photo for pair in found)

    def _compared(self, key: int) -> ComparedPair | None:
        """Look at two photos; None if they have nothing in common, or cannot be compared."""
        rows = divmod(key, len(self.contents.hashes))
        first, second = (self.contents.hashes[row] for row in rows)  # rows are in this order, too
        one, other = self._looks.get(first), self._looks.get(second)
        if one is None or other is None:
            return None
        verdict = verify(one, other)
        distance = self.contents.distance(*rows)
        is_similar = distance is not None and distance <= self._similar_distance
        if not verdict.is_same_photo and not is_similar:
            return None
        return ComparedPair(first, second, distance, verdict)
