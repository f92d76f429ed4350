"""The contents of all photos of an archive: their hashes, and the fingerprints of each."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.code_file import CodeFile, photos_of_codes
from desktop_app.core.fingerprints.close_pairs import Words
from desktop_app.core.fingerprints.words import as_words
from desktop_app.core.jobs.duplicate_events import FindingDuplicates, FindingStage

_HASH_BYTES = 16

Hashes = NDArray[np.void]  # of 16 bytes each


@dataclass(frozen=True, eq=False)
class ShardContents:
    """C different contents, in ascending order of their hashes.

    Attributes:
        hashes: Of each content, [C].
        rows: The rows of the photos in the order of their contents, int64 [N].
        starts: Where the rows of each content begin in `rows`, and their end, int64 [C + 1].
        words: The known fingerprints, uint64 [F].
        word_contents: Which content each of these belongs to, int64 [F].
    """

    hashes: Hashes
    rows: NDArray[np.int64]
    starts: NDArray[np.int64]
    words: Words
    word_contents: NDArray[np.int64]

    def rows_of(self, content: int) -> list[int]:
        """Return the rows of the photos with a content, ascending."""
        found: list[int] = self.rows[self.starts[content] : self.starts[content + 1]].tolist()
        return found

    def repeated(self) -> list[int]:
        """Return the contents that several photos have."""
        found: list[int] = np.flatnonzero(np.diff(self.starts) > 1).tolist()
        return found


def read_shard_contents(
    archive: Archive, codes: CodeFile
) -> Generator[FindingDuplicates, None, ShardContents]:
    """Read all shards, one after another, without photos that were removed. Raises ArchiveError."""
    shards, hashes, first = codes.header.shards, [b""], 0
    words, owners = [np.empty(0, np.uint64)], [np.empty(0, np.int64)]
    rows = [np.empty(0, np.int64)]
    for number, shard in enumerate(shards):
        yield FindingDuplicates(FindingStage.FINGERPRINTS, number, len(shards), 0)
        photos = photos_of_codes(archive, codes, shard, ["content_hash", "fingerprints"])
        with archive.reading(shard):
            photos = photos.take(codes.remaining_places(number))
            hashes.append(_hashes_of(photos))
            some, places = as_words(photos.column("fingerprints").fill_null(b"").to_pylist())
        words.append(some)
        owners.append(places + first)
        rows.append(codes.remaining_places(number) + codes.first_row(number))
        first += len(photos)
    whole = np.frombuffer(b"".join(hashes), np.dtype((np.void, _HASH_BYTES)))
    contents = _sorted(whole, np.concatenate(words), np.concatenate(owners))
    return replace(contents, rows=np.concatenate(rows)[contents.rows])


def _hashes_of(photos: pa.Table) -> bytes:
    """Raises ValueError where one has another length."""
    hashes = b"".join(photos.column("content_hash").to_pylist())
    if len(hashes) != len(photos) * _HASH_BYTES:
        raise ValueError("content hashes of another length")
    return hashes


def _sorted(hashes: Hashes, words: Words, owners: NDArray[np.int64]) -> ShardContents:
    """Bring photos of the same content together; `owners` are the rows of the words."""
    numbers = hashes.view(">u8").reshape(-1, 2)
    rows = np.lexsort((numbers[:, 1], numbers[:, 0]))
    ordered = numbers[rows]
    is_first = np.ones(len(rows), bool)
    is_first[1:] = (ordered[1:] != ordered[:-1]).any(axis=1)
    starts = np.append(np.flatnonzero(is_first), len(rows))
    contents = np.empty(len(rows), np.int64)
    contents[rows] = np.cumsum(is_first) - 1
    is_core = np.zeros(len(rows), bool)  # the first photo of each content: one of equal words
    is_core[rows[starts[:-1]]] = True
    wanted = is_core[owners]
    return ShardContents(
        hashes[rows[starts[:-1]]], rows, starts, words[wanted], contents[owners[wanted]]
    )
