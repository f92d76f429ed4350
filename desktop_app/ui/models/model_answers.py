"""What the thread of the models answers: values that cost nothing to import."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from desktop_app.core.catalogue.photo_filter import EVERYTHING, PhotoFilter
from desktop_app.core.models.retraining import RetrainingState

if TYPE_CHECKING:
    from desktop_app.core.catalogue.catalogue import PhotoRow


@dataclass(frozen=True)
class ListedModel:
    """A model of the library's. `since`: when it came, in seconds of the epoch; `trained_on`: what
    it learned, in English, as its maker says; `learned`: how many photos of the user's, else None.
    """

    model_id: str
    name: str
    is_shipped: bool
    is_in_use: bool
    code_bits: int
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
    """How the last window left things: a retraining, a change of model that was cut short, and
    photos that the model in use has still to see (`must_read`).
    """

    shelf: ModelListing
    retraining: RetrainingState
    wanted_model: str
    must_read: bool


@dataclass(frozen=True)
class Scope:
    """What a model is to learn from: the photos that pass, or, where there are some, `ids`."""

    chosen: PhotoFilter = EVERYTHING
    ids: tuple[int, ...] = ()

    @property
    def is_everything(self) -> bool:
        return self == Scope()


@dataclass(frozen=True)
class ScopedPhotos:
    """What a scope comes to: `ids` as a TrainRequest wants them (none: all), and how many."""

    scope: Scope
    ids: list[int]
    count: int


@dataclass(frozen=True)
class Choices:
    """What there is to choose a scope from: months, newest first, and roots."""

    months: list[date]
    roots: list[Path]


@dataclass(frozen=True, eq=False)
class PreviewPair:
    """A photo as each model's code tells it; None from a model without a generator."""

    photo_id: int
    old: QImage | None
    new: QImage | None


@dataclass(frozen=True, eq=False)
class ProofPhotos:
    """The photos of a comparison by id, and the first few of them as both models see them."""

    rows: dict[int, PhotoRow]
    previews: list[PreviewPair]
