"""Read an archive: its shards, and the photos in them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute
import pyarrow.parquet as pq

from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.archive.manifest import ListedFile
from desktop_app.core.archive.shard_files import ArchiveFiles
from desktop_app.core.archive.shard_schema import FACT_NAMES, FORMAT, PACK, ShardLabel
from desktop_app.core.base.errors import PhotoError, PhotoProblem
from desktop_app.core.catalogue.writer import PhotoFacts
from desktop_app.core.indexing.photo_indexer import FailedFile, IndexedPhoto
from desktop_app.core.photos.capture import CAPTURE_COLUMNS, Capture


@dataclass(frozen=True)
class ArchivedFile:
    """A file of an archive, and what reading it gave."""

    file: ListedFile
    outcome: IndexedPhoto | FailedFile


class Archive:
    """An archive that was opened for reading.

    Attributes:
        files: Where its shards are.
        label: What its first shard says of itself.
        numbers: The shards that are there, ascending.
    """

    def __init__(self, folder: Path) -> None:
        """List the shards. Raises ArchiveError where there are none."""
        self.files = ArchiveFiles(folder)
        self.numbers = self.files.numbers()
        if not self.numbers:
            raise ArchiveError(folder, ArchiveProblem.NO_ARCHIVE)
        self.label = self._label(self.numbers[0])

    @property
    def roots(self) -> list[Path]:
        return [Path(root) for root in self.label.roots]

    @property
    def code_bits(self) -> int:
        """Length of a code, K. Raises ArchiveError."""
        path = self.files.table_path(self.numbers[0])
        try:
            return 8 * int(pq.read_schema(path).field("code").type.byte_width)
        except (OSError, pa.ArrowException, KeyError, AttributeError) as error:
            raise ArchiveError(path, ArchiveProblem.BAD_SHARD, str(error)[:200]) from error

    def shard(self, number: int) -> Iterator[ArchivedFile]:
        """Yield the files of a shard, in the order of the manifest. Raises ArchiveError."""
        self.check(number)
        path = self.files.table_path(number)
        try:
            table = pq.read_table(path)
            pack = path.with_name(table.schema.metadata[PACK].decode()).read_bytes()
            for row in table.to_pylist():
                yield self._archived(row, pack)
        except (OSError, pa.ArrowException, KeyError, TypeError, ValueError) as error:
            raise ArchiveError(path, ArchiveProblem.BAD_SHARD, str(error)[:200]) from error

    def photo_paths(self, number: int, places: list[int]) -> list[Path]:
        """Return the paths of photos by their places among those of a shard.

        Raises ArchiveError.
        """
        path = self.files.table_path(number)
        try:
            table = pq.read_table(path, columns=["root", "path", "problem"])
            photos = table.filter(pa.compute.is_null(table.column("problem"))).take(places)
            files = [ListedFile(row["root"], row["path"], 0, 0) for row in photos.to_pylist()]
            return [self._path(file) for file in files]
        except (OSError, pa.ArrowException, KeyError, TypeError, ValueError) as error:
            raise ArchiveError(path, ArchiveProblem.BAD_SHARD, str(error)[:200]) from error

    def check(self, number: int) -> None:
        """Raise ArchiveError if a shard is damaged, or of another archive."""
        if not self._label(number).is_like(self.label):
            raise ArchiveError(self.files.table_path(number), ArchiveProblem.OTHER_SOURCE)

    def _path(self, file: ListedFile) -> Path:
        """Raises ValueError where the path leads out of its root."""
        file.check(len(self.label.roots))
        return self.roots[file.root] / os.fsdecode(file.path)

    def _label(self, number: int) -> ShardLabel:
        label = self.files.label(number)
        if label is None:  # deleted just now
            path = self.files.table_path(number)
            raise ArchiveError(path, ArchiveProblem.BAD_SHARD, "it is gone")
        if label.format > FORMAT:
            raise ArchiveError(self.files.folder, ArchiveProblem.NEWER_ARCHIVE)
        return label

    def _archived(self, row: dict[str, Any], pack: bytes) -> ArchivedFile:
        file = ListedFile(row["root"], row["path"], row["size"], row["mtime_ns"])
        path = self._path(file)
        if row["problem"] is not None:
            error = PhotoError(path, PhotoProblem(row["problem"]), row["detail"])
            return ArchivedFile(file, FailedFile(error, row["content_hash"]))
        return ArchivedFile(file, _photo(row, pack))


def _photo(row: dict[str, Any], pack: bytes) -> IndexedPhoto:
    start = row["thumbnail_offset"]
    capture = Capture(**{name: row[name] for name in CAPTURE_COLUMNS})
    return IndexedPhoto(
        facts=PhotoFacts(**{name: row[name] for name in FACT_NAMES}, capture=capture),
        descriptor=np.frombuffer(row["descriptor"], np.int8),
        code=np.frombuffer(row["code"], np.uint8),
        thumbnail=pack[start : start + row["thumbnail_bytes"]],
    )
