"""Photos as directions, and the cosine distances between them, exact to the last bit."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from training.base.arrays import Floats
from training.measuring.baselines import unit_rows

Rows = NDArray[np.int64]

# Integers whose products' sums all stay below 2^24: float32 holds them exactly.
_LENGTH = np.float32(4000)
_PAIRS_AT_ONCE = 2**24


def directions(features: Floats | NDArray[np.int8]) -> Floats:
    """Features or descriptors [N, F] -> float32 [N, F]: centred, every row 4000 long, rounded.

    Whole numbers of this size make every cosine exact, in whatever order a matrix product adds
    (they cost less than 0.001 of a cosine): who is whose neighbour then depends neither on the
    processor nor on the block that a pair is looked at in. A row that is the mean stays 0, at
    distance 1 from all.
    """
    floats = features.astype(np.float32)
    centred = floats - floats.mean(axis=0, dtype=np.float64).astype(np.float32)
    return np.asarray(np.rint(unit_rows(centred) * _LENGTH), np.float32)


def cosine_distances(first: Floats, second: Floats) -> Floats:
    """Directions [M, F] and [N, F] -> 1 - cosine, float32 [M, N]."""
    return _distances(first @ second.T)


def pair_distances(seen: Floats, rows: Rows, columns: Rows) -> Floats:
    """1 - cosine of the pairs (rows[i], columns[i]) of the directions [N, F]: float32 [P]."""
    distances = np.empty(len(rows), np.float32)
    step = max(1, _PAIRS_AT_ONCE // max(1, seen.shape[1]))
    for start in range(0, len(rows), step):
        part = slice(start, start + step)
        products = np.einsum("pf,pf->p", seen[rows[part]], seen[columns[part]])
        distances[part] = _distances(products)
    return distances


def row_blocks(photos: int, among: int) -> Iterator[Rows]:
    """0 .. `photos` - 1 in parts: as many as can be compared with `among` photos in 64 MB."""
    step = max(1, _PAIRS_AT_ONCE // max(1, among))
    for start in range(0, photos, step):
        yield np.arange(start, min(start + step, photos))


def _distances(products: Floats) -> Floats:
    return 1 - products / (_LENGTH * _LENGTH)
