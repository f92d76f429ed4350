"""Draw a random sample of the photos of an archive, from memory for the sample alone."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np
import pyarrow.compute as pc
from numpy.typing import NDArray

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.progress import Sampling
from desktop_app.core.archive.removed_rows import read_removed

# The rows of the photos that were drawn, ascending, by the number of their shard.
SampledRows = dict[int, list[int]]


class _Sample:
    """The photos with the smallest of the random numbers that each photo has."""

    def __init__(self, most: int, seed: int) -> None:
        self._most, self._seed = most, seed
        self._numbers: NDArray[np.float64] = np.empty(0)
        self._places: NDArray[np.int64] = np.empty((0, 2), np.int64)

    def add(self, shard: int, rows: NDArray[np.int64]) -> None:
        """Add the photos in these rows of a shard; other shards do not change their numbers."""
        drawn = np.random.default_rng([self._seed, shard]).random(len(rows))
        numbers = np.concatenate([self._numbers, drawn])
        shards = np.full(len(rows), shard)
        places = np.concatenate([self._places, np.column_stack([shards, rows])])
        kept = np.argsort(numbers, kind="stable")[: self._most]
        self._numbers, self._places = numbers[kept], places[kept]

    def rows(self) -> SampledRows:
        by_shard: SampledRows = {}
        for shard, row in sorted(self._places.tolist()):
            by_shard.setdefault(shard, []).append(row)
        return by_shard


def sampled_rows(archive: Archive, most: int, seed: int) -> Generator[Sampling, None, SampledRows]:
    """Draw at most so many of the photos that have a code, each with the same probability.

    The same archive and seed give the same photos. Raises ArchiveError.
    """
    sample, removed = _Sample(most, seed), read_removed(archive)
    for done, number in enumerate(archive.numbers, 1):
        problems = archive.table(number, ["problem"]).column("problem")
        is_photo = np.array(pc.is_null(problems).to_numpy())
        is_photo[removed.rows(number, len(is_photo))] = False
        sample.add(number, np.flatnonzero(is_photo))
        yield Sampling(done, len(archive.numbers))
    return sample.rows()
