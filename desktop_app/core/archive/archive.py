"""Read an archive: its shards, and the photos in them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.compute
import pyarrow.parquet as pq

from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem, reading_error
from desktop_app.core.archive.manifest import ListedFile
from desktop_app.core.archive.shard_files import ArchiveFiles
from desktop_app.core.archive.shard_schema import FORMAT, ShardLabel, label_of

# What reading a damaged shard raises.
BAD_DATA = (
    *(OSError, pa.ArrowException, KeyError, IndexError),
    *(AttributeError, TypeError, ValueError),
)


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
        with self.reading(self.numbers[0]) as path:
            return 8 * int(pq.read_schema(path).field("code").type.byte_width)

    def table(self, number: int, columns: list[str] | None = None) -> pa.Table:
        """Read some columns of a shard, or all of them; its file is opened once.

        Raises ArchiveError: it is damaged, or of another archive.
        """
        with self.reading(number) as path, pq.ParquetFile(path) as file:
            self._check(label_of(file.schema_arrow.metadata), path)
            # A shard is small: threads would cost more than they save, and shards are many.
            return file.read(columns=columns, use_threads=False)

    def photos(self, number: int, columns: list[str]) -> pa.Table:
        """As `table`, of the files that have a code."""
        table = self.table(number, [*columns, "problem"])
        problems = table.column("problem")
        if problems.null_count < len(table):
            table = table.filter(pa.compute.is_null(problems))
        return table.select(columns)

    def path_of(self, file: ListedFile) -> Path:
        """Return where a file is. Raises ValueError where its path leads out of its root."""
        file.check(len(self.label.roots))
        return self.roots[file.root] / os.fsdecode(file.path)

    @contextmanager
    def reading(self, number: int) -> Iterator[Path]:
        """Give the path of a shard's table. What is wrong in the block is an ArchiveError."""
        path = self.files.table_path(number)
        try:
            yield path
        except BAD_DATA as error:
            raise reading_error(path, error, ArchiveProblem.BAD_SHARD) from error

    def check(self, number: int) -> None:
        """Raise ArchiveError if a shard is damaged, or of another archive."""
        self._check(self._label(number), self.files.table_path(number))

    def _check(self, label: ShardLabel, path: Path) -> None:
        if not self._readable(label).is_like(self.label):
            raise ArchiveError(path, ArchiveProblem.OTHER_SOURCE)

    def _label(self, number: int) -> ShardLabel:
        label = self.files.label(number)
        if label is None:  # deleted just now
            path = self.files.table_path(number)
            raise ArchiveError(path, ArchiveProblem.BAD_SHARD, "it is gone")
        return self._readable(label)

    def _readable(self, label: ShardLabel) -> ShardLabel:
        if label.format > FORMAT:
            raise ArchiveError(self.files.folder, ArchiveProblem.NEWER_ARCHIVE)
        return label
