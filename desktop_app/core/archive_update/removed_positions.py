"""Where the codes of removed photos are among all codes of an archive."""

from __future__ import annotations

from itertools import accumulate

import numpy as np
import pyarrow.compute as pc

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.removed_rows import RemovedRows, Rows
from desktop_app.core.archive_facts.collected_files import CodeHeader


def removed_positions(archive: Archive, removed: RemovedRows, header: CodeHeader) -> Rows:
    """Return the positions int64 [M] of removed photos among the codes that a header describes.

    Only shards are read whose photos are not those of the time when the list was written. Raises
    ArchiveError.
    """
    if not header.shards or not len(removed):
        return np.empty(0, np.int64)
    columns = [removed.table.column(name).to_numpy() for name in ("shard", "place", "photos")]
    shards, places, photos = columns
    starts = np.array([0, *accumulate(header.counts)], np.int64)
    index = np.minimum(np.searchsorted(header.shards, shards), len(header.shards) - 1)
    is_collected = np.asarray(header.shards)[index] == shards
    is_known = is_collected & (np.asarray(header.counts)[index] == photos)
    known = starts[index] + places
    found = [known[is_known & (places >= 0)]]
    changed = np.unique(shards[is_collected & ~is_known]).tolist()
    found += [
        starts[header.shards.index(shard)] + _places(archive, removed, shard) for shard in changed
    ]
    return np.concatenate(found)


def _places(archive: Archive, removed: RemovedRows, shard: int) -> Rows:
    """Return the places of the removed photos among those of a shard. Raises ArchiveError."""
    is_photo = pc.is_null(archive.table(shard, ["problem"]).column("problem")).to_numpy()
    rows = removed.rows(shard, len(is_photo))
    return np.asarray((np.cumsum(is_photo) - 1)[rows[is_photo[rows]]], np.int64)
