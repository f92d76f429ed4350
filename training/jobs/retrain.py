"""The job that trains a library's own model (`python -m training job`, core/jobs/messages.py)."""

from __future__ import annotations

from collections.abc import Generator as Steps
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from desktop_app.core.base.codes import Descriptors
from desktop_app.core.base.errors import (
    AppError,
    LibraryUnwritableError,
    RetrainingBusyError,
    RetrainingStoppedError,
    TooFewPhotosError,
    TrainingFailedError,
)
from desktop_app.core.base.private_files import private_umask
from desktop_app.core.base.regular_file import delete_own_files
from desktop_app.core.bundle.model_bundle import ModelBundle, read_bundle
from desktop_app.core.bundle.model_memory import read_memory
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.descriptors import descriptor_id_in_use
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
from desktop_app.core.learning.library_photos import encode_descriptors
from desktop_app.core.learning.model_card import FINE_TUNED_CARD, LIBRARY_CARD
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.own_models import open_model, remember_trained
from desktop_app.core.models.retraining import Retraining, delete_bundles
from desktop_app.core.models.training_component import unavailable
from desktop_app.core.photos.preprocess import network_input
from training.base.devices import best_device, release_freed_memory, training_device
from training.base.errors import MissingWeightsError, TooFewPicturesError
from training.data.library_photos import (
    LibraryPictures,
    has_pictures,
    sample_library,
)
from training.jobs.retraining_checks import check_retraining
from training.jobs.retraining_run import (
    FINE_TUNED_RECIPE,
    LIBRARY_RECIPE,
    RetrainingClock,
    RetrainingRun,
)
from training.jobs.worker_processes import processes_for, worker_processes
from training.learning.end_to_end import describe_pixels
from training.learning.preparation import memory_sample
from training.learning.train_model import TrainedModel, TrainingTask, train_validation_split
from training.learning.trainer import run_to_completion
from training.shipping.bundling import CalibrationPhotos, Provenance, build_bundle

RetrainEvent = TrainingBegun | TrainingProgress | Retrained


def retrain(request: TrainRequest, shipped: Path) -> Steps[RetrainEvent]:
    """Train a model and add it to the library's models; nothing uses it yet.

    The last event is Retrained. Closed or killed, and called again with the same request, the
    retraining resumes.

    Raises:
        RetrainingBusyError, RetrainingStoppedError, OwnBackboneError, CodeTooLongError,
        TooFewPhotosError, TooLittleMemoryError, TooLittleDiskError, TrainingUnavailableError,
        TrainingFailedError, the library's errors.
    """
    files = LibraryFiles(request.library)
    retraining = Retraining(files)
    with _core_errors(files):
        # Before `running`: a request that is refused must not discard an interrupted training.
        ids = check_retraining(request, retraining, shipped)
        yield from _retrain(request, retraining, ids, shipped)


def run_worker(library: Path, bundle: Path) -> None:
    """Train together with the process that has started this one, from that bundle.

    Raises:
        RetrainingBusyError: there is nothing to train.
        BundleError: the bundle cannot be read.
    """
    retraining = Retraining(LibraryFiles(library))
    request = retraining.state.request
    if not isinstance(request, TrainRequest):
        raise RetrainingBusyError(library)
    run = RetrainingRun(request, retraining, read_bundle(bundle))
    with private_umask(library), training_device() as device:
        run_to_completion(run.train(device))


def _retrain(
    request: TrainRequest, retraining: Retraining, ids: Ids, shipped: Path
) -> Steps[RetrainEvent]:
    with private_umask(request.library), retraining.running(request) as is_resumed:
        clock = RetrainingClock(retraining, is_resumed=is_resumed)
        steps = _steps(request, retraining, ids, shipped, clock)
        result = yield from _until_stopped(steps, clock, retraining)
    yield result


def _until_stopped(
    steps: Steps[RetrainEvent, None, Retrained], clock: RetrainingClock, retraining: Retraining
) -> Steps[RetrainEvent, None, Retrained]:
    """Pass the steps on, without counting the time that the consumer takes.

    Raises:
        RetrainingStoppedError: a stop was requested.
    """
    with closing(steps):
        while True:
            try:
                event = next(steps)
            except StopIteration as end:
                result: Retrained = end.value
                return result
            with clock.paused():
                yield event
            if retraining.is_stop_requested:
                raise RetrainingStoppedError(retraining.library)


def _steps(
    request: TrainRequest, retraining: Retraining, ids: Ids, shipped: Path, clock: RetrainingClock
) -> Steps[RetrainEvent, None, Retrained]:
    files = LibraryFiles(request.library)
    models = LibraryModels(files, shipped)
    with Catalogue(files) as catalogue:
        # Its networks are checked before training reads them.
        bundle = models.open(models.in_use(catalogue)).bundle
        run = RetrainingRun(request, retraining, bundle)
        pictures = yield from _read(run, catalogue, ids, clock)
        indexed = library_status(catalogue).indexed
    task, model = yield from _train(run, clock)
    release_freed_memory()
    yield clock.progress(TrainingStage.FINISHING, 0, 1)
    added = models.add(_build_bundle(run, task, model, pictures, indexed).folder)
    remember_trained(added, run.bundle)
    result = _result(added.manifest.model_id, run, task, clock)
    retraining.store_result(result)
    _delete_intermediate_files(retraining.folder)
    return result


