"""Which photos belong together, by their descriptors."""

from __future__ import annotations

from collections.abc import Generator, Iterator

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import Descriptors
from desktop_app.core.jobs.comparison_events import Comparing, ComparingStage

Rows = NDArray[np.int64]
Floats = NDArray[np.float32]

_BLOCK_ROWS = 128
_SMOOTHED_OVER = 10
_SMOOTHED_TIMES = 2


def unit_rows(descriptors: Descriptors | Floats) -> Floats:
    """[N, D] -> float32 [N, D] of length 1."""
    values = np.asarray(descriptors, np.float32)
    lengths = np.linalg.norm(values, axis=1, keepdims=True)
    return np.asarray(values / np.maximum(lengths, 1e-9), np.float32)


def nearest_rows(directions: Floats, rows: Rows, top: int) -> Iterator[Rows]:
    """The `top` rows of float32 [N, D], of length 1, with the largest cosine to each of `rows`, but
    itself: int64 [q, top] for some of them at a time, nearest first. Exact.
    """
    for start in range(0, len(rows), _BLOCK_ROWS):
        some = rows[start : start + _BLOCK_ROWS]
        cosines = directions[some] @ directions.T
        cosines[np.arange(len(some)), some] = -2
        best = np.argpartition(-cosines, top - 1, axis=1)[:, :top]
        order = np.argsort(-np.take_along_axis(cosines, best, axis=1), axis=1, kind="stable")
        yield np.take_along_axis(best, order, axis=1)


def smoothed(descriptors: Descriptors) -> Generator[Comparing, None, Floats]:
    """int8 [N, D] -> float32 [N, D] of length 1: each photo's direction from the middle of all, as
    the mean of its neighbours' and its own, twice.
    """
    values = np.asarray(descriptors, np.float32)
    near = np.empty((0, _SMOOTHED_OVER), np.int64)
    for found in nearest_rows(unit_rows(values), np.arange(len(values)), _SMOOTHED_OVER):
        near = np.concatenate([near, found])
        yield Comparing(ComparingStage.RELATIVES, len(near), len(values))
    directions = unit_rows(values - values.mean(axis=0))
    for _ in range(_SMOOTHED_TIMES):
        total = directions.copy()
        for column in near.T:
            total += directions[column]
        directions = unit_rows(total)
    return directions
