"""The comparison as the command prints it and, on request, writes it into the documentation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.table import Table

from training.base.markdown import markdown_table
from training.duplicates.comparison import Outcome, compare
from training.duplicates.quality import Quality
from training.measuring.results_table import update_section

_PAGE = Path("docs/results.md")
_NOT_INSTALLED = "not installed"


def show_duplicates(photos: int, data: Path, cache: Path, *, write: bool) -> None:
    """Measure how many edited copies each method finds."""
    outcomes = []
    for outcome in compare(photos, data, cache):
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
    return ["", *(outcome.method for outcome in outcomes)]


def _rows(outcomes: Sequence[Outcome]) -> list[list[str]]:
    measured = [outcome.quality for outcome in outcomes if outcome.quality]
    edits = list(measured[0].recall) if measured else []
    rows = [_row(outcomes, name, partial(_recall_of, name)) for name in edits]
    return [
        *rows,
        _row(outcomes, "**the whole list**", lambda found: _number(found.mean_recall)),
        _row(outcomes, "threshold", lambda found: f"{found.threshold:.4g}"),
        _row(outcomes, "precision", lambda found: _number(found.precision, 4)),
        _row(outcomes, "precision on other shots", lambda found: _number(found.trap_precision)),
    ]


def _row(outcomes: Sequence[Outcome], title: str, cell: Callable[[Quality], str]) -> list[str]:
    cells = [_NOT_INSTALLED if each.quality is None else cell(each.quality) for each in outcomes]
    return [title, *cells]


def _recall_of(edit: str, found: Quality) -> str:
    return _number(found.recall[edit])


def _number(share: float, digits: int = 3) -> str:
    return f"{share:.{digits}f}".removeprefix("0")
