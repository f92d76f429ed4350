"""The progress and the result of a search for duplicates."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.core.jobs.progress_event import ProgressEvent


class FindingStage(StrEnum):
    """The stages of a search for duplicates, in this order, and what `done` counts in each."""

    FINGERPRINTS = "fingerprints"  # photos without a fingerprint
    COPIES = "copies"  # pairs with nearly the same fingerprint
    NEIGHBOURS = "neighbours"  # photos whose nearest codes are compared
    PIXELS = "pixels"  # pairs that may have the same pixels


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
