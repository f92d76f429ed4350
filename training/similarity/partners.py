"""A similar photo for each photo of a batch, drawn at random: what contrastive losses ask for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, vstack

from training.similarity.directions import Rows, row_blocks
from training.similarity.matrix import Combination, SemanticSimilarity

# Drawing from so many, themselves drawn at random, is as good as drawing from all.
_LISTED = 64


@dataclass(frozen=True, eq=False)
class Partners:
    """`table`, bool [N, N], sparse: whom each photo may be paired with."""

    table: csr_array

    def drawn(self, rows: Rows, chances: NDArray[np.floating]) -> Rows:
        """A partner for each of `rows` [B], itself where it has none: int64 [B].

        `chances` [B], uniform in [0, 1), decide which.
        """
        starts = self.table.indptr[rows].astype(np.int64)
        counts = self.table.indptr[rows + 1] - starts
        places = np.minimum((chances * counts).astype(np.int64), counts - 1)
        drawn = rows.copy()
        some = counts > 0
        drawn[some] = self.table.indices[(starts + places)[some]]
        return drawn


def partners(similarity: SemanticSimilarity, seed: int) -> Partners:
    """The similar photos of each; of FEATURE and EITHER, which have many, 64 drawn at random."""
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
    """At most 64 of the similar ones of each row but itself: bool [B, N] -> the same, sparse."""
    similar[np.arange(len(rows)), rows] = False
    row, column = np.nonzero(similar)
    shuffled = np.lexsort((rng.random(len(row)), row))
    column = column[shuffled]
    listed = np.arange(len(row)) - np.searchsorted(row, row) < _LISTED
    ones = np.ones(listed.sum(), np.bool_)
    return csr_array((ones, (row[listed], column[listed])), similar.shape)
