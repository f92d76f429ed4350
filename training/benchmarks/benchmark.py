"""A retrieval benchmark: pictures, queries, a database, and what is relevant."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.data.pictures import PictureSet

Rows = NDArray[np.int64]
Labels = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Measure:
    """A relevance criterion: two pictures are relevant to each other if they share a label.

    Attributes:
        name: of the labels.
        top: the K of mAP@K.
        labels: bool [N, C], row by row of the benchmark's pictures.
    """

    name: str
    top: int
    labels: Labels

    def relevant(self, queries: Rows, database: Rows) -> NDArray[np.bool_]:
        """Compare the pictures `queries` [Q] with `database` [M]: bool [Q, M]."""
        shared = self.labels[queries].astype(np.float32) @ self.labels[database].T
        return np.asarray(shared > 0, np.bool_)


@dataclass(frozen=True, eq=False)
class Benchmark:
    """A benchmark of N pictures. A query may be in the database; it does not find itself.

    Attributes:
        name: as in tables.
        pictures: all pictures, in row order.
        queries: rows int64 [Q] that are looked up.
        database: rows int64 [M] that are searched.
        training: rows that an unsupervised method may train on under the published protocol.
        measures: relevance criteria.
        missing: number of pictures of the protocol that are not on this disk.
    """

    name: str
    pictures: PictureSet
    queries: Rows
    database: Rows
    training: Rows
    measures: tuple[Measure, ...]
    missing: int = 0

    def measure(self, name: str) -> Measure:
        """Return the measure of that name. Raises KeyError if there is none."""
        return {measure.name: measure for measure in self.measures}[name]


def label_matrix(labels: Sequence[Collection[str]]) -> Labels:
    """Encode the labels of each picture as bool [N, C]; columns are sorted by label."""
    names = sorted({label for row in labels for label in row})
    columns = {name: column for column, name in enumerate(names)}
    matrix = np.zeros((len(labels), len(names)), np.bool_)
    for row, found in enumerate(labels):
        matrix[row, [columns[label] for label in found]] = True
    return matrix
