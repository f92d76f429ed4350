"""Describe the public names of a package, with their signatures, as text that is kept.

    PYTHONPATH=desktop_app/import-name python -m tests.api.described > tests/api/public_names.txt

writes the text anew; docs/api.md says which part of the version a change of it raises.
"""

from __future__ import annotations

import dataclasses
import inspect
import sys
from collections.abc import Iterator
from enum import Enum
from types import ModuleType
from typing import Any, get_args


def described(package: ModuleType) -> str:
    """Return the description of every name in `__all__`, by name."""
    return "\n".join(line for name in sorted(package.__all__) for line in _lines(package, name))


def _lines(package: ModuleType, name: str) -> Iterator[str]:
    value = getattr(package, name)
    if not isinstance(value, type):
        yield f"{name}{_signature(value)}" if inspect.isfunction(value) else _plain(name, value)
        return
    yield f"class {name}({', '.join(base.__name__ for base in value.__bases__)})"
    yield from (f"    {line}" for line in _members(value))


def _members(kind: type) -> Iterator[str]:
    if issubclass(kind, Enum):
        yield from (f"{member.name} = {member.value!r}" for member in kind)
    elif dataclasses.is_dataclass(kind):
        yield from (
            f"{each.name}: {each.type}{_default(each)}" for each in dataclasses.fields(kind)
        )
    elif hasattr(kind, "_fields"):
        yield from (f"{each}: {_type_name(kind.__annotations__[each])}" for each in kind._fields)
    else:
        yield from (_member(each, value) for each, value in vars(kind).items() if _is_public(each))


def _is_public(name: str) -> bool:
    return not name.startswith("_") or name in {"__enter__", "__exit__"}


def _member(name: str, value: Any) -> str:
    match value:
        case property():
            return f"{name}: {value.fget.__annotations__['return']}"
        case classmethod():
            return f"classmethod {name}{_signature(value.__func__)}"
    return f"{name}{_signature(value)}"


def _signature(function: Any) -> str:
    return str(inspect.signature(function)).replace("'", "")


def _default(field: dataclasses.Field[Any]) -> str:
    if field.default is not dataclasses.MISSING:
        return f" = {field.default!r}"
    return " = ..." if field.default_factory is not dataclasses.MISSING else ""


def _type_name(annotation: Any) -> str:
    return getattr(annotation, "__forward_arg__", str(annotation))


def _plain(name: str, value: Any) -> str:
    if isinstance(value, str):
        return f"{name}: str"
    return f"{name} = {' | '.join(part.__name__ for part in get_args(value))}"


if __name__ == "__main__":
    import lookalike

    sys.stdout.write(described(lookalike) + "\n")
