"""Find outliers: the photos that are farthest from their k-th nearest neighbour.

The result is exact without comparing all pairs. Photos are taken in blocks and compared with the
library piece by piece; one is dropped as soon as k neighbours are so near that it cannot be among
the outliers any more (Bay and Schwabacher, Mining distance-based outliers in near linear time with
randomization and a simple pruning rule, KDD 2003). Most photos are dropped after a few pieces.

The order of the photos is shuffled with a fixed seed: the pruning rule needs a random order, and
photos of one folder are alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import faiss
import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import Codes

NEIGHBOURS = 5
# The first block is compared with the whole library: there is no threshold to drop photos by yet.
_FIRST_BLOCK_ROWS = 32
_LARGEST_BLOCK_ROWS = 1024
_FIRST_PIECE_ROWS = 1024
_LARGEST_PIECE_ROWS = 32768

Distances = NDArray[np.int32]


@dataclass(frozen=True)
class Outlier:
    """A photo and its distance, in bits, to its k-th nearest neighbour."""

    photo_id: int
    distance: int


@dataclass(frozen=True)
class OutlierSearch:
    """The state of a search.

    Attributes:
        done: Number of photos that were examined.
        total: Number of photos in the library.
        rarest: The outliers among those examined, the farthest first.
    """

    done: int
    total: int
    rarest: list[Outlier]


def find_outliers(
    ids: NDArray[np.int64], codes: Codes, most: int, neighbours: int = NEIGHBOURS
) -> Iterator[OutlierSearch]:
    """Find outliers, and yield the state after each block.

    Ties are broken by the lower id. A library of at most `neighbours` photos has no outliers.

    Args:
        ids: Photo ids int64 [N], ascending.
        codes: Their codes uint8 [N, K/8].
        most: Number of outliers to find.
        neighbours: k, the neighbour whose distance counts.
    """
    if len(ids) <= neighbours:
        yield OutlierSearch(len(ids), len(ids), [])
        return
    shuffle = np.random.default_rng(0).permutation(len(ids))
    shuffled = np.ascontiguousarray(codes[shuffle])
    rarest = _Rarest(most)
    done, size = 0, _FIRST_BLOCK_ROWS
    while done < len(ids):
        block = np.sort(shuffle[done : done + size])
        rarest.add(*_still_rare(shuffled, block, codes, neighbours, rarest.threshold))
        done += len(block)
        size = min(2 * size, _LARGEST_BLOCK_ROWS) if rarest.is_full else size
        yield OutlierSearch(done, len(ids), rarest.outliers(ids))


class _Rarest:
    """The `most` rows with the largest distances so far; of equal distances, the lower rows."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._rows = np.empty(0, np.int64)
        self._distances: Distances = np.empty(0, np.int32)

    @property
    def is_full(self) -> bool:
        return len(self._rows) == self._most

    @property
    def threshold(self) -> int:
        """The smallest distance that can still be among them; -1 until they are full."""
        return int(self._distances[-1]) if self.is_full else -1

    def add(self, rows: NDArray[np.int64], distances: Distances) -> None:
        rows, distances = np.append(self._rows, rows), np.append(self._distances, distances)
        best = np.lexsort((rows, -distances))[: self._most]
        self._rows, self._distances = rows[best], distances[best]

    def outliers(self, ids: NDArray[np.int64]) -> list[Outlier]:
        found = zip(ids[self._rows].tolist(), self._distances.tolist(), strict=True)
        return [Outlier(*item) for item in found]


def _still_rare(
    shuffled: Codes, rows: NDArray[np.int64], codes: Codes, neighbours: int, threshold: int
) -> tuple[NDArray[np.int64], Distances]:
    """Return those of `rows` whose k-th nearest neighbour is at least `threshold` bits away, and
    its distance, int32.

    `shuffled` uint8 [N, K/8] has the codes of all photos in random order. k + 1 neighbours are
    kept, since the nearest of a photo is the photo itself.
    """
    kept = neighbours + 1
    nearest = np.full((len(rows), kept), np.iinfo(np.int32).max, np.int32)
    start, size = 0, _FIRST_PIECE_ROWS
    while start < len(shuffled) and len(rows):
        piece = shuffled[start : start + size]
        found = faiss.knn_hamming(
            np.ascontiguousarray(codes[rows]), piece, min(kept, len(piece)), variant="mc"
        )[0]
        nearest = np.sort(np.hstack([nearest, found]), axis=1)[:, :kept]
        rare = nearest[:, -1] >= threshold
        rows, nearest = rows[rare], nearest[rare]
        start, size = start + size, min(size * 2, _LARGEST_PIECE_ROWS)
    return rows, nearest[:, -1]
