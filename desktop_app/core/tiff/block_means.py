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
        self._size = -(-height // factor), -(-width // factor), samples
        self._sums: NDArray[Any] | None = None

    @property
    def rows(self) -> int:
        """The rows of the reduced picture: rounded up, for the last blocks may be smaller."""
        return self._size[0]

    def add(self, values: NDArray[Any], sample: int, y: int, x: int) -> None:
        """Add a part, [H, W, samples], whose first sample is at this row and column."""
        if self._sums is None:
            self._sums = np.zeros(self._size, self._sum_type(values.dtype))
        rows, columns, samples = values.shape
        left, starts = x // self._factor, self._starts(x, columns)
        wanted = self._sums[:, left : left + len(starts), sample : sample + samples]
        with np.errstate(over="ignore", invalid="ignore"):  # floats may be infinite
            if self._factor == 1:
                wanted[y : y + rows] = values
            else:
                self._add_blocks(wanted, values, y, starts)

    def means(self, top: int, bottom: int) -> NDArray[np.float32]:
        """Float32 [rows, columns, samples] of some rows of the reduced picture."""
        if self._sums is None:
            return np.zeros((bottom - top, *self._size[1:]), np.float32)
        rows, columns = _lengths(self._height, self._factor), _lengths(self._width, self._factor)
        counts = np.multiply.outer(rows[top:bottom], columns)[:, :, np.newaxis]
        with np.errstate(over="ignore"):
            return np.asarray(self._sums[top:bottom] / counts, np.float32)

    def highest(self) -> float:
        """The highest mean."""
        bands = (self.means(row, row + 1).max() for row in range(self.rows))
        return float(max(bands))

    def _sum_type(self, stored: np.dtype[Any]) -> np.dtype[Any]:
        """Values that are not added up are kept as they are, in at most 4 bytes."""
        is_kept = self._factor == 1 and stored.itemsize <= 4
        return stored.newbyteorder("=") if is_kept else np.dtype(np.float32)

    def _add_blocks(
        self, sums: NDArray[Any], values: NDArray[Any], y: int, starts: NDArray[np.intp]
    ) -> None:
        """Add up row by row: five times as fast as reduceat, which converts each number."""
        ends = np.append(self._starts(y, len(values))[1:], len(values))
        for row, (start, end) in enumerate(pairwise([0, *ends]), y // self._factor):
            of_rows = values[start:end].sum(axis=0, dtype=np.float32)
            sums[row] += np.add.reduceat(of_rows, starts, axis=0)

    def _starts(self, at: int, length: int) -> NDArray[np.intp]:
        """Where blocks begin within a part of this length that begins at `at`."""
        starts = np.arange(at // self._factor * self._factor, at + length, self._factor) - at
        return np.maximum(starts, 0).astype(np.intp)


def _lengths(side: int, factor: int) -> NDArray[np.float32]:
    return np.diff(np.append(np.arange(0, side, factor), side)).astype(np.float32)
