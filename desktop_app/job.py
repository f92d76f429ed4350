"""The child process that does long work for the window (core/jobs/messages.py).

Modules are imported only for the request that needs them: a process that needs neither the networks
nor the command line starts in a third of the time, and every piece of work starts one.
"""

from __future__ import annotations

import faulthandler
import logging
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.core.base.errors import SettingsError
from desktop_app.core.base.log_file import configure_job_logging
from desktop_app.core.base.paths import default_bundle
from desktop_app.core.base.processors import lower_priority
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.duplicates.duplicate_edits import TellApartRequest
from desktop_app.core.files.library_edits import EDITS, LibraryEdit
from desktop_app.core.jobs.duplicate_events import (
    CheckingFolder,
    DuplicatesFound,
    FindingDuplicates,
    NewcomerChecked,
)
from desktop_app.core.jobs.progress import BackingUp, IndexEvent, ModelImported
from desktop_app.core.jobs.requests import (
    ChangesRequest,
    CompareRequest,
    DuplicatesRequest,
    ImportRequest,
    IndexRequest,
    InstallRequest,
    NewcomersRequest,
    QuickTrainRequest,
    ReadingRequest,
    Request,
    RetryRequest,
    SamplesRequest,
    UninstallRequest,
    UseModelRequest,
    WatchRequest,
    read_request,
)
from desktop_app.core.jobs.run_job import run_job

if TYPE_CHECKING:
    from desktop_app.core.models.library_models import LibraryModels

logger = logging.getLogger(__name__)

REQUESTS: tuple[type[Request], ...] = (
    SamplesRequest,
    IndexRequest,
    ChangesRequest,
    RetryRequest,
    DuplicatesRequest,
    NewcomersRequest,
    WatchRequest,
    QuickTrainRequest,
    UseModelRequest,
    CompareRequest,
    ImportRequest,
    InstallRequest,
    UninstallRequest,
    *EDITS,
    TellApartRequest,
)


def run(request: str) -> int:
    """Run a request, given as JSON or as the file that holds it; return the exit status."""
    faulthandler.enable()  # a crash prints its traceback, which the window logs
    configure_job_logging()
    return run_job(lambda: _run_request(request))


def _run_request(text: str) -> Generator[Any]:
    request = read_request(text, REQUESTS)
    logger.info("Starting %s", request)
    match request:
        case SamplesRequest(folder=folder):
            from desktop_app.samples.sample_pictures import write_samples

            yield from write_samples(folder)
        case IndexRequest() | ChangesRequest() | RetryRequest():
            lower_priority(gentle=request.gentle)
            yield from _run_index_request(request)
        case DuplicatesRequest(library=library):
            lower_priority(gentle=request.gentle)
            yield from _find_duplicates(LibraryFiles(library))
        case NewcomersRequest(library=library, folders=folders):
            lower_priority(gentle=False)
            yield from _check_folders(LibraryFiles(library), folders)
        case LibraryEdit():
            yield from request.run(LibraryFiles(request.library))
        case WatchRequest(library=library, roots=roots):
            from desktop_app.core.indexing.watching import watch

            yield from watch(LibraryFiles(library), roots)
        case QuickTrainRequest():
            from desktop_app.core.learning.quick_learning import learn_quickly

            lower_priority(gentle=request.gentle)
            yield from learn_quickly(request, default_bundle())
        case UseModelRequest() | CompareRequest() | ImportRequest():
            yield from _run_model_request(request)
        case InstallRequest() | UninstallRequest():
            yield from _run_component_request(request)


def _run_component_request(request: InstallRequest | UninstallRequest) -> Iterator[Any]:
    from desktop_app.core.models.training_component import install_training, remove_training

    match request:
        case InstallRequest(source=source):
            yield from install_training(source)
        case UninstallRequest():
            yield from remove_training()


def _run_index_request(request: ReadingRequest) -> Iterator[IndexEvent | BackingUp]:
    from desktop_app.core.care.back_up import back_up_after

    yield from back_up_after(LibraryFiles(request.library), _index_events(request))


def _index_events(request: ReadingRequest) -> Iterator[IndexEvent]:
    from desktop_app.core.indexing.indexer import index, index_changes, retry_failed
    from desktop_app.core.models.library_models import encoder_in_use

    files = LibraryFiles(request.library)
    encoder = encoder_in_use(files)
    match request:
        case IndexRequest(folders=folders, threads=threads):
            yield from index(files, encoder, folders, threads)
        case ChangesRequest(changed=changed, threads=threads):
            yield from index_changes(files, encoder, changed, threads)
        case RetryRequest(failed=failed, threads=threads):
            yield from retry_failed(files, encoder, failed, threads)


def _find_duplicates(files: LibraryFiles) -> Iterator[FindingDuplicates | DuplicatesFound]:
    from desktop_app.core.clearing.keep_rules import load_rules
    from desktop_app.core.duplicates.finder import find_duplicates
    from desktop_app.core.models.library_models import manifest_in_use

    try:
        is_measured = load_rules(files.keep_rules).needs_sharpness
    except SettingsError:  # which the window has told
        is_measured = False
    distance = manifest_in_use(files).similar_distance
    yield from find_duplicates(files, distance, measures_sharpness=is_measured)


def _check_folders(
    files: LibraryFiles, folders: list[Path]
) -> Iterator[CheckingFolder | NewcomerChecked]:
    from desktop_app.core.indexing.folder_check import check_folders
    from desktop_app.core.models.library_models import encoder_in_use

    yield from check_folders(files, encoder_in_use(files), folders)


def _run_model_request(request: UseModelRequest | CompareRequest | ImportRequest) -> Iterator[Any]:
    from desktop_app.core.models.library_models import LibraryModels

    models = LibraryModels(LibraryFiles(request.library))
    match request:
        case UseModelRequest(model_id=model_id):
            from desktop_app.core.models.model_use import use_model

            yield from use_model(models, model_id)
        case CompareRequest(model_id=model_id):
            from desktop_app.core.comparison.comparison import compare

            yield from compare(models, model_id)
        case ImportRequest(source=source):
            yield _import_model(models, source)


def _import_model(models: LibraryModels, source: Path) -> ModelImported:
    from desktop_app.core.catalogue.catalogue import Catalogue
    from desktop_app.core.models.model_exchange import import_model

    imported = import_model(models, source)
    manifest = imported.bundle.manifest
    with Catalogue(models.files) as catalogue:
        in_use = models.in_use(catalogue).manifest
    rereads = not manifest.shares_descriptors(in_use)
    return ModelImported(manifest.model_id, imported.is_new, rereads)
