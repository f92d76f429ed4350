"""The job that gives a library a model of its own (`python -m training job`)."""

from __future__ import annotations

import shutil
from collections.abc import Generator as Steps
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import psutil
import torch

from desktop_app.core.base.errors import (
    AppError,
    LibraryUnwritableError,
    RetrainingBusyError,
    RetrainingStoppedError,
    TooFewPhotosError,
    TooLittleDiskError,
    TooLittleMemoryError,
    TrainingFailedError,
    TrainingUnavailableError,
)
from desktop_app.core.base.processors import awake_seconds
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import ModelBundle, read_bundle
from desktop_app.core.bundle.model_memory import read_memory, training_memory
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.id_lists import Ids
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.library_status import library_status
from desktop_app.core.jobs.progress import (
    Retrained,
    TrainingBegun,
    TrainingProgress,
    TrainingStage,
)
from desktop_app.core.jobs.requests import TrainRequest
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.retraining import MIN_PHOTOS, Retraining, RetrainingPhase
from training.base.devices import best_device, training_device
from training.base.errors import MissingWeightsError, TooFewPicturesError
from training.jobs.worker_processes import processes_for, worker_processes
from training.learning.learn import Learned, Task, learn, split_rows
from training.learning.own_library import (
    MOST_PHOTOS,
    PICTURES,
    Drawn,
    LibraryPictures,
    described,
    draw,
    drawn_from,
    examples_in,
    usable_ids,
)
from training.learning.predecessor import predecessor_of
from training.learning.recipe import Recipe, read_recipe
from training.learning.trainer import Trained, finished
from training.networks.feature_extractor import feature_extractor_of_bundle
from training.shipping.bundling import Library, Origin, make_bundle
from training.shipping.model_card import LIBRARY_CARD

RetrainEvent = TrainingBegun | TrainingProgress | Retrained

_NAME = "library"
# Of a time budget, what reading and checking take, in minutes: at most half of it.
_MINUTES_BESIDE = 1.0
_MEMORY_A_PROCESS_MB = 900
_DISK_BESIDE_MB = 300
# Calibration and the comparison of torch and onnxruntime want some pictures.
_FEWEST_PICTURES = 64


def retrain(request: TrainRequest, shipped: Path) -> Steps[RetrainEvent]:
    """Learn, and lay the new model among the library's; nothing uses it yet. The last event is
    Retrained. Closed or killed, and called again with the same request, it goes on where it was.

    Raises RetrainingBusyError, RetrainingStoppedError, TooFewPhotosError, TooLittleMemoryError,
    TooLittleDiskError, TrainingUnavailableError, TrainingFailedError and the library's errors.
    """
    files = LibraryFiles(request.library)
    retraining = Retraining(files)
    with _core_errors(files):
        # What is refused must not have cost the training before it.
        usable = _usable(request, retraining, shipped)
        yield from _retrain(request, retraining, usable, shipped)


def _retrain(
    request: TrainRequest, retraining: Retraining, usable: Ids, shipped: Path
) -> Steps[RetrainEvent]:
    with retraining.running(request) as is_resumed:
        clock = _Clock(retraining, is_resumed=is_resumed)
        work = _work(request, retraining, usable, shipped, clock)
        result = yield from _until_stopped(work, clock, retraining)
    yield result


def _until_stopped(
    work: Steps[RetrainEvent, None, Retrained], clock: _Clock, retraining: Retraining
) -> Steps[RetrainEvent, None, Retrained]:
    """The same steps; whoever asks for the next one late has not used up any time.

    Raises RetrainingStoppedError.
    """
    with closing(work):
        while True:
            try:
                event = next(work)
            except StopIteration as end:
                result: Retrained = end.value
                return result
            with clock.standing():
                yield event
            if retraining.is_stop_requested:
                raise RetrainingStoppedError(retraining.library)


def _work(
    request: TrainRequest, retraining: Retraining, usable: Ids, shipped: Path, clock: _Clock
) -> Steps[RetrainEvent, None, Retrained]:
    files = LibraryFiles(request.library)
    with Catalogue(files) as catalogue:
        run = _Run(request, retraining, LibraryModels(files, shipped).in_use(catalogue))
        pictures = yield from _read(run, catalogue, usable, clock)
        searched = library_status(catalogue).indexed
    task, ids = run.task(), run.drawn.ids
    learned = yield from _learn(run, task, clock)
    yield clock.progress(TrainingStage.FINISHING, 0, 1)
    bundle = _bundle(run, task, learned, pictures, searched)
    made = LibraryModels(files, shipped).add(bundle.folder)
    held = ids[split_rows(task)[1].numpy()]
    result = Retrained(made.manifest.model_id, len(ids), round(clock.seconds, 1), held.tolist())
    retraining.store_result(result)
    _drop_what_nothing_goes_on_with(retraining.folder)
    return result


