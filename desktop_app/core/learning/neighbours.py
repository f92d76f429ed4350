"""Nearest neighbours of photos by their directions, exact."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeAlias

import faiss
import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.processors import available_cores
from desktop_app.core.learning.directions import Rows, row_blocks
from desktop_app.core.learning.linear_hash import Floats

Neighbours: TypeAlias = NDArray[np.int64]

# Measured: two threads of faiss take four times as long as one while another program is busy. So
# blocks of photos are searched in threads of ours, each of which has to be told.
_ONE_THREAD = 1

_PHOTOS_AT_ONCE = 512
# Neighbours searched beyond `count`, so that ties at the end are found.
_SPARE = 8


def nearest_neighbours(unit: Floats, count: int) -> Neighbours:
    """Find the `count` nearest others of each of the directions [N, F]: int64 [N, count].

    They are sorted by distance, ties by row. If there are fewer others, all are returned.
    """
    count = min(count, len(unit) - 1)
    found = np.empty((len(unit), max(0, count)), np.int64)
    if count < 1:
        return found
    starts = range(0, len(unit), _PHOTOS_AT_ONCE)
    blocks = [np.arange(start, min(start + _PHOTOS_AT_ONCE, len(unit))) for start in starts]
    nearest = _in_threads(lambda rows: _nearest_by_faiss(unit, rows, count), blocks)
    for rows, (columns, unsure) in zip(blocks, nearest, strict=True):
        found[rows] = columns
        for block in row_blocks(len(unsure), len(unit)):
            found[unsure[block]] = _nearest_by_sorting(unit, unsure[block], count)
    return found


def _in_threads(
    search: Callable[[Rows], tuple[Neighbours, Rows]], blocks: list[Rows]
) -> list[tuple[Neighbours, Rows]]:
    cores, one = available_cores(), (_ONE_THREAD,)
    with ThreadPoolExecutor(cores, "", faiss.omp_set_num_threads, one) as pool:
        return list(pool.map(search, blocks))


def _nearest_by_faiss(unit: Floats, rows: Rows, count: int) -> tuple[Neighbours, Rows]:
    """Search neighbours [B, count]; return also the rows whose last neighbour may be another.

    These are as near to it as the last one that faiss has returned.
    """
    searched = min(len(unit), count + 1 + _SPARE)
    products, columns = faiss.knn(unit[rows], unit, searched, metric=faiss.METRIC_INNER_PRODUCT)
    least = products[:, -1].copy()
    products[columns == rows[:, None]] = -np.inf
    order = np.lexsort((columns, -products))[:, :count]
    last = np.take_along_axis(products, order[:, -1:], axis=1)[:, 0]
    unsure = rows[last == least] if searched < len(unit) else rows[:0]
    return np.take_along_axis(columns, order, axis=1), unsure


def _nearest_by_sorting(unit: Floats, rows: Rows, count: int) -> Neighbours:
    products = unit[rows] @ unit.T
    products[np.arange(len(rows)), rows] = -np.inf
    return np.argsort(-products, axis=1, kind="stable")[:, :count]
