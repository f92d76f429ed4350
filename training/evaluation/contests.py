"""Which photos a comparison learns from, and which benchmark it is asked afterwards."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from training.base.errors import UnknownBenchmarkError
from training.benchmarks.benchmark import Benchmark
from training.benchmarks.catalogue import benchmark, benchmark_names
from training.benchmarks.corel import corel
from training.benchmarks.pictures import PictureSet
from training.benchmarks.training_set import training_pictures, training_split

_OF_OTHERS = "corel"
_OWN = "corel-library"
_OBJECTS = "objects"
_FOREIGN = "foreign"


@dataclass(frozen=True, eq=False)
class Contest:
    """The same for every method of a comparison. The benchmark's name tells both sides.

    learned   photos that methods learn from
    ground    photos that the descriptor is made from
    recipe    by which this project's own method learns, unless another is asked for
    wholes    picture sets of which all others are parts: features are kept for these
    foreign   photos that a retrained model is not to forget, if any
    """

    benchmark: Benchmark
    learned: PictureSet
    ground: PictureSet
    recipe: str
    wholes: tuple[PictureSet, ...]
    foreign: PictureSet | None = None


def contest_names() -> tuple[str, ...]:
    """`corel`: learned from train.tar.gz; `corel-library`: from Corel's own database; `objects`
    and `foreign`: held-out classes of train.tar.gz, learned from the others; the rest: from what
    the published protocol allows.
    """
    others = tuple(name for name in benchmark_names() if name != _OF_OTHERS)
    return (_OF_OTHERS, _OWN, _OBJECTS, _FOREIGN, *others)


def contest(name: str, data: Path, cache: Path) -> Contest:
    """A contest by its name; archives of the folder `data` are extracted to `cache`.

    Raises UnknownBenchmarkError, MissingDataError, DamagedDataError, IncompleteDataError.
    """
    if name not in contest_names():
        raise UnknownBenchmarkError(name, contest_names())
    if name in {_OBJECTS, _FOREIGN}:
        return _held_out(name, data, cache)
    if name in {_OF_OTHERS, _OWN}:
        return _corel(name, data, cache)
    asked = benchmark(name, data, cache)
    learned = asked.pictures.at(asked.training)
    recipe = "cifar10" if name.startswith("cifar10") else "library"
    return Contest(asked, learned, learned, recipe, (asked.pictures,))


def _corel(name: str, data: Path, cache: Path) -> Contest:
    others, asked = training_pictures(data, cache), corel(data, cache)
    wholes = (others, asked.pictures)
    if name == _OF_OTHERS:
        asked = replace(asked, name=f"{asked.name}, learned from other photos")
        return Contest(asked, others, others, "default", wholes)
    own = asked.pictures.at(asked.training)
    asked = replace(asked, name=f"{asked.name}, learned from its own photos")
    return Contest(asked, own, others, "library", wholes, foreign=others)


def _held_out(name: str, data: Path, cache: Path) -> Contest:
    split = training_split(data, cache)
    asked = split.objects if name == _OBJECTS else split.foreign
    return Contest(asked, split.kept, split.kept, "default", (training_pictures(data, cache),))
