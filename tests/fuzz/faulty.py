"""Everything that a broken input must not do, to see that the fuzzer notices it."""

from __future__ import annotations

import ctypes
import time
from collections.abc import Callable
from pathlib import Path

from desktop_app.core.base.errors import UnknownModelError
from tests.fuzz.guard import Guard
from tests.fuzz.told import told


class FaultyTarget:
    """Each number is another fault; 0 is none."""

    def __init__(self, folder: Path, seed: int) -> None:  # noqa: ARG002 -- there is no chance in it
        self._folder = folder

    def attempt(self, number: int, guard: Guard) -> str:
        faults: tuple[Callable[[], object], ...] = (
            self._refuse,
            self._raise,
            self._compute,
            self._fill_memory,
            lambda: ctypes.string_at(0),
            (self._folder / "stray.txt").touch,
            lambda: (self._folder / "errors.log").write_text("x"),
        )
        with guard.watching():
            return told(faults[number]) or "fine"

    @staticmethod
    def _refuse() -> None:
        raise UnknownModelError("x")

    @staticmethod
    def _raise() -> None:
        raise KeyError("x")

    @staticmethod
    def _compute() -> None:
        until = time.process_time() + 60
        while time.process_time() < until:
            pass

    @staticmethod
    def _fill_memory() -> None:
        kept = bytearray(400 * 2**20)
        time.sleep(60)
        del kept
