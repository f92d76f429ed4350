"""Values that the models' thread returns. Importing them loads no networks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from desktop_app.core.catalogue.photo_filter import EVERYTHING, PhotoFilter
from desktop_app.core.models.retraining import RetrainingState

if TYPE_CHECKING:
    from desktop_app.core.catalogue.catalogue import PhotoRow
    from desktop_app.core.catalogue.facets import Facet


@dataclass(frozen=True)
class ListedModel:
    """A model of the library.

    Attributes:
        descriptor_size: Numbers by which it describes a photo.
        since: When it joined the library, in seconds since the epoch.
        trained_on: A line about its training data, in English, from its manifest.
        learned: How many of the user's photos it has learned; None where none.
    """

    model_id: str
    name: str
    is_shipped: bool
    is_in_use: bool
    code_bits: int
    descriptor_size: int
    since: float
    trained_on: str
    learned: int | None
    has_previews: bool


@dataclass(frozen=True)
class ModelListing:
    """All models of a library, in their order."""

    models: list[ListedModel]

    @property
    def in_use(self) -> ListedModel:
        return next(model for model in self.models if model.is_in_use)

    def find(self, model_id: str) -> ListedModel | None:
        return next((model for model in self.models if model.model_id == model_id), None)


@dataclass(frozen=True)
class StartupReport:
    """How the last window left the models.

    Attributes:
        listing: The models.
        retraining: A retraining that runs elsewhere, was interrupted, or has finished.
        wanted_model: The model of a change that was cut short; empty where there was none.
        needs_reading: Whether the model in use has still to read photos.
    """

    listing: ModelListing
    retraining: RetrainingState
    wanted_model: str
    needs_reading: bool


@dataclass(frozen=True)
class TrainingScope:
    """The photos that a model learns from: `ids`, or, without any, those that pass the filter."""

    photo_filter: PhotoFilter = EVERYTHING
    ids: tuple[int, ...] = ()

    @property
    def is_everything(self) -> bool:
        return self == TrainingScope()


@dataclass(frozen=True)
class ScopedPhotos:
    """The photos of a scope.

    Attributes:
        ids: The photos as a TrainRequest names them; none for the whole library.
        count: The number of photos.
    """

    scope: TrainingScope
    ids: list[int]
    count: int


@dataclass(frozen=True)
class ScopeOptions:
    """What a scope can be chosen from.

    Attributes:
        months: As in Facets.
        undated: The number of photos without a date.
        roots: The folders of the library.
    """

    months: list[Facet]
    undated: int
    roots: list[Path]


@dataclass(frozen=True, eq=False)
class PreviewPair:
    """A photo's previews by two models; None from a model without a generator."""

    photo_id: int
    old: QImage | None
    new: QImage | None


@dataclass(frozen=True, eq=False)
class ComparisonPhotos:
    """The photos of a comparison by id, and the previews of the first few of them."""

    rows: dict[int, PhotoRow]
    previews: list[PreviewPair]
