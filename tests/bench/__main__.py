"""`make bench`: every speed that is promised, as a ratio to a limit measured in the same run."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.bench import (
    archive_window,
    browsing,
    duplicates,
    duplicates_memory,
    flips,
    frames,
    index_throughput,
    new_codes,
    quick_learning,
    search_speed,
    stalls,
    start_up,
    training_memory,
    words,
)
from tests.bench.million import build_library
from tests.bench.report import Report


def main() -> None:
    report = Report()
    with tempfile.TemporaryDirectory(prefix="lookalike-bench-") as name:
        folder = Path(name)
        index_throughput.measure(report, folder)
        search_speed.measure(report)
        words.measure(report)
        library = build_library(folder / "million", photos=1_000_000)
        duplicates.measure_join(report)
        duplicates.measure_search(report, folder / "copies", photos=100_000)
        duplicates_memory.measure_memory(report, folder / "memory")
        start_up.measure(report, folder, library)
        browsing.measure(report, library, (100_000, 1_000_000))
        smaller = build_library(folder / "smaller", photos=100_000)
        flips.measure(report, folder, smaller, photos=100_000)
        stalls.measure(report, folder, smaller, known=100_000)
        stalls.measure(report, folder, library, known=1_000_000)
        frames.measure(report, folder / "thumbnails")
        small = build_library(folder / "small", photos=10_000)
        quick_learning.measure(report, small, photos=10_000, most_seconds=10)
        quick_learning.measure(report, library, photos=1_000_000, most_seconds=60)
        new_codes.measure(report, library, photos=1_000_000)
        training_memory.measure(report, build_library(folder / "trained", photos=2_000))
        archive_window.measure(report, folder / "archives", (1, 10, 30))
    sys.stdout.write(report.table())


if __name__ == "__main__":
    main()
