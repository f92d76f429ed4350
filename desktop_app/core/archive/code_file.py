"""The collected codes and facts of all shards of an archive, in files that are mapped into memory.

    codes.json           which shards, how many codes of each, the model in use, the names of the
                         facts, and the names of the others
    codes.bin            codes, uint8 [N, K/8], in the order of the shards and of the files in them
    facts                what a filter asks of the same photos (archive_facts/columns.py)
    remaining-HEX.bin    a bit for each of them that was not removed

So the position of a code tells its shard, and its place among the shard's photos. All but the first
are in a folder that is named by a digest: what is collected later lies in another one, and a
program that has these open can go on. They are made of the shards (archive_update/collecting.py).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from desktop_app.core.archive.archive import BAD_DATA, Archive
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem, reading_error
from desktop_app.core.archive_facts.collected_files import CodeHeader, CollectedFiles, read_header
from desktop_app.core.archive_facts.fact_filter import passing_rows
from desktop_app.core.archive_facts.facts import Facts
from desktop_app.core.archive_facts.row_bitmap import BITS, RowBitmap
from desktop_app.core.base.codes import Codes
from desktop_app.core.catalogue.photo_filter import PhotoFilter


class CodeFile:
    """The codes of an archive, mapped into memory.

    Attributes:
        codes: uint8 [N, K/8], read-only; what is not looked at takes no memory.
        header: Which shards they are of.
        remaining: The photos that were not removed; None: all.
    """

    def __init__(self, header: CodeHeader, codes: Codes, remaining: RowBitmap | None) -> None:
        self.header = header
        self.codes = codes
        self.remaining = remaining
        self._starts = [0, *accumulate(header.counts)]

    def count(self, shard: int) -> int:
        """Return how many codes a shard has, by its number."""
        return self.header.counts[bisect_left(self.header.shards, shard)]

    def first_row(self, index: int) -> int:
        """Return the row of the first code of a shard; `index` is its place in the header."""
        return self._starts[index]

    def remaining_places(self, index: int) -> NDArray[np.int64]:
        """Return the places int64 [M] of the photos that remain, among those of a shard."""
        first, last = self._starts[index], self._starts[index + 1]
        if self.remaining is None:
            return np.arange(last - first)
        start = first - first % BITS
        places = self.remaining.rows(start, last) + (start - first)
        return places[places >= 0]

    def place(self, row: int) -> tuple[int, int]:
        """Return the shard of a code, and its place among the shard's photos."""
        index = bisect_right(self._starts, row) - 1
        return self.header.shards[index], row - self._starts[index]


def open_codes(archive: Archive) -> CodeFile:
    """Open the codes of an archive. Raises ArchiveError where they were not collected."""
    header = collected_header(archive)
    if header is None:
        raise ArchiveError(archive.files.folder, ArchiveProblem.NO_CODES)
    files = CollectedFiles(archive.files.folder, header)
    try:
        return CodeFile(header, mapped_codes(files, header), remaining_rows(files, header))
    except (OSError, ValueError) as error:
        raise reading_error(archive.files.folder, error, ArchiveProblem.NO_CODES) from error


def photos_of_codes(archive: Archive, codes: CodeFile, number: int, columns: list[str]) -> pa.Table:
    """As `Archive.photos`, if the photos of the shard are still those that codes are of.

    Raises ArchiveError: COMPACTED where some have been removed since the codes were opened.
    """
    photos = archive.photos(number, columns)
    if len(photos) != codes.count(number):
        raise ArchiveError(archive.files.folder, ArchiveProblem.COMPACTED)
    return photos


def open_facts(archive: Archive, codes: CodeFile) -> Facts:
    """Open the facts that were collected with codes, in their order, also where others have been
    collected since.

    Raises ArchiveError where there are none; COMPACTED where they were deleted meanwhile.
    """
    header, folder = codes.header, archive.files.folder
    if header.names is None:
        raise ArchiveError(folder, ArchiveProblem.NO_CODES)
    try:
        facts = CollectedFiles(folder, header).facts
        return Facts(facts, header.rows, archive.roots, header.names, codes.remaining)
    except (OSError, ValueError) as error:
        is_same = collected_header(archive) == header
        problem = ArchiveProblem.NO_CODES if is_same else ArchiveProblem.COMPACTED
        raise reading_error(folder, error, problem) from error


def passing_photos(archive: Archive, wanted: PhotoFilter, facts: Facts) -> RowBitmap:
    """Return which photos of an archive pass a filter, in the order of its facts.

    None of them was removed. Raises ArchiveError.
    """
    try:
        return passing_rows(facts, wanted)
    except BAD_DATA as error:
        raise reading_error(archive.files.folder, error, ArchiveProblem.NO_CODES) from error


def collected_header(archive: Archive) -> CodeHeader | None:
    """Return what describes the codes of an archive; None if there are none that can be used.

    They are of all its shards, or of those from before an update that has not come to its end.
    Raises ArchiveError: storage fails.
    """
    return usable_header(archive, archive.files.code_header)


def usable_header(archive: Archive, path: Path) -> CodeHeader | None:
    """Return what a file says of collected codes; None unless they are of an archive, and there.

    Raises ArchiveError: storage fails.
    """
    header = _header(path)
    if header is None or not _is_of(header, archive):
        return None
    codes = CollectedFiles(archive.files.folder, header).codes
    try:
        is_whole = codes.stat().st_size == header.rows * header.code_bits // 8
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise ArchiveError(codes, ArchiveProblem.UNREADABLE, str(error)) from error
    return header if is_whole else None


def model_in_use(archive: Archive) -> str:
    """Return the id of the model that an archive is searched with.

    It is the one that has read the shards, until the codes of another one are collected. Raises
    ArchiveError: storage fails.
    """
    header = _header(archive.files.code_header)
    is_own = header is not None and header.manifest == archive.label.manifest
    return header.model_id if header and is_own else archive.label.model_id


def mapped_codes(files: CollectedFiles, header: CodeHeader) -> Codes:
    """Map codes uint8 [N, K/8] into memory. Raises OSError, ValueError."""
    shape = (header.rows, header.code_bits // 8)
    return np.memmap(files.codes, np.uint8, "r", shape=shape) if shape[0] else np.empty(shape, "u1")


def remaining_rows(files: CollectedFiles, header: CodeHeader) -> RowBitmap | None:
    """Map the bitmap of the photos that were not removed. Raises OSError, ValueError."""
    path, size = files.remaining, -(-header.rows // BITS)
    if path is None or not size:
        return None
    if path.stat().st_size != size:
        raise ValueError(f"{path.name} has another length")
    return RowBitmap(np.memmap(path, np.uint8, "r"), header.rows)


def _header(path: Path) -> CodeHeader | None:
    try:
        return read_header(path)
    except OSError as error:
        raise ArchiveError(path, ArchiveProblem.UNREADABLE, str(error)) from error


def _is_of(header: CodeHeader, archive: Archive) -> bool:
    if header.manifest != archive.label.manifest:
        return False
    count = len(header.shards)
    return header.shards == archive.numbers[:count] and (
        count == len(archive.numbers) or _is_of_update(archive, archive.numbers[count])
    )


def _is_of_update(archive: Archive, number: int) -> bool:
    label = archive.files.label(number)
    return label is not None and bool(label.update)
