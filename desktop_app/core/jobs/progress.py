"""The progress and the results of long work. Importing this module is cheap."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from desktop_app.core.jobs.comparison_events import Comparing, Comparison
from desktop_app.core.jobs.duplicate_events import (
    CheckingFolder,
    DuplicatesFound,
    FindingDuplicates,
    NewcomerChecked,
    ToldApart,
)
from desktop_app.core.jobs.progress_event import ProgressEvent


@dataclass(frozen=True)
class Scanning(ProgressEvent):
    """The scan has found `files` so far."""

    files: int


@dataclass(frozen=True)
class Rehashing(ProgressEvent):
    """`done` of `total` stored descriptors have a code of the new model."""

    done: int
    total: int


@dataclass(frozen=True)
class Indexing(ProgressEvent):
    """`done` of `total` new and changed files are stored, `failed` of them without a code."""

    done: int
    total: int
    failed: int


@dataclass(frozen=True)
class IndexSummary(ProgressEvent):
    """The result of one run, in files. `failed` counts all files without a code, old ones too.

    `offline_folders` are folders inside roots on which a drive was mounted, but is not now.
    """

    indexed: int
    unchanged: int
    failed: int
    ignored: int
    missing: int
    offline_roots: list[Path]
    unreadable_folders: list[Path]
    seconds: float
    paused_roots: list[Path] = field(default_factory=list)
    unreadable_files: list[Path] = field(default_factory=list)
    offline_folders: list[Path] = field(default_factory=list)


@dataclass(frozen=True)
class BackingUp(ProgressEvent):
    """The library is being backed up."""


@dataclass(frozen=True)
class BackedUp(ProgressEvent):
    """There is a new backup of the library, in this folder."""

    folder: Path


@dataclass(frozen=True)
class Checking(ProgressEvent):
    """`done` of `total` pages of codes are checked."""

    done: int
    total: int


@dataclass(frozen=True)
class SamplesProgress(ProgressEvent):
    """`done` of `total` sample pictures are in the folder; `path` is the latest."""

    done: int
    total: int
    path: Path


@dataclass(frozen=True)
class Removing(ProgressEvent):
    """`done` of the `total` photos of a root are removed from the library."""

    done: int
    total: int


@dataclass(frozen=True)
class RootEdited(ProgressEvent):
    """A root was removed, moved, paused or resumed; `path` is its folder, the new one if moved."""

    path: Path


@dataclass(frozen=True)
class StacksChanged(ProgressEvent):
    """Stacks were made, dissolved or ordered otherwise.

    Attributes:
        photos: How many photos are in another stack now, in none any more, or under another one.
        before: The photo that was on top of each one's stack, 0 for no stack: (photo, top).
    """

    photos: int
    before: list[tuple[int, int]]


@dataclass(frozen=True)
class ReadingRequested(ProgressEvent):
    """The user wants photos decoded again; `waiting` files are to be read now."""

    waiting: int


@dataclass(frozen=True)
class ExclusionsStored(ProgressEvent):
    """The library has these patterns of excluded files now; the next scan acts on them."""

    patterns: list[str]


@dataclass(frozen=True)
class FilesFollowed(ProgressEvent):
    """The catalogue has followed `files` that were moved. `unknown` are folders of the library that
    have to be scanned to know what was moved there.
    """

    files: int
    unknown: list[Path] = field(default_factory=list)


@dataclass(frozen=True)
class Watching(ProgressEvent):
    """The roots are being watched: no change is missed from now on."""

    roots: list[Path]


@dataclass(frozen=True)
class FoldersChanged(ProgressEvent):
    """Files and folders in watched roots that were created, changed or deleted."""

    paths: list[Path]


class TrainingStage(StrEnum):
    """The stages of a retraining, in this order. FINE_TUNING, and PREVIEWS, only if they were
    requested.
    """

    READING = "reading"
    FINE_TUNING = "fine-tuning"
    CODES = "codes"
    PREVIEWS = "previews"
    FINISHING = "finishing"


@dataclass(frozen=True)
class TrainingBegun(ProgressEvent):
    """A retraining has started.

    Attributes:
        photos: That it learns from.
        chosen: Photos of the request that have a descriptor.
        device: "cpu", "cuda" or "mps".
        previews: Whether a generator is trained, too.
        resumed: Whether it resumes an interrupted run.
    """

    photos: int
    chosen: int
    device: str
    previews: bool
    resumed: bool


@dataclass(frozen=True)
class TrainingProgress(ProgressEvent):
    """A retraining has done `step` of the `steps` of a stage.

    Attributes:
        stage: The current one.
        step: Of this stage.
        steps: Of this stage.
        seconds: Since the training began, all stages together.
        losses: Means since the previous event, by name.
        held_out: Loss on the validation photos; None where it was not just measured, as below.
        unique_codes: Share of different codes among the validation photos.
        bit_balance: Of the codes of the validation photos.
        grid: A picture of photos and their previews.
    """

    stage: TrainingStage
    step: int
    steps: int
    seconds: float
    losses: dict[str, float] = field(default_factory=dict)
    held_out: float | None = None
    unique_codes: float | None = None
    bit_balance: float | None = None
    grid: Path | None = None


@dataclass(frozen=True)
class Retrained(ProgressEvent):
    """A new model is among the library's, and not in use yet. `held_out` are the ids of the photos
    that it has not learned from.
    """

    model_id: str
    photos: int
    seconds: float
    held_out: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class TrainingEstimate(ProgressEvent):
    """The estimated time of a retraining, measured on this machine, and its memory."""

    photos: int
    device: str
    codes_seconds: float
    previews_seconds: float
    memory_mb: int  # 2^20 bytes


@dataclass(frozen=True)
class ModelUsed(ProgressEvent):
    """The library has switched to this model."""

    model_id: str


@dataclass(frozen=True)
class ModelImported(ProgressEvent):
    """A model was imported.

    Attributes:
        model_id: Of the model.
        is_new: False if the library had it already.
        rereads: It has a different backbone, so that switching to it reads every photo again.
    """

    model_id: str
    is_new: bool
    rereads: bool


@dataclass(frozen=True)
class Installing(ProgressEvent):
    """A line of output of the package installer, or how much of a file has been downloaded.

    Attributes:
        line: The latest line.
        done, total: Bytes of the file that is being downloaded; 0 and 0: none is.
    """

    line: str
    done: int = 0
    total: int = 0


@dataclass(frozen=True)
class Installed(ProgressEvent):
    """All packages are installed."""


@dataclass(frozen=True)
class Uninstalled(ProgressEvent):
    """The training component is removed, which has freed this number of bytes."""

    freed_bytes: int


# The last values of work that has changed something: it cannot be cancelled any more.
DONE = (
    IndexSummary,
    RootEdited,
    ExclusionsStored,
    ReadingRequested,
    StacksChanged,
    FilesFollowed,
    DuplicatesFound,
    ToldApart,
    Retrained,
    ModelUsed,
    ModelImported,
    Installed,
    Uninstalled,
)

IndexEvent = Scanning | Rehashing | Indexing | IndexSummary
EVENTS: tuple[type[ProgressEvent], ...] = (
    Scanning,
    Rehashing,
    Indexing,
    IndexSummary,
    BackingUp,
    SamplesProgress,
    Removing,
    RootEdited,
    ExclusionsStored,
    ReadingRequested,
    StacksChanged,
    FilesFollowed,
    FindingDuplicates,
    DuplicatesFound,
    ToldApart,
    CheckingFolder,
    NewcomerChecked,
    Watching,
    FoldersChanged,
    TrainingBegun,
    TrainingProgress,
    Retrained,
    TrainingEstimate,
    ModelUsed,
    Comparing,
    Comparison,
    ModelImported,
    Installing,
    Installed,
    Uninstalled,
)
