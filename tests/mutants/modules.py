"""Which modules are changed, and where their tests are."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.mutants.changes import PROJECT

_ROOTS = ("desktop_app", "training")


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


def part_of(tests: Path) -> Path:
    """The tests of a whole part, such as the core, which a folder of tests belongs to."""
    return Path(*tests.parts[:2])
