"""The changes that cosmic-ray can make in a module."""

from __future__ import annotations

import ast
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast_from_path
from cosmic_ray.plugins import get_operator, operator_names

PROJECT = Path(__file__).resolve().parents[2]
_KINDS = {
    **dict.fromkeys(("Add", "Sub", "Mul", "Div", "FloorDiv", "Mod", "Pow"), "arithmetic"),
    **dict.fromkeys(("Is", "IsNot"), "identity"),
}
Place = tuple[int, int]  # line and column


@dataclass(frozen=True, order=True)
class Change:
    """What `operator` of cosmic-ray does at one of the places where it applies.

    Attributes:
        module: The file, inside the project.
        place: Where it is changed.
        operator: cosmic-ray's name.
        number: How many other places in the module come before, for this operator.
    """

    module: Path
    place: Place
    operator: str
    number: int


def changes_of(module: Path) -> Iterator[Change]:
    """All changes of a module, but for those of type annotations and decorators.

    Nothing can notice them, or only a test that asks whether a class is frozen.
    """
    nodes = list(ast_nodes(get_ast_from_path(PROJECT / module)))
    left_out = list(_left_out((PROJECT / module).read_text(encoding="utf-8")))
    for name in operator_names():
        operator = get_operator(name)
        if operator.arguments() or _mixes_kinds(name):  # of those with arguments: variables' names
            continue
        places = [start for node in nodes for start, _ in operator().mutation_positions(node)]
        for number, place in enumerate(places):
            if not any(start <= place < end for start, end in left_out):
                yield Change(module, place, name, number)


def _mixes_kinds(operator: str) -> bool:
    """Whether it replaces an operation by one of another kind.

    Bits in place of arithmetic are too easy to notice; identity of small numbers is equality.
    """
    kinds = [_KINDS.get(name, "") for name in operator.split("_")[1:]]
    return len(set(kinds)) > 1


def _left_out(source: str) -> Iterator[tuple[Place, Place]]:
    for node in ast.walk(ast.parse(source)):
        decorators = getattr(node, "decorator_list", [])
        for each in (
            getattr(node, "annotation", None),
            getattr(node, "returns", None),
            *decorators,
        ):
            if isinstance(each, ast.expr):
                start = each.lineno, each.col_offset - (each in decorators)  # with its @
                yield start, (each.end_lineno or 0, each.end_col_offset or 0)


def draw(changes: Iterable[Change], most: int) -> list[Change]:
    """Choose places at random, and one change of each."""
    by_place: dict[tuple[Path, Place], list[Change]] = defaultdict(list)
    for change in sorted(changes):
        by_place[change.module, change.place].append(change)
    rng = random.Random(0)
    places = rng.sample(sorted(by_place), min(most, len(by_place)))
    return [rng.choice(by_place[place]) for place in places]
