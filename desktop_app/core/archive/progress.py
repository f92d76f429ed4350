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
