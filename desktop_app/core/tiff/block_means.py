"""Reduce a picture by an integer factor while it is read in parts of any shape."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray


class BlockMeans:
    """The mean of each block of factor x factor pixels of a picture."""

    def __init__(self, width: int, height: int, samples: int, factor: int) -> None:
        self._width, self._height, self._factor = width, height, factor
        size = -(-height // factor), -(-width // factor), samples
        self._sums = np.zeros(size, np.float32)

    def add(self, values: NDArray[Any], sample: int, y: int, x: int) -> None:
        """Add a part, [H, W, samples], whose first sample is at this row and column."""
        rows, columns, samples = values.shape
        left, starts = x // self._factor, self._starts(x, columns)
        wanted = self._sums[:, left : left + len(starts), sample : sample + samples]
        ends = np.append(self._starts(y, rows)[1:], rows)
        with np.errstate(over="ignore", invalid="ignore"):  # floats may be infinite
            # Five times as fast as reduceat, which converts each number on its own.
            for row, (start, end) in enumerate(pairwise([0, *ends]), y // self._factor):
                sums = values[start:end].sum(axis=0, dtype=np.float32)
                wanted[row] += np.add.reduceat(sums, starts, axis=0)

    def means(self) -> NDArray[np.float32]:
        """Float32 [H / factor, W / factor, samples], rounded up: the last blocks may be smaller."""
        rows, columns = _lengths(self._height, self._factor), _lengths(self._width, self._factor)
        counts = np.multiply.outer(rows, columns)[:, :, np.newaxis]
        return np.asarray(self._sums / counts, np.float32)

    def _starts(self, at: int, length: int) -> NDArray[np.intp]:
        """Where blocks begin within a part of this length that begins at `at`."""
        starts = np.arange(at // self._factor * self._factor, at + length, self._factor) - at
        return np.maximum(starts, 0).astype(np.intp)


def _lengths(side: int, factor: int) -> NDArray[np.float32]:
    return np.diff(np.append(np.arange(0, side, factor), side)).astype(np.float32)
