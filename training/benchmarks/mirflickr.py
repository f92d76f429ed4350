"""MIRFLICKR-25K (Huiskes and Lew, MIR 2008): 25,000 photos from Flickr with 24 concepts.

Relevant is a concept in common. Of the photos that have a concept (about 24,580), 2,000 at random
are queries and the others are the database, of which 5,000 may be trained on: the numbers of
Bi-half Net (AAAI 2021) and PSIDP (2022). SSDH (IJCAI 2018) released lists of 2,000 and 18,015
photos, 10,000 of them to train on: the 20,015 that cross-modal papers keep because they have
frequent tags too, so its figures are of fewer photos. SSDH reports mAP@5000, as here, Bi-half Net
the mAP over the whole database.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from training.base.errors import DamagedDataError, MissingDataError
from training.benchmarks.benchmark import Benchmark, Labels, Measure
from training.benchmarks.splits import complement, sample_rows
from training.data.pictures import PictureSet

CONCEPTS = tuple(
    "animals baby bird car clouds dog female flower food indoor lake male night people plant_life"
    " portrait river sea sky structures sunset transport tree water".split()
)

_PICTURES = "mirflickr"
_ANNOTATIONS = "mirflickr25k_annotations_v080"
_COUNT = 25_000
_TOP = 5000


def mirflickr(
    data: Path, query_count: int = 2000, training_count: int = 5000, seed: int = 0
) -> Benchmark:
    """Load the folders mirflickr (im1.jpg ... im25000.jpg) and mirflickr25k_annotations_v080.

    The latter has a file for each concept, with a photo's number in each line. Photos without
    any of the 24 concepts are left out; papers that count 38 add those that are a main subject.

    Raises:
        MissingDataError, DamagedDataError, IncompleteDataError.
    """
    labels = np.zeros((_COUNT, len(CONCEPTS)), np.bool_)
    for column, concept in enumerate(CONCEPTS):
        labels[_numbers(data / _ANNOTATIONS / f"{concept}.txt") - 1, column] = True
    rows = np.flatnonzero(labels.any(axis=1))
    pictures = PictureSet(data / _PICTURES, tuple(f"im{row + 1}.jpg" for row in rows))
    _check_complete(pictures)
    return _benchmark(pictures, labels[rows], query_count, training_count, seed)


def _benchmark(
    pictures: PictureSet, labels: Labels, query_count: int, training_count: int, seed: int
) -> Benchmark:
    queries = sample_rows(np.arange(len(pictures)), query_count, seed, pictures.root)
    database = complement(len(pictures), without=queries)
    return Benchmark(
        "MIRFLICKR-25K",
        pictures,
        queries=queries,
        database=database,
        training=sample_rows(database, training_count, seed, pictures.root),
        measures=(Measure("concept", _TOP, labels),),
    )


def _numbers(file: Path) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Read the numbers of the photos that have a concept."""
    if not file.is_file():
        raise MissingDataError(file)
    numbers = []
    for line, text in enumerate(file.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        if not text.strip():
            continue
        if not text.strip().isdecimal() or not 1 <= int(text) <= _COUNT:
            raise DamagedDataError(file, f"line {line} is not a photo number from 1 to {_COUNT:,}")
        numbers.append(int(text))
    return np.array(numbers, np.int64)


def _check_complete(pictures: PictureSet) -> None:
    if not pictures.root.is_dir():
        raise MissingDataError(pictures.root)
    present = {file.name for file in pictures.root.iterdir()}
    for name in pictures.names:
        if name not in present:
            raise MissingDataError(pictures.root / name)
