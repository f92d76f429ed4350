"""A retraining while it runs: what was requested, where it works, and how long it has worked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from desktop_app.core.base.processors import awake_seconds
from desktop_app.core.bundle.model_bundle import ModelBundle
from desktop_app.core.bundle.model_memory import training_memory
from desktop_app.core.jobs.progress import TrainingProgress, TrainingStage
from desktop_app.core.jobs.requests import TrainRequest
from desktop_app.core.models.own_models import open_model
from desktop_app.core.models.retraining import Retraining
from training.data.library_photos import LibrarySample, load_dataset
from training.learning.predecessor import predecessor_of
from training.learning.recipe import Recipe, read_recipe
from training.learning.train_model import TrainingTask
from training.learning.trainer import TrainingReport
from training.networks.feature_extractor import feature_extractor_of_bundle

LIBRARY_RECIPE = "library"
# Minutes of a time budget that reading and finishing take: at most half of it.
_MINUTES_BESIDE = 1.0


def recipe_for(code_bits: int, *, previews: bool) -> Recipe:
    """Return the recipe of a library's own model, for this code length."""
    recipe = replace(read_recipe(LIBRARY_RECIPE), code_bits=code_bits)
    return recipe if previews else replace(recipe, generator=replace(recipe.generator, epochs=0))


@dataclass(frozen=True)
class RetrainingRun:
    """One run of a retraining, in one of its processes.

    Attributes:
        request: what was requested.
        retraining: the folder and state of the retraining.
        bundle: the model that it starts from.
    """

    request: TrainRequest
    retraining: Retraining
    bundle: ModelBundle

    @property
    def folder(self) -> Path:
        return self.retraining.folder

    @property
    def recipe(self) -> Recipe:
        return recipe_for(self.request.code_bits, previews=self.request.previews)

    @property
    def sample(self) -> LibrarySample:
        """The photos that are trained on; drawn before."""
        return LibrarySample.read(self.folder)

    def task(self) -> TrainingTask:
        """Load the training task; the same one in all processes."""
        recipe = self.recipe
        previews = recipe.generator.epochs > 0
        memory = training_memory(self.bundle, recipe.remember)
        return TrainingTask(
            recipe,
            feature_extractor_of_bundle(self.bundle),
            load_dataset(self.folder, self.sample, with_pictures=previews),
            self.folder,
            torch.from_numpy(memory) if len(memory) else None,
            _training_minutes(self.request.minutes),
            predecessor=predecessor_of(open_model(self.bundle)) if previews else None,
        )


class RetrainingClock:
    """Seconds that a retraining has worked, including runs that were interrupted.

    Time in which it was paused, or the machine slept, is not counted.
    """

    def __init__(self, retraining: Retraining, *, is_resumed: bool) -> None:
        earlier = retraining.state.progress if is_resumed else None
        self.is_resumed = is_resumed
        self._retraining = retraining
        self._started = awake_seconds() - (earlier.seconds if earlier else 0.0)

    @property
    def seconds(self) -> float:
        return awake_seconds() - self._started

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Do not count the time inside the block."""
        since = awake_seconds()
        yield
        self._started += awake_seconds() - since

    def progress(
        self, stage: TrainingStage, step: int, steps: int, report: TrainingReport | None = None
    ) -> TrainingProgress:
        """Make a progress event, and store it for windows that did not start the run."""
        metrics = report.validation if report else None
        progress = TrainingProgress(
            stage,
            step,
            steps,
            round(self.seconds, 1),
            report.losses if report else {},
            metrics.loss if metrics else None,
            metrics.unique_codes if metrics else None,
            metrics.bit_balance if metrics else None,
            _preview_grid(self._retraining.folder, report),
        )
        self._retraining.store_progress(progress)
        return progress


def _training_minutes(minutes: float | None) -> float | None:
    """Return the budget of training alone, which must be the same in a resumed run."""
    return None if minutes is None else max(minutes / 2, minutes - _MINUTES_BESIDE)


def _preview_grid(folder: Path, report: TrainingReport | None) -> Path | None:
    if report is None or not report.is_validation or report.stage != TrainingStage.PREVIEWS:
        return None
    return folder / f"previews-{report.step:06}.png"
