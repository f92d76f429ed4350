"""Make changes in a copy of the project, and run the tests that should notice them."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from cosmic_ray.mutating import use_mutation
from cosmic_ray.plugins import get_operator

from tests.mutants.changes import Change
from tests.mutants.covering import Covering, environment

_LONGEST = 5  # times what the tests take without a change; a change may lead to an endless loop
_SHORTEST_SECONDS = 60
_NO_TESTS = 5  # pytest's exit status


class Trial:
    """The tests of one room, and those of its part that run the changed statement."""

    def __init__(self, copy: Path, tests: Path, covering: Covering) -> None:
        self._copy = copy
        self._tests = tests
        self._covering = covering
        started = time.monotonic()
        if self._status([str(tests)], None) != 0:
            sys.exit(f"The tests in {tests} fail without a change.")
        self._timeout = _LONGEST * (time.monotonic() - started) + _SHORTEST_SECONDS

    def notices(self, change: Change) -> bool:
        """Whether a test notices a change: at first the quick ones, then all of the room."""
        quick = self._covering.tests_of(change.module, change.place[0])
        operator = get_operator(change.operator)()
        with use_mutation(self._copy / change.module, operator, change.number):
            return any(self._fail(words) for words in (quick, [str(self._tests)]) if words)

    def _fail(self, words: list[str]) -> bool:
        try:
            return self._status(words, self._timeout) != 0
        except subprocess.TimeoutExpired:
            return True

    def _status(self, words: list[str], timeout: float | None) -> int:
        listed = self._copy / ".mutants" / "listed"
        listed.write_text("\n".join(words))
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", f"@{listed}"],
            cwd=self._copy, env=environment(self._copy), timeout=timeout, capture_output=True,
            check=False,
        )  # fmt: skip
        if done.returncode == _NO_TESTS:
            sys.exit(f"There are no tests in {words}.")
        return done.returncode
