"""Experiments: which photos methods train on, and which benchmark measures them afterwards."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from training.base.errors import UnknownBenchmarkError
from training.benchmarks.benchmark import Benchmark
from training.benchmarks.catalogue import benchmark_names, load_benchmark
from training.benchmarks.corel import corel, other_queries
from training.benchmarks.training_set import training_pictures, training_split
from training.data.pictures import PictureSet

_OF_OTHERS = "corel"
_OWN = "corel-library"
_OF_OTHERS_TENTH = "corel-tenth"
_OWN_TENTH = "corel-library-tenth"
_COREL = (_OF_OTHERS, _OWN, _OF_OTHERS_TENTH, _OWN_TENTH)
_OBJECTS = "objects"
_FOREIGN = "foreign"


@dataclass(frozen=True, eq=False)
class Experiment:
    """The data of a comparison; the benchmark's name also tells what is trained on.

    Attributes:
        benchmark: queries and database.
        training_pictures: photos that methods train on.
        descriptor_pictures: photos that the descriptor is fitted on.
        recipe: name of the recipe of this project's method, unless another is given.
        cached_sets: picture sets that contain all others; features are cached for these.
        foreign: photos that a retrained model should not forget, if any.
    """

    benchmark: Benchmark
    training_pictures: PictureSet
    descriptor_pictures: PictureSet
    recipe: str
    cached_sets: tuple[PictureSet, ...]
    foreign: PictureSet | None = None


def experiment_names() -> tuple[str, ...]:
    """List the experiments.

    `corel` trains on train.tar.gz; `corel-library` on Corel's own database; with `-tenth`, a tenth
    of this database are the queries. `objects` and `foreign` test held-out classes of train.tar.gz
    after training on the others; the rest train on what the published protocol allows.
    """
    others = tuple(name for name in benchmark_names() if name != _OF_OTHERS)
    return (*_COREL, _OBJECTS, _FOREIGN, *others)


def load_experiment(name: str, data: Path, cache: Path) -> Experiment:
    """Load an experiment; archives of the folder `data` are extracted to `cache`.

    Raises:
        UnknownBenchmarkError, MissingDataError, DamagedDataError, IncompleteDataError.
    """
    if name not in experiment_names():
        raise UnknownBenchmarkError(name, experiment_names())
    if name in {_OBJECTS, _FOREIGN}:
        return _held_out(name, data, cache)
    if name in _COREL:
        return _corel(name, data, cache)
    benchmark = load_benchmark(name, data, cache)
    training_pictures = benchmark.pictures.subset(benchmark.training)
    recipe = "cifar10" if name.startswith("cifar10") else "library"
    return Experiment(
        benchmark, training_pictures, training_pictures, recipe, (benchmark.pictures,)
    )


def _corel(name: str, data: Path, cache: Path) -> Experiment:
    others, benchmark = training_pictures(data, cache), corel(data, cache)
    cached_sets = (others, benchmark.pictures)
    if name in {_OF_OTHERS_TENTH, _OWN_TENTH}:
        benchmark = other_queries(benchmark)
    if name in {_OF_OTHERS, _OF_OTHERS_TENTH}:
        benchmark = replace(benchmark, name=f"{benchmark.name}, learned from other photos")
        return Experiment(benchmark, others, others, "default", cached_sets)
    own = benchmark.pictures.subset(benchmark.training)
    benchmark = replace(benchmark, name=f"{benchmark.name}, learned from its own photos")
    return Experiment(benchmark, own, others, "library", cached_sets, foreign=others)


def _held_out(name: str, data: Path, cache: Path) -> Experiment:
    split = training_split(data, cache)
    benchmark = split.objects if name == _OBJECTS else split.foreign
    return Experiment(
        benchmark, split.kept, split.kept, "default", (training_pictures(data, cache),)
    )
