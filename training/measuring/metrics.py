"""Metrics: mean average precision of rankings, curves by Hamming radius, use of the bits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import pack
from training.base.arrays import Floats
from training.benchmarks.benchmark import Benchmark, Measure, Rows
from training.measuring.average_precision import (
    TieGroups,
    counted_groups,
    expected_average_precision,
    ranked_groups,
)
from training.measuring.rankings import Distances

_DISTANCES_AT_A_TIME = 4_000_000


@dataclass(frozen=True, eq=False)
class RadiusCurve:
    """Means over the queries for each Hamming radius 0..K; float64 [K + 1] each.

    Attributes:
        precision: share of relevant photos within the radius; 0 for a query with none within it,
            as in the literature (`precision[2]` is the usual "precision within radius 2").
        recall: share of the relevant photos found, over the queries that have any.
        answered: share of the queries with any photo within the radius; precision / answered is the
            mean over those alone, which precision-recall plots of the literature show.
    """

    precision: NDArray[np.float64]
    recall: NDArray[np.float64]
    answered: NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Score:
    """The quality of a ranking by one measure; `curve` is None unless distances are Hamming."""

    measure: str
    top: int
    mean_average_precision: float
    curve: RadiusCurve | None = None


def measure(distances: Distances, benchmark: Benchmark) -> tuple[Score, ...]:
    """Score a ranking by each of the benchmark's measures.

    A query that is in the database does not find itself. Distances are computed in blocks of a few
    million, whatever the benchmark's size.
    """
    return tuple(_score(distances, benchmark, of) for of in benchmark.measures)


def unique_code_rate(logits: Floats) -> float:
    """Return the number of different codes as a share of the photos, from logits float32 [N, K]."""
    return len(np.unique(pack(logits), axis=0)) / len(logits)


def bit_balance(logits: Floats) -> float:
    """Return the mean share of a bit's rarer value, from logits float32 [N, K]; 0.5 is best."""
    ones = (logits > 0).mean(axis=0)
    return float(np.minimum(ones, 1 - ones).mean())


def _score(distances: Distances, benchmark: Benchmark, of: Measure) -> Score:
    precisions, counted = [], []
    for groups in _tie_groups(distances, benchmark, of):
        precisions.append(expected_average_precision(groups, of.top))
        if distances.bits is not None:
            counted.append(groups)
    curve = _radius_curve(counted) if counted else None
    return Score(of.name, of.top, float(np.concatenate(precisions).mean()), curve)


def _tie_groups(distances: Distances, benchmark: Benchmark, of: Measure) -> Iterator[TieGroups]:
    """Group the rankings of a block of queries at a time."""
    places = _places_in_database(benchmark)
    size = max(1, _DISTANCES_AT_A_TIME // len(benchmark.database))
    for start in range(0, len(benchmark.queries), size):
        some = slice(start, start + size)
        found = distances.of(some)
        relevant = of.relevant(benchmark.queries[some], benchmark.database)
        own = np.flatnonzero(places[some] >= 0)
        relevant[own, places[some][own]] = False
        if distances.bits is None:
            found[own, places[some][own]] = np.inf
            yield ranked_groups(found, relevant, of.top)
        else:
            found[own, places[some][own]] = distances.bits + 1
            yield counted_groups(found, relevant, distances.bits)


def _places_in_database(benchmark: Benchmark) -> Rows:
    """Return the place of each query in the database, int64 [Q]; -1 if it is not in it."""
    places = np.full(len(benchmark.pictures), -1)
    places[benchmark.database] = np.arange(len(benchmark.database))
    return np.asarray(places[benchmark.queries], np.int64)


def _radius_curve(parts: list[TieGroups]) -> RadiusCurve:
    """Average over the queries, from groups that are the distances 0..K."""
    within = np.concatenate([part.sizes for part in parts]).cumsum(axis=1)
    hits = np.concatenate([part.relevant for part in parts]).cumsum(axis=1)
    recall = hits[hits[:, -1] > 0] / hits[hits[:, -1] > 0, -1:]
    return RadiusCurve(
        precision=(hits / np.maximum(within, 1)).mean(axis=0),
        recall=recall.mean(axis=0) if len(recall) else np.zeros(hits.shape[1]),
        answered=(within > 0).mean(axis=0),
    )
