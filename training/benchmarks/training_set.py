"""The pictures that the default model is trained on, and splits that hold out some of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from training.base.errors import UnknownBenchmarkError
from training.benchmarks.benchmark import Benchmark, Measure, label_matrix
from training.data.pictures import PictureSet, picture_root, read_manifest

_MANIFEST = "train_manifest.tsv"
_ARCHIVE = "train.tar.gz"
_OBJECT_SET = "caltech101"
_FOREIGN_SETS = ("caltech101", "clothing", "food10", "pacs_photo", "rsscn7", "weather")
_TOP = 100


@dataclass(frozen=True)
class TrainingSplit:
    """The training pictures without two groups of classes, and those groups as benchmarks.

    Attributes:
        kept: pictures to train on.
        objects: a tenth of caltech101's classes: does a model find the same kind of object?
        foreign: a tenth of the classes of each of six sets, other ones of caltech101: what has a
            model forgotten that was retrained on one library?
    """

    kept: PictureSet
    objects: Benchmark
    foreign: Benchmark


def training_pictures(data: Path, cache: Path) -> PictureSet:
    """Return all pictures of train.tar.gz, in the order of its manifest; no label is read.

    Raises:
        MissingDataError: the manifest or the archive does not exist.
    """
    names = tuple(row["name"] for row in read_manifest(data / _MANIFEST))
    return PictureSet(picture_root(data, _ARCHIVE, names[0], cache), names)


def training_split(data: Path, cache: Path, seed: int = 0) -> TrainingSplit:
    """Hold out classes, drawn from each set's classes in the order of their names.

    Raises:
        MissingDataError: the manifest or the archive does not exist.
    """
    pictures = training_pictures(data, cache)
    classes = sorted({_class_of(name) for name in pictures.names})
    tenths = {name: _two_tenths(name, classes, seed) for name in _FOREIGN_SETS}
    objects, foreign_objects = tenths.pop(_OBJECT_SET)
    foreign = foreign_objects.union(*(first for first, _ in tenths.values()))
    held_out = objects | foreign
    return TrainingSplit(
        kept=_of_classes(pictures, [name for name in classes if name not in held_out]),
        objects=_leave_one_out("held-out objects", _of_classes(pictures, objects)),
        foreign=_leave_one_out("foreign photos", _of_classes(pictures, foreign)),
    )


def set_apart(name: str, data: Path, cache: Path) -> tuple[PictureSet, Benchmark]:
    """Return the training pictures without one set, such as `rsscn7`, and this set as a benchmark.

    Raises:
        MissingDataError: the manifest or the archive does not exist.
        UnknownBenchmarkError: there is no set of this name.
    """
    pictures = training_pictures(data, cache)
    sets = sorted({each.partition("/")[0] for each in pictures.names})
    if name not in sets:
        raise UnknownBenchmarkError(name, tuple(sets))
    classes = {_class_of(each) for each in pictures.names}
    own = {each for each in classes if each.startswith(f"{name}/")}
    return _of_classes(pictures, classes - own), _leave_one_out(name, _of_classes(pictures, own))


def known_objects(data: Path, cache: Path) -> Benchmark:
    """All of caltech101: each picture is a query among the others, relevant is its class.

    The default model has learned from these pictures, but not their classes.

    Raises:
        MissingDataError: the manifest or the archive does not exist.
    """
    pictures = training_pictures(data, cache)
    classes = {_class_of(name) for name in pictures.names if name.startswith(f"{_OBJECT_SET}/")}
    return _leave_one_out("Caltech-101, seen in training", _of_classes(pictures, classes))


def _class_of(name: str) -> str:
    """`caltech101/anchor/00001.jpg` -> `caltech101/anchor`"""
    return name.rpartition("/")[0]


def _two_tenths(of_set: str, classes: list[str], seed: int) -> tuple[set[str], set[str]]:
    """Draw two different tenths of a set's classes, at least one class each."""
    own = [name for name in classes if name.startswith(f"{of_set}/")]
    order = np.random.default_rng(seed).permutation(len(own))
    size = max(1, round(len(own) / 10))
    return {own[row] for row in order[:size]}, {own[row] for row in order[size : 2 * size]}


def _of_classes(pictures: PictureSet, classes: Collection[str]) -> PictureSet:
    names = tuple(name for name in pictures.names if _class_of(name) in classes)
    return PictureSet(pictures.root, names)


def _leave_one_out(name: str, pictures: PictureSet) -> Benchmark:
    """Every picture is a query among all others; relevant is the same class, mAP@100."""
    rows = np.arange(len(pictures))
    labels = label_matrix([[_class_of(name)] for name in pictures.names])
    measures = (Measure("class", _TOP, labels),)
    return Benchmark(name, pictures, rows, rows, rows[:0], measures)
