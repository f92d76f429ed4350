"""`python -m tests.bench.archive_window`: is the window of a large archive as quick as promised?

Each archive is made by `large_archive`, whose docstring says what is real in it, and opened in a
process of its own, when its files are in the disk's cache. 30 million photos take 3 GB of disk.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from tests.bench.large_archive import build_archive
from tests.bench.report import Report

_MOST_SECONDS = 3.0
_MOST_MEGABYTES = 600
_SEARCH_MS = 120
_FILTER_MS = 200  # with the search among the photos that pass
_FRAME_MS = 16


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the window of large archives.")
    parser.add_argument("--millions", type=float, nargs="+", default=[1, 10, 30])
    report = Report()
    with tempfile.TemporaryDirectory(prefix="lookalike-bench-") as name:
        measure(report, Path(name), parser.parse_args().millions)
    sys.stdout.write(report.table())


def measure(report: Report, folder: Path, sizes: Iterable[float]) -> None:
    """Of archives of so many million photos, one after another."""
    for millions in sizes:
        target = folder / f"{millions:g}"
        _report(report, f"archive of {millions:g} million", _measured(target, int(millions * 1e6)))
        shutil.rmtree(target)


def _measured(folder: Path, photos: int) -> dict[str, Any]:
    archive = build_archive(folder, photos)
    done = subprocess.run(
        [
            *(sys.executable, "-m", "tests.bench.searched_archive"),
            *(str(time.time()), archive, folder / "settings"),
        ],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    measured: dict[str, Any] = json.loads(done.stdout)
    return measured


def _report(report: Report, size: str, measured: dict[str, Any]) -> None:
    def add(what: str, value: float, limit: float, unit: str, detail: str = "") -> None:
        figures = f"{value / limit:.2f} of it"
        report.add(f"{what}, {size}", f"{value:.1f} {unit}", f"< {limit:g} {unit}",
                   f"{figures}; {detail}load {os.getloadavg()[0]:.1f}")  # fmt: skip

    add("start until a screen of photos is shown", measured["opened"], _MOST_SECONDS, "s")
    add("private memory at the end", measured["megabytes"], _MOST_MEGABYTES, "MB")
    longest = f"longest {max(measured['searches']):.0f} ms; "
    add("a search", statistics.median(measured["searches"]), _SEARCH_MS, "ms", longest)
    add("a filter of 2 %", statistics.median(measured["filters"]), _FILTER_MS, "ms",
        f"longest {max(measured['filters']):.0f} ms; ")  # fmt: skip
    for gesture, frames in measured["frames"].items():
        longest = f"median {statistics.median(frames):.1f} ms, longest {max(frames):.1f} ms; "
        add(f"{gesture}, 95th percentile of frames", float(np.percentile(frames, 95)), _FRAME_MS,
            "ms", longest)  # fmt: skip


if __name__ == "__main__":
    main()
