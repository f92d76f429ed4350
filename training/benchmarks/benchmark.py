"""What a retrieval benchmark is: pictures, who asks, who is searched, and what is relevant."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.benchmarks.pictures import PictureSet

Rows = NDArray[np.int64]
Labels = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Measure:
    """What is relevant to what: two pictures are, where they share a label.

    `top` is the K of mAP@K, `labels` bool [N, C], one row for each picture of the benchmark.
    """

    name: str
    top: int
    labels: Labels

    def relevant(self, queries: Rows, database: Rows) -> NDArray[np.bool_]:
        """Rows [Q] and [M] of the benchmark's pictures -> bool [Q, M]."""
        shared = self.labels[queries].astype(np.float32) @ self.labels[database].T
        return np.asarray(shared > 0, np.bool_)


@dataclass(frozen=True, eq=False)
class Benchmark:
    """N pictures, and rows of them: `queries` [Q] are looked up in `database` [M].

    `training` are the rows that an unsupervised method may learn from under the published
    protocol. A picture may be query and database at once; it is never its own answer. `missing`
    counts the pictures that the protocol wants and that are not on this disk.
    """

    name: str
    pictures: PictureSet
    queries: Rows
    database: Rows
    training: Rows
    measures: tuple[Measure, ...]
    missing: int = 0

    def measure(self, name: str) -> Measure:
        """The measure of that name. Raises KeyError where there is none."""
        return {measure.name: measure for measure in self.measures}[name]


def label_matrix(labels: Sequence[Collection[str]]) -> Labels:
    """The labels of each picture -> bool [N, C]; the C different ones are sorted by name."""
    names = sorted({label for row in labels for label in row})
    columns = {name: column for column, name in enumerate(names)}
    matrix = np.zeros((len(labels), len(names)), np.bool_)
    for row, found in enumerate(labels):
        matrix[row, [columns[label] for label in found]] = True
    return matrix
