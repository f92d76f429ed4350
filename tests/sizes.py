"""How large the parts of the project are: `make sizes` prints the table, test_sizes.py holds it.

python -m tests.sizes [FOLDER]...
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

PROJECT = Path(__file__).resolve().parents[1]
PARTS = ("desktop_app/core", "desktop_app/ui", "training", "desktop_app", "tests")
MANY_METHODS = 12


@dataclass(frozen=True)
class Measured:
    """A file, function or class: its size in lines, or in methods for a class."""

    size: int
    name: str


@dataclass(frozen=True)
class Sizes:
    """Everything in one folder, largest first."""

    files: list[Measured]
    functions: list[Measured]
    classes: list[Measured]

    @property
    def median_function(self) -> float:
        return median(function.size for function in self.functions)

    @property
    def p95_function(self) -> int:
        """Lines that 95 % of the functions do not exceed."""
        return self.functions[len(self.functions) // 20].size

    @property
    def large_classes(self) -> list[Measured]:
        return [each for each in self.classes if each.size > MANY_METHODS]


def sizes_of(folder: Path) -> Sizes:
    """Measure every Python file below a folder. A function's docstring counts."""
    files, functions, classes = [], [], []
    for path in sorted(folder.rglob("*.py")):
        text = path.read_text("utf-8")
        name = str(path.relative_to(PROJECT))
        files.append(Measured(text.count("\n"), name))
        for node in ast.walk(ast.parse(text)):
            match node:
                case ast.FunctionDef() | ast.AsyncFunctionDef():
                    functions.append(Measured(_lines(node), f"{name}:{node.name}"))
                case ast.ClassDef():
                    classes.append(Measured(len(list(_methods(node))), f"{name}:{node.name}"))
    return Sizes(_largest_first(files), _largest_first(functions), _largest_first(classes))


def _lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    assert function.end_lineno is not None
    return function.end_lineno - function.lineno + 1


def _methods(node: ast.ClassDef) -> Iterator[ast.stmt]:
    return (part for part in node.body if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef))


def _largest_first(measured: list[Measured]) -> list[Measured]:
    return sorted(measured, key=lambda each: -each.size)


def table(parts: Sequence[str]) -> Iterator[str]:
    """The figures of each part, then the classes with many methods."""
    head = "files median largest | functions median p95 longest | classes"
    yield f"{'part':<17} {head} > {MANY_METHODS}"
    measured = {part: sizes_of(PROJECT / part) for part in parts}
    yield from (_row(part, sizes) for part, sizes in measured.items())
    for part in PARTS[:3]:
        for each in measured[part].large_classes if part in measured else ():
            yield f"{each.size:>4} methods: {each.name}"


def _row(part: str, sizes: Sizes) -> str:
    lines = median(each.size for each in sizes.files)
    files = f"{len(sizes.files):>5} {lines:>6} {sizes.files[0].size:>7}"
    longest = sizes.functions[0].size
    functions = (
        f"{len(sizes.functions):>9} {sizes.median_function:>6} {sizes.p95_function:>3} {longest:>7}"
    )
    return f"{part:<17} {files} | {functions} | {len(sizes.large_classes):>12}"


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in table(sys.argv[1:] or PARTS))
