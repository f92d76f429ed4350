"""Reduce a picture by an integer factor while it is read in parts of any shape."""

from __future__ import annotations

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
        with np.errstate(over="ignore", invalid="ignore"):  # floats may be infinite
            blocks = np.add.reduceat(values, self._starts(y, rows), axis=0, dtype=np.float32)
            blocks = np.add.reduceat(blocks, self._starts(x, columns), axis=1)
        top, left = y // self._factor, x // self._factor
        bottom, right = top + blocks.shape[0], left + blocks.shape[1]
        self._sums[top:bottom, left:right, sample : sample + samples] += blocks

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
