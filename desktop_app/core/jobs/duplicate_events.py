"""The progress and the result of a search for duplicates."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop_app.core.base.errors import PhotoProblem
from desktop_app.core.jobs.progress_event import ProgressEvent


class FindingStage(StrEnum):
    """The stages of a search for duplicates, in this order, and what `done` counts in each."""

    FINGERPRINTS = "fingerprints"  # photos without a fingerprint
    CANDIDATES = "candidates"  # nothing: how long it takes is not known
    COPIES = "copies"  # pairs with nearly the same fingerprint
    NEIGHBOURS = "neighbours"  # photos whose nearest codes are compared
    PIXELS = "pixels"  # pairs that may have the same pixels
    SHARPNESS = "sharpness"  # photos of groups, where the sharpest are to be kept


@dataclass(frozen=True)
class FindingDuplicates(ProgressEvent):
    """A search for duplicates has done `done` of `total` in a stage, and found `found` pairs."""

    stage: FindingStage
    done: int
    total: int
    found: int


@dataclass(frozen=True)
class DuplicatesFound(ProgressEvent):
    """A search for duplicates has ended.

    Attributes:
        photos: Different photos that are compared with each other now.
        compared: Pairs of pictures that this search has looked at.
        found: Pairs of the same photo that it has found.
        seconds: It took.
    """

    photos: int
    compared: int
    found: int
    seconds: float


@dataclass(frozen=True)
class ToldApart(ProgressEvent):
    """So many pairs of photos are stored as no duplicates, or as duplicates again."""

    pairs: int


class Standing(StrEnum):
    """What a photo outside the library is to it."""

    NEW = "new"
    KNOWN = "known"
    BETTER = "better"  # the same photo as one of the library, with more pixels
    UNREADABLE = "unreadable"


@dataclass(frozen=True)
class CheckingFolder(ProgressEvent):
    """`done` of the `total` files of a folder outside the library were compared with it.

    Until the first is compared, `total` grows.
    """

    done: int
    total: int


@dataclass(frozen=True)
class NewcomerChecked(ProgressEvent):
    """A photo outside the library was compared with it.

    Attributes:
        path: The photo.
        standing: What it is to the library.
        known: The same photo in the library, or an identical file that was checked before.
        is_identical: Whether it has the same bytes.
        problem: Why it cannot be read, with the value that belongs to it in `detail`.
    """

    path: Path
    standing: Standing
    known: Path | None = None
    is_identical: bool = False
    problem: PhotoProblem | None = None
    detail: str = ""
