"""What is not changed, because nobody would call it a change of meaning.

- Type annotations and decorators.
- What is written into the log.
- `strict=True` of `zip`: it checks the program itself, as an assertion does.
- Lengths, stretches, strokes and opacities that are plain numbers: arguments of the calls of Qt in
  `_LENGTHS` and `_STRETCHES`, module constants named like `_LOOKS`, pairs named `_SIZE`, and the
  fields of `Metrics`.

Only the numbers themselves are left out. A computed length, a comparison, a branch, an index, a
position in a grid, a limit, an interval and the conversion of a unit are changed like all code.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

Place = tuple[int, int]  # line and column

_LENGTHS = {
    *("setContentsMargins", "setSpacing", "setHorizontalSpacing", "setVerticalSpacing"),
    *("addSpacing", "setIndentation", "setMinimumWidth", "setMinimumHeight", "setFixedWidth"),
    *("setFixedHeight", "resize", "QSize", "QColor", "QPen", "adjusted"),
    *("drawRoundedRect", "drawEllipse"),
}
# Calls with the stretch as their last argument, by their number of arguments.
_STRETCHES = {
    "addStretch": 1,
    "insertStretch": 2,
    "addWidget": 2,
    "addLayout": 2,
    "setColumnStretch": 2,
    "setRowStretch": 2,
    "setStretchFactor": 2,
}
_LOOKS = re.compile(r"(.*_)?(WIDTH|HEIGHT|MARGIN|GAP|PADDING|RADIUS|STROKE|OPACITY)$")


def left_out(source: str) -> Iterator[tuple[Place, Place]]:
    """From where to where a module is not changed."""
    for node in ast.walk(ast.parse(source)):
        for each in (*_annotations(node), *_logged(node), *_checks(node), *_looks(node)):
            yield (each.lineno, each.col_offset), (each.end_lineno or 0, each.end_col_offset or 0)
        for each in getattr(node, "decorator_list", []):
            start = each.lineno, each.col_offset - 1  # with its @
            yield start, (each.end_lineno or 0, each.end_col_offset or 0)


def _annotations(node: ast.AST) -> Iterator[ast.expr]:
    for each in (getattr(node, "annotation", None), getattr(node, "returns", None)):
        if isinstance(each, ast.expr):
            yield each


def _logged(node: ast.AST) -> Iterator[ast.expr]:
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="logger"))):
            yield node


def _checks(node: ast.AST) -> Iterator[ast.expr]:
    """What could only be noticed if the program had a mistake elsewhere."""
    match node:
        case ast.Call(func=ast.Name(id="zip"), keywords=[ast.keyword(arg="strict", value=value)]):
            yield value


def _looks(node: ast.AST) -> Iterator[ast.expr]:
    """Plain numbers that only say how something looks."""
    numbers: list[ast.expr | None] = []
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[*arguments]):
            numbers = [*arguments] if name in _LENGTHS else []
            if _STRETCHES.get(name) == len(arguments):
                numbers = [arguments[-1]]
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Tuple(elts=[*pair])):
            numbers = [*pair] if name.endswith("_SIZE") else []
        case ast.Assign(targets=[ast.Name(id=name)], value=value):
            numbers = [value] if _LOOKS.match(name) else []
        case ast.ClassDef(name="Metrics", body=body):
            numbers = [each.value for each in body if isinstance(each, ast.AnnAssign)]
    yield from (each for each in numbers if each is not None and _is_number(each))


def _is_number(value: ast.expr) -> bool:
    match value:
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return _is_number(operand)
        case ast.Constant(value=bool()):
            return False
        case ast.Constant(value=int() | float()):
            return True
    return False
