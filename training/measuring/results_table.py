"""Tables of results, methods by bits: for the terminal and for pages of the documentation."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, stdev

from rich.console import Console
from rich.table import Table

from desktop_app.core.base.atomic_write import atomic_file
from training.base.errors import MissingSectionError
from training.base.markdown import markdown_table
from training.measuring.results import MeasureResult, Result


@dataclass(frozen=True)
class Spread:
    """Mean and sample standard deviation (n - 1) over the seeds; None for a single seed."""

    mean: float
    deviation: float | None
    seeds: int

    def __str__(self) -> str:
        """Format as in '.389 ± .002'."""
        parts = [value for value in (self.mean, self.deviation) if value is not None]
        return " ± ".join(f"{value:.3f}".removeprefix("0") for value in parts)


@dataclass(frozen=True)
class Row:
    """One method: its spread at each number of bits of the table; None if it was not run."""

    method: str
    cells: tuple[Spread | None, ...]


@dataclass(frozen=True)
class ResultTable:
    """Methods by bits; `floats` are the levels of the methods without bits, by name."""

    title: str
    bits: tuple[int, ...]
    rows: tuple[Row, ...]
    floats: tuple[tuple[str, Spread], ...] = ()

    @property
    def note(self) -> str:
        return "; ".join(f"{name} {spread}" for name, spread in self.floats)

    def best(self, column: int) -> float:
        """Return the highest mean of a column, as it is printed."""
        means = [row.cells[column] for row in self.rows]
        return max(round(cell.mean, 3) for cell in means if cell is not None)


Value = Callable[[Result], float | None]


def tables_of(results: Sequence[Result]) -> list[ResultTable]:
    """Make the tables of one benchmark's results: mAP by each measure, then use of the bits.

    Methods are in the order of the results. Without results there are no tables.
    """
    if not results:
        return []
    name = results[0].key.benchmark
    tables = [table for found in results[0].measures for table in _measure_tables(found, results)]
    unique = f"{name}: different codes, as a share of the photos"
    tables.append(_table(unique, results, lambda result: result.unique_codes))
    balance = f"{name}: how often a bit's rarer value occurs (.5 is best)"
    tables.append(_table(balance, results, lambda result: result.balance))
    return tables


def _measure_tables(found: MeasureResult, results: Sequence[Result]) -> list[ResultTable]:
    title = f"{results[0].key.benchmark}, {found.measure}"
    score = f"{title}: mAP@{found.top}"
    return [
        _table(f"{score}, Hamming", results, _value(found, lambda of: of.plain)),
        _table(f"{score}, asymmetric", results, _value(found, lambda of: of.asymmetric)),
        _table(
            f"{title}: precision within Hamming radius 2",
            results,
            _value(found, lambda of: of.within_two),
        ),
    ]


def spreads_of(results: Sequence[Result], value: Value) -> dict[tuple[str, int | None], Spread]:
    """Summarise a value over the seeds, by method and bits; None values are left out."""
    values: dict[tuple[str, int | None], list[float]] = {}
    for result in results:
        number = value(result)
        if number is not None:
            values.setdefault((result.key.method, result.key.bits), []).append(number)
    return {key: _spread(numbers) for key, numbers in values.items()}


def print_results(results: Sequence[Result]) -> None:
    """Print the tables of one benchmark; the best of a column is bold."""
    console = Console(width=120)
    for table in tables_of(results):
        console.print(f"\n[bold]{table.title}[/bold]", highlight=False)
        console.print(_rich_table(table))
        if table.note:
            console.print(table.note, highlight=False)


def as_markdown(results: Sequence[Result]) -> str:
    """Format the tables of one benchmark in Markdown; the best of a column is bold."""
    return "\n".join(_markdown_table(table) for table in tables_of(results))


def _table(title: str, results: Sequence[Result], value: Value) -> ResultTable:
    spreads = spreads_of(results, value)
    bits = tuple(sorted({bits for _, bits in spreads if bits is not None}))
    methods = list(dict.fromkeys(method for method, of_bits in spreads if of_bits is not None))
    rows = tuple(
        Row(method, tuple(spreads.get((method, size)) for size in bits)) for method in methods
    )
    floats = tuple((method, level) for (method, size), level in spreads.items() if size is None)
    return ResultTable(title, bits, rows, floats)


def _value(found: MeasureResult, of: Callable[[MeasureResult], float | None]) -> Value:
    return lambda result: of(result.by(found.measure))


def _spread(values: list[float]) -> Spread:
    return Spread(fmean(values), stdev(values) if len(values) > 1 else None, len(values))


def _rich_table(table: ResultTable) -> Table:
    shown = Table("bits")
    for bits in table.bits:
        shown.add_column(str(bits), justify="right")
    for row in table.rows:
        shown.add_row(row.method, *_cells(table, row, "[bold]{}[/bold]"))
    return shown


def _markdown_table(table: ResultTable) -> str:
    title = f"**{table.title}**" + (f" ({table.note})" if table.note else "")
    rows = [(row.method, *_cells(table, row, "**{}**")) for row in table.rows]
    return f"{title}\n\n{markdown_table(('bits', *map(str, table.bits)), rows)}\n"


def _cells(table: ResultTable, row: Row, bold: str) -> list[str]:
    return [
        _cell(cell, table.best(column), bold) if cell else ""
        for column, cell in enumerate(row.cells)
    ]


def _cell(cell: Spread, best: float, bold: str) -> str:
    return bold.format(cell) if round(cell.mean, 3) == best else str(cell)


def update_section(page: Path, name: str, content: str) -> None:
    """Replace the text between `<!-- table:name -->` and the next `<!-- /table -->` of a page.

    Raises:
        MissingSectionError: the page lacks these marks.
    """
    marks = re.compile(rf"(<!-- table:{re.escape(name)} -->\n).*?(<!-- /table -->)", re.DOTALL)
    text = page.read_text(encoding="utf-8") if page.is_file() else ""
    if not marks.search(text):
        raise MissingSectionError(page, name)
    content = content.strip("\n")
    changed = marks.sub(lambda found: f"{found[1]}\n{content}\n\n{found[2]}", text, count=1)
    with atomic_file(page) as part:
        part.write_text(changed, encoding="utf-8")
