"""Write collected codes and facts, shard after shard, after those that were collected before."""

from __future__ import annotations

import hashlib
import shutil
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

import pyarrow as pa
import pyarrow.parquet as pq

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.shard_schema import pack_name
from desktop_app.core.archive_facts.collected_files import CodeHeader, CollectedFiles
from desktop_app.core.archive_facts.collector import FactCollector
from desktop_app.core.archive_facts.columns import (
    COLUMNS,
    FOLDER_SCHEMA,
    SHARD_COLUMNS,
    column_path,
    folders_path,
)
from desktop_app.core.archive_update.shard_codes import photos_with_codes
from desktop_app.core.base.atomic_write import flush_file, flush_folder


class CollectedParts:
    """Writes the files of what is collected, in a folder that nobody reads yet.

    Attributes:
        header: What was collected, after the block.
        packs: Which pack of thumbnails each shard named when it was read, by its number.
    """

    def __init__(self, folder: Path, start: CodeHeader, archive: Archive) -> None:
        """`start` describes what the archive has already; its files are copied."""
        self.header = start
        self.packs: dict[int, str] = {}
        self._folder = folder
        self._archive = archive
        self._shards, self._counts = [*start.shards], [*start.counts]
        self._digest = start.digest
        self._before = CollectedFiles(archive.files.folder, start)
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        """Copy and open all files. Raises OSError, ArrowException."""
        with self._stack as stack:
            self._codes = self._opened(stack, self._before.codes, self._folder / "codes.bin")
            self._facts = self._collector(stack)
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Flush all files if nothing has failed. Raises OSError."""
        with self._stack:
            if error is None:
                self._facts.finish()
                self.header = replace(
                    self.header,
                    shards=self._shards,
                    counts=self._counts,
                    names=self._facts.names,
                    digest=self._digest,
                )
        if error is None:
            for path in [path for path in self._folder.rglob("*") if path.is_file()]:
                flush_file(path)
            flush_folder(self._folder / "facts")
            flush_folder(self._folder)

    def add_shard(self, number: int) -> None:
        """Add the photos of a shard. Raises ArchiveError, OSError."""
        columns, model_id = ["code", *SHARD_COLUMNS], self.header.model_id
        photos = photos_with_codes(self._archive, model_id, number, columns).combine_chunks()
        with self._archive.reading(number):
            self.packs[number] = pack_name(photos.schema)
            self._codes.write(_codes_of(photos, self.header.code_bits // 8))
            self._facts.add(photos)
        self._shards.append(number)
        self._counts.append(len(photos))
        self._digest = _digest(self._digest or model_id, number, photos)

    def _opened(self, stack: ExitStack, before: Path, path: Path) -> BinaryIO:
        """Open a file to append to it."""
        if self.header.shards:
            shutil.copyfile(before, path)
        return stack.enter_context(path.open("ab"))

    def _collector(self, stack: ExitStack) -> FactCollector:
        before, facts = self._before.facts, self._folder / "facts"
        files = {
            name: self._opened(stack, column_path(before, name), column_path(facts, name))
            for name in COLUMNS
        }
        path = folders_path(facts)
        writer = stack.enter_context(pq.ParquetWriter(path, FOLDER_SCHEMA, compression="zstd"))
        collector = FactCollector(files, writer)
        if self.header.shards:
            folders = pq.read_table(folders_path(before)).cast(FOLDER_SCHEMA)
            collector.resume(self.header.names or {}, folders, self.header.rows)
        return collector


def _codes_of(photos: pa.Table, code_bytes: int) -> bytes:
    """Return the codes of a shard. Raises ValueError where one has another length."""
    codes = b"".join(photos.column("code").to_pylist())
    if len(codes) != len(photos) * code_bytes:
        raise ValueError("codes of another length")
    return codes


def _digest(before: str, number: int, photos: pa.Table) -> str:
    """Return the digest of what was collected up to a shard, by the digest of what precedes it."""
    content = pa.BufferOutputStream()
    with pa.ipc.new_stream(content, photos.schema) as writer:
        writer.write_table(photos)
    digest = hashlib.blake2b(f"{before} {number} ".encode(), digest_size=16)
    digest.update(content.getvalue())
    return digest.hexdigest()
