"""What a comparison of two models tells: values that cross from a job to the window."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class ComparingStage(StrEnum):
    """What a comparison does, in this order."""

    CODES = "codes"
    COPIES = "copies"
    RELATIVES = "relatives"
    NEIGHBOURS = "neighbours"
    DISAGREEMENTS = "disagreements"


@dataclass(frozen=True)
class Comparing:
    """`done` of `total` photos of a stage."""

    stage: ComparingStage
    done: int
    total: int


@dataclass(frozen=True)
class Figure:
    """A mean over photos, and its standard error."""

    mean: float
    error: float


@dataclass(frozen=True)
class Measured:
    """One measure of both models on the same `photos`. `gain` is new less old, photo by photo, so
    its error is far smaller than theirs: they stumble over the same photos.
    """

    old: Figure
    new: Figure
    gain: Figure
    photos: int


@dataclass(frozen=True)
class Disagreement:
    """What each model finds for a photo, nearest first, without itself; ids."""

    photo_id: int
    old: list[int]
    new: list[int]


@dataclass(frozen=True)
class Comparison:
    """The model in use (old) and another one (new), on the `photos` of this library. All shares:

    copies      of edited copies whose original is the first of all photos
    neighbours  of a photo's 20 nearest by descriptor that are among its 20 nearest by code
    relatives   the same, once each descriptor is averaged with its neighbours', twice: what belongs
                together in this library, and not only what looks the same
    unique      of different codes
    foreign     as neighbours, of photos from elsewhere that came with the new model

    None: cannot be measured (no thumbnails; no foreign photos). `held_out` of the photos behind
    neighbours and relatives are known to be such that the new model has not learned from them.
    """

    old_model: str
    new_model: str
    photos: int
    copies: Measured | None
    neighbours: Measured
    relatives: Measured
    unique: Measured
    foreign: Measured | None
    held_out: int
    disagreements: list[Disagreement] = field(default_factory=list)
