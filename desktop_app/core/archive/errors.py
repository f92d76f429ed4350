"""What can be wrong with a manifest or an archive, as data."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop_app.core.base.errors import AppError, UnusableFileError


class ArchiveProblem(StrEnum):
    """Why a manifest or an archive cannot be used."""

    NO_MANIFEST = "no_manifest"
    BAD_MANIFEST = "bad_manifest"
    NEWER_MANIFEST = "newer_manifest"
    MANIFEST_EXISTS = "manifest_exists"
    NO_SUCH_SHARD = "no_such_shard"
    NO_ARCHIVE = "no_archive"
    NEWER_ARCHIVE = "newer_archive"
    NO_CODES = "no_codes"
    OTHER_DESCRIPTORS = "other_descriptors"
    OTHER_SOURCE = "other_source"
    OTHER_MODEL = "other_model"
    OTHER_NETWORK = "other_network"
    UNKNOWN_MODEL = "unknown_model"
    NOT_IN_USE = "not_in_use"
    NOT_RECODED = "not_recoded"
    NO_SHARD = "no_shard"
    BAD_CODES = "bad_codes"
    CHANGED = "changed"
    BUSY = "busy"
    COMPACTED = "compacted"
    BAD_SHARD = "bad_shard"
    BAD_REMOVED = "bad_removed"
    UNREADABLE = "unreadable"
    UNWRITABLE = "unwritable"


@dataclass(eq=False)
class ArchiveError(UnusableFileError):
    """The manifest or the archive at `path` cannot be used."""

    problem: ArchiveProblem


def reading_error(path: Path, error: Exception, otherwise: ArchiveProblem) -> ArchiveError:
    """Return what an error means that was raised while a file was read.

    Args:
        path: Of the file, or of the archive that it is of.
        error: Libraries raise an OSError without a number for what is damaged.
        otherwise: The problem, unless the storage has failed: then nothing may be damaged.
    """
    problem = ArchiveProblem.UNREADABLE if _is_of_storage(error) else otherwise
    return ArchiveError(path, problem, str(error)[:200])


def check_storage_answers(path: Path, error: Exception) -> None:
    """Raise ArchiveError: UNREADABLE if an error, as in `reading_error`, is of the storage."""
    if _is_of_storage(error):
        raise reading_error(path, error, ArchiveProblem.UNREADABLE) from error


def _is_of_storage(error: Exception) -> bool:
    number = error.errno if isinstance(error, OSError) else None
    return number not in (None, errno.ENOENT, errno.ENOTDIR)


@dataclass(eq=False)
class ClusterPackageError(AppError):
    """A package that clusters and archives need is not installed."""

    package: str


@dataclass(eq=False)
class ClusterUnreachableError(AppError):
    """No cluster answers at an address."""

    address: str
    detail: str


@dataclass(eq=False)
class WorkerFailedError(AppError):
    """A worker of a cluster cannot do its work; `detail` is its error, in English."""

    detail: str


@dataclass(eq=False)
class OtherVersionError(AppError):
    """A machine of a cluster has other versions of the programs than the one that asks it."""

    theirs: str
    ours: str


@dataclass(eq=False)
class WorkersLostError(AppError):
    """A shard has lost its workers again and again, although none of its files ends a process."""

    shard: int
