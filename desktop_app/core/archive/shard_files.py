"""The files of an archive: one Parquet file and one pack of thumbnails for each shard.

Each is written under another name, flushed and renamed, the Parquet file last: where it is, its
shard is done. A process that is killed leaves nothing that counts, and two that read the same shard
write the same bytes.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.archive.patience import try_for_minutes
from desktop_app.core.archive.shard_schema import ShardLabel, label_of
from desktop_app.core.base.atomic_write import atomic_file, make_folder

_SHARDS_PER_FOLDER = 1000


class ArchiveFiles:
    """The files of an archive in a folder.

    Attributes:
        folder: The archive.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def table_path(self, number: int) -> Path:
        """Return where the Parquet file of a shard is."""
        return self._path(number, "parquet")

    def pack_path(self, number: int) -> Path:
        """Return where the thumbnails of a shard are, one JPEG after another."""
        return self._path(number, "thumbnails")

    def numbers(self) -> list[int]:
        """Return the numbers of the shards that are done, ascending."""
        tables = (self.folder / "shards").glob("*/*.parquet")
        return sorted(int(path.stem) for path in tables if path.stem.isdecimal())

    def has_shard(self, label: ShardLabel) -> bool:
        """Whether a shard is done.

        Raises ArchiveError: what is there is of another manifest or model, or damaged.
        """
        path = self.table_path(label.number)
        if not path.exists():
            return False
        try:
            found = label_of(pq.read_schema(path).metadata)
        except (OSError, pa.ArrowException, ValueError) as error:
            raise ArchiveError(path, ArchiveProblem.BAD_SHARD, str(error)[:200]) from error
        if found != label:
            raise ArchiveError(path, ArchiveProblem.OTHER_SOURCE)
        return True

    def write_shard(
        self, number: int, schema: pa.Schema, rows: list[dict[str, Any]], thumbnails: list[bytes]
    ) -> None:
        """Write a shard, and try again for minutes where that fails: storage may come back.

        Raises ArchiveError if it cannot be written; then the shard is not there.
        """
        path = self.table_path(number)
        table = pa.Table.from_pylist(rows, schema)
        try:
            try_for_minutes(lambda: self._write(number, table, thumbnails))
        except OSError as error:
            raise ArchiveError(path, ArchiveProblem.UNWRITABLE, str(error)) from error

    def _write(self, number: int, table: pa.Table, thumbnails: list[bytes]) -> None:
        path = self.table_path(number)
        make_folder(path.parent)
        with atomic_file(self.pack_path(number)) as part, part.open("wb") as file:
            file.writelines(thumbnails)
        with atomic_file(path) as part:
            pq.write_table(table, part, compression="zstd")

    def _path(self, number: int, suffix: str) -> Path:
        folder = self.folder / "shards" / f"{number // _SHARDS_PER_FOLDER:04}"
        return folder / f"{number:07}.{suffix}"
