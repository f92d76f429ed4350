"""The codes of all shards of an archive in one file, which is mapped into memory and searched.

The file is made of the shards. It is invalid as soon as a shard is written, and made again:

    codes.bin    codes, uint8 [N, K/8], in the order of the shards and of the files in them
    codes.json   which shards, how many codes of each, and the model

So the position of a code tells its shard, and its place among the shard's photos.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.archive.progress import Collecting
from desktop_app.core.archive.shard_files import shared_file
from desktop_app.core.base.codes import Codes
from desktop_app.core.base.json_codec import decode_json, encode_json

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
    """

    manifest: str
    model_id: str
    code_bits: int
    shards: list[int]
    counts: list[int]


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
    path, header = _codes_path(archive), _stored_header(archive)
    if header is None or header.shards != archive.numbers:
        raise ArchiveError(archive.files.folder, ArchiveProblem.NO_CODES)
    shape = (sum(header.counts), header.code_bits // 8)
    if not shape[0]:
        return CodeFile(header, np.empty(shape, np.uint8))
    try:
        return CodeFile(header, np.memmap(path, np.uint8, "r", shape=shape))
    except (OSError, ValueError) as error:
        raise ArchiveError(path, ArchiveProblem.BAD_SHARD, str(error)[:200]) from error


def collect_codes(archive: Archive) -> Generator[Collecting]:
    """Collect the codes of all shards, unless that was done. Raises ArchiveError."""
    header = _stored_header(archive)
    if header is not None and header.shards == archive.numbers:
        return
    size, counts = archive.code_bits // 8, list[int]()
    try:
        archive.files.delete_leftovers()
        archive.files.code_header.unlink(missing_ok=True)
        with shared_file(_codes_path(archive)) as part, part.open("wb") as file:
            for codes in _codes_of_shards(archive, size):
                file.write(codes)
                counts.append(len(codes) // size)
                yield Collecting(len(counts), len(archive.numbers))
        label = archive.label
        header = CodeHeader(
            label.manifest, label.model_id, archive.code_bits, archive.numbers, counts
        )
        with shared_file(archive.files.code_header) as part:
            part.write_text(encode_json(header))
    except OSError as error:
        raise ArchiveError(archive.files.folder, ArchiveProblem.UNWRITABLE, str(error)) from error


def _codes_of_shards(archive: Archive, code_bytes: int) -> Iterator[bytes]:
    """Yield the codes of each shard, one after another."""
    for number in archive.numbers:
        archive.check(number)
        path = archive.files.table_path(number)
        try:
            column = pq.read_table(path, columns=["code"]).column("code").drop_null()
            codes = b"".join(column.to_pylist())
        except (OSError, pa.ArrowException, KeyError) as error:
            raise ArchiveError(path, ArchiveProblem.BAD_SHARD, str(error)[:200]) from error
        if len(codes) != len(column) * code_bytes:
            raise ArchiveError(path, ArchiveProblem.BAD_SHARD, "codes of another length")
        yield codes


def _stored_header(archive: Archive) -> CodeHeader | None:
    """Return what the file holds; None if there is none that can be used."""
    try:
        with archive.files.code_header.open("rb") as file:
            header = decode_json(file.read(_MOST_HEADER_BYTES), CodeHeader)
        size = _codes_path(archive).stat().st_size
    except (OSError, ValueError):
        return None
    is_whole = size == sum(header.counts) * header.code_bits // 8
    made_of = (header.manifest, header.model_id)
    return (
        header if is_whole and made_of == (archive.label.manifest, archive.label.model_id) else None
    )


def _codes_path(archive: Archive) -> Path:
    return archive.files.folder / "codes.bin"
