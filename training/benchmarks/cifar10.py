"""CIFAR-10 (Krizhevsky, 2009): 60,000 pictures of 32 x 32 pixels in ten classes.

Relevant is the same class; mAP@1000. Three splits are published; labels serve measuring only.

- `cifar10`: the official test half (10,000) are queries, the other 50,000 are the database, and all
  of those may be trained on: Greedy Hash (NeurIPS 2018) without labels, and Bi-half Net
  (AAAI 2021), which draws its 1,000 queries a class from all 60,000.
- `cifar10_few_learned`: the same, but only 500 of each class may be trained on: the released
  configuration of SSDH (IJCAI 2018), by the authors of the paper that this project follows, and
  of CIBHash (IJCAI 2021), which keeps half of the test pictures for validation. Bi-half Net's
  second setting has it too, with mAP over the whole database.
- `cifar10_few_queries`: 100 pictures of each class are queries, the other 59,000 are the database,
  of which 500 of each class may be trained on. Collections of hashing methods call it CIFAR-10 (I);
  SDC (BMVC 2023) uses it, and trains Bi-half Net and CIBHash anew that way, so its table is not
  that of their papers. They draw the queries from all 60,000; here they come from the test half, so
  that a model trained on the training half is not queried with pictures that it knows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from training.base.errors import MissingDataError
from training.benchmarks.benchmark import Benchmark, Measure, Rows, label_matrix
from training.benchmarks.cifar10_binary import BINARY_FOLDER, unpack_binary
from training.benchmarks.splits import complement, sample_per_label
from training.data.pictures import PictureSet, extract_archive

_CLASSES = tuple("airplane automobile bird cat deer dog frog horse ship truck".split())
_ARCHIVE = "cifar10.tar.gz"
_TOP = 1000


@dataclass(frozen=True)
class _Cifar:
    """CIFAR-10 in row order; rows of the test half come first."""

    pictures: PictureSet
    measure: Measure
    tests: Rows
    others: Rows


def cifar10(data: Path, cache: Path) -> Benchmark:
    """10,000 test pictures against the 50,000 others.

    `data` holds the folders test/<class>/ and train/<class>/ (JPEG or PNG), or the official
    binary release in cifar-10-batches-bin/, or cifar10.tar.gz with those two folders.

    Raises:
        MissingDataError, DamagedDataError.
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
    """Like `cifar10`, with 5,000 pictures to train on.

    Raises:
        MissingDataError, DamagedDataError, IncompleteDataError.
    """
    whole = cifar10(data, cache)
    labels = whole.measures[0].labels
    training = sample_per_label(labels, whole.database, training_a_class, seed, data)
    return replace(whole, name="CIFAR-10, 5,000 learned", training=training)


def cifar10_few_queries(
    data: Path, cache: Path, queries_a_class: int = 100, training_a_class: int = 500, seed: int = 0
) -> Benchmark:
    """1,000 queries against 59,000, with 5,000 to train on. `data` as for `cifar10`.

    Raises:
        MissingDataError, DamagedDataError, IncompleteDataError.
    """
    cifar = _cifar(data, cache)
    labels, measures = cifar.measure.labels, (cifar.measure,)
    queries = sample_per_label(labels, cifar.tests, queries_a_class, seed, data)
    database = complement(len(cifar.pictures), without=queries)
    training = sample_per_label(labels, database, training_a_class, seed, data)
    name = "CIFAR-10, 1,000 queries"
    return Benchmark(name, cifar.pictures, queries, database, training, measures)


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
        return unpack_binary(data / BINARY_FOLDER, cache, _CLASSES)
    if not (data / _ARCHIVE).is_file():
        raise MissingDataError(data / _ARCHIVE)
    return extract_archive(data / _ARCHIVE, cache)


def _names(root: Path, half: str) -> list[str]:
    """List the pictures of a half by class and number.

    Raises:
        MissingDataError: a class has no pictures.
    """
    names = []
    for name in _CLASSES:
        folder = root / half / name
        files = sorted(file.name for file in folder.glob("*") if file.suffix in {".jpg", ".png"})
        if not files:
            raise MissingDataError(folder)
        names += [f"{half}/{name}/{file}" for file in files]
    return names
