"""How long a quick model takes, and the memory that it takes, the program's start included."""

from __future__ import annotations

from desktop_app.core.catalogue.library_files import LibraryFiles
from tests.bench.report import Report
from tests.bench.watched_process import watch

_MOST_MB = 1024


def measure(report: Report, library: LibraryFiles, photos: int, most_seconds: int) -> None:
    """Of a library with `photos` stored descriptors, in `most_seconds`."""
    took = watch(["-m", "desktop_app", "train", "--quick", "--library", str(library.folder)])
    what = f"quick model of {photos:,} photos"
    limit = f"< {most_seconds} s"
    report.add(what, f"{took.seconds:.1f} s", limit, "56 of them edited in 7 ways")
    report.add(f"{what}, memory", f"{took.peak_mb:.0f} MB", f"< {_MOST_MB} MB", "at its peak")
