"""Find the photos of a library that are copies of each other, or alike."""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from desktop_app.core.base.errors import (
    LibraryBusyError,
    LibraryReadOnlyError,
    LibraryUnwritableError,
)
from desktop_app.core.base.processors import available_cores
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.duplicates.code_neighbours import BLOCK_ROWS, code_neighbours, in_cells
from desktop_app.core.duplicates.comparers import (
    Comparer,
    ContentPair,
    OwnComparer,
    ProcessComparer,
    Verdicts,
)
from desktop_app.core.duplicates.library_contents import (
    LibraryContents,
    made_fingerprints,
    read_contents,
    store_fingerprints,
)
from desktop_app.core.duplicates.pair_store import ComparedPair, PairStore
from desktop_app.core.duplicates.pixel_comparison import compare_pixels
from desktop_app.core.duplicates.seen_pairs import SeenPairs
from desktop_app.core.duplicates.sharpness_measuring import measure_sharpness
from desktop_app.core.fingerprints.candidates import fingerprint_candidates
from desktop_app.core.fingerprints.close_pairs import Pairs, joined
from desktop_app.core.jobs.duplicate_events import (
    DuplicatesFound,
    FindingDuplicates,
    FindingStage,
)
from desktop_app.core.photos.thumbnails import Thumbnails
from desktop_app.core.same_photo.verification import Verdict

logger = logging.getLogger(__name__)

_FINGERPRINTS_A_STEP = 512
_PAIRS_A_STEP = 64
_MANY_PHOTOS = 1000  # from here on, starting processes pays
_MOST_PROCESSES = 16


def find_duplicates(
    files: LibraryFiles, similar_distance: int, *, measures_sharpness: bool = False
) -> Generator[FindingDuplicates | DuplicatesFound]:
    """Compare the photos of a library that were not compared yet with all others.

    What is found is stored as it is found. Closing the generator (cancel), or killing the process,
    loses the current step only; the next search goes on there. Photos without a thumbnail are left
    out until they have one.

    Args:
        files: Of the library.
        similar_distance: Pairs of different photos within this Hamming distance are stored, too.
        measures_sharpness: Decode the photos of groups to see how sharp they are.

    Raises:
        JobCrashedError, LibraryDamagedError, LibraryReadOnlyError, LibraryTooNewError,
        LibraryUnwritableError.
    """
    start = time.monotonic()
    with (
        _read_only_errors(files),
        closing(Catalogue(files)) as catalogue,
        closing(Thumbnails(files.thumbnails)) as thumbnails,
        closing(PairStore(files.duplicates)) as store,
    ):
        search = _Search(read_contents(catalogue), store, similar_distance)
        yield from _complete_fingerprints(catalogue, search.contents, thumbnails)
        with closing(search.comparer(files.thumbnails)) as comparer:
            yield from search.run(comparer)
        yield from compare_pixels(catalogue, thumbnails, store)
        if measures_sharpness:
            yield from measure_sharpness(catalogue, store)
    yield search.result(time.monotonic() - start)


@contextmanager
def _read_only_errors(files: LibraryFiles) -> Iterator[None]:
    """Say of a library that may only be read that something would have to be stored in it."""
    try:
        yield
    except LibraryUnwritableError as error:
        if files.is_read_only:
            raise LibraryReadOnlyError(files.folder) from error
        raise


def _complete_fingerprints(
    catalogue: Catalogue, contents: LibraryContents, thumbnails: Thumbnails
) -> Iterator[FindingDuplicates]:
    """Make the fingerprints that earlier versions have not made."""
    missing = contents.without_fingerprint()
    for start in range(0, len(missing), _FINGERPRINTS_A_STEP):
        yield FindingDuplicates(FindingStage.FINGERPRINTS, start, len(missing), 0)
        some = missing[start : start + _FINGERPRINTS_A_STEP]
        made = {content: made_fingerprints(thumbnails, content) for content in some}
        known = {content: value for content, value in made.items() if value}
        contents.fingerprints.update(known)
        try:
            with catalogue.files.writing():
                store_fingerprints(catalogue, known)
        except (LibraryBusyError, LibraryReadOnlyError):
            logger.info("Fingerprints are not stored: the library is busy or read-only")


@dataclass(frozen=True)
class _Batch:
    """Pairs of rows that are compared in one step.

    Attributes:
        pairs: The first row is smaller than the second.
        progress: What is reported before their verdicts are stored.
        completed: Rows that were compared with all others when these pairs are.
    """

    pairs: list[tuple[int, int]]
    progress: FindingDuplicates
    completed: list[int] = field(default_factory=list)


