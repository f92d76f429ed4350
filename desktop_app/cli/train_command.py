"""The command `lookalike train`."""

from __future__ import annotations

import signal
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from desktop_app.cli.archive_sample import ArchiveOption, Seed, sampled_library
from desktop_app.cli.model_output import print_training_result, print_use_in_archive
from desktop_app.cli.options import (
    AsJson,
    Library,
    checked_bits,
    existing_library,
    path_argument,
)
from desktop_app.cli.terminal import print_error, run_with_progress
from desktop_app.core.base.codes import longest_code
from desktop_app.core.base.errors import TooFewPhotosError
from desktop_app.core.base.given_paths import resolved
from desktop_app.core.base.paths import default_bundle
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.photo_filter import PhotoFilter, matching_ids
from desktop_app.core.catalogue.roots import place_in_library
from desktop_app.core.jobs.child_job import child_job, training_program
from desktop_app.core.jobs.progress import Retrained
from desktop_app.core.jobs.requests import QuickTrainRequest, TrainRequest
from desktop_app.core.learning.quick_learning import learn_quickly
from desktop_app.core.models.library_models import manifest_in_use
from desktop_app.core.models.retraining import MIN_PHOTOS
from desktop_app.core.models.training_component import missing_modules, unavailable

_DAY = ["%Y-%m-%d"]
_INTERRUPTED = 130  # what shells report for a command that SIGINT ended


def train(
    folder: Annotated[
        Path | None,
        typer.Option(parser=path_argument, help="Train only on photos in this folder."),
    ] = None,
    since: Annotated[
        datetime | None,
        typer.Option(help="Train only on photos taken since this day.", formats=_DAY),
    ] = None,
    until: Annotated[
        datetime | None,
        typer.Option(help="Train only on photos taken up to this day.", formats=_DAY),
    ] = None,
    bits: Annotated[
        int | None,
        typer.Option(
            help="Code length: 64, 128 or 256. Default: the longest that the model in use allows.",
            callback=checked_bits,
        ),
    ] = None,
    minutes: Annotated[
        float | None,
        typer.Option(min=0.1, help="Time limit in minutes, including reading and checking."),
    ] = None,
    previews: Annotated[bool, typer.Option(help="Also train previews.")] = True,
    quick: Annotated[
        bool,
        typer.Option(
            "--quick",
            help="Fit a model in seconds, without previews. Needs no training component.",
        ),
    ] = False,
    fine_tune: Annotated[
        bool,
        typer.Option(
            "--fine-tune",
            help="Also train the network that describes the photos, for a library of one kind,"
            " such as aerial or medical pictures. Takes long without a GPU; without previews.",
        ),
    ] = False,
    archive: ArchiveOption = None,
    seed: Seed = 0,
    library: Library = None,
    as_json: AsJson = False,
) -> None:
    """Train a new model on the photos of the library. The current model stays in use.

    If training is interrupted, run the same command to resume. 'lookalike model compare' shows
    whether the new model is better, and 'lookalike model use' switches to it.
    """
    if quick and fine_tune:
        raise typer.BadParameter("It cannot be given with --quick.", param_hint="--fine-tune")
    if not quick and (missing := missing_modules()):
        raise unavailable(", ".join(missing))
    if archive:
        files = sampled_library(archive, library, seed, quiet=as_json)
    else:
        files = existing_library(library)
    selected = PhotoFilter(
        folder=_folder_of_library(files, folder) if folder else None,
        first_day=since.date() if since else None,
        last_day=until.date() if until else None,
    )
    photos = _photo_ids(files, selected)
    bits = bits or longest_code(manifest_in_use(files).descriptor_size)
    if quick:
        steps = learn_quickly(QuickTrainRequest(files.folder, photos, bits), default_bundle())
        result: Retrained = run_with_progress(steps, quiet=as_json)
    else:
        previews = previews and not fine_tune
        request = TrainRequest(files.folder, photos, bits, minutes, previews, fine_tune=fine_tune)
        result = _run_training(request, quiet=as_json)
    print_training_result(result, as_json=as_json)
    if archive and not as_json:
        print_use_in_archive(resolved(archive), files.models / result.model_id)


def _folder_of_library(files: LibraryFiles, folder: Path) -> Path:
    with Catalogue(files) as catalogue:
        return place_in_library(catalogue, folder)


def _photo_ids(files: LibraryFiles, selected: PhotoFilter) -> list[int]:
    """Return the photos to train on. An empty list means the whole library.

    Raises:
        TooFewPhotosError: No photo matches the filter.
    """
    if selected.is_empty:
        return []
    with Catalogue(files) as catalogue:
        photos: list[int] = matching_ids(catalogue, selected).tolist()
    if not photos:
        raise TooFewPhotosError(0, MIN_PHOTOS)
    return photos


def _run_training(request: TrainRequest, *, quiet: bool) -> Retrained:
    """Train in a child process. After Ctrl-C or SIGTERM, progress is kept."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with closing(child_job(training_program(), request)) as events:
            result: Retrained = run_with_progress(events, quiet=quiet)
    except KeyboardInterrupt as interrupt:
        print_error("Stopped. Progress is kept; run the same command to resume.")
        raise typer.Exit(_INTERRUPTED) from interrupt
    return result
