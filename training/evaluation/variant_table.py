"""Tables of variants at one code length: a row each, all measures side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from training.base.markdown import markdown_table
from training.measuring.results import Result
from training.measuring.results_table import Spread, Value, spreads_of


@dataclass(frozen=True)
class VariantTable:
    """Rows of a variant's name and its cells, one for each of `columns`; None: not measured."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Spread | None, ...]], ...]


def variant_table(results: Sequence[Result]) -> VariantTable:
    """Make a table of results at one code length, of one or more benchmarks.

    Columns are mAP by Hamming distance and asymmetric, for each benchmark and measure; if there is
    a single benchmark, also the share of different codes and the balance of the bits.
    """
    benchmarks = list(dict.fromkeys(result.key.benchmark for result in results))
    variants = list(dict.fromkeys(result.key.method for result in results))
    columns: list[str] = []
    cells: dict[str, list[Spread | None]] = {variant: [] for variant in variants}
    for benchmark in benchmarks:
        own = [result for result in results if result.key.benchmark == benchmark]
        for column, value in _columns(own[0], short=len(benchmarks) == 1):
            columns.append(column)
            by_variant = {method: spread for (method, _), spread in spreads_of(own, value).items()}
            for variant in variants:
                cells[variant].append(by_variant.get(variant))
    return VariantTable(tuple(columns), tuple((name, tuple(cells[name])) for name in variants))


def print_variants(title: str, results: Sequence[Result]) -> None:
    table = variant_table(results)
    shown = Table("", title=title)
    for column in table.columns:
        shown.add_column(column, justify="right")
    for name, cells in table.rows:
        shown.add_row(name, *map(_cell, cells))
    Console(width=160).print(shown)


def variants_as_markdown(results: Sequence[Result]) -> str:
    table = variant_table(results)
    rows = [(name, *map(_cell, cells)) for name, cells in table.rows]
    return markdown_table(("", *table.columns), rows)


def _columns(example: Result, *, short: bool) -> list[tuple[str, Value]]:
    """Return the columns of a benchmark; `short` omits its name and adds columns on the codes."""
    of = "" if short else f"{example.key.benchmark}, "
    columns: list[tuple[str, Value]] = []
    for found in example.measures:
        columns.append((f"{of}{found.measure}", _plain(found.measure)))
        columns.append(("asymmetric", _asymmetric(found.measure)))
    if short:
        columns.append(("different codes", lambda result: result.unique_codes))
        columns.append(("rarer value", lambda result: result.balance))
    return columns


def _plain(measure: str) -> Callable[[Result], float | None]:
    return lambda result: result.by(measure).plain


def _asymmetric(measure: str) -> Callable[[Result], float | None]:
    return lambda result: result.by(measure).asymmetric


def _cell(spread: Spread | None) -> str:
    return "" if spread is None else str(spread)
