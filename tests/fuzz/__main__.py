"""`make fuzz`: break many inputs, and use them. Exit status 1 if a fault was found."""

from __future__ import annotations

import argparse
import itertools
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from desktop_app.core.base.memory_gate import MemoryGate
from desktop_app.core.base.processors import available_cores
from desktop_app.core.photos.photo_reader import MAX_DECODE_BYTES
from tests.fuzz.child import TARGETS, Child
from tests.fuzz.pictures import Pictures
from tests.fuzz.report import Report, Tried
from tests.fuzz.seeds import seeds

_PROGRESS_SECONDS = 10


class _Trier(Protocol):
    """Breaks and uses inputs by their numbers, in one thread."""

    def attempt(self, number: int) -> Tried: ...

    def close(self) -> None: ...


class _Inputs:
    """Inputs that a child process breaks and uses."""

    def __init__(self, target: str, seed: int) -> None:
        self._target = target
        self._child = Child(target, seed)

    def attempt(self, number: int) -> Tried:
        return Tried(number, self._target, b"", self._child.attempt(number))

    def close(self) -> None:
        self._child.close()


def main() -> int:
    options = _options()
    report = Report(options.keep)
    run = _Run(report, _maker(options), options)
    threads = [threading.Thread(target=run.work) for _ in range(options.threads)]
    for thread in threads:
        thread.start()
    for thread in threads:
        while thread.is_alive():
            thread.join(_PROGRESS_SECONDS)
            print(report.progress(), file=sys.stderr, flush=True)
    print(f"{options.target}, seed {options.seed}\n{report.table()}")
    return 1 if report.has_faults or run.has_ended_early else 0


def _maker(options: argparse.Namespace) -> Callable[[], _Trier]:
    """What makes the trier of a thread."""
    if options.target in TARGETS:
        return lambda: _Inputs(options.target, options.seed)
    found, gate = seeds(), MemoryGate(MAX_DECODE_BYTES)
    return lambda: Pictures(found, options.seed, gate)


class _Run:
    def __init__(
        self, report: Report, make: Callable[[], _Trier], options: argparse.Namespace
    ) -> None:
        self._report = report
        self._make = make
        self._numbers = iter(self._numbers_until(options.first, options.count, options.seconds))
        self._lock = threading.Lock()
        self.has_ended_early = False

    def work(self) -> None:
        """Try inputs until there are no more of them, in one of several threads."""
        trier = self._make()
        try:
            while (number := self._next()) is not None:
                tried = trier.attempt(number)
                with self._lock:
                    self._report.add(tried)
                    if tried.outcome.fault:
                        print(tried, file=sys.stderr, flush=True)
        except BaseException:
            self.has_ended_early = True
            raise
        finally:
            trier.close()

    def _next(self) -> int | None:
        with self._lock:
            return next(self._numbers, None)

    @staticmethod
    def _numbers_until(first: int, count: int, seconds: float) -> Iterator[int]:
        end = time.monotonic() + seconds
        numbers = range(first, first + count)
        return itertools.takewhile(lambda _: time.monotonic() < end, numbers)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    choices = ("pictures", *TARGETS)
    parser.add_argument("--target", default="pictures", choices=choices, help="%(default)s")
    parser.add_argument("--count", type=int, default=100_000, help="inputs (%(default)s)")
    parser.add_argument("--seed", type=int, default=0, help="of the changes (%(default)s)")
    parser.add_argument("--first", type=int, default=0, help="number of the first (%(default)s)")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="end after so long")
    parser.add_argument("--threads", type=int, default=available_cores(), help="%(default)s")
    parser.add_argument(
        "--keep", type=Path, default=Path("runs/fuzz"), help="folder for what crashes (%(default)s)"
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
