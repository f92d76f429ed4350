"""The codes and facts of all shards of an archive in files that are mapped into memory.

The files are made of the shards. They are invalid as soon as a shard is written, and made again:

    codes.bin    codes, uint8 [N, K/8], in the order of the shards and of the files in them
    facts        what a filter asks of the same photos (archive_facts/columns.py)
    codes.json   which shards, how many codes of each, the model, and the names of the facts

So the position of a code tells its shard, and its place among the shard's photos.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Generator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from desktop_app.core.archive.archive import BAD_DATA, Archive
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.archive.progress import Collecting
from desktop_app.core.archive.shard_files import shared_file
from desktop_app.core.archive_facts.collector import FactCollector
from desktop_app.core.archive_facts.columns import (
    COLUMNS,
    FOLDER_SCHEMA,
    SHARD_COLUMNS,
    column_path,
    folders_path,
)
from desktop_app.core.archive_facts.fact_filter import passing_rows
from desktop_app.core.archive_facts.facts import Facts
from desktop_app.core.archive_facts.row_bitmap import RowBitmap
from desktop_app.core.base.atomic_write import make_folder
from desktop_app.core.base.codes import Codes
from desktop_app.core.base.json_codec import decode_json, encode_json
from desktop_app.core.catalogue.photo_filter import PhotoFilter

# A shard is named by four bytes, and 1,000 million photos are 500,000 shards: 8 MB.
_MOST_HEADER_BYTES = 256 * 2**20


@dataclass(frozen=True)
class CodeHeader:
    """What `codes.json` holds.

    Attributes:
        manifest: The digest of the manifest.
        model_id: Whose codes these are.
        code_bits: K.
        shards: The numbers of the shards, ascending.
        counts: How many codes each of them has.
        names: Which formats, cameras and lenses the facts name by their places; None where there
            are no facts.
    """

    manifest: str
    model_id: str
    code_bits: int
    shards: list[int]
    counts: list[int]
    names: dict[str, list[str]] | None = None


class CodeFile:
    """The codes of an archive, mapped into memory.

    Attributes:
        codes: uint8 [N, K/8], read-only; what is not looked at takes no memory.
        header: Which shards they are of.
    """

    def __init__(self, header: CodeHeader, codes: Codes) -> None:
        self.header = header
        self.codes = codes
        self._starts = [0, *accumulate(header.counts)]

    def place(self, row: int) -> tuple[int, int]:
        """Return the shard of a code, and its place among the shard's photos."""
        index = bisect_right(self._starts, row) - 1
        return self.header.shards[index], row - self._starts[index]


def open_codes(archive: Archive) -> CodeFile:
    """Open the codes of an archive. Raises ArchiveError where they were not collected."""
    path, header = archive.files.codes, _stored_header(archive)
    if header is None or header.shards != archive.numbers:
        raise ArchiveError(archive.files.folder, ArchiveProblem.NO_CODES)
    shape = (sum(header.counts), header.code_bits // 8)
    if not shape[0]:
        return CodeFile(header, np.empty(shape, np.uint8))
    try:
        return CodeFile(header, np.memmap(path, np.uint8, "r", shape=shape))
    except (OSError, ValueError) as error:
        raise ArchiveError(path, ArchiveProblem.BAD_SHARD, str(error)[:200]) from error


def open_facts(archive: Archive) -> Facts:
    """Open the facts of the photos of an archive, in the order of its codes.

    Raises ArchiveError where they were not collected.
    """
    header = _stored_header(archive)
    if header is None or header.names is None or header.shards != archive.numbers:
        raise ArchiveError(archive.files.folder, ArchiveProblem.NO_CODES)
    try:
        return Facts(archive.files.facts, sum(header.counts), archive.roots, header.names)
    except (OSError, ValueError) as error:
        raise ArchiveError(archive.files.folder, ArchiveProblem.NO_CODES) from error


def passing_photos(archive: Archive, wanted: PhotoFilter, facts: Facts | None = None) -> RowBitmap:
    """Return which photos of an archive pass a filter, in the order of its codes.

    `facts` are those of the archive, where they are open. Raises ArchiveError.
    """
    facts = facts or open_facts(archive)
    try:
        return passing_rows(facts, wanted)
    except BAD_DATA as error:
        raise ArchiveError(archive.files.folder, ArchiveProblem.NO_CODES) from error


def collect_codes(archive: Archive) -> Generator[Collecting]:
    """Collect codes and facts of all shards, unless that was done. Raises ArchiveError."""
    with suppress(ArchiveError):
        open_codes(archive), open_facts(archive)
        return
    try:
        archive.files.delete_leftovers()
        archive.files.code_header.unlink(missing_ok=True)
        header = yield from _collected(archive)
        with shared_file(archive.files.code_header) as part:
            part.write_text(encode_json(header))
    except OSError as error:
        raise ArchiveError(archive.files.folder, ArchiveProblem.UNWRITABLE, str(error)) from error


def _collected(archive: Archive) -> Generator[Collecting, None, CodeHeader]:
    """Write the codes and facts of each shard, one after another. Raises ArchiveError, OSError."""
    label, bits, counts = archive.label, archive.code_bits, list[int]()
    with ExitStack() as stack:
        codes = _new_file(stack, archive.files.codes)
        facts = _fact_collector(stack, archive.files.facts)
        for number in archive.numbers:
            photos = archive.photos(number, ["code", *SHARD_COLUMNS])
            with archive.reading(number):
                codes.write(_codes_of(photos, bits // 8))
                facts.add(photos)
            counts.append(len(photos))
            yield Collecting(len(counts), len(archive.numbers))
        facts.finish()
    return CodeHeader(label.manifest, label.model_id, bits, archive.numbers, counts, facts.names)


def _new_file(stack: ExitStack, path: Path) -> BinaryIO:
    """Open a file that is at its path when the stack ends, and not before."""
    part = stack.enter_context(shared_file(path))
    return stack.enter_context(part.open("wb"))


def _fact_collector(stack: ExitStack, folder: Path) -> FactCollector:
    make_folder(folder)
    files = {name: _new_file(stack, column_path(folder, name)) for name in COLUMNS}
    part = stack.enter_context(shared_file(folders_path(folder)))
    folders = stack.enter_context(pq.ParquetWriter(part, FOLDER_SCHEMA, compression="zstd"))
    return FactCollector(files, folders)


def _codes_of(photos: pa.Table, code_bytes: int) -> bytes:
    """Return the codes of a shard. Raises ValueError where one has another length."""
    codes = b"".join(photos.column("code").to_pylist())
    if len(codes) != len(photos) * code_bytes:
        raise ValueError("codes of another length")
    return codes


def _stored_header(archive: Archive) -> CodeHeader | None:
    """Return what the file holds; None if there is none that can be used."""
    try:
        with archive.files.code_header.open("rb") as file:
            header = decode_json(file.read(_MOST_HEADER_BYTES), CodeHeader)
        size = archive.files.codes.stat().st_size
    except (OSError, ValueError):
        return None
    is_whole = size == sum(header.counts) * header.code_bits // 8
    made_of = (header.manifest, header.model_id)
    return (
        header if is_whole and made_of == (archive.label.manifest, archive.label.model_id) else None
    )
