"""Find the nearest codes of each photo: what fingerprints miss, such as crops and borders."""

from __future__ import annotations

from collections.abc import Iterator

import faiss
import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import Codes
from desktop_app.core.fingerprints.close_pairs import Pairs

NEIGHBOURS = 8
_LARGEST_SHARE = 0.36  # of the bits may differ
BLOCK_ROWS = 256
_CELL_ROWS = 256


def code_neighbours(codes: Codes, rows: NDArray[np.int64]) -> Iterator[Pairs]:
    """Yield the pairs of some rows and their nearest neighbours among all rows, block by block.

    Each of the rows is compared with all: 100,000 rows take 16 s of a core, a million 27 minutes.

    Args:
        codes: uint8 [N, K/8].
        rows: int64 [M], whose neighbours are wanted.

    Yields:
        The pairs of each BLOCK_ROWS rows, the first row smaller than the second; a pair may come
        twice.
    """
    index = faiss.IndexBinaryFlat(codes.shape[1] * 8)
    index.add(codes)
    most_bits = round(codes.shape[1] * 8 * _LARGEST_SHARE)
    for start in range(0, len(rows), BLOCK_ROWS):
        block = rows[start : start + BLOCK_ROWS]
        distances, found = index.search(codes[block], min(NEIGHBOURS + 1, len(codes)))
        wanted = (found >= 0) & (found != block[:, np.newaxis]) & (distances <= most_bits)
        first, second = np.broadcast_to(block[:, np.newaxis], found.shape)[wanted], found[wanted]
        ends = np.minimum(first, second), np.maximum(first, second)
        yield Pairs(*ends, distances[wanted].astype(np.uint8))


def in_cells(codes: Codes, rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """Order rows int64 [M] so that photos with near codes follow each other.

    Each row belongs to the nearest of some codes that are taken at random.
    """
    if len(rows) <= _CELL_ROWS:
        return rows
    pivots = np.random.default_rng(0).choice(rows, len(rows) // _CELL_ROWS, replace=False)
    index = faiss.IndexBinaryFlat(codes.shape[1] * 8)
    index.add(codes[pivots])
    _, cells = index.search(codes[rows], 1)
    return rows[np.argsort(cells[:, 0], kind="stable")]
