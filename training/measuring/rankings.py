"""Distances from queries to a database: of floats, of codes, and of floats to codes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import Codes, Logits, pack, signs
from desktop_app.core.learning.linear_hash import unit_rows
from training.base.arrays import Floats
from training.benchmarks.benchmark import Benchmark


@dataclass(frozen=True, eq=False)
class Distances:
    """Distances from a benchmark's queries to its whole database, for a slice of queries at a time.

    Attributes:
        of: slice of queries -> float32 [q, M], or int64 [q, M] Hamming distances from 0 to `bits`;
            a new array, which the caller may change.
        bits: K for Hamming distances, otherwise None.
    """

    of: Callable[[slice], NDArray[Any]]
    bits: int | None = None


def by_cosine(features: Floats, benchmark: Benchmark) -> Distances:
    """Rank by the cosines of features float32 [N, F] of the benchmark's pictures."""
    queries = unit_rows(features[benchmark.queries])
    database = unit_rows(features[benchmark.database]).T
    return Distances(lambda some: -(queries[some] @ database))


def by_hamming(codes: Codes, benchmark: Benchmark) -> Distances:
    """Rank by the differing bits of packed codes uint8 [N, K/8]."""
    queries = signs(codes[benchmark.queries])
    database = signs(codes[benchmark.database])
    return Distances(lambda some: _differing(queries[some], database), queries.shape[1])


def by_confidence(logits: Logits, benchmark: Benchmark) -> Distances:
    """Rank by asymmetric distance: the query keeps its logits float32 [N, K], the database is bits.

    Equal codes are at exactly the same distance.
    """
    queries = logits[benchmark.queries]
    codes, which = np.unique(pack(logits[benchmark.database]), axis=0, return_inverse=True)
    database, which = signs(codes).T, which.ravel()  # NumPy 2.0 alone gives a column
    return Distances(lambda some: -(queries[some] @ database)[:, which])


def cosine_distances(queries: Floats, database: Floats) -> Floats:
    """Return negated cosines of float32 [Q, F] and [M, F]: float32 [Q, M]."""
    return -(unit_rows(queries) @ unit_rows(database).T)


def hamming_distances(queries: Codes, database: Codes) -> NDArray[np.int64]:
    """Count the differing bits of packed codes uint8 [Q, K/8] and [M, K/8]: int64 [Q, M]."""
    return _differing(signs(queries), signs(database))


def asymmetric_distances(queries: Floats, database: Codes) -> Floats:
    """Return negated agreement of logits float32 [Q, K] and packed codes [M, K/8]: float32 [Q, M].

    The order is that of core.base.codes.agreement.
    """
    return np.asarray(-(queries @ signs(database).T), np.float32)


def _differing(queries: Floats, database: Floats) -> NDArray[np.int64]:
    """Count the differing bits of codes of ±1, float32 [Q, K] and [M, K]: int64 [Q, M]."""
    agreement = queries @ database.T
    agreement -= queries.shape[1]
    agreement *= -0.5
    return agreement.astype(np.int64)
