"""The progress and the result of a comparison of two models, as a job reports them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from desktop_app.core.jobs.progress_event import ProgressEvent


class ComparingStage(StrEnum):
    """The stages of a comparison, in this order."""

    CODES = "codes"
    COPIES = "copies"
    RELATIVES = "relatives"
    NEIGHBOURS = "neighbours"
    DISAGREEMENTS = "disagreements"


@dataclass(frozen=True)
class Comparing(ProgressEvent):
    """The comparison has done `done` of the `total` photos of a stage."""

    stage: ComparingStage
    done: int
    total: int


@dataclass(frozen=True)
class Figure:
    """The mean of a measure over photos, and its standard error."""

    mean: float
    error: float


@dataclass(frozen=True)
class Measured:
    """One measure of both models on the same photos.

    Attributes:
        old: Of the model in use.
        new: Of the other model.
        gain: new - old, photo by photo. Its error is far smaller than that of either model, because
            the same photos are difficult for both.
        photos: How many were measured.
    """

    old: Figure
    new: Figure
    gain: Figure
    photos: int


@dataclass(frozen=True)
class Disagreement:
    """The ids of the photos that each model finds for a photo, nearest first, without itself."""

    photo_id: int
    old: list[int]
    new: list[int]


@dataclass(frozen=True)
class Comparison(ProgressEvent):
    """The model in use (old) and another one (new), compared on one library. Measures are shares.

    Attributes:
        old_model: Id of the model in use.
        new_model: Id of the other model.
        photos: That were compared: those of the library, or of a sample where the models have
            different descriptors.
        copies: Edited copies whose original is found first of all photos; None without thumbnails.
        neighbours: A photo's 20 nearest by descriptor that are among its 20 nearest by code.
        relatives: As `neighbours`, but each descriptor is averaged with those of its neighbours,
            twice: photos that belong together in this library, and do not only look the same.
        unique: Different codes.
        foreign: As `neighbours`, of photos from elsewhere that come with a model; None where none
            do.
        held_out: How many of the photos behind `related` the new model is known not to have learned
            from.
        disagreements: The photos for which the results of the models differ most.
        folders: Photos of a photo's own folder among its 20 nearest by code. It takes the place of
            `neighbours` and `relatives` where the models have different descriptors; None
            elsewhere, and where the photos have too few folders.
    """

    old_model: str
    new_model: str
    photos: int
    copies: Measured | None
    neighbours: Measured | None
    relatives: Measured | None
    unique: Measured
    foreign: Measured | None
    held_out: int
    disagreements: list[Disagreement] = field(default_factory=list)
    folders: Measured | None = None

    @property
    def related(self) -> Measured | None:
        """What decides which model is better."""
        return self.relatives or self.folders
