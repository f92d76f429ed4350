"""Neighbour similarity: pairs of photos that share many of their nearest neighbours.

The neighbourhood structure of BGAN (Song, He, Gao, Xu, Hanjalic and Shen, "Binary Generative
Adversarial Networks for Image Retrieval", AAAI 2018), made symmetric.
"""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_array, vstack

from desktop_app.core.learning.directions import Rows
from desktop_app.core.learning.neighbours import nearest_neighbours
from training.base.arrays import Floats
from training.similarity.distances import pair_distances

_PHOTOS_AT_ONCE = 512


def neighbour_positives(unit: Floats, neighbours: int, best_shared: int) -> csr_array:
    """Return the similar pairs of directions [N, F]: bool [N, N], sparse, symmetric, no diagonal.

    Two photos are similar if one is among the `best_shared` photos that share the most of their
    `neighbours` nearest neighbours (each photo counts as its own) with the other, and at least
    one. Ties are broken by distance, then by row.
    """
    graph = _graph(nearest_neighbours(unit, neighbours))
    back = graph.T.tocsr()
    chosen = [
        _best_shared(unit, rows, graph[rows] @ back, best_shared)
        for rows in np.array_split(np.arange(len(unit)), max(1, len(unit) // _PHOTOS_AT_ONCE))
    ]
    one_way = vstack(chosen, format="csr")
    return one_way.maximum(one_way.T.tocsr())


def _graph(neighbours: Rows) -> csr_array:
    """Return ones, int32 [N, N], from each photo to its neighbours int64 [N, K] and itself."""
    photos = len(neighbours)
    columns = np.concatenate([np.arange(photos)[:, None], neighbours], axis=1)
    ends = np.arange(photos + 1) * columns.shape[1]
    return csr_array((np.ones(columns.size, np.int32), columns.ravel(), ends), (photos, photos))


def _best_shared(unit: Floats, rows: Rows, shared: csr_array, best: int) -> csr_array:
    """Select the best of each row from counts of shared neighbours int32 [B, N]: bool [B, N]."""
    pairs = shared.tocoo()
    others = pairs.col != rows[pairs.row]
    row, column, rank = pairs.row[others], pairs.col[others], -pairs.data[others]
    row, column, rank = _within_rank(row, column, rank, best)
    order = np.lexsort((column, pair_distances(unit, rows[row], column), rank, row))
    row, column = row[order], column[order]
    place = np.arange(len(row)) - np.searchsorted(row, row)
    row, column = row[place < best], column[place < best]
    return csr_array((np.ones(len(row), np.bool_), (row, column)), shared.shape)


def _within_rank(row: Rows, column: Rows, rank: Rows, best: int) -> tuple[Rows, Rows, Rows]:
    """Drop pairs that rank behind the `best`-th of their row; ties with it stay. `row` ascends."""
    starts = np.searchsorted(row, np.arange(row.max(initial=-1) + 2))
    last = np.minimum(starts[:-1] + best, starts[1:]) - 1
    key = row.astype(np.int64) * (1 + np.ptp(rank) if len(rank) else 1) + rank
    kept = key <= np.sort(key)[last[row]]
    return row[kept], column[kept], rank[kept]
