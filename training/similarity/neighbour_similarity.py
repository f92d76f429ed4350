"""Neighbour similarity: pairs of photos that have many of their nearest neighbours in common.

The neighbourhood structure of BGAN (Song, He, Gao, Xu, Hanjalic and Shen, "Binary Generative
Adversarial Networks for Image Retrieval", AAAI 2018), made symmetric.
"""

from __future__ import annotations

import faiss
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, vstack

from training.base.arrays import Floats
from training.similarity.directions import Rows, pair_distances, row_blocks

Neighbours = NDArray[np.int64]

# Measured: two threads take four times as long as one where another program is busy.
faiss.omp_set_num_threads(1)

_PHOTOS_AT_ONCE = 512
# More than are asked for, so that ties on the edge are seen whole.
_SPARE = 8


def nearest(seen: Floats, count: int) -> Neighbours:
    """The `count` nearest others of each of the directions [N, F], nearest first: int64 [N, count].

    Of equally near ones, those with the lower rows. Where there are fewer others, all of them.
    """
    count = min(count, len(seen) - 1)
    found = np.empty((len(seen), max(0, count)), np.int64)
    if count < 1:
        return found
    for start in range(0, len(seen), _PHOTOS_AT_ONCE):
        rows = np.arange(start, min(start + _PHOTOS_AT_ONCE, len(seen)))
        found[rows], unsure = _nearest_by_faiss(seen, rows, count)
        for block in row_blocks(len(unsure), len(seen)):
            found[unsure[block]] = _nearest_by_sorting(seen, unsure[block], count)
    return found


def neighbour_positives(seen: Floats, neighbours: int, best_shared: int) -> csr_array:
    """Bool [N, N] of the directions [N, F]: symmetric, sparse, without the diagonal.

    Two photos are similar where one is among the `best_shared` photos that share most of their
    `neighbours` nearest neighbours with the other, and at least one. Who shares equally many goes
    by distance, then by row. A photo counts as a neighbour of its own.
    """
    graph = _graph(nearest(seen, neighbours))
    back = graph.T.tocsr()
    chosen = [
        _best_shared(seen, rows, graph[rows] @ back, best_shared)
        for rows in np.array_split(np.arange(len(seen)), max(1, len(seen) // _PHOTOS_AT_ONCE))
    ]
    one_way = vstack(chosen, format="csr")
    return one_way.maximum(one_way.T.tocsr())


def _nearest_by_faiss(seen: Floats, rows: Rows, count: int) -> tuple[Neighbours, Rows]:
    """Neighbours [B, count] of `rows`, and those of the rows whose last neighbour may be another:
    as near as the last one that faiss has told.
    """
    asked = min(len(seen), count + 1 + _SPARE)
    products, columns = faiss.knn(seen[rows], seen, asked, metric=faiss.METRIC_INNER_PRODUCT)
    least = products[:, -1].copy()
    products[columns == rows[:, None]] = -np.inf
    order = np.lexsort((columns, -products))[:, :count]
    last = np.take_along_axis(products, order[:, -1:], axis=1)[:, 0]
    unsure = rows[last == least] if asked < len(seen) else rows[:0]
    return np.take_along_axis(columns, order, axis=1), unsure


def _nearest_by_sorting(seen: Floats, rows: Rows, count: int) -> Neighbours:
    products = seen[rows] @ seen.T
    products[np.arange(len(rows)), rows] = -np.inf
    return np.argsort(-products, axis=1, kind="stable")[:, :count]


def _graph(neighbours: Neighbours) -> csr_array:
    """Ones, int32 [N, N], from each photo to its neighbours int64 [N, K] and to itself."""
    photos = len(neighbours)
    columns = np.concatenate([np.arange(photos)[:, None], neighbours], axis=1)
    ends = np.arange(photos + 1) * columns.shape[1]
    return csr_array((np.ones(columns.size, np.int32), columns.ravel(), ends), (photos, photos))


def _best_shared(seen: Floats, rows: Rows, shared: csr_array, best: int) -> csr_array:
    """Of the numbers of shared neighbours int32 [B, N], the best of each row: bool [B, N]."""
    pairs = shared.tocoo()
    others = pairs.col != rows[pairs.row]
    row, column, rank = pairs.row[others], pairs.col[others], -pairs.data[others]
    row, column, rank = _no_worse_than_the_last(row, column, rank, best)
    order = np.lexsort((column, pair_distances(seen, rows[row], column), rank, row))
    row, column = row[order], column[order]
    place = np.arange(len(row)) - np.searchsorted(row, row)
    row, column = row[place < best], column[place < best]
    return csr_array((np.ones(len(row), np.bool_), (row, column)), shared.shape)


def _no_worse_than_the_last(
    row: Rows, column: Rows, rank: Rows, best: int
) -> tuple[Rows, Rows, Rows]:
    """Without what ranks behind the `best`-th of its row; what equals it stays. `row` ascends."""
    starts = np.searchsorted(row, np.arange(row.max(initial=-1) + 2))
    last = np.minimum(starts[:-1] + best, starts[1:]) - 1
    key = row.astype(np.int64) * (1 + np.ptp(rank) if len(rank) else 1) + rank
    kept = key <= np.sort(key)[last[row]]
    return row[kept], column[kept], rank[kept]
