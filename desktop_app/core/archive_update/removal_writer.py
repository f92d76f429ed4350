"""Write which rows of an archive were removed."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.archive.removed_rows import (
    MANIFEST_KEY,
    REMOVED_SCHEMA,
    RemovedRows,
    Rows,
    read_removed,
    removed_path,
)
from desktop_app.core.archive.shard_files import shared_file


def write_removed(
    archive: Archive, removed: RemovedRows, more: Mapping[int, Rows], counts: Mapping[int, int]
) -> None:
    """Replace the list of removed rows by one with more rows. All or nothing is written.

    Args:
        archive: That they are of.
        removed: What its list has now.
        more: Rows int64 [M] to add, by the number of their shard.
        counts: How many rows these shards had when the rows were chosen.

    Raises ArchiveError: CHANGED where a shard was written anew since then, or the list was.
    """
    is_other = ~np.isin(removed.table.column("shard").to_numpy(), list(more))
    others = removed.table.filter(pa.array(is_other))
    parts = [_of_shard(archive, removed, number, more[number], counts[number]) for number in more]
    table = pa.concat_tables([others, *parts]).sort_by(
        [("shard", "ascending"), ("row", "ascending")]
    )
    metadata = {MANIFEST_KEY: archive.label.manifest.encode()}
    path = removed_path(archive.files.folder)
    if read_removed(archive).digest != removed.digest:
        raise ArchiveError(path, ArchiveProblem.CHANGED)
    try:
        with shared_file(path) as part:
            pq.write_table(table.replace_schema_metadata(metadata), part, compression="zstd")
    except OSError as error:
        raise ArchiveError(path, ArchiveProblem.UNWRITABLE, str(error)) from error


def unchanged_table(archive: Archive, number: int, columns: list[str], count: int) -> pa.Table:
    """Read columns of a shard that had so many rows before.

    Raises ArchiveError: CHANGED where it was written anew since then.
    """
    table = archive.table(number, columns)
    if len(table) != count:
        raise ArchiveError(archive.files.table_path(number), ArchiveProblem.CHANGED)
    return table


def _of_shard(
    archive: Archive, removed: RemovedRows, number: int, more: Rows, count: int
) -> pa.Table:
    """Return all removed rows of a shard, with REMOVED_SCHEMA. Raises ArchiveError."""
    problems = unchanged_table(archive, number, ["problem"], count).column("problem")
    is_photo = pc.is_null(problems).to_numpy()
    photos = int(np.count_nonzero(is_photo))
    rows = np.union1d(removed.rows(number, count), more)
    places = np.where(is_photo[rows], (np.cumsum(is_photo) - 1)[rows], -1)
    fixed = [np.full(len(rows), value) for value in (number, count, photos)]
    columns = (fixed[0], rows, places, fixed[1], fixed[2])
    arrays = [pa.array(c, f.type) for c, f in zip(columns, REMOVED_SCHEMA, strict=True)]
    return pa.table(arrays, schema=REMOVED_SCHEMA)
