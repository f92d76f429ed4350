"""Cosine distances between directions, exact to the last bit."""

from __future__ import annotations

import numpy as np

from desktop_app.core.learning.directions import LENGTH, PAIRS_AT_ONCE, Rows
from training.base.arrays import Floats


def cosine_distances(first: Floats, second: Floats) -> Floats:
    """Compute 1 - cosine of directions [M, F] and [N, F]: float32 [M, N]."""
    return _distances(first @ second.T)


def pair_distances(unit: Floats, rows: Rows, columns: Rows) -> Floats:
    """Compute 1 - cosine of the pairs (rows[i], columns[i]) of directions [N, F]: float32 [P]."""
    distances = np.empty(len(rows), np.float32)
    step = max(1, PAIRS_AT_ONCE // max(1, unit.shape[1]))
    for start in range(0, len(rows), step):
        part = slice(start, start + step)
        products = np.einsum("pf,pf->p", unit[rows[part]], unit[columns[part]])
        distances[part] = _distances(products)
    return distances


def _distances(products: Floats) -> Floats:
    return 1 - products / (LENGTH * LENGTH)
