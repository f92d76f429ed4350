"""How many pairs S knows, and how many it has right by the labels of a benchmark; as a table."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from desktop_app.core.learning.directions import Rows, row_blocks
from training.benchmarks.benchmark import Measure
from training.similarity.feature_similarity import HalfGaussians
from training.similarity.matrix import Combination, SemanticSimilarity, SimilarityEntries

Counts = NDArray[np.int64]


@dataclass(frozen=True)
class Purity:
    """How S agrees with a label that it was made without.

    Attributes:
        label: name of the label.
        similar: share of the +1 pairs that share a label.
        dissimilar: share of the -1 pairs that share none.
        found: share of the pairs that share a label that are +1.
        by_chance: share of all pairs that share a label.
    """

    label: str
    similar: float
    dissimilar: float
    found: float
    by_chance: float


@dataclass(frozen=True)
class SimilarityReport:
    """Counts of pairs of two different photos, each counted once.

    Attributes:
        combination: how S is made.
        distances, near, far: of the cosine distances.
        photos: number of photos.
        sampled_photos: number of photos that were compared with all; if it is less than `photos`,
            the counts are extrapolated.
        similar, dissimilar, unknown: pairs; together all.
        isolated: photos without a similar photo.
        purities: agreement with each label.
    """

    combination: Combination
    distances: HalfGaussians
    near: float
    far: float
    photos: int
    sampled_photos: int
    similar: int
    dissimilar: int
    unknown: int
    isolated: int
    purities: tuple[Purity, ...]

    @property
    def pairs(self) -> int:
        return self.similar + self.dissimilar + self.unknown

    @property
    def similar_a_photo(self) -> float:
        return 2 * self.similar / self.photos


def report_similarity(
    similarity: SemanticSimilarity, measures: Sequence[Measure], seed: int,
    most_pairs: int = 150_000_000,
) -> SimilarityReport:  # fmt: skip
    """Count the pairs of S and compare them with labels.

    Args:
        similarity: S of N photos.
        measures: labels, row by row of the photos.
        seed: of the sample of photos.
        most_pairs: number of pairs above which photos are sampled (12,000 photos; seconds).
    """
    rows = _sampled_rows(len(similarity), most_pairs, seed)
    tallies = _tallied(similarity, rows, measures)
    return SimilarityReport(
        similarity.combination, similarity.distances, similarity.near, similarity.far,
        len(similarity), len(rows), *_extrapolated(tallies, len(similarity), len(rows)),
        purities=tuple(
            _purity(measure.name, tallies.pairs, sharing)
            for measure, sharing in zip(measures, tallies.sharing, strict=True)
        ),
    )  # fmt: skip


@dataclass(frozen=True)
class _Tallies:
    """Ordered pairs of a sampled photo and any other.

    Attributes:
        pairs: int64 [3], similar, dissimilar and unknown ones.
        sharing: int64 [M, 3], those of them that share a label, by measure.
        isolated: sampled photos without a similar one.
    """

    pairs: Counts
    sharing: Counts
    isolated: int


def _tallied(
    similarity: SemanticSimilarity, sampled: Rows, measures: Sequence[Measure]
) -> _Tallies:
    pairs, sharing = np.zeros(3, np.int64), np.zeros((len(measures), 3), np.int64)
    everyone, isolated = np.arange(len(similarity)), 0
    for block in row_blocks(len(sampled), len(similarity)):
        rows = sampled[block]
        others = rows[:, None] != everyone
        entries = similarity.between(rows, everyone)
        pairs += _counted(entries, others)
        for index, measure in enumerate(measures):
            sharing[index] += _counted(entries, others & measure.relevant(rows, everyone))
        isolated += int(np.sum(~((entries > 0) & others).any(axis=1)))
    return _Tallies(pairs, sharing, isolated)


def _counted(entries: SimilarityEntries, where: NDArray[np.bool_]) -> Counts:
    """Count the entries of S that are +1, -1 and 0 `where` it is true: int64 [3]."""
    similar = np.count_nonzero((entries > 0) & where)
    dissimilar = np.count_nonzero((entries < 0) & where)
    unknown = np.count_nonzero(where) - similar - dissimilar
    return np.array([similar, dissimilar, unknown], np.int64)


def _sampled_rows(photos: int, most_pairs: int, seed: int) -> Rows:
    sampled = max(1, most_pairs // max(1, photos))
    if sampled >= photos:
        return np.arange(photos)
    return np.sort(np.random.default_rng(seed).choice(photos, sampled, replace=False))


def _extrapolated(tallies: _Tallies, photos: int, sampled: int) -> tuple[int, int, int, int]:
    """Extrapolate to all photos: similar, dissimilar and unknown pairs, isolated photos."""
    pairs, total = photos * (photos - 1) // 2, tallies.pairs.sum()
    similar, dissimilar = (round(pairs * _ratio(count, total)) for count in tallies.pairs[:2])
    isolated = round(tallies.isolated * photos / max(1, sampled))
    return similar, dissimilar, pairs - similar - dissimilar, isolated


def _purity(label: str, entries: Counts, sharing: Counts) -> Purity:
    """Compare counts int64 [3] of all pairs with those of pairs that share a label."""
    return Purity(
        label=label,
        similar=_ratio(sharing[0], entries[0]),
        dissimilar=_ratio(entries[1] - sharing[1], entries[1]),
        found=_ratio(sharing[0], sharing.sum()),
        by_chance=_ratio(sharing.sum(), entries.sum()),
    )


def _ratio(part: np.int64, whole: np.int64) -> float:
    """Return part / whole; NaN if whole is 0."""
    return float(part / whole) if whole else float("nan")


def print_reports(reports: Sequence[SimilarityReport]) -> None:
    """Print reports on the same photos and measures as tables, one row each."""
    console = Console(width=120)
    console.print(_pairs_table(reports))
    for index, purity in enumerate(reports[0].purities):
        chance = f"{purity.label}: {_share(purity.by_chance)} of all pairs share one"
        console.print(_purity_table(chance, reports, index))


def _pairs_table(reports: Sequence[SimilarityReport]) -> Table:
    first = reports[0]
    fit = first.distances
    table = Table(
        title=f"Semantic similarity of {first.photos:,} photos",
        caption=f"Cosine distances: mode {fit.mode:.3f}, deviations {fit.left:.3f} left of it and"
        f" {fit.right:.3f} right of it.\nNear is below {first.near:.3f}, far above {first.far:.3f}."
        + _sample(first),
    )
    table.add_column("S")
    for column in ("+1", "", "-1", "", "unknown", "", "+1 a photo", "photos without"):
        table.add_column(column, justify="right")
    for report in reports:
        table.add_row(report.combination, *_pairs_cells(report))
    return table


def _pairs_cells(report: SimilarityReport) -> list[str]:
    counts, pairs = (report.similar, report.dissimilar, report.unknown), max(1, report.pairs)
    cells = [cell for count in counts for cell in (f"{count:,}", _share(count / pairs))]
    return [*cells, f"{report.similar_a_photo:.1f}", f"{report.isolated:,}"]


def _purity_table(title: str, reports: Sequence[SimilarityReport], index: int) -> Table:
    table = Table(title=title)
    table.add_column("S")
    for column in ("+1 that share one", "-1 that share none", "sharing pairs that are +1"):
        table.add_column(column, justify="right")
    for report in reports:
        purity = report.purities[index]
        table.add_row(
            report.combination,
            *map(_share, (purity.similar, purity.dissimilar, purity.found)),
        )
    return table


def _sample(report: SimilarityReport) -> str:
    if report.sampled_photos == report.photos:
        return ""
    return f" Projected from {report.sampled_photos:,} photos, drawn at random, and all others."


def _share(value: float) -> str:
    return "-" if math.isnan(value) else f"{value:.2%}"
