"""A retraining while it runs: what was requested, where it works, and how long it has worked."""

from __future__ import annotations

from collections.abc import Generator as Steps
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
from training.base.arrays import load_array
from training.data.library_photos import INPUTS, PICTURES, LibrarySample, load_dataset
from training.learning.end_to_end import fine_tuned_task
from training.learning.predecessor import predecessor_of
from training.learning.recipe import Recipe, read_recipe
from training.learning.train_model import TrainedModel, TrainingTask, train_model
from training.learning.trainer import TrainingReport
from training.networks.feature_extractor import feature_extractor_of_bundle

LIBRARY_RECIPE = "library"
FINE_TUNED_RECIPE = "fine-tuned"
# Minutes of a time budget that reading and finishing take: at most half of it.
_MINUTES_BESIDE = 1.0


def recipe_for(code_bits: int, *, previews: bool, fine_tune: bool = False) -> Recipe:
    """Return the recipe of a library's own model, for this code length."""
    name = FINE_TUNED_RECIPE if fine_tune else LIBRARY_RECIPE
    recipe = replace(read_recipe(name), code_bits=code_bits)
    return recipe if previews else replace(recipe, generator=replace(recipe.generator, epochs=0))


def picture_sides(request: TrainRequest, image_size: int) -> dict[str, int]:
    """Name the files of pictures that a training reads, with their side in pixels.

    `image_size` is that of the network in use.
    """
    sides = {}
    if request.previews:
        sides[PICTURES] = recipe_for(request.code_bits, previews=True).generator.side
    if request.fine_tune:
        sides[INPUTS] = image_size
    return sides


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
        request = self.request
        return recipe_for(request.code_bits, previews=request.previews, fine_tune=request.fine_tune)

    @property
    def pictures(self) -> dict[Path, int]:
        """The files of the photos' pictures that the training reads, and their side in pixels."""
        sides = picture_sides(self.request, self.bundle.manifest.image_size)
        return {self.folder / name: side for name, side in sides.items()}

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

    def train(
        self, device: torch.device
    ) -> Steps[TrainingReport, None, tuple[TrainingTask, TrainedModel]]:
        """Train the model; all processes of a group call this together.

        Returns:
            The model, and the task that it was trained by, with the descriptors that it reads.

        Raises:
            TooFewPicturesError, DivergedError, CollapsedError.
        """
        task = self.task()
        if self.request.fine_tune:
            pixels = load_array(self.folder / INPUTS, "c")  # torch warns of read-only memory
            task = yield from fine_tuned_task(task, pixels, device)
        model = yield from train_model(task.to(device))
        return task, model


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
