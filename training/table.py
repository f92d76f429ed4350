"""Rankings as a table in the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from training.evaluate import Ranking, Score
from training.relatedness import Relatedness


def print_rankings(rankings: list[Ranking], recall: dict[str, float]) -> None:
    """One row a ranking; below it, how often edited copies find their originals first."""
    table = Table(title="Corel-5K: 499 queries against 4,500 photos, mean average precision")
    table.add_column("ranking")
    for column in ("theme @100", "words @1000", "asymmetric", "", "unique codes", "bit balance"):
        table.add_column(column, justify="right")
    for ranking in rankings:
        table.add_row(
            ranking.name,
            *_cells(ranking.plain),
            *_cells(ranking.asymmetric),
            _share(ranking.unique_codes),
            _share(ranking.balance),
        )
    console = Console(width=120)
    console.print(table)
    found = ", ".join(f"{name} {share:.1%}" for name, share in recall.items())
    console.print(f"Edited copies that find their original first: {found}", highlight=False)


def print_relatedness(found: Relatedness) -> None:
    Console(width=120).print(
        f"Cut-off: {found.median_count:.0f} related photos (median); {found.theme:.0%} of those"
        f" have the query's theme, {found.word:.0%} a word of it. Nothing related:"
        f" {found.none_with:.0%} of the queries, {found.none_without:.0%} where no photo shares"
        " theme or word.",
        highlight=False,
    )


def _cells(score: Score | None) -> tuple[str, str]:
    return (_share(score.theme), _share(score.words)) if score else ("", "")


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"
