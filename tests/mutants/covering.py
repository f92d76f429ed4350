"""Which tests run a statement, as a run of the tests under coverage has found."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from coverage import CoverageData

from tests.mutants.contexts import SECONDS_FILE

_SETTINGS = """
[run]
source = desktop_app, training
data_file = {data}
"""
# Of the tests that run one statement, those that together take less.
_MOST_SECONDS = 40.0


class Covering:
    """The tests of a part of the project, of all its rooms, by the lines that they run."""

    def __init__(self, copy: Path, tests: Path) -> None:
        """Run the tests under coverage, in a copy of the project.

        Exits if they fail.
        """
        self._copy = copy
        kept = copy / ".mutants" / tests
        kept.mkdir(parents=True)
        settings, seconds = kept / "settings", kept / "seconds.json"
        settings.write_text(_SETTINGS.format(data=kept / "data"))
        done = subprocess.run(
            [*(sys.executable, "-m", "coverage", "run", f"--rcfile={settings}", "-m", "pytest"),
             *("-q", "-p", "tests.mutants.contexts", "-p", "no:cacheprovider"),
             *("-m", "not data", str(tests))],
            cwd=copy, env={**environment(copy), SECONDS_FILE: str(seconds)}, text=True,
            capture_output=True, check=False,
        )  # fmt: skip
        if done.returncode != 0:
            sys.exit(f"The tests in {tests} fail without a change.\n{done.stdout[-3000:]}")
        self._seconds: dict[str, float] = json.loads(seconds.read_text())
        data = CoverageData(str(kept / "data"))
        data.read()
        self._contexts = lru_cache(maxsize=64)(data.contexts_by_lineno)

    def tests_of(self, module: Path, line: int) -> list[str]:
        """The tests that run the statement at a line of a module, the quickest first.

        Those that run anything of the module if the statement is run on import.
        """
        contexts = self._contexts(str(self._copy / module))
        found = _names(contexts, _statement(self._copy / module, line)) or _names(
            contexts, contexts
        )
        chosen: list[str] = []
        total = 0.0
        for name in sorted(found, key=self._seconds.__getitem__):
            total += self._seconds[name]
            if chosen and total > _MOST_SECONDS:
                break
            chosen.append(name)
        return chosen

    def seconds_of(self, tests: list[str]) -> float:
        """What some tests took under coverage."""
        return sum(self._seconds[name] for name in tests)


def environment(copy: Path) -> dict[str, str]:
    """The environment in which the tests of a copy run."""
    ours = {"PYTHONPATH": str(copy), "OMP_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    return {**os.environ, **ours}


def _names(contexts: Mapping[int, list[str]], lines: Iterable[int]) -> set[str]:
    return {name for line in lines for name in contexts.get(line, []) if name}


def _statement(module: Path, line: int) -> range:
    """The lines of the smallest statement around a line; of a block, those of its head."""
    spans = [_span(node) for node in ast.walk(_tree(module)) if isinstance(node, ast.stmt)]
    around = [span for span in spans if line in span]
    return min(around, key=len, default=range(line, line + 1))


@lru_cache(maxsize=64)
def _tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def _span(node: ast.stmt) -> range:
    below = [each.lineno for each in ast.walk(node) if isinstance(each, ast.stmt)]
    end = min((line for line in below if line > node.lineno), default=(node.end_lineno or 0) + 1)
    return range(node.lineno, max(end, node.lineno + 1))
