"""Find the photos of an archive that are the same file, or the same photo otherwise stored.

Nothing is written: an archive is compared anew each time. Pairs are those with nearly the same
fingerprint, in any turn, and their thumbnails are compared as those of a library. What only codes
find there (large crops) is not looked for: it would compare each code with all.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.code_file import CodeFile
from desktop_app.core.archive.shard_rows import ShardRows
from desktop_app.core.archive.thumbnail_places import ThumbnailPlaces
from desktop_app.core.archive_copies.shard_contents import ShardContents, read_shard_contents
from desktop_app.core.base.codes import hamming
from desktop_app.core.catalogue.catalogue import PhotoRow
from desktop_app.core.duplicates.groups import DuplicateGroup, group_photos
from desktop_app.core.duplicates.pair_store import ComparedPair
from desktop_app.core.fingerprints.candidates import fingerprint_candidates
from desktop_app.core.fingerprints.close_pairs import joined
from desktop_app.core.jobs.duplicate_events import FindingDuplicates, FindingStage
from desktop_app.core.jobs.progress_event import ProgressEvent
from desktop_app.core.same_photo.looks import Looks
from desktop_app.core.same_photo.verification import verify

_PAIRS_A_STEP = 64


@dataclass(frozen=True)
class ArchiveCopies(ProgressEvent):
    """The search has ended.

    Attributes:
        groups: What it has found.
        compared: How many pairs of thumbnails it has looked at.
    """

    groups: list[DuplicateGroup]
    compared: int


def find_archive_copies(
    archive: Archive, codes: CodeFile
) -> Generator[FindingDuplicates | ArchiveCopies]:
    """Yield the progress, and then the groups. Raises ArchiveError."""
    contents = yield from read_shard_contents(archive, codes)
    pairs = yield from _candidates(contents)
    comparer = _Comparer(ShardRows(archive, codes, places := ThumbnailPlaces()), places, codes)
    for start in range(0, len(pairs), _PAIRS_A_STEP):
        yield FindingDuplicates(FindingStage.COPIES, start, len(pairs), len(comparer.same))
        comparer.compare(contents, pairs[start : start + _PAIRS_A_STEP])
    yield ArchiveCopies(comparer.groups(contents), len(pairs))


def _candidates(
    contents: ShardContents,
) -> Generator[FindingDuplicates, None, list[tuple[int, int]]]:
    """Return the pairs of contents to compare, those of neighbouring shards together."""
    parts, everything = [], np.ones(len(contents.hashes), bool)
    for part in fingerprint_candidates(contents.words, contents.word_contents, everything):
        yield FindingDuplicates(FindingStage.CANDIDATES, 0, 0, 0)
        parts.append(part)
    pairs = joined(parts)
    if not len(pairs.first):
        return []
    unique = np.unique(np.stack([pairs.first, pairs.second], axis=1), axis=0)
    row = contents.rows[contents.starts[unique[:, 0]]]
    return [(first, second) for first, second in unique[np.argsort(row, kind="stable")].tolist()]


class _Comparer:
    """Compares pairs of contents by their thumbnails.

    Attributes:
        same: The pairs that show the same photo.
    """

    def __init__(self, rows: ShardRows, places: ThumbnailPlaces, codes: CodeFile) -> None:
        """`places` learns from `rows` where the thumbnails are."""
        self.same: dict[tuple[int, int], ComparedPair] = {}
        self._rows = rows
        self._looks = Looks(places.get)
        self._codes = codes.codes

    def compare(self, contents: ShardContents, pairs: list[tuple[int, int]]) -> None:
        """Compare some pairs of contents, the smaller first. Raises ArchiveError."""
        rows = {content: contents.rows_of(content)[0] for pair in pairs for content in pair}
        photos = dict(zip(rows, self._rows.photos([*rows.values()]), strict=True))
        for first, second in pairs:
            found = self._compared(photos[first], photos[second])
            if found is not None:
                self.same[first, second] = found

    def groups(self, contents: ShardContents) -> list[DuplicateGroup]:
        """Group the photos of equal contents, and of those that show the same. Raises as above."""
        wanted = {*contents.repeated(), *(content for pair in self.same for content in pair)}
        rows = sorted(row for content in wanted for row in contents.rows_of(content))
        return group_photos(self._rows.photos(rows), self.same.values())

    def _compared(self, one: PhotoRow, other: PhotoRow) -> ComparedPair | None:
        """Return what is known of two photos, if they are the same one."""
        looks = self._looks.get(one.content_hash), self._looks.get(other.content_hash)
        if looks[0] is None or looks[1] is None:
            return None
        verdict = verify(looks[0], looks[1])
        if not verdict.is_same_photo:
            return None
        distance = int(hamming(self._codes[one.id], self._codes[[other.id]])[0])
        return ComparedPair(one.content_hash, other.content_hash, distance, verdict)
