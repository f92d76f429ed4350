"""From a click on a bit of the query's code to its preview and the photos that are then nearest."""

from __future__ import annotations

import statistics
from pathlib import Path

from desktop_app.core.catalogue.library_files import LibraryFiles
from tests.bench.photos import TWELVE_MEGAPIXELS, write_photos
from tests.bench.report import Report
from tests.bench.start_up import timed_window

_STARTS = 3
_FLIPS = 20


def measure(report: Report, folder: Path, library: LibraryFiles, photos: int) -> None:
    (picture,) = write_photos(folder / "flipped", TWELVE_MEGAPIXELS, 1)
    runs = [timed_window(library, picture, 1, _FLIPS)["flips"] for _ in range(_STARTS)]
    flips = [1000 * flip for run in runs for flip in run]
    report.add(
        f"a flipped bit to painted preview and results, {photos:,} photos",
        f"{statistics.median(flips):.0f} ms",
        "< 100 ms",
        f"{len(flips)} flips, slowest {max(flips):.0f} ms",
    )