class _Search:
    """One search: what it compares, and what it has found."""

    def __init__(self, contents: LibraryContents, store: PairStore, similar_distance: int) -> None:
        self.contents = contents
        self._store = store
        self._similar_distance = similar_distance
        compared = store.compared()
        self._is_new = np.array([content not in compared for content in contents.hashes], bool)
        self._seen = SeenPairs()  # first * number of rows + second
        self._found = 0
        self._unseen: set[int] = set()  # rows of pairs of which a thumbnail is missing

    def comparer(self, thumbnails: Path) -> Comparer:
        """Return what compares the pairs of this search: in other processes if there are many."""
        cores, is_long = available_cores(), int(self._is_new.sum()) >= _MANY_PHOTOS
        if is_long and cores > 1:
            return ProcessComparer(thumbnails, min(cores, _MOST_PROCESSES))
        return OwnComparer(thumbnails)

    def run(self, comparer: Comparer) -> Iterator[FindingDuplicates]:
        for batches in (self._fingerprint_batches(), self._neighbour_batches()):
            sent: deque[_Batch] = deque()
            for verdicts in comparer.compare(self._sent(batches, sent)):
                batch = sent.popleft()
                yield replace(batch.progress, found=self._found)
                self._keep(batch, verdicts)

    def result(self, seconds: float) -> DuplicatesFound:
        return DuplicatesFound(len(self.contents.hashes), len(self._seen), self._found, seconds)

    def _sent(self, batches: Iterator[_Batch], sent: deque[_Batch]) -> Iterator[list[ContentPair]]:
        """Yield the contents of the batches, and note each as sent."""
        hashes = self.contents.hashes
        for batch in batches:
            sent.append(batch)
            yield [(hashes[first], hashes[second]) for first, second in batch.pairs]

    def _fingerprint_batches(self) -> Iterator[_Batch]:
        words, rows = self.contents.words()
        parts = []
        for part in fingerprint_candidates(words, rows, self._is_new):
            parts.append(part)
            yield _Batch([], FindingDuplicates(FindingStage.CANDIDATES, 0, 0, 0))
        pairs = joined(parts)
        total = len(pairs.first)
        for start in range(0, total, _PAIRS_A_STEP):
            progress = FindingDuplicates(FindingStage.COPIES, start, total, 0)
            yield _Batch(self._not_seen(pairs, start), progress)

    def _neighbour_batches(self) -> Iterator[_Batch]:
        with_code = np.flatnonzero(self.contents.has_code)
        codes = np.ascontiguousarray(self.contents.codes[with_code])
        new = in_cells(codes, np.flatnonzero(self._is_new[with_code]))
        for number, found in enumerate(code_neighbours(codes, new)):
            start = number * BLOCK_ROWS
            block = new[start : start + BLOCK_ROWS]
            progress = FindingDuplicates(FindingStage.NEIGHBOURS, start, len(new), 0)
            pairs = Pairs(with_code[found.first], with_code[found.second], found.distance)
            for at in range(0, len(pairs.first), _PAIRS_A_STEP):
                done = start + len(block) * at // len(pairs.first)
                yield _Batch(self._not_seen(pairs, at), replace(progress, done=done))
            yield _Batch([], progress, with_code[block].tolist())

    def _not_seen(self, pairs: Pairs, start: int) -> list[tuple[int, int]]:
        """Return those of some pairs that were not compared by this search."""
        some, count = slice(start, start + _PAIRS_A_STEP), len(self.contents.hashes)
        keys = pairs.first[some] * count + pairs.second[some]
        return [divmod(key, count) for key in self._seen.add(keys)]

    def _keep(self, batch: _Batch, verdicts: Verdicts) -> None:
        """Store what the pairs of a batch have in common."""
        judged = list(zip(batch.pairs, verdicts, strict=True))
        found = [self._related(*rows, verdict) for rows, verdict in judged if verdict]
        self._unseen.update(row for rows, verdict in judged if not verdict for row in rows)
        related = [pair for pair in found if pair]
        if related:
            self._store.add(related)
        self._found += sum(pair.verdict.is_same_photo for pair in related)
        seen = [row for row in batch.completed if row not in self._unseen]
        if seen:
            self._store.mark_compared(self.contents.hashes[row] for row in seen)

    def _related(self, first: int, second: int, verdict: Verdict) -> ComparedPair | None:
        """Return what is stored of two rows; None if they have nothing in common."""
        distance = self.contents.distance(first, second)
        is_similar = distance is not None and distance <= self._similar_distance
        if not verdict.is_same_photo and not is_similar:
            return None
        hashes = self.contents.hashes  # in ascending order, as rows are
        return ComparedPair(hashes[first], hashes[second], distance, verdict)
