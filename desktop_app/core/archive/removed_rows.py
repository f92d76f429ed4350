"""The rows of an archive that an update has removed: their files are gone, or have changed.

They stay in their shards until the archive is compacted, so that no other row moves.
`removed.parquet` lists them. Rows of a shard count only while it has as many rows as when they were
listed: one that was compacted has fewer.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from numpy.typing import NDArray

from desktop_app.core.archive.archive import BAD_DATA, Archive
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem, reading_error

Rows = NDArray[np.int64]

MANIFEST_KEY = b"lookalike-manifest"
REMOVED_SCHEMA = pa.schema(
    [
        pa.field("shard", pa.int32(), nullable=False),
        pa.field("row", pa.int32(), nullable=False),  # among all files of the shard
        pa.field("place", pa.int32(), nullable=False),  # among its photos; -1: it has no code
        pa.field("rows", pa.int32(), nullable=False),  # how many files the shard had
        pa.field("photos", pa.int32(), nullable=False),  # how many of them had a code
    ]
)


class RemovedRows:
    """Removed rows, by their shards.

    Attributes:
        table: With REMOVED_SCHEMA, sorted by `shard` and `row`.
        digest: Of the file that lists them, in hexadecimal; empty: there is none.
    """

    def __init__(self, table: pa.Table, digest: str = "") -> None:
        self.table = table
        self.digest = digest
        self._shards: Rows = table.column("shard").to_numpy()

    def __len__(self) -> int:
        return len(self.table)

    def rows(self, shard: int, count: int) -> Rows:
        """Return the removed rows int64 [M] of a shard that has so many rows now."""
        first, last = np.searchsorted(self._shards, [shard, shard + 1])
        listed = self.table.slice(first, last - first)
        valid = listed.filter(pc.equal(listed.column("rows"), count))
        return np.asarray(valid.column("row").to_numpy(), np.int64)

    def remaining(self, shard: int, count: int) -> Rows:
        """Return the other rows int64 [M] of a shard that has so many rows now."""
        return np.delete(np.arange(count), self.rows(shard, count))

    def remaining_photos(self, shard: int, table: pa.Table) -> pa.Table:
        """Return the files of a shard that have a code and were not removed.

        `table` has all its files, and the column `problem`. The column `place` (int64) is added: of
        the code of a file among all codes of the shard.
        """
        is_photo = pc.is_null(table.column("problem")).to_numpy()
        places = pa.array(np.cumsum(is_photo) - 1, pa.int64())
        wanted = np.array(is_photo)
        wanted[self.rows(shard, len(table))] = False
        return table.append_column("place", places).filter(pa.array(wanted))


def read_removed(archive: Archive) -> RemovedRows:
    """Read which rows of an archive were removed. Raises ArchiveError."""
    path = removed_path(archive.files.folder)
    try:
        content = path.read_bytes()
        table = pq.read_table(pa.BufferReader(content))
        owner = (table.schema.metadata or {}).get(MANIFEST_KEY, b"").decode()
        table = table.select(REMOVED_SCHEMA.names).cast(REMOVED_SCHEMA)
    except FileNotFoundError:
        return RemovedRows(REMOVED_SCHEMA.empty_table())
    except BAD_DATA as error:
        raise reading_error(path, error, ArchiveProblem.BAD_REMOVED) from error
    if owner != archive.label.manifest:
        raise ArchiveError(path, ArchiveProblem.OTHER_SOURCE)
    return RemovedRows(table, hashlib.blake2b(content, digest_size=16).hexdigest())


def removed_path(folder: Path) -> Path:
    """Return where the list of removed rows of an archive is."""
    return folder / "removed.parquet"
