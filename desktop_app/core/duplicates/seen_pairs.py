"""The pairs that a search has compared: eight million in a library of a million photos."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_MOST_RECENT = 2**17


class SeenPairs:
    """A set of numbers that takes 8 bytes for each, where Python's takes 65.

    New numbers are kept in a set, and merged into a sorted array when they are many.
    """

    def __init__(self) -> None:
        self._sorted = np.empty(0, np.int64)
        self._recent: set[int] = set()

    def __len__(self) -> int:
        return len(self._sorted) + len(self._recent)

    def add(self, numbers: NDArray[np.int64]) -> list[int]:
        """Add numbers, and return those that are new, each once, in their order."""
        different = np.array(list(dict.fromkeys(numbers.tolist())), np.int64)
        unsorted = different[~self._are_sorted(different)].tolist()
        new = [number for number in unsorted if number not in self._recent]
        self._recent.update(new)
        if len(self._recent) >= _MOST_RECENT:
            self._merge()
        return new

    def _are_sorted(self, numbers: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Whether each number is in the sorted array."""
        if not len(self._sorted):
            return np.zeros(len(numbers), bool)
        places = np.searchsorted(self._sorted, numbers)
        nearest = self._sorted[np.minimum(places, len(self._sorted) - 1)]
        are_sorted: NDArray[np.bool_] = nearest == numbers
        return are_sorted

    def _merge(self) -> None:
        recent = np.sort(np.fromiter(self._recent, np.int64, len(self._recent)))
        self._sorted = np.insert(self._sorted, np.searchsorted(self._sorted, recent), recent)
        self._recent = set()
