"""The files that an archive knows, in sorted arrays: 49 bytes each, whatever their paths are."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterable
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.manifest import ListedFile
from desktop_app.core.archive.progress import ReadingShards
from desktop_app.core.archive.removed_rows import RemovedRows, Rows
from desktop_app.core.archive.shard_indexer import UNREACHABLE

_HASH_BYTES = 16
_COLUMNS = ["root", "path", "size", "mtime_ns", "problem"]

_Hashes = NDArray[np.bytes_]
_Flags = NDArray[np.bool_]


@dataclass
class _Columns:
    """Of the rows of a shard, or of all: hashes of the paths, what tells a change, and the row."""

    roots: NDArray[np.int32]
    paths: _Hashes
    sizes: Rows
    times: Rows
    is_read: _Flags  # False: read it again, it could not be reached
    shards: NDArray[np.int32]
    rows: NDArray[np.int32]

    def at(self, order: Rows) -> _Columns:
        return _Columns(*(column[order] for column in vars(self).values()))


class KnownFiles:
    """The files of an archive, and which of them a walk has found again.

    Attributes:
        counts: How many rows each shard had, by its number.
        is_listed: bool [N], whether there is a file of this path.
        is_current: bool [N], whether it is the file that was read.
    """

    def __init__(self, columns: _Columns, counts: dict[int, int]) -> None:
        self.counts = counts
        order = np.lexsort((columns.rows, columns.shards, columns.paths))
        self._columns = columns.at(order)
        self.is_listed: _Flags = np.zeros(len(order), np.bool_)
        self.is_current: _Flags = np.zeros(len(order), np.bool_)

    def unknown(self, files: list[ListedFile]) -> list[ListedFile]:
        """Note files that were found. Return those that are new, or have to be read again."""
        paths = _hashes((file.root, file.path) for file in files)
        firsts = np.searchsorted(self._columns.paths, paths, "left").tolist()
        lasts = np.searchsorted(self._columns.paths, paths, "right").tolist()
        found = zip(files, firsts, lasts, strict=True)
        return [file for file, first, last in found if not self._note(file, first, last)]

    def lost_roots(self) -> list[int]:
        """Return the roots none of whose files was found, by their places in the manifest."""
        roots = self._columns.roots
        return [int(root) for root in np.setdiff1d(roots, roots[self.is_listed])]

    def rows(self, chosen: _Flags) -> dict[int, Rows]:
        """Return the rows that are chosen by bool [N], ascending, by the number of their shard."""
        shards, rows = self._columns.shards[chosen], self._columns.rows[chosen]
        order = np.lexsort((rows, shards))
        numbers, firsts = np.unique(shards[order], return_index=True)
        parts = np.split(rows[order].astype(np.int64), firsts[1:])
        return dict(zip(numbers.tolist(), parts, strict=False))  # one part, if there is none

    def _note(self, file: ListedFile, first: int, last: int) -> bool:
        """Note that a file was found, among rows of the same path. Whether it was read."""
        self.is_listed[first:last] = True
        for place in range(last - 1, first - 1, -1):  # the latest
            known = self._columns
            same = known.sizes[place] == file.size and known.times[place] == file.mtime_ns
            if same and known.is_read[place]:
                self.is_current[place] = True
                return True
        return False


def read_known(
    archive: Archive, removed: RemovedRows
) -> Generator[ReadingShards, None, KnownFiles]:
    """Read which files an archive knows, without the removed ones. Raises ArchiveError."""
    parts, counts = [], dict[int, int]()
    for done, number in enumerate(archive.numbers, 1):
        table = archive.table(number, _COLUMNS)
        counts[number] = len(table)
        with archive.reading(number):
            parts.append(_columns(table, number, removed.remaining(number, len(table))))
        yield ReadingShards(done, len(archive.numbers))
    together = zip(*(vars(part).values() for part in parts), strict=True)
    return KnownFiles(_Columns(*map(np.concatenate, together)), counts)


def _columns(table: pa.Table, number: int, rows: Rows) -> _Columns:
    table = table.take(rows)
    places = zip(table["root"].to_pylist(), table["path"].to_pylist(), strict=True)
    again = pa.array([problem.value for problem in UNREACHABLE])
    return _Columns(
        table["root"].to_numpy(),
        _hashes(places),
        table["size"].to_numpy(),
        table["mtime_ns"].to_numpy(),
        ~pc.is_in(table["problem"], again).to_numpy(),
        np.full(len(rows), number, np.int32),
        rows.astype(np.int32),
    )


def _hashes(places: Iterable[tuple[int, bytes]]) -> _Hashes:
    """Return a hash of each root and path."""
    hashes = [
        hashlib.blake2b(b"%d\0%s" % place, digest_size=_HASH_BYTES).digest() for place in places
    ]
    return np.array(hashes, f"S{_HASH_BYTES}")
