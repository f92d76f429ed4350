"""How much of S is known, and, where there are labels, how much of it is right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.benchmarks.benchmark import Measure
from training.similarity.directions import Rows, row_blocks
from training.similarity.feature_similarity import HalfGaussians
from training.similarity.matrix import Combination, Judgement, SemanticSimilarity

Counts = NDArray[np.int64]


@dataclass(frozen=True)
class Purity:
    """How S agrees with a label that it was made without.

    similar      share of the +1 pairs that share a label
    dissimilar   share of the -1 pairs that do not
    found        share of the pairs that share a label that are +1
    by_chance    share of all pairs that share a label
    """

    label: str
    similar: float
    dissimilar: float
    found: float
    by_chance: float


@dataclass(frozen=True)
class SimilarityReport:
    """Pairs of two different photos, counted once: `similar` + `dissimilar` + `unknown` are all.

    Where `looked_at`, a number of photos, is not `photos`, counts are projected from the pairs
    of a random sample of photos with all. `lonely` photos have not one that is similar.
    """

    combination: Combination
    distances: HalfGaussians
    near: float
    far: float
    photos: int
    looked_at: int
    similar: int
    dissimilar: int
    unknown: int
    lonely: int
    purities: tuple[Purity, ...]

    @property
    def pairs(self) -> int:
        return self.similar + self.dissimilar + self.unknown

    @property
    def similar_a_photo(self) -> float:
        return 2 * self.similar / self.photos


def report_similarity(
    similarity: SemanticSimilarity,
    measures: Sequence[Measure],
    seed: int,
    most_pairs: int = 150_000_000,
) -> SimilarityReport:
    """Row i of the labels of `measures` is photo i of `similarity`.

    Where all photos with all were more than `most_pairs` (12,000 photos; some seconds), a sample
    of photos, drawn by `seed`, is looked at with all.
    """
    photos = len(similarity)
    looked_at = _looked_at(photos, most_pairs, seed)
    tallies = _tallied(similarity, looked_at, measures)
    similar, dissimilar, unknown = _projected(tallies.judged, photos)
    return SimilarityReport(
        combination=similarity.combination,
        distances=similarity.distances,
        near=similarity.near,
        far=similarity.far,
        photos=photos,
        looked_at=len(looked_at),
        similar=similar,
        dissimilar=dissimilar,
        unknown=unknown,
        lonely=round(tallies.lonely * photos / max(1, len(looked_at))),
        purities=tuple(
            _purity(measure.name, tallies.judged, sharing)
            for measure, sharing in zip(measures, tallies.sharing, strict=True)
        ),
    )


@dataclass(frozen=True)
class _Tallies:
    """Ordered pairs of a photo that was looked at and any other: similar, dissimilar, unknown.

    `judged` int64 [3]: all of them; `sharing` int64 [M, 3]: those that share a label, by measure.
    """

    judged: Counts
    sharing: Counts
    lonely: int


def _tallied(
    similarity: SemanticSimilarity, looked_at: Rows, measures: Sequence[Measure]
) -> _Tallies:
    judged, sharing = np.zeros(3, np.int64), np.zeros((len(measures), 3), np.int64)
    everyone, lonely = np.arange(len(similarity)), 0
    for block in row_blocks(len(looked_at), len(similarity)):
        rows = looked_at[block]
        others = rows[:, None] != everyone
        entries = similarity.between(rows, everyone)
        judged += _counted(entries, others)
        for index, measure in enumerate(measures):
            sharing[index] += _counted(entries, others & measure.relevant(rows, everyone))
        lonely += int(np.sum(~((entries > 0) & others).any(axis=1)))
    return _Tallies(judged, sharing, lonely)


def _counted(entries: Judgement, where: NDArray[np.bool_]) -> Counts:
    """How many of the entries of S, `where` it is true, are +1, -1 and 0: int64 [3]."""
    similar = np.count_nonzero((entries > 0) & where)
    dissimilar = np.count_nonzero((entries < 0) & where)
    unknown = np.count_nonzero(where) - similar - dissimilar
    return np.array([similar, dissimilar, unknown], np.int64)


def _looked_at(photos: int, most_pairs: int, seed: int) -> Rows:
    sampled = max(1, most_pairs // max(1, photos))
    if sampled >= photos:
        return np.arange(photos)
    return np.sort(np.random.default_rng(seed).choice(photos, sampled, replace=False))


def _projected(judged: Counts, photos: int) -> tuple[int, int, int]:
    """Ordered pairs that were looked at -> pairs of all photos, which add up."""
    pairs = photos * (photos - 1) // 2
    similar, dissimilar = (round(pairs * _ratio(count, judged.sum())) for count in judged[:2])
    return similar, dissimilar, pairs - similar - dissimilar


def _purity(label: str, judged: Counts, sharing: Counts) -> Purity:
    """From tallies int64 [3] of all pairs, and of those that share a label."""
    return Purity(
        label=label,
        similar=_ratio(sharing[0], judged[0]),
        dissimilar=_ratio(judged[1] - sharing[1], judged[1]),
        found=_ratio(sharing[0], sharing.sum()),
        by_chance=_ratio(sharing.sum(), judged.sum()),
    )


def _ratio(part: np.int64, whole: np.int64) -> float:
    """A share; NaN of nothing."""
    return float(part / whole) if whole else float("nan")
