"""CIFAR-10 (Krizhevsky, 2009): 60,000 pictures of 32 x 32 pixels in ten classes.

Relevant is the same class; mAP@1000. Three splits are published; labels are for measuring only.

- `cifar10`: the official test half (10,000) asks, the other 50,000 are the database, and all of
  those may be learned from: Greedy Hash (NeurIPS 2018) without labels, and Bi-half Net
  (AAAI 2021), which draws its 1,000 queries a class from all 60,000.
- `cifar10_few_learned`: the same, but only 500 of each class may be learned from: the released
  configuration of SSDH (IJCAI 2018), by the authors of the paper that this project follows, and
  of CIBHash (IJCAI 2021), which keeps half of the test pictures for validation. Bi-half Net's
  second setting has it too, with mAP over the whole database.
- `cifar10_few_queries`: 100 pictures of each class ask, the other 59,000 are the database, of
  which 500 of each class may be learned from. Collections of hashing methods call it
  CIFAR-10 (I); SDC (BMVC 2023) uses it, and trains Bi-half Net and CIBHash anew that way, so its
  table is not that of their papers. They draw the queries from all 60,000; here they come from
  the test half, so that no model that has seen the training half is asked about what it knows.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from training.base.errors import MissingDataError
from training.benchmarks.benchmark import Benchmark, Measure, Rows, label_matrix
from training.benchmarks.cifar10_binary import BINARY_FOLDER, unpacked
from training.benchmarks.pictures import PictureSet, extracted
from training.benchmarks.splits import drawn_by_label, rest

_CLASSES = tuple("airplane automobile bird cat deer dog frog horse ship truck".split())
_ARCHIVE = "cifar10.tar.gz"
_TOP = 1000


@dataclass(frozen=True)
class _Cifar:
    """Rows of the test half come first."""

    pictures: PictureSet
    measure: Measure
    tests: Rows
    others: Rows


def cifar10(data: Path, cache: Path) -> Benchmark:
    """All 10,000 test pictures against all 50,000 others.

    `data` holds the folders test/<class>/ and train/<class>/ (JPEG or PNG), or the official
    binary release in cifar-10-batches-bin/ (unpacked to PNG files in the cache), or
    cifar10.tar.gz (those two folders). Raises MissingDataError, DamagedDataError.
    """
    cifar = _cifar(data, cache)
    return Benchmark(
        "CIFAR-10",
        cifar.pictures,
        queries=cifar.tests,
        database=cifar.others,
        training=cifar.others,
        measures=(cifar.measure,),
    )


def cifar10_few_learned(
    data: Path, cache: Path, training_a_class: int = 500, seed: int = 0
) -> Benchmark:
    """As `cifar10`, with 5,000 pictures to learn from.

    Raises MissingDataError, DamagedDataError, IncompleteDataError.
    """
    cifar = _cifar(data, cache)
    labels = cifar.measure.labels
    return Benchmark(
        "CIFAR-10, 5,000 learned",
        cifar.pictures,
        queries=cifar.tests,
        database=cifar.others,
        training=drawn_by_label(labels, cifar.others, training_a_class, seed, data),
        measures=(cifar.measure,),
    )


def cifar10_few_queries(
    data: Path,
    cache: Path,
    queries_a_class: int = 100,
    training_a_class: int = 500,
    seed: int = 0,
) -> Benchmark:
    """1,000 queries against 59,000, with 5,000 to learn from. `data` as for `cifar10`.

    Raises MissingDataError, DamagedDataError, IncompleteDataError.
    """
    cifar = _cifar(data, cache)
    labels = cifar.measure.labels
    queries = drawn_by_label(labels, cifar.tests, queries_a_class, seed, data)
    database = rest(len(cifar.pictures), without=queries)
    return Benchmark(
        "CIFAR-10, 1,000 queries",
        cifar.pictures,
        queries=queries,
        database=database,
        training=drawn_by_label(labels, database, training_a_class, seed, data),
        measures=(cifar.measure,),
    )


def _cifar(data: Path, cache: Path) -> _Cifar:
    root = _root(data, cache)
    names = [name for half in ("test", "train") for name in _names(root, half)]
    tests = sum(name.startswith("test/") for name in names)
    labels = label_matrix([[name.split("/")[1]] for name in names])
    return _Cifar(
        PictureSet(root, tuple(names)),
        Measure("class", _TOP, labels),
        tests=np.arange(tests),
        others=np.arange(tests, len(names)),
    )


def _root(data: Path, cache: Path) -> Path:
    if (data / "test" / _CLASSES[0]).is_dir():
        return data
    if (data / BINARY_FOLDER).is_dir():
        return unpacked(data / BINARY_FOLDER, cache, _CLASSES)
    if not (data / _ARCHIVE).is_file():
        raise MissingDataError(data / _ARCHIVE)
    return extracted(data / _ARCHIVE, cache)


def _names(root: Path, half: str) -> list[str]:
    """By class and number. Raises MissingDataError where a class has no pictures."""
    names = []
    for name in _CLASSES:
        folder = root / half / name
        files = sorted(file.name for file in folder.glob("*") if file.suffix in {".jpg", ".png"})
        if not files:
            raise MissingDataError(folder)
        names += [f"{half}/{name}/{file}" for file in files]
    return names