def _usable(request: TrainRequest, retraining: Retraining, shipped: Path) -> Ids:
    """The photos that can be learned, by id. Raises what `retrain` raises before it begins."""
    files, recipe = LibraryFiles(request.library), _recipe_of(request)
    if retraining.state.phase is RetrainingPhase.RUNNING:
        raise RetrainingBusyError(files.folder)
    with Catalogue(files) as catalogue:
        descriptor_id = LibraryModels(files, shipped).in_use(catalogue).manifest.descriptor_id
        ids = usable_ids(catalogue, request.photos, descriptor_id)
        if len(ids) < MIN_PHOTOS:
            raise TooFewPhotosError(len(ids), MIN_PHOTOS)
        found = len(LibraryPictures(catalogue, drawn_from(ids)).draw(_FEWEST_PICTURES, seed=0))
    if found < _FEWEST_PICTURES:
        raise TooFewPhotosError(found, _FEWEST_PICTURES)
    processes = processes_for(best_device(), gentle=request.gentle)
    check_room(request, min(len(ids), MOST_PHOTOS), recipe.generator.side, processes)
    return ids


def _drop_what_nothing_goes_on_with(folder: Path) -> None:
    """Of a finished run, a gigabyte: checkpoints, what was drawn, the bundle that was copied."""
    for pattern in ("*.pt", "*.npy", "*.npz"):
        for path in folder.glob(pattern):
            path.unlink()
    shutil.rmtree(folder / "bundle", ignore_errors=True)


def train_along(library: Path, bundle: Path) -> None:
    """In a process that another one has started to train together with it, from that bundle.

    Raises RetrainingBusyError where there is nothing to train, BundleError.
    """
    retraining = Retraining(LibraryFiles(library))
    request = retraining.state.request
    if request is None:
        raise RetrainingBusyError(library)
    run = _Run(request, retraining, read_bundle(bundle))
    with training_device() as device:
        finished(learn(run.task().to(device)))


@dataclass(frozen=True)
class _Run:
    """What is asked for, where it is done, and the model that it begins from."""

    request: TrainRequest
    retraining: Retraining
    bundle: ModelBundle

    @property
    def folder(self) -> Path:
        return self.retraining.folder

    @property
    def recipe(self) -> Recipe:
        return _recipe_of(self.request)

    @property
    def drawn(self) -> Drawn:
        """What `_read` has drawn."""
        return Drawn.read(self.folder)

    def task(self) -> Task:
        recipe = self.recipe
        memory = training_memory(self.bundle, recipe.remember)
        return Task(
            recipe,
            feature_extractor_of_bundle(self.bundle),
            examples_in(self.folder, self.drawn, with_pictures=recipe.generator.epochs > 0),
            self.folder,
            torch.from_numpy(memory) if len(memory) else None,
            _minutes_to_learn(self.request.minutes),
            before=predecessor_of(Encoder(self.bundle)) if recipe.generator.epochs else None,
        )


class _Clock:
    """Seconds that a retraining has worked: those of runs that were interrupted are included, and
    those in which it was paused, or the machine slept, are not.
    """

    def __init__(self, retraining: Retraining, *, is_resumed: bool) -> None:
        before = retraining.state.progress if is_resumed else None
        self.is_resumed = is_resumed
        self._retraining = retraining
        self._started = awake_seconds() - (before.seconds if before else 0.0)

    @property
    def seconds(self) -> float:
        return awake_seconds() - self._started

    @contextmanager
    def standing(self) -> Iterator[None]:
        """Inside, others have the time."""
        since = awake_seconds()
        yield
        self._started += awake_seconds() - since

    def progress(
        self, stage: TrainingStage, step: int, steps: int, report: Trained | None = None
    ) -> TrainingProgress:
        """What is told, and noted for windows that did not start the run."""
        health = report.health if report else None
        told = TrainingProgress(
            stage,
            step,
            steps,
            round(self.seconds, 1),
            report.losses if report else {},
            health.loss if health else None,
            health.unique_codes if health else None,
            health.bit_balance if health else None,
            _grid(self._retraining.folder, report),
        )
        self._retraining.store_progress(told)
        return told


