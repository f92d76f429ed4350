"""The pictures that the default model learns from, and parts of them that it can be denied."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from training.benchmarks.benchmark import Benchmark, Measure, label_matrix
from training.benchmarks.pictures import PictureSet, read_manifest, root_of

_MANIFEST = "train_manifest.tsv"
_ARCHIVE = "train.tar.gz"
_OBJECT_SET = "caltech101"
_FOREIGN_SETS = ("caltech101", "clothing", "food10", "pacs_photo", "rsscn7", "weather")
_TOP = 100


@dataclass(frozen=True)
class TrainingSplit:
    """The training pictures without two groups of classes, and those groups as benchmarks.

    kept     what may be learned from
    objects  a tenth of caltech101's classes: does a model find the same kind of object?
    foreign  a tenth of the classes of each of six sets, other ones of caltech101: what has a
             model forgotten that was trained on one library?
    """

    kept: PictureSet
    objects: Benchmark
    foreign: Benchmark


def training_pictures(data: Path, cache: Path) -> PictureSet:
    """All of train.tar.gz, in the order of its manifest; no label is read.

    Raises MissingDataError.
    """
    names = tuple(row["name"] for row in read_manifest(data / _MANIFEST))
    return PictureSet(root_of(data, _ARCHIVE, names[0], cache), names)


def training_split(data: Path, cache: Path, seed: int = 0) -> TrainingSplit:
    """Held-out classes are drawn from each set's classes in the order of their names.

    Raises MissingDataError.
    """
    every = training_pictures(data, cache)
    classes = sorted({_class_of(name) for name in every.names})
    tenths = {name: _two_tenths(name, classes, seed) for name in _FOREIGN_SETS}
    objects, foreign_objects = tenths.pop(_OBJECT_SET)
    foreign = foreign_objects.union(*(first for first, _ in tenths.values()))
    held_out = objects | foreign
    return TrainingSplit(
        kept=_of_classes(every, [name for name in classes if name not in held_out]),
        objects=_each_against_the_others("held-out objects", _of_classes(every, objects)),
        foreign=_each_against_the_others("foreign photos", _of_classes(every, foreign)),
    )


def _class_of(name: str) -> str:
    """`caltech101/anchor/00001.jpg` -> `caltech101/anchor`"""
    return name.rpartition("/")[0]


def _two_tenths(of_set: str, classes: list[str], seed: int) -> tuple[set[str], set[str]]:
    """Two different tenths of a set's classes, at least one class each."""
    own = [name for name in classes if name.startswith(f"{of_set}/")]
    order = np.random.default_rng(seed).permutation(len(own))
    size = max(1, round(len(own) / 10))
    return {own[row] for row in order[:size]}, {own[row] for row in order[size : 2 * size]}


def _of_classes(pictures: PictureSet, classes: Collection[str]) -> PictureSet:
    names = tuple(name for name in pictures.names if _class_of(name) in classes)
    return PictureSet(pictures.root, names)


def _each_against_the_others(name: str, pictures: PictureSet) -> Benchmark:
    """Every picture is a query among all others; relevant is the same class, mAP@100."""
    rows = np.arange(len(pictures))
    labels = label_matrix([[_class_of(name)] for name in pictures.names])
    return Benchmark(
        name,
        pictures,
        queries=rows,
        database=rows,
        training=rows[:0],
        measures=(Measure("class", _TOP, labels),),
    )
