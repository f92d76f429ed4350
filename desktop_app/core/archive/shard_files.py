"""The files of an archive: one Parquet file and one pack of thumbnails for each shard.

The Parquet file names its pack, whose name has a digest: two that read a shard may get other
thumbnails, if a photo changes in between, and each table has those that belong to it.

Each is written under another name, flushed and renamed, the Parquet file last: where it is, its
shard is done. A process that is killed leaves nothing that counts, and two that read the same shard
write the same bytes.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem, reading_error
from desktop_app.core.archive.shard_schema import PACK, ShardLabel, encoded_label, label_of
from desktop_app.core.archive_facts.collected_files import FOLDER, read_header
from desktop_app.core.archive_storage.patience import try_for_minutes
from desktop_app.core.base.atomic_write import (
    TEMPORARY_SUFFIX,
    flush_file,
    make_folder,
    move_flushed,
    temporary_file,
)
from desktop_app.core.base.json_codec import encode_json

_SHARDS_PER_FOLDER = 1000
_FOOTER_BYTES = 2**15  # a footer has about 10,000
_PARQUET_END = b"PAR1"
LEFTOVER_SECONDS = 3 * 24 * 3600


class ArchiveFiles:
    """The files of an archive in a folder.

    Attributes:
        folder: The archive.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def code_header(self) -> Path:
        """What describes the collected codes, and says which model is in use (code_file.py)."""
        return self.folder / "codes.json"

    def table_path(self, number: int) -> Path:
        """Return where the Parquet file of a shard is."""
        folder = self.folder / "shards" / f"{number // _SHARDS_PER_FOLDER:04}"
        return folder / f"{number:07}.parquet"

    def numbers(self) -> list[int]:
        """Return the numbers of the shards that are done, ascending."""
        tables = (self.folder / "shards").glob("*/*.parquet")
        return sorted(int(path.stem) for path in tables if path.stem.isdecimal())

    def has_shard(self, label: ShardLabel) -> bool:
        """Whether a shard is done.

        Raises ArchiveError: what is there is of another manifest or model, or damaged.
        """
        if self._ends_with(label):
            return True
        found = self.label(label.number)
        if found not in (None, label):
            raise ArchiveError(self.table_path(label.number), ArchiveProblem.OTHER_SOURCE)
        return found is not None

    def _ends_with(self, label: ShardLabel) -> bool:
        """Whether a shard is whole, and has this very label in its last bytes, where Parquet keeps
        the metadata. That is found out several times as fast as by parsing them.
        """
        try:
            with self.table_path(label.number).open("rb", buffering=0) as file:
                file.seek(max(0, file.seek(0, os.SEEK_END) - _FOOTER_BYTES))
                end = file.read(_FOOTER_BYTES)
        except OSError:
            return False
        return end.endswith(_PARQUET_END) and encoded_label(label) in end

    def label(self, number: int) -> ShardLabel | None:
        """Return what a shard says of itself; None if it is not there. Raises ArchiveError."""
        path = self.table_path(number)
        try:
            return label_of(pq.read_schema(path).metadata)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, pa.ArrowException, ValueError) as error:
            raise reading_error(path, error, ArchiveProblem.BAD_SHARD) from error

    def write_shard(
        self, number: int, schema: pa.Schema, rows: list[dict[str, Any]], thumbnails: list[bytes]
    ) -> None:
        """Write a shard, unless somebody has written it meanwhile.

        Where that fails, it is tried again for minutes: storage may come back. Raises ArchiveError
        if it cannot be written; then the shard is not there.
        """
        path = self.table_path(number)
        table = pa.Table.from_pylist(rows, schema)
        try:
            try_for_minutes(lambda: self._write(path, table, b"".join(thumbnails)))
        except OSError as error:
            raise ArchiveError(path, ArchiveProblem.UNWRITABLE, str(error)) from error

    def delete_leftovers(self) -> None:
        """Delete the temporary files of processes that were killed days ago. Raises OSError."""
        for path in self.folder.rglob(f"*{TEMPORARY_SUFFIX}"):
            if time.time() - path.stat().st_mtime > LEFTOVER_SECONDS:
                path.unlink(missing_ok=True)

    def replace_shard(self, number: int, table: pa.Table, thumbnails: bytes) -> None:
        """Write a shard in the place of the one that is there. Raises ArchiveError."""
        path = self.table_path(number)
        try:
            try_for_minutes(lambda: self._put(path, table, thumbnails))
        except OSError as error:
            raise ArchiveError(path, ArchiveProblem.UNWRITABLE, str(error)) from error

    def _write(self, path: Path, table: pa.Table, thumbnails: bytes) -> None:
        make_folder(path.parent)
        if not path.exists():
            self._put(path, table, thumbnails)

    def _put(self, path: Path, table: pa.Table, thumbnails: bytes) -> None:
        digest = hashlib.blake2b(thumbnails, digest_size=8).hexdigest()
        pack = path.with_name(f"{path.stem}-{digest}.thumbnails")
        with shared_file(pack) as part:
            part.write_bytes(thumbnails)
        outdate_codes(self, {int(path.stem)})
        metadata = {**table.schema.metadata, PACK: pack.name.encode()}
        with shared_file(path) as part:
            pq.write_table(table.replace_schema_metadata(metadata), part, compression="zstd")


def outdate_codes(archive: ArchiveFiles, numbers: set[int]) -> None:
    """Let the collected codes of any model count no more if they have those of some shards.

    The model in use stays the same. Raises OSError.
    """
    for path in archive.folder.glob(f"{FOLDER}/*/{archive.code_header.name}"):
        copy = read_header(path)
        if copy is None or numbers.intersection(copy.shards):
            path.unlink(missing_ok=True)
    header = read_header(archive.code_header)
    if header is None:
        archive.code_header.unlink(missing_ok=True)
    elif numbers.intersection(header.shards):
        with shared_file(archive.code_header) as part:
            part.write_text(encode_json(header.without_shards()))


@contextmanager
def shared_file(target: Path) -> Iterator[Path]:
    """As `atomic_file`, on storage that several machines write.

    What others write is left alone: nobody knows whether a process on another machine still runs.
    Raises OSError.
    """
    with temporary_file(target.parent) as part:
        yield part
        flush_file(part)
        move_flushed(part, target)
