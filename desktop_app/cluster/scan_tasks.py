"""What a worker of a cluster does for a search: it scans some rows of the collected codes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from desktop_app.cluster.fitness import lacking, own_versions
from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.code_file import mapped_codes, remaining_rows
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem, reading_error
from desktop_app.core.archive.shard_files import ArchiveFiles
from desktop_app.core.archive_facts.code_scan import CodeScan, Nearest
from desktop_app.core.archive_facts.collected_files import CodeHeader, CollectedFiles, read_header
from desktop_app.core.archive_facts.row_bitmap import RowBitmap
from desktop_app.core.base.codes import Codes
from desktop_app.core.base.errors import AppError
from desktop_app.core.base.json_codec import encode_json


@dataclass(frozen=True)
class CodesJob:
    """Which codes are searched; all parts of a search have it in common.

    Attributes:
        archive: Folder of the archive.
        digest: Of what describes the codes: other ones may be there by now.
        versions: Of the programs that all machines need.
    """

    archive: str
    digest: str
    versions: str


@dataclass(frozen=True)
class Part:
    """The rows from `first` up to `last`, and a bit for each of them if not all are searched."""

    first: int
    last: int
    bits: Codes | None


def codes_job(archive: Archive, header: CodeHeader) -> CodesJob:
    """Describe codes of an archive, which have been opened here, for workers."""
    return CodesJob(str(archive.files.folder), _digest(header), own_versions())


async def lacking_codes(job: CodesJob) -> AppError | None:
    """Return what this machine lacks to search; None if it has all."""
    return await lacking(lambda: _check(job), job.versions)


def scan_part(job: CodesJob, part: Part, code: Codes, size: int) -> Nearest:
    """Return the nearest codes of some rows, on one thread. Raises ArchiveError."""
    all_codes, remaining = _mapped(job)
    codes = all_codes[part.first : part.last]
    among = None if part.bits is None else RowBitmap(part.bits, len(codes))
    own = None if remaining is None else remaining.part(part.first, part.last)
    rows, distances = CodeScan(codes, 1, own).nearest(code, size, among)
    return rows + part.first, distances


def _check(job: CodesJob) -> None:
    """Raises ArchiveError: the codes are not there, or are other ones."""
    _header(job)
    _mapped(job)


@lru_cache(maxsize=4)
def _mapped(job: CodesJob) -> tuple[Codes, RowBitmap | None]:
    """Map codes, and which of them were not removed, where they stay for the next search.

    Raises ArchiveError.
    """
    header, folder = _header(job), Path(job.archive)
    collected = CollectedFiles(folder, header)
    try:
        return mapped_codes(collected, header), remaining_rows(collected, header)
    except (OSError, ValueError) as error:
        raise reading_error(folder, error, ArchiveProblem.NO_CODES) from error


def _header(job: CodesJob) -> CodeHeader:
    """Read what describes the codes here. Raises ArchiveError: there are none, or other ones."""
    files = ArchiveFiles(Path(job.archive))
    try:
        header = read_header(files.code_header)
    except OSError as error:
        raise reading_error(files.folder, error, ArchiveProblem.NO_CODES) from error
    if header is None or _digest(header) != job.digest:
        problem = ArchiveProblem.NO_CODES if header is None else ArchiveProblem.CHANGED
        raise ArchiveError(files.folder, problem)
    return header


def _digest(header: CodeHeader) -> str:
    return hashlib.blake2b(encode_json(header).encode(), digest_size=16).hexdigest()
