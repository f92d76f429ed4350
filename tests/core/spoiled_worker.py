"""A worker in which a function raises what nobody foresaw, while it reads one photo."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

from desktop_app.core.base.regular_file import open_regular_file
from desktop_app.core.reading import photo_content, worker


class UnforeseenError(Exception):
    """Nothing in the program knows this exception."""


def program(function: str, victim: Path) -> tuple[str, ...]:
    """The command of a worker. `function` is its module, a colon, and its name there."""
    return (sys.executable, "-m", "tests.core.spoiled_worker", function, str(victim))


def run(function: str, victim: str, memory_bytes: int) -> int:
    reading = Path()

    def remembered(path: Path) -> BinaryIO:
        nonlocal reading
        reading = path
        return open_regular_file(path)

    photo_content.open_regular_file = remembered  # type: ignore[assignment, attr-defined]
    _spoil(function, lambda: str(reading) == victim)
    return worker.run(memory_bytes)


def _spoil(function: str, is_spoiled: Callable[[], bool]) -> None:
    module, _, names = function.partition(":")
    *owners, name = names.split(".")
    owner: Any = import_module(module)
    for each in owners:
        owner = getattr(owner, each)
    real = getattr(owner, name)

    def raising(*values: Any, **named: Any) -> Any:
        if is_spoiled():
            raise UnforeseenError(name)
        return real(*values, **named)

    setattr(owner, name, raising)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1], sys.argv[2], int(sys.argv[3])))
