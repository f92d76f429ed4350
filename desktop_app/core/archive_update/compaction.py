"""Compact an archive: write its shards anew without the rows that were removed.

Shards are replaced one after another. Rows that `removed.parquet` lists count only while their
shard has as many rows as it had then, so each shard is whole at any moment, and a compaction that
was killed goes on where it was. The list is deleted last, unless another one has taken its place.
The collected codes count no more: photos get other places.
"""

from __future__ import annotations

from collections.abc import Generator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.archive.progress import ArchiveCompacted, Compacting
from desktop_app.core.archive.removed_rows import RemovedRows, read_removed, removed_path
from desktop_app.core.archive.shard_files import outdate_codes
from desktop_app.core.archive.shard_schema import pack_name
from desktop_app.core.base.atomic_write import flush_folder


def compact(archive: Archive) -> Generator[Compacting | ArchiveCompacted]:
    """Write the shards anew that have removed rows. The last event is ArchiveCompacted.

    The codes have to be collected afterwards. Raises ArchiveError.
    """
    removed = read_removed(archive)
    numbers = np.unique(removed.table.column("shard").to_numpy()).tolist()
    numbers = [number for number in numbers if number in set(archive.numbers)]
    rows = freed = 0
    try:
        if numbers:
            outdate_codes(archive.files, set(numbers))
        for done, number in enumerate(numbers, 1):
            before = _size(archive, number)
            rows += _compact_shard(archive, removed, number)
            _delete_other_packs(archive, number)
            freed += before - _size(archive, number)
            yield Compacting(done, len(numbers))
        if read_removed(archive).digest == removed.digest:
            removed_path(archive.files.folder).unlink(missing_ok=True)
            flush_folder(archive.files.folder)
    except OSError as error:
        raise ArchiveError(archive.files.folder, ArchiveProblem.UNWRITABLE, str(error)) from error
    yield ArchiveCompacted(len(numbers), rows, freed)


def _compact_shard(archive: Archive, removed: RemovedRows, number: int) -> int:
    """Return how many rows were removed. Raises ArchiveError, OSError."""
    table = archive.table(number)
    count = len(removed.rows(number, len(table)))
    if count:
        with archive.reading(number) as path:
            pack = path.with_name(pack_name(table.schema)).read_bytes()
            kept = table.take(removed.remaining(number, len(table)))
            compacted, thumbnails = _repacked(kept, pack)
        archive.files.replace_shard(number, compacted, thumbnails)
    return count


def _repacked(table: pa.Table, pack: bytes) -> tuple[pa.Table, bytes]:
    """Return rows with the places of their thumbnails in a new pack, and that pack."""
    starts, sizes = (table.column(name) for name in ("thumbnail_offset", "thumbnail_bytes"))
    places = zip(starts.to_pylist(), sizes.to_pylist(), strict=True)
    thumbnails = [b"" if start is None else pack[start : start + size] for start, size in places]
    ends = np.cumsum([len(thumbnail) for thumbnail in thumbnails], dtype=np.int64)
    offsets = pa.array(ends - [len(thumbnail) for thumbnail in thumbnails], pa.int64())
    new = pc.if_else(pc.is_null(starts), pa.scalar(None, pa.int64()), offsets)
    index = table.schema.get_field_index("thumbnail_offset")
    replaced = table.set_column(index, table.schema.field(index), new)
    return replaced, b"".join(thumbnails)


def _size(archive: Archive, number: int) -> int:
    """Return the bytes of all files of a shard. Raises OSError."""
    path = archive.files.table_path(number)
    return sum(each.stat().st_size for each in path.parent.glob(f"{path.stem}*"))


def _delete_other_packs(archive: Archive, number: int) -> None:
    """Delete the packs of thumbnails that a shard does not name. Raises ArchiveError, OSError."""
    path = archive.files.table_path(number)
    name = pack_name(archive.table(number, ["size"]).schema)
    for pack in path.parent.glob(f"{path.stem}-*.thumbnails"):
        if pack.name != name:
            pack.unlink()
