"""Centred unit vectors in integers, and cosine distances between them, exact to the last bit."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from training.base.arrays import Floats
from training.measuring.baselines import unit_rows

Rows = NDArray[np.int64]

# With vectors of this length all dot products stay below 2^24: float32 holds them exactly.
_LENGTH = np.float32(4000)
_PAIRS_AT_ONCE = 2**24


def directions(features: Floats | NDArray[np.int8]) -> Floats:
    """Centre features or descriptors [N, F], scale rows to length 4000 and round: float32 [N, F].

    Dot products of such integers are exact in any order of addition, at a cost of less than 0.001
    of a cosine: neighbours then depend neither on the processor nor on how pairs are batched. A row
    equal to the mean becomes 0, at distance 1 from all.
    """
    floats = features.astype(np.float32)
    centred = floats - floats.mean(axis=0, dtype=np.float64).astype(np.float32)
    return np.asarray(np.rint(unit_rows(centred) * _LENGTH), np.float32)


def cosine_distances(first: Floats, second: Floats) -> Floats:
    """Compute 1 - cosine of directions [M, F] and [N, F]: float32 [M, N]."""
    return _distances(first @ second.T)


def pair_distances(unit: Floats, rows: Rows, columns: Rows) -> Floats:
    """Compute 1 - cosine of the pairs (rows[i], columns[i]) of directions [N, F]: float32 [P]."""
    distances = np.empty(len(rows), np.float32)
    step = max(1, _PAIRS_AT_ONCE // max(1, unit.shape[1]))
    for start in range(0, len(rows), step):
        part = slice(start, start + step)
        products = np.einsum("pf,pf->p", unit[rows[part]], unit[columns[part]])
        distances[part] = _distances(products)
    return distances


def row_blocks(photos: int, among: int) -> Iterator[Rows]:
    """Split 0 .. `photos` - 1 into blocks that can be compared with `among` photos in 64 MB."""
    step = max(1, _PAIRS_AT_ONCE // max(1, among))
    for start in range(0, photos, step):
        yield np.arange(start, min(start + step, photos))


def _distances(products: Floats) -> Floats:
    return 1 - products / (_LENGTH * _LENGTH)
