"""What long work tells of itself: values that cross from a job to the window, and cost nothing to
import.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from desktop_app.core.jobs.comparison_events import Comparing, Comparison


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


class TrainingStage(StrEnum):
    """What a retraining does, in this order. PREVIEWS only where they are asked for."""

    READING = "reading"
    CODES = "codes"
    PREVIEWS = "previews"
    FINISHING = "finishing"


@dataclass(frozen=True)
class TrainingBegun:
    """A retraining learns `photos` of the `chosen` photos that have a descriptor, on `device` (cpu,
    cuda, mps); with a generator, where `previews`. `resumed`: it goes on with an older one's work.
    """

    photos: int
    chosen: int
    device: str
    previews: bool
    resumed: bool


@dataclass(frozen=True)
class TrainingProgress:
    """`step` of `steps` of a stage, after so many seconds of the whole. `losses` are means since
    the event before; `held_out` (a loss), `unique_codes` and `bit_balance` of photos that it does
    not learn from, where they were just measured; `grid` a picture of photos and their previews.
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
class Retrained:
    """A new model lies among the library's; `held_out` are the photos that it has not learned from,
    by id. Nothing uses it yet.
    """

    model_id: str
    photos: int
    seconds: float
    held_out: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class TrainingEstimate:
    """What a retraining will take, in seconds, as a probe of this machine tells."""

    photos: int
    device: str
    codes_seconds: float
    previews_seconds: float


@dataclass(frozen=True)
class ModelUsed:
    """The library is searched with this model from now on."""

    model_id: str


@dataclass(frozen=True)
class ModelImported:
    """A model came from a file; not `is_new`: the library had it already. `rereads`: it looks at
    photos in a way of its own, so every photo is read again when it is used.
    """

    model_id: str
    is_new: bool
    rereads: bool


@dataclass(frozen=True)
class Installing:
    """What the installer of packages says it is doing."""

    line: str


@dataclass(frozen=True)
class Installed:
    """All packages that were wanted are there."""


# What work ends with that has changed something: it cannot be cancelled any more.
DONE = (IndexSummary, RootEdited, FilesFollowed, Retrained, ModelUsed, ModelImported, Installed)

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
)
