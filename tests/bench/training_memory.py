"""The memory that a thorough training with previews takes, of one process and of two (Linux).

python -m tests.bench.training_memory LIBRARY
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

from desktop_app.core.catalogue.library_files import LibraryFiles
from tests.bench.report import Report
from tests.bench.watched_process import watch

# Training with previews reaches its peak in its first steps, and again when it writes the model.
_MINUTES = "1.5"
_LIMITS_GB = {1: 1.5, 2: 2.5}  # by the number of processes


def measure(report: Report, library: LibraryFiles) -> None:
    """Train on a library as often as there are limits, with as many cores as processes."""
    command = ["-m", "desktop_app", "train", "--minutes", _MINUTES]
    for processes, limit in _LIMITS_GB.items():
        with _cores(processes):
            took = watch([*command, "--library", str(library.folder)], _memory_of_training)
        gigabytes = took.peak_bytes / 1e9
        report.add(
            f"memory of a thorough training in {processes} process{'es' * (processes > 1)}",
            f"{gigabytes / limit:.2f}x",
            f"<= {limit} GB",
            f"{gigabytes:.2f} GB at its peak, with previews",
        )


@contextmanager
def _cores(count: int) -> Iterator[None]:
    """Let the processes that are started in the block use so many cores."""
    all_cores = os.sched_getaffinity(0)
    assert len(all_cores) >= count
    os.sched_setaffinity(0, sorted(all_cores)[:count])
    try:
        yield
    finally:
        os.sched_setaffinity(0, all_cores)


def _memory_of_training(command: psutil.Process) -> int:
    """Bytes of the processes that run torch, of which shared pages are counted once."""
    total = 0
    for process in command.children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            if "training" in process.cmdline():
                total += int(process.memory_full_info().pss)
    return total


def main() -> None:
    report = Report()
    measure(report, LibraryFiles(Path(sys.argv[1])))
    sys.stdout.write(report.table())


if __name__ == "__main__":
    main()
