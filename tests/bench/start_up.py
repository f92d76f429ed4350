"""From start to a usable window, and from a dropped picture to its results, at 1,000,000 photos."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from desktop_app.core.catalogue.library_files import LibraryFiles
from tests.bench.photos import TWELVE_MEGAPIXELS, write_photos
from tests.bench.report import Report

_STARTS = 5
_DROPS = 9


def measure(report: Report, folder: Path, library: LibraryFiles) -> None:
    (picture,) = write_photos(folder / "dropped", TWELVE_MEGAPIXELS, 1)
    runs = [timed_window(library, picture, _DROPS) for _ in range(_STARTS)]
    drops = [1000 * drop for run in runs for drop in run["drops"]]
    report.add(
        "a dropped 12-megapixel JPEG to painted results, 1,000,000 photos",
        f"{statistics.median(drops):.0f} ms",
        "< 250 ms",
        f"{len(drops)} drops, slowest {max(drops):.0f} ms;"
        f" the first after a start {max(1000 * run['drops'][0] for run in runs):.0f} ms",
    )
    report.add(
        "start to usable window, 1,000,000 photos",
        f"{statistics.median(run['usable'] for run in runs):.2f} s",
        "< 2 s",
        f"window shown after {statistics.median(run['shown'] for run in runs):.2f} s",
    )
    report.add(
        "memory of the window, 1,000,000 photos",
        f"{max(run['megabytes'] for run in runs):.0f} MB",
        "< 500 MB",
        f"after {_DROPS} searches",
    )


def timed_window(
    library: LibraryFiles, picture: Path, drops: int, flips: int = 0
) -> dict[str, Any]:
    """A window that is opened, given the picture so many times, and has so many bits flipped."""
    arguments = [str(time.time()), str(library.folder), str(picture), str(drops), str(flips)]
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.window", *arguments],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    report: dict[str, Any] = json.loads(done.stdout)
    return report
