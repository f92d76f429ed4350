"""Make changes in a copy of the project, and run the tests that should notice them."""

from __future__ import annotations

import subprocess
import sys
import time
from functools import cached_property
from pathlib import Path

from cosmic_ray.mutating import use_mutation
from cosmic_ray.plugins import get_operator

from tests.mutants.changes import Change
from tests.mutants.covering import Covering, environment

# A change may lead to an endless loop: tests may take so many times what they take without it.
_LONGEST = 5
_SHORTEST_SECONDS = 30
_NO_TESTS = 5  # pytest's exit status


class Trial:
    """The tests of one room, and those of its part that run the changed statement.

    A room that has no folder of tests is tested by those of other rooms.
    """

    def __init__(self, copy: Path, tests: Path, covering: Covering) -> None:
        self._copy = copy
        self._tests = [str(tests)] if (copy / tests).exists() else []
        self._covering = covering

    @cached_property
    def _room_seconds(self) -> float:
        """What the tests of the room take without a change. Exits if they fail."""
        started = time.monotonic()
        if self._status(self._tests, None) != 0:
            sys.exit(f"The tests in {self._tests[0]} fail without a change.")
        return time.monotonic() - started

    def notices(self, change: Change) -> bool:
        """Whether a test notices a change: at first those that run it, then all of the room."""
        running = self._covering.tests_of(change.module, change.place[0])
        if self._fail(change, running, self._covering.seconds_of(running)):
            return True
        return bool(self._tests) and self._fail(change, self._tests, self._room_seconds)

    def _fail(self, change: Change, tests: list[str], seconds: float) -> bool:
        if not tests:
            return False
        operator = get_operator(change.operator)()
        with use_mutation(self._copy / change.module, operator, change.number):
            try:
                return self._status(tests, _LONGEST * seconds + _SHORTEST_SECONDS) != 0
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
