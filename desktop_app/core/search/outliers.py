"""The photos whose code is rare in a library: those that are far from even their k-th nearest.

Exact, without comparing all with all: photos are taken in blocks, each is compared with the library
piece by piece, and dropped as soon as it has k neighbours so near that it cannot be among the
rarest any more (Bay and Schwabacher, Mining distance-based outliers in near linear time with
randomization and a simple pruning rule, KDD 2003). Most photos are dropped after few pieces.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import faiss
import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import Codes

NEIGHBOURS = 5
# The first photos are compared with all others, since nothing is known yet of how rare one must be.
_FIRST_BLOCK_ROWS = 32
_LARGEST_BLOCK_ROWS = 1024
_FIRST_PIECE_ROWS = 1024
_LARGEST_PIECE_ROWS = 32768

Distances = NDArray[np.int32]


@dataclass(frozen=True)
class Outlier:
    """`distance` in bits to the photo's k-th nearest other."""

    photo_id: int
    distance: int


@dataclass(frozen=True)
class OutlierSearch:
    """`rarest` of the `done` photos that were looked at, the rarest first; of `total`."""

    done: int
    total: int
    rarest: list[Outlier]


def find_outliers(
    ids: NDArray[np.int64], codes: Codes, most: int, neighbours: int = NEIGHBOURS
) -> Iterator[OutlierSearch]:
    """Look for the `most` rarest of codes uint8 [N, K/8]; tells after each block how far it is.

    A library of no more than `neighbours` photos has none. Of photos that are equally rare, those
    of a lower id come first. Closing the generator ends the search.
    """
    if len(ids) <= neighbours:
        yield OutlierSearch(len(ids), len(ids), [])
        return
    # In a fixed disorder: neighbours in a folder are alike, and would be met too late or too early.
    disorder = np.random.default_rng(0).permutation(len(ids))
    mixed = np.ascontiguousarray(codes[disorder])
    rows, distances = np.empty(0, np.int64), np.empty(0, np.int32)
    done, size = 0, _FIRST_BLOCK_ROWS
    while done < len(ids):
        block = np.sort(disorder[done : done + size])
        bar = int(distances[-1]) if len(rows) == most else -1
        left, theirs = _still_rare(mixed, block, codes, neighbours, bar)
        rows, distances = np.append(rows, left), np.append(distances, theirs)
        best = np.lexsort((rows, -distances))[:most]
        rows, distances = rows[best], distances[best]
        done += len(block)
        size = min(2 * size, _LARGEST_BLOCK_ROWS) if len(rows) == most else size
        found = zip(ids[rows].tolist(), distances.tolist(), strict=True)
        yield OutlierSearch(done, len(ids), [Outlier(*item) for item in found])


def _still_rare(
    mixed: Codes, rows: NDArray[np.int64], codes: Codes, neighbours: int, bar: int
) -> tuple[NDArray[np.int64], Distances]:
    """Those of some photos whose k-th nearest is not nearer than `bar`, and its distances.

    `mixed` has the codes of all, in disorder. One more neighbour is kept than is asked for: the
    nearest of a photo is the photo itself.
    """
    kept = neighbours + 1
    nearest = np.full((len(rows), kept), np.iinfo(np.int32).max, np.int32)
    start, size = 0, _FIRST_PIECE_ROWS
    while start < len(mixed) and len(rows):
        piece = mixed[start : start + size]
        found = faiss.knn_hamming(
            np.ascontiguousarray(codes[rows]), piece, min(kept, len(piece)), variant="mc"
        )[0]
        nearest = np.sort(np.hstack([nearest, found]), axis=1)[:, :kept]
        rare = nearest[:, -1] >= bar
        rows, nearest = rows[rare], nearest[rare]
        start, size = start + size, min(size * 2, _LARGEST_PIECE_ROWS)
    return rows, nearest[:, -1]
