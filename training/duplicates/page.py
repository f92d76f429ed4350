"""The comparison as the command prints it and, on request, writes it into the documentation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from rich.console import Console
from rich.table import Table

from desktop_app.core.bundle.encoder import Encoder
from training.base.markdown import markdown_table
from training.duplicates.comparison import Outcome, compare
from training.duplicates.quality import Quality
from training.measuring.results_table import update_section

_PAGE = Path("docs/results.md")
_NOT_INSTALLED = "not installed"
_LAST_ROWS = ("**the whole list**", "threshold", "precision", "precision on other shots")


def show_duplicates(encoder: Encoder, photos: int, data: Path, cache: Path, *, write: bool) -> None:
    """Measure how many edited copies each method finds."""
    outcomes = []
    for outcome in compare(encoder, photos, data, cache):
        print(_line(outcome), flush=True)
        outcomes.append(outcome)
    table = Table(*_heading(outcomes), title="Recall of edited copies")
    for row in _rows(outcomes):
        table.add_row(*row)
    Console(width=220).print(table)
    if write:
        update_section(_PAGE, "duplicates", outcomes_as_markdown(outcomes))


def outcomes_as_markdown(outcomes: Sequence[Outcome]) -> str:
    return markdown_table(_heading(outcomes), _rows(outcomes))


def _line(outcome: Outcome) -> str:
    found = outcome.quality
    return f"{outcome.method}: {_NOT_INSTALLED if found is None else _number(found.mean_recall)}"


def _heading(outcomes: Sequence[Outcome]) -> list[str]:
    return ["", *(column.heading for column in _columns(outcomes))]


def _rows(outcomes: Sequence[Outcome]) -> list[list[str]]:
    names = next((list(each.quality.recall) for each in outcomes if each.quality), [])
    titles = [*names, *_LAST_ROWS]
    columns = [column.cells or [_NOT_INSTALLED] * len(titles) for column in _columns(outcomes)]
    return [list(row) for row in zip(titles, *columns, strict=True)]


@dataclass(frozen=True)
class _Column:
    """A column of the table; without cells where a method is not installed."""

    heading: str
    cells: list[str] | None


def _columns(outcomes: Sequence[Outcome]) -> Iterator[_Column]:
    for outcome in outcomes:
        found = outcome.quality
        yield _Column(outcome.method, _found_cells(found) if found else None)
        if found and min(found.considered.values()) < 1:
            yield _Column(f"{outcome.method}: considered", _considered_cells(found))


def _found_cells(found: Quality) -> list[str]:
    return [
        *map(_number, found.recall.values()),
        _number(found.mean_recall),
        f"{found.threshold:.3g}",
        _number(found.precision, 4),
        _number(found.trap_precision),
    ]


def _considered_cells(found: Quality) -> list[str]:
    """Pairs that a method compares at all: the most that it can find."""
    shares = list(found.considered.values())
    return [*map(_number, shares), _number(fmean(shares)), "", "", ""]


def _number(share: float, digits: int = 3) -> str:
    return f"{share:.{digits}f}".removeprefix("0")
