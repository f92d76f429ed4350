"""Reports on S as tables in the terminal."""

from __future__ import annotations

import math
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from training.similarity.report import SimilarityReport


def print_reports(reports: Sequence[SimilarityReport]) -> None:
    """Reports on the same photos by the same measures, one row each."""
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
    return [*cells, f"{report.similar_a_photo:.1f}", f"{report.lonely:,}"]


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
    if report.looked_at == report.photos:
        return ""
    return f" Projected from {report.looked_at:,} photos, drawn at random, and all others."


def _share(value: float) -> str:
    return "-" if math.isnan(value) else f"{value:.2%}"
