"""Random similar photos, which contrastive losses pair each photo with."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, vstack

from desktop_app.core.learning.directions import Rows, row_blocks
from training.similarity.matrix import Combination, SemanticSimilarity

# A random subset of this size serves as well as all similar photos.
_LISTED = 64


@dataclass(frozen=True, eq=False)
class Partners:
    """The photos that each photo may be paired with: `table`, bool [N, N], sparse."""

    table: csr_array

    def sample(self, rows: Rows, uniform: NDArray[np.floating]) -> Rows:
        """Draw a partner for each of `rows` [B], itself if it has none: int64 [B].

        `uniform` [B] are random numbers in [0, 1) that decide which.
        """
        starts = self.table.indptr[rows].astype(np.int64)
        counts = self.table.indptr[rows + 1] - starts
        places = np.minimum((uniform * counts).astype(np.int64), counts - 1)
        partners = rows.copy()
        some = counts > 0
        partners[some] = self.table.indices[(starts + places)[some]]
        return partners


def partners_of(similarity: SemanticSimilarity, seed: int) -> Partners:
    """List the similar photos of each; for FEATURE and EITHER, which have many, a sample of 64."""
    if similarity.combination in {Combination.NEIGHBOUR, Combination.AGREEMENT}:
        return Partners(similarity.sparse_positives())
    rng = np.random.default_rng(seed)
    everyone = np.arange(len(similarity))
    parts = [
        _sampled(similarity.between(rows, everyone) > 0, rows, rng)
        for rows in row_blocks(len(similarity), len(similarity))
    ]
    return Partners(vstack(parts, format="csr"))


def _sampled(similar: NDArray[np.bool_], rows: Rows, rng: np.random.Generator) -> csr_array:
    """Draw at most 64 of the similar photos of each row, without itself: bool [B, N], sparse."""
    similar[np.arange(len(rows)), rows] = False
    row, column = np.nonzero(similar)
    shuffled = np.lexsort((rng.random(len(row)), row))
    column = column[shuffled]
    listed = np.arange(len(row)) - np.searchsorted(row, row) < _LISTED
    ones = np.ones(listed.sum(), np.bool_)
    return csr_array((ones, (row[listed], column[listed])), similar.shape)
