"""`make fuzz`: read many broken pictures as indexing does. Exit status 1 if a fault was found."""

from __future__ import annotations

import argparse
import itertools
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from desktop_app.core.base.memory_gate import MemoryGate
from desktop_app.core.base.processors import available_cores
from desktop_app.core.photos.photo_reader import MAX_DECODE_BYTES
from tests.fuzz.mutations import mutated
from tests.fuzz.report import Report, Tried
from tests.fuzz.seeds import Seed, seeds
from tests.fuzz.trial import Trials

_PROGRESS_SECONDS = 10


def main() -> int:
    options = _options()
    report = Report(options.keep)
    run = _Run(report, seeds(), options)
    threads = [threading.Thread(target=run.work) for _ in range(available_cores())]
    for thread in threads:
        thread.start()
    for thread in threads:
        while thread.is_alive():
            thread.join(_PROGRESS_SECONDS)
            print(report.progress(), file=sys.stderr, flush=True)
    print(f"seed {options.seed}\n{report.table()}")
    return 1 if report.has_faults or run.has_ended_early else 0


class _Run:
    def __init__(self, report: Report, found: list[Seed], options: argparse.Namespace) -> None:
        self._report = report
        self._seeds = found
        self._seed = options.seed
        self._numbers = iter(self._numbers_until(options.first, options.count, options.seconds))
        self._gate = MemoryGate(MAX_DECODE_BYTES)
        self._lock = threading.Lock()
        self.has_ended_early = False

    def work(self) -> None:
        """Read pictures until there are no more of them, in one of several threads."""
        trials = Trials(self._gate)
        try:
            with tempfile.TemporaryDirectory(prefix="lookalike-fuzz-") as folder:
                while (number := self._next()) is not None:
                    self._try(trials, Path(folder), number)
        except BaseException:
            self.has_ended_early = True
            raise
        finally:
            trials.close()

    def _try(self, trials: Trials, folder: Path, number: int) -> None:
        random = Random(f"{self._seed}-{number}")
        seed, other = random.choice(self._seeds), random.choice(self._seeds)
        content = mutated(seed.content, other.content, random)
        path = folder / seed.name
        path.write_bytes(content)
        tried = Tried(number, seed.name, content, trials.read(path))
        with self._lock:
            self._report.add(tried)

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
    parser.add_argument("--count", type=int, default=100_000, help="pictures (%(default)s)")
    parser.add_argument("--seed", type=int, default=0, help="of the changes (%(default)s)")
    parser.add_argument("--first", type=int, default=0, help="number of the first (%(default)s)")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="end after so long")
    parser.add_argument(
        "--keep", type=Path, default=Path("runs/fuzz"), help="folder for what crashes (%(default)s)"
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
