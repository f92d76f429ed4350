"""What long work tells of itself: values that cross from a job to the window, and cost nothing to
import.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Scanning:
    """Looking for files; `files` have been seen."""

    files: int


@dataclass(frozen=True)
class Rehashing:
    """`done` of `total` stored descriptors have a code of the new model."""

    done: int
    total: int


@dataclass(frozen=True)
class Indexing:
    """`done` of `total` new and changed files are stored, `failed` of them without a code."""

    done: int
    total: int
    failed: int


@dataclass(frozen=True)
class IndexSummary:
    """What one run did, in files. `failed` counts all that have no code, old failures too."""

    indexed: int
    unchanged: int
    failed: int
    ignored: int
    missing: int
    offline_roots: list[Path]
    unreadable_folders: list[Path]
    seconds: float
    paused_roots: list[Path] = field(default_factory=list)


@dataclass(frozen=True)
class SamplesProgress:
    """`done` of `total` sample pictures are in the folder; `path` is the latest."""

    done: int
    total: int
    path: Path


@dataclass(frozen=True)
class Removing:
    """What is known of `done` of `total` photos of a root is forgotten."""

    done: int
    total: int


@dataclass(frozen=True)
class RootEdited:
    """A root was removed, moved, paused or resumed; `path` is where it lies, or lay."""

    path: Path


@dataclass(frozen=True)
class FilesFollowed:
    """The catalogue knows where these `files` lie now; `unknown` of the library's places hold
    something that only a scan can tell.
    """

    files: int
    unknown: list[Path] = field(default_factory=list)


@dataclass(frozen=True)
class Watching:
    """From now on, no change in these roots is missed."""

    roots: list[Path]


@dataclass(frozen=True)
class FoldersChanged:
    """Files and folders in watched roots that have come, changed or gone."""

    paths: list[Path]


IndexEvent = Scanning | Rehashing | Indexing | IndexSummary
EVENTS = (
    Scanning,
    Rehashing,
    Indexing,
    IndexSummary,
    SamplesProgress,
    Removing,
    RootEdited,
    FilesFollowed,
    Watching,
    FoldersChanged,
)
