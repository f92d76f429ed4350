"""The grid of all photos: first show, resize, photos that arrive, and frames of a fast scroll."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

from desktop_app.core.catalogue.library_files import LibraryFiles
from tests.bench.report import Report

_TARGETS = {
    "first show": "< 50 ms",
    "resize": "< 16 ms",
    "append": "< 50 ms",
    "frame": "< 16 ms",
}


def measure(report: Report, library: LibraryFiles, counts: tuple[int, ...]) -> None:
    """`counts` photos of a library that has as many as the most of them."""
    measured = _run(library, counts)
    for count in counts:
        figures = measured[str(count)]
        for what, target in _TARGETS.items():
            detail = "1,400 × 900 pixels, photos 160 pixels wide"
            if what == "frame":
                detail = f"99th percentile {figures['slowest frames']:.1f} ms; half a page a frame"
            report.add(
                f"grid of {count:,} photos, {what}", f"{figures[what]:.1f} ms", target, detail
            )
    for count, listing_ms in measured["listing"].items():
        report.add(
            f"list {int(count):,} photos by date",
            f"{listing_ms:.0f} ms",
            "< 1000 ms",
            "in the browsing thread, nothing known before",
        )


def _run(library: LibraryFiles, counts: tuple[int, ...]) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.grid", str(library.folder), *map(str, counts)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    report: dict[str, Any] = json.loads(done.stdout)
    return report