def _read(
    run: RetrainingRun, catalogue: Catalogue, ids: Ids, clock: RetrainingClock
) -> Steps[RetrainEvent, None, LibraryPictures]:
    """Sample the library's photos, and shrink their thumbnails."""
    request = run.request
    descriptor_id = descriptor_id_in_use(catalogue, run.bundle.manifest)
    sample = sample_library(catalogue, ids, descriptor_id, run.folder)
    count, device = len(sample.ids), best_device().type
    yield TrainingBegun(count, len(ids), device, request.previews, clock.is_resumed)
    pictures = LibraryPictures(catalogue, sample.ids)
    for path, side in run.pictures.items():
        if not has_pictures(path, count, side):
            for done in pictures.write_shrunk(path, side):
                yield clock.progress(TrainingStage.READING, done, count)
    return pictures


def _train(
    run: RetrainingRun, clock: RetrainingClock
) -> Steps[RetrainEvent, None, tuple[TrainingTask, TrainedModel]]:
    processes = processes_for(best_device(), gentle=run.request.gentle)
    first = TrainingStage.FINE_TUNING if run.request.fine_tune else TrainingStage.CODES
    yield clock.progress(first, 0, 1)
    arguments = ["worker", str(run.request.library), str(run.bundle.folder)]
    with worker_processes(arguments, processes) as device:
        steps = run.train(device)
        while True:
            try:
                report = next(steps)
            except StopIteration as end:
                result: tuple[TrainingTask, TrainedModel] = end.value
                return result
            yield clock.progress(TrainingStage(report.stage), report.step, report.steps, report)


def _build_bundle(
    run: RetrainingRun, task: TrainingTask, model: TrainedModel, pictures: LibraryPictures,
    indexed: int,
) -> ModelBundle:  # fmt: skip
    """Build the new model's bundle; `indexed` is the number of photos in the library."""
    count, folder = len(task.dataset), run.folder / "bundle"
    figures = {"photos": float(count), "library": float(indexed)}
    trained_on = f"{count:,} photos of the user's own"
    if run.request.fine_tune:
        origin = Provenance(FINE_TUNED_RECIPE, trained_on, figures)
        photos = _photos_of_new_network(task, pictures)
        memory, card = memory_sample(task.dataset, task.recipe.seed), FINE_TUNED_CARD
    else:
        origin = Provenance(LIBRARY_RECIPE, trained_on, figures, run.bundle)
        memory, card = read_memory(run.bundle), LIBRARY_CARD
        photos = _photos_of_same_network(run.bundle, task, pictures, memory)
    return build_bundle(folder, task.extractor, model, photos, origin, card, memory)


def _photos_of_same_network(
    bundle: ModelBundle, task: TrainingTask, pictures: LibraryPictures, memory: Descriptors
) -> CalibrationPhotos:
    encoder = open_model(bundle)
    return CalibrationPhotos(
        task.dataset.descriptors,
        pictures.sample,
        lambda images: torch.from_numpy(encode_descriptors(encoder, images)),
        torch.from_numpy(memory) if len(memory) else None,
    )


def _photos_of_new_network(task: TrainingTask, pictures: LibraryPictures) -> CalibrationPhotos:
    def describe(images: list[Image.Image]) -> torch.Tensor:
        side = task.extractor.image_size
        pixels = np.stack([network_input(image, side) for image in images])
        return torch.from_numpy(describe_pixels(task.extractor, pixels, torch.device("cpu")))

    return CalibrationPhotos(task.dataset.descriptors, pictures.sample, describe)


def _result(
    model_id: str, run: RetrainingRun, task: TrainingTask, clock: RetrainingClock
) -> Retrained:
    ids = run.sample.ids
    held_out = ids[train_validation_split(task)[1].numpy()]
    return Retrained(model_id, len(ids), round(clock.seconds, 1), held_out.tolist())


def _delete_intermediate_files(folder: Path) -> None:
    """Delete checkpoints, the sample and the copied bundle of a finished run: a gigabyte."""
    delete_bundles(folder)
    delete_own_files(folder, ("*.pt", "*.npy", "*.npz"))


@contextmanager
def _core_errors(files: LibraryFiles) -> Iterator[None]:
    """Convert errors of training and of the system into those of the core, which windows know."""
    try:
        yield
    except TooFewPicturesError as error:
        raise TooFewPhotosError(error.found, error.needed) from error
    except MissingWeightsError as error:
        raise unavailable(error.backbone) from error
    except AppError as error:
        if type(error).__module__.startswith("training."):
            raise TrainingFailedError(str(error)) from error
        raise
    except OSError as error:  # a full disk
        raise LibraryUnwritableError(files.folder, error.strerror or str(error)) from error
