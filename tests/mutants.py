"""Change the program in one place at a time, and count the changes that its tests notice.

    python -m tests.mutants [--most NUMBER] [FILE OR FOLDER]...

Without files, those that differ from the branch main. At most NUMBER changes are made in each room,
drawn at random but the same each time. Each is made in a copy of the project, and tried with the
tests of its room. cosmic-ray makes the changes; `make mutants` installs it.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast_from_path
from cosmic_ray.mutating import use_mutation
from cosmic_ray.plugins import get_operator, operator_names

PROJECT = Path(__file__).resolve().parents[1]
_ROOTS = ("desktop_app", "training")
_NOT_COPIED = shutil.ignore_patterns(".git", ".venv", ".*_cache", "build", "dist")
_LONGEST = 5  # times what the tests take without a change; a change may lead to an endless loop
_KINDS = {
    **dict.fromkeys(("Add", "Sub", "Mul", "Div", "FloorDiv", "Mod", "Pow"), "arithmetic"),
    **dict.fromkeys(("Is", "IsNot"), "identity"),
}
_NO_TESTS = 5  # pytest's exit status

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


def tests_of(module: Path) -> Path:
    """The folder of tests that mirrors the room of a module."""
    room = module.parent
    return Path("tests") / (room.relative_to("desktop_app") if room.parts[0] == _ROOTS[0] else room)


def changed_modules() -> list[Path]:
    """The modules that differ from where this branch left main."""

    def git(*words: str) -> str:
        command = ["git", *words]
        return subprocess.run(
            command, cwd=PROJECT, capture_output=True, text=True, check=True
        ).stdout

    base = git("merge-base", "main", "HEAD").strip()
    names = git("diff", "--name-only", "--diff-filter=d", base, "--", *_ROOTS).splitlines()
    return [Path(name) for name in names if name.endswith(".py")]


def modules_in(paths: Iterable[Path]) -> list[Path]:
    found = [PROJECT / path for path in paths]
    files = [file for path in found for file in (path.rglob("*.py") if path.is_dir() else [path])]
    return [file.relative_to(PROJECT) for file in files]


class Trial:
    """The tests of one room, in a copy of the project."""

    def __init__(self, copy: Path, tests: Path) -> None:
        self._copy = copy
        self._tests = tests
        started = time.monotonic()
        if self._status(None) != 0:
            sys.exit(f"The tests in {tests} fail without a change.")
        self._timeout = _LONGEST * (time.monotonic() - started) + 60

    def notices(self, change: Change) -> bool:
        operator = get_operator(change.operator)()
        with use_mutation(self._copy / change.module, operator, change.number):
            try:
                return self._status(self._timeout) != 0
            except subprocess.TimeoutExpired:
                return True

    def _status(self, timeout: float | None) -> int:
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider"]
        environment = {
            **os.environ, "PYTHONPATH": str(self._copy), "OMP_NUM_THREADS": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
        }  # fmt: skip
        done = subprocess.run(
            [*command, str(self._tests)], cwd=self._copy, env=environment, timeout=timeout,
            capture_output=True, check=False,
        )  # fmt: skip
        if done.returncode == _NO_TESTS:
            sys.exit(f"There are no tests in {self._tests}.")
        return done.returncode


def try_room(copy: Path, tests: Path, changes: list[Change]) -> None:
    """Try changes of a room, and print what went unnoticed and the share that was noticed."""
    trial = Trial(copy, tests)
    noticed = 0
    for change in changes:
        is_noticed = trial.notices(change)
        noticed += is_noticed
        if not is_noticed:
            line, column = change.place
            _say(f"{change.module}:{line}:{column + 1} {change.operator}")
    _say(f"{tests}: {noticed} of {len(changes)} noticed")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description="Count the changes that tests notice.")
    parser.add_argument("paths", nargs="*", type=Path, help="files or folders")
    parser.add_argument("--most", type=int, default=30, help="changes in each room")
    options = parser.parse_args()
    rooms: dict[Path, list[Change]] = defaultdict(list)
    for module in modules_in(options.paths) if options.paths else changed_modules():
        rooms[tests_of(module)] += changes_of(module)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(PROJECT, Path(folder) / "copy", ignore=_NOT_COPIED))
        for tests, changes in sorted(rooms.items()):
            try_room(copy, tests, draw(changes, options.most))


if __name__ == "__main__":
    main()