def _read(
    run: _Run, catalogue: Catalogue, usable: Ids, clock: _Clock
) -> Steps[RetrainEvent, None, LibraryPictures]:
    """Draw the photos, and shrink their thumbnails."""
    request = run.request
    drawn = draw(catalogue, usable, run.bundle.manifest.descriptor_id, run.folder)
    count, device = len(drawn.ids), best_device().type
    yield TrainingBegun(count, len(usable), device, request.previews, clock.is_resumed)
    pictures = LibraryPictures(catalogue, drawn.ids)
    path = run.folder / PICTURES
    if request.previews and not path.is_file():
        for done in pictures.shrink_all(path, run.recipe.generator.side):
            yield clock.progress(TrainingStage.READING, done, len(drawn.ids))
    return pictures


def _learn(run: _Run, task: Task, clock: _Clock) -> Steps[RetrainEvent, None, Learned]:
    processes = processes_for(best_device(), gentle=run.request.gentle)
    yield clock.progress(TrainingStage.CODES, 0, 1)
    words = ["companion", str(run.request.library), str(run.bundle.folder)]
    with worker_processes(words, processes), training_device() as device:
        steps = learn(task.to(device))
        while True:
            try:
                report = next(steps)
            except StopIteration as end:
                learned: Learned = end.value
                return learned
            yield clock.progress(TrainingStage(report.stage), report.step, report.steps, report)


def _bundle(
    run: _Run, task: Task, learned: Learned, pictures: LibraryPictures, searched: int
) -> ModelBundle:
    """`searched`: how many photos the library has, learned or not."""
    descriptors, count = task.examples.descriptors, len(task.examples)
    figures = {"photos": float(count), "library": float(searched)}
    origin = Origin(_NAME, f"{count:,} photos of the user's own", figures, run.bundle)
    encoder, memory = Encoder(run.bundle), read_memory(run.bundle)
    library = Library(
        descriptors,
        pictures.draw,
        lambda images: torch.from_numpy(described(encoder, images)),
        torch.from_numpy(memory) if len(memory) else None,
    )
    folder = run.folder / "bundle"
    return make_bundle(folder, task.ground, learned, library, origin, LIBRARY_CARD, memory)


def _recipe_of(request: TrainRequest) -> Recipe:
    return recipe_for(request.code_bits, previews=request.previews)


def recipe_for(code_bits: int, *, previews: bool) -> Recipe:
    """Of a library's own model, as it is asked for."""
    recipe = replace(read_recipe(_NAME), code_bits=code_bits)
    return recipe if previews else replace(recipe, generator=replace(recipe.generator, epochs=0))


def check_room(request: TrainRequest, photos: int, side: int, processes: int) -> None:
    """Raises TooLittleMemoryError, TooLittleDiskError."""
    pictures_mb = photos * side * side * 3 / 2**20 if request.previews else 0.0
    memory = round((_MEMORY_A_PROCESS_MB + pictures_mb) * processes)
    free = psutil.virtual_memory().available // 2**20
    if free < memory:
        raise TooLittleMemoryError(memory, free)
    is_shrunk = (LibraryFiles(request.library).retraining / PICTURES).is_file()
    disk = round((0.0 if is_shrunk else pictures_mb) + _DISK_BESIDE_MB)
    free = shutil.disk_usage(request.library).free // 2**20
    if free < disk:
        raise TooLittleDiskError(request.library, disk, free)


def _minutes_to_learn(minutes: float | None) -> float | None:
    """From the budget alone: a run that is gone on with must have the very same plan."""
    return None if minutes is None else max(minutes / 2, minutes - _MINUTES_BESIDE)


def _grid(folder: Path, report: Trained | None) -> Path | None:
    if report is None or not report.is_look or report.stage != TrainingStage.PREVIEWS:
        return None
    return folder / f"previews-{report.step:06}.png"


@contextmanager
def _core_errors(files: LibraryFiles) -> Iterator[None]:
    """Turn training's errors, which only a terminal can word, and the system's into the core's."""
    try:
        yield
    except TooFewPicturesError as error:
        raise TooFewPhotosError(error.found, error.needed) from error
    except MissingWeightsError as error:
        raise TrainingUnavailableError(error.backbone) from error
    except AppError as error:
        if type(error).__module__.startswith("training."):
            raise TrainingFailedError(str(error)) from error
        raise
    except OSError as error:  # a full disk
        raise LibraryUnwritableError(files.folder, error.strerror or str(error)) from error
