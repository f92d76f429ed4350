"""The changes that cosmic-ray can make in a module."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast_from_path
from cosmic_ray.plugins import get_operator, operator_names

from tests.mutants.left_out import Place, left_out

PROJECT = Path(__file__).resolve().parents[2]
_KINDS = {
    **dict.fromkeys(("Add", "Sub", "Mul", "Div", "FloorDiv", "Mod", "Pow"), "arithmetic"),
    **dict.fromkeys(("Is", "IsNot"), "identity"),
}


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
    """All changes of a module, but for those that nobody would call a change of meaning."""
    nodes = list(ast_nodes(get_ast_from_path(PROJECT / module)))
    unchanged = list(left_out((PROJECT / module).read_text(encoding="utf-8")))
    for name in operator_names():
        operator = get_operator(name)
        if operator.arguments() or _mixes_kinds(name):  # of those with arguments: variables' names
            continue
        places = [start for node in nodes for start, _ in operator().mutation_positions(node)]
        for number, place in enumerate(places):
            if not any(start <= place < end for start, end in unchanged):
                yield Change(module, place, name, number)


def _mixes_kinds(operator: str) -> bool:
    """Whether it replaces an operation by one of another kind.

    Bits in place of arithmetic are too easy to notice; identity of small numbers is equality.
    """
    kinds = [_KINDS.get(name, "") for name in operator.split("_")[1:]]
    return len(set(kinds)) > 1


def draw(changes: Iterable[Change], most: int, seed: int) -> list[Change]:
    """Choose places at random, and one change of each."""
    by_place: dict[tuple[Path, Place], list[Change]] = defaultdict(list)
    for change in sorted(changes):
        by_place[change.module, change.place].append(change)
    rng = random.Random(seed)
    places = rng.sample(sorted(by_place), min(most, len(by_place)))
    return [rng.choice(by_place[place]) for place in places]
