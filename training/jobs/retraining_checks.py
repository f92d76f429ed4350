"""What a retraining needs before it starts: photos, memory and disk space."""

from __future__ import annotations

import shutil
from pathlib import Path

import psutil

from desktop_app.core.base.errors import (
    RetrainingBusyError,
    TooFewPhotosError,
    TooLittleDiskError,
    TooLittleMemoryError,
)
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.id_lists import Ids
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.requests import TrainRequest
from desktop_app.core.learning.library_photos import photos_to_learn, sample_ids
from desktop_app.core.models.code_length import check_code_length
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.own_backbones import check_trainable
from desktop_app.core.models.retraining import Retraining, RetrainingPhase
from training.base.devices import best_device
from training.data.library_photos import (
    MOST_PHOTOS,
    LibraryPictures,
)
from training.jobs.retraining_run import picture_sides
from training.jobs.worker_processes import processes_for

# More than was measured (tests/bench/training_memory.py). Pictures lie in a file that is mapped.
_MEMORY_A_PROCESS_MB = 900
_MEMORY_OF_PREVIEWS_MB = 300
_MEMORY_OF_FINE_TUNING_MB = 1000
_DISK_BESIDE_MB = 300
# Needed for calibration, and for the comparison of torch and onnxruntime.
_FEWEST_PICTURES = 64


def check_retraining(request: TrainRequest, retraining: Retraining, shipped: Path) -> Ids:
    """Check that a retraining can start, and return the ids of the photos it may use.

    Raises:
        RetrainingBusyError, OwnBackboneError, CodeTooLongError, TooFewPhotosError,
        TooLittleMemoryError, TooLittleDiskError.
    """
    files = LibraryFiles(request.library)
    if retraining.state.phase is RetrainingPhase.RUNNING:
        raise RetrainingBusyError(files.folder)
    with Catalogue(files) as catalogue:
        manifest = LibraryModels(files, shipped).in_use(catalogue).manifest
        check_trainable(manifest)
        check_code_length(request.code_bits, manifest.descriptor_size)
        ids = photos_to_learn(catalogue, request.photos, manifest)
        _check_pictures(catalogue, ids)
    processes = processes_for(best_device(), gentle=request.gentle)
    check_resources(request, min(len(ids), MOST_PHOTOS), manifest.image_size, processes)
    return ids


def memory_needed_mb(processes: int, *, previews: bool, fine_tune: bool = False) -> int:
    """Estimate the memory of a training in so many processes."""
    beside = previews * _MEMORY_OF_PREVIEWS_MB + fine_tune * _MEMORY_OF_FINE_TUNING_MB
    return processes * (_MEMORY_A_PROCESS_MB + beside)


def check_resources(request: TrainRequest, photos: int, image_size: int, processes: int) -> None:
    """Check memory and disk space for so many photos and processes.

    `image_size` is that of the network in use, in pixels.

    Raises:
        TooLittleMemoryError, TooLittleDiskError.
    """
    memory = memory_needed_mb(processes, previews=request.previews, fine_tune=request.fine_tune)
    free = psutil.virtual_memory().available // 2**20
    if free < memory:
        raise TooLittleMemoryError(memory, free)
    folder = LibraryFiles(request.library).retraining
    sides = picture_sides(request, image_size).items()
    pixels = sum(side * side for name, side in sides if not (folder / name).is_file())
    disk = round(3 * photos * pixels / 2**20 + _DISK_BESIDE_MB)
    free = shutil.disk_usage(request.library).free // 2**20
    if free < disk:
        raise TooLittleDiskError(request.library, disk, free)


def _check_pictures(catalogue: Catalogue, ids: Ids) -> None:
    pictures = LibraryPictures(catalogue, sample_ids(ids, MOST_PHOTOS)).sample(
        _FEWEST_PICTURES, seed=0
    )
    if len(pictures) < _FEWEST_PICTURES:
        raise TooFewPhotosError(len(pictures), _FEWEST_PICTURES)
