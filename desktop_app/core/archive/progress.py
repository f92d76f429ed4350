"""What work on manifests and archives reports."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.jobs.progress_event import ProgressEvent


@dataclass(frozen=True)
class ManifestWritten(ProgressEvent):
    """A manifest was made.

    Attributes:
        folder: The manifest.
        files: Number of files in it.
        shards: Number of shards.
        unreadable: Folders that could not be listed.
    """

    folder: Path
    files: int
    shards: int
    unreadable: list[Path]


@dataclass(frozen=True)
class ShardIndexed(ProgressEvent):
    """A shard was written.

    Attributes:
        number: Of the shard.
        files: Number of its files.
        photos: How many of them have a code.
        failed: How many of them cannot be read, although they should be photos.
    """

    number: int
    files: int
    photos: int
    failed: int


@dataclass(frozen=True)
class ReadingShards(ProgressEvent):
    """Of `done` of `total` shards, it was read which files are in them."""

    done: int
    total: int


@dataclass(frozen=True)
class FilesListed(ProgressEvent):
    """An update has listed the files that are to be read.

    Attributes:
        files: New ones, ones that have changed, and ones that could not be reached before.
        kept: Folders and files that cannot be read now, and folders whose storage is not mounted.
            What the archive has of them stays.
    """

    files: int
    kept: list[Path]


@dataclass(frozen=True)
class RowsRemoved(ProgressEvent):
    """An update has removed rows.

    Attributes:
        gone: How many files are not there any more.
        reread: How many were read again, because they have changed or could not be reached.
    """

    gone: int
    reread: int


@dataclass(frozen=True)
class ArchiveUpdated:
    """An archive is up to date.

    Attributes:
        new: How many files were not known before.
        reread: How many were read again, because they have changed or could not be reached.
        gone: How many are not there any more.
        photos, failed: How many of the files that were read have a code, and how many cannot be
            read, although they should be photos.
        kept: Folders and files that cannot be read now, and folders whose storage is not mounted.
            What the archive has of them stays.
    """

    new: int
    reread: int
    gone: int
    photos: int
    failed: int
    kept: list[Path]


@dataclass(frozen=True)
class Compacting(ProgressEvent):
    """Of `total` shards with removed rows, `done` were written anew."""

    done: int
    total: int


@dataclass(frozen=True)
class ArchiveCompacted(ProgressEvent):
    """An archive has no removed rows any more.

    Attributes:
        shards: How many were written anew.
        rows: How many rows were removed.
        freed_bytes: How much smaller the shards are.
    """

    shards: int
    rows: int
    freed_bytes: int


@dataclass(frozen=True)
class Importing(ProgressEvent):
    """`done` of the `total` shards of an archive are in the library."""

    done: int
    total: int


@dataclass(frozen=True)
class Sampling(ProgressEvent):
    """From `done` of the `total` shards of an archive, photos were drawn."""

    done: int
    total: int


@dataclass(frozen=True)
class Collecting(ProgressEvent):
    """The codes of `done` of the `total` shards of an archive are in one file."""

    done: int
    total: int


@dataclass(frozen=True)
class ArchiveImported(ProgressEvent):
    """An archive was imported into a library.

    Attributes:
        added: Photos that are new in the library.
        known: Files that the library knew before.
        failed: New files without a code.
    """

    added: int
    known: int
    failed: int


@dataclass(frozen=True)
class ArchiveIndexed(ProgressEvent):
    """All shards that were asked for are there.

    Attributes:
        shards: How many were written, without those that were there before.
        files, photos, failed: The sums of the shards that were written.
        seconds: How long it took.
    """

    shards: int
    files: int
    photos: int
    failed: int
    seconds: float


@dataclass(frozen=True)
class ShardRecoded(ProgressEvent):
    """The codes of another model were written for a shard.

    Attributes:
        number: Of the shard.
        photos: How many codes it has.
    """

    number: int
    photos: int


@dataclass(frozen=True)
class Recoding(ProgressEvent):
    """Of `total` shards that lacked the codes of a model, `done` have them."""

    done: int
    total: int


@dataclass(frozen=True)
class ArchiveRecoded(ProgressEvent):
    """All shards that were asked for have the codes of a model.

    Attributes:
        model_id: Of the model.
        shards: How many were written, without those that were there before.
        photos: The sum of their codes.
        seconds: How long it took.
    """

    model_id: str
    shards: int
    photos: int
    seconds: float
