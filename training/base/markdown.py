"""Tables in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def markdown_table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A line for the heading, one that divides, and one for each row."""
    return "\n".join([_line(heading), "|---" * len(heading) + "|", *map(_line, rows)])


def _line(cells: Sequence[str]) -> str:
    return "|".join(["", *(f" {cell} " if cell else " " for cell in cells), ""])
