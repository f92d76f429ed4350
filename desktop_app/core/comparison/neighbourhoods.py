"""Nearest neighbours by descriptor, exact."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import Descriptors
from desktop_app.core.jobs.comparison_events import Comparing, ComparingStage

Rows: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float32]

_BLOCK_ROWS = 128
_SMOOTHING_NEIGHBOURS = 10
_SMOOTHING_PASSES = 2


def unit_rows(descriptors: Descriptors | Floats) -> Floats:
    """Normalize the rows of int8 or float32 [N, D] to length 1: float32 [N, D]."""
    values = np.asarray(descriptors, np.float32)
    lengths = np.linalg.norm(values, axis=1, keepdims=True)
    return np.asarray(values / np.maximum(lengths, 1e-9), np.float32)


def nearest_rows(vectors: Floats, rows: Rows, top: int) -> Iterator[Rows]:
    """Find the nearest neighbours of some rows by cosine, without the row itself.

    Args:
        vectors: float32 [N, D], of length 1.
        rows: Rows to search for, int64 [Q].
        top: Neighbours of each row.

    Yields:
        int64 [q, top] for one block of `rows` after the other, nearest first.
    """
    for start in range(0, len(rows), _BLOCK_ROWS):
        block = rows[start : start + _BLOCK_ROWS]
        cosines = vectors[block] @ vectors.T
        cosines[np.arange(len(block)), block] = -2
        best = np.argpartition(-cosines, top - 1, axis=1)[:, :top]
        order = np.argsort(-np.take_along_axis(cosines, best, axis=1), axis=1, kind="stable")
        yield np.take_along_axis(best, order, axis=1)


def smooth_descriptors(descriptors: Descriptors) -> Generator[Comparing, None, Floats]:
    """Average centred descriptors, int8 [N, D], with those of their neighbours, in two passes.

    Returns float32 [N, D], of length 1.
    """
    values = np.asarray(descriptors, np.float32)
    neighbours = np.empty((0, _SMOOTHING_NEIGHBOURS), np.int64)
    for block in nearest_rows(unit_rows(values), np.arange(len(values)), _SMOOTHING_NEIGHBOURS):
        neighbours = np.concatenate([neighbours, block])
        yield Comparing(ComparingStage.RELATIVES, len(neighbours), len(values))
    vectors = unit_rows(values - values.mean(axis=0))
    for _ in range(_SMOOTHING_PASSES):
        vectors = _averaged(vectors, neighbours)
    return vectors


def _averaged(vectors: Floats, neighbours: Rows) -> Floats:
    total = vectors.copy()
    for column in neighbours.T:
        total += vectors[column]
    return unit_rows(total)
