"""The value and cost of retraining: Corel's database as a library, searched through the
application, and photos of other people, before and after.
"""

from __future__ import annotations

import shutil
import time
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np

from desktop_app.core.base.codes import Descriptors
from desktop_app.core.base.paths import own_program
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_memory import training_memory
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.comparison.comparison import compare
from desktop_app.core.indexing.indexer import index
from desktop_app.core.jobs.child_job import child_job, training_program
from desktop_app.core.jobs.comparison_events import Comparison
from desktop_app.core.jobs.progress import Retrained
from desktop_app.core.jobs.requests import QuickTrainRequest, RetrainRequest, TrainRequest
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.model_use import use_model
from desktop_app.core.photos.photo_reader import PhotoReader
from desktop_app.core.search.code_index import Query
from desktop_app.core.search.photo_search import PhotoSearch
from training.benchmarks.benchmark import Benchmark, Measure
from training.evaluation.foreign_search import ForeignPhotos, foreign_photos, foreign_precision
from training.jobs.retraining_run import LIBRARY_RECIPE
from training.learning.recipe import read_recipe

_FARTHEST = 1000


class Way(StrEnum):
    """How the library's own model is made; CODES and PREVIEWS are thorough."""

    QUICK = "quick"
    CODES = "codes"
    PREVIEWS = "previews"


_FOREIGN = "foreign photos that were not taught, by class"


@dataclass(frozen=True)
class OwnSearch:
    """Mean average precision by measure before and after; seconds of each step; the comparison
    without labels that the window shows.
    """

    before: dict[str, float]
    after: dict[str, float]
    seconds: dict[str, float]
    comparison: Comparison


def measure_own_search(
    benchmark: Benchmark, foreign: Benchmark, shipped: Path, folder: Path, way: Way
) -> OwnSearch:
    """Measure in a new library in `folder`, whose photos are links to the benchmark's database."""
    shutil.rmtree(folder, ignore_errors=True)
    files, photos = LibraryFiles(folder / "library"), folder / "photos"
    _link(benchmark, photos)
    models = LibraryModels(files, shipped)
    with Catalogue(files) as catalogue:
        encoder = models.open(models.in_use(catalogue))
    request = _default_request(files, encoder, way)
    others = foreign_photos(encoder, foreign, _remembered(encoder))
    seconds = {}
    seconds["index"], _ = _timed(index(files, encoder, [photos]))
    before = _precision(benchmark, others, models, photos)
    comparison = _retrain(models, request, seconds)
    return OwnSearch(before, _precision(benchmark, others, models, photos), seconds, comparison)


def _retrain(
    models: LibraryModels, request: RetrainRequest, seconds: dict[str, float]
) -> Comparison:
    """Retrain, compare and use the new model; note the `seconds` of each step."""
    is_quick = isinstance(request, QuickTrainRequest)
    program = own_program() if is_quick else training_program()
    seconds["retrain"], retrained = _timed(child_job(program, request))
    assert isinstance(retrained, Retrained)
    seconds["compare"], comparison = _timed(compare(models, retrained.model_id))
    assert isinstance(comparison, Comparison)
    seconds["use"], _ = _timed(use_model(models, retrained.model_id))
    return comparison


def own_search_table(found: OwnSearch) -> str:
    """Format in Markdown."""
    rows = ["| | before | after | |", "|---|---|---|---|"]
    for name, before in found.before.items():
        after = found.after[name]
        rows.append(f"| {name}, mAP | {before:.3f} | {after:.3f} | {after / before - 1:+.1%} |")
    measures = {
        "edited copies that find their original": found.comparison.copies,
        "neighbours of foreign photos kept": found.comparison.foreign,
        "photos that belong together": found.comparison.relatives,
    }
    for name, measured in measures.items():
        if measured:
            old, new = measured.old.mean, measured.new.mean
            rows.append(f"| {name} | {old:.3f} | {new:.3f} | {new / old - 1:+.1%} |")
    parts = ", ".join(f"{name} {seconds:,.0f} s" for name, seconds in found.seconds.items())
    return "\n".join([*rows, "", f"Wall time: {parts}."])


def _link(benchmark: Benchmark, folder: Path) -> None:
    pictures = benchmark.pictures.subset(benchmark.database)
    for name, path in zip(pictures.names, pictures.paths, strict=True):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.hardlink_to(path)


def _default_request(files: LibraryFiles, encoder: Encoder, way: Way) -> RetrainRequest:
    """Return the request that the form makes if nothing else in it is changed."""
    bits = encoder.bundle.manifest.code_bits
    if way is Way.QUICK:
        return QuickTrainRequest(files.folder, [], bits)
    return TrainRequest(files.folder, [], bits, minutes=None, previews=way is Way.PREVIEWS)


def _remembered(encoder: Encoder) -> Descriptors:
    """Descriptors int8 [M, D] of the foreign photos that a training should not forget."""
    return training_memory(encoder.bundle, read_recipe(LIBRARY_RECIPE).remember)


def _timed(events: Iterable[object]) -> tuple[float, object]:
    """Consume events; return the seconds it took, and the last event."""
    started = time.monotonic()
    (last,) = deque(events, maxlen=1)
    return time.monotonic() - started, last


def _precision(
    benchmark: Benchmark, others: ForeignPhotos, models: LibraryModels, photos: Path
) -> dict[str, float]:
    """Measure the model in use, by measure."""
    with Catalogue(models.files) as catalogue:
        encoder = models.open(models.in_use(catalogue))
        search = PhotoSearch(catalogue, encoder, PhotoReader())
        search.refresh()
        found = _searched(benchmark, search, photos)
    return {**found, _FOREIGN: foreign_precision(encoder, others)}


def _searched(benchmark: Benchmark, search: PhotoSearch, photos: Path) -> dict[str, float]:
    """Measure the benchmark's queries by measure; each is a file dropped on the window."""
    rows = {name: row for row, name in enumerate(benchmark.pictures.names)}
    sums = {measure.name: 0.0 for measure in benchmark.measures}
    for row in benchmark.queries:
        query = Query(search.logits_of_file(benchmark.pictures.paths[row]))
        found = search.search(query, _FARTHEST).found
        nearest = [rows[each.photo.path.relative_to(photos).as_posix()] for each in found]
        for measure in benchmark.measures:
            sums[measure.name] += _average_precision(measure, row, nearest)
    return {name: total / len(benchmark.queries) for name, total in sums.items()}


def _average_precision(measure: Measure, query: int, nearest: list[int]) -> float:
    """Average precision of a ranking as the user sees it, over the relevant photos found."""
    benchmark = np.array([query])
    relevant = measure.relevant(benchmark, np.array(nearest[: measure.top]))[0]
    if not relevant.any():
        return 0.0
    precision = relevant.cumsum() / np.arange(1, len(relevant) + 1)
    return float((precision * relevant).sum() / relevant.sum())
