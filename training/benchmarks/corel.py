"""Corel-5K: 50 themes of a hundred stock photos each, annotated with one to five words.

Duygulu, Barnard, de Freitas and Forsyth, ECCV 2002, with their split: 499 test pictures are the
queries, the other 4,500 the database, which may be trained on. Two measures: the same theme
(mAP@100) and a word in common (mAP@1000).
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from training.benchmarks.benchmark import Benchmark, Measure, label_matrix
from training.data.pictures import PictureSet, picture_root, read_manifest

_MANIFEST = "corel5k_manifest.tsv"
_ARCHIVE = "corel5k.tar.gz"


def corel(data: Path, cache: Path) -> Benchmark:
    """Load corel5k_manifest.tsv and, beside it, corel5k.tar.gz or the folder corel5k.

    The manifest's columns are name, label (the theme), labels (words, with commas) and split
    ("query" or "database").

    Raises:
        MissingDataError: a file does not exist.
    """
    rows = read_manifest(data / _MANIFEST)
    names = tuple(row["name"] for row in rows)
    is_query = np.array([row["split"] == "query" for row in rows])
    queries, database = np.flatnonzero(is_query), np.flatnonzero(~is_query)
    measures = (
        Measure("theme", 100, label_matrix([[row["label"]] for row in rows])),
        Measure("words", 1000, label_matrix([row["labels"].split(",") for row in rows])),
    )
    pictures = PictureSet(picture_root(data, _ARCHIVE, names[0], cache), names)
    return Benchmark("Corel-5K", pictures, queries, database, database, measures)


def other_queries(benchmark: Benchmark, seed: int = 0) -> Benchmark:
    """Replace the queries by a random tenth of the database, which leaves it and the training.

    No setting of this project was chosen by the results of these queries.
    """
    order = np.random.default_rng(seed).permutation(benchmark.database)
    count = len(order) // 10
    queries, database = np.sort(order[:count]), np.sort(order[count:])
    name = f"{benchmark.name}, other queries"
    return replace(benchmark, name=name, queries=queries, database=database, training=database)
