"""How long a quick model takes, and the memory that it takes, the program's start included."""

from __future__ import annotations

import subprocess
import sys
import time

import psutil

from desktop_app.core.catalogue.library_files import LibraryFiles
from tests.bench.report import Report

_LOOK_EVERY_SECONDS = 0.1
_MOST_MB = 1024


def measure(report: Report, library: LibraryFiles, photos: int, most_seconds: int) -> None:
    """Of a library with `photos` stored descriptors, in `most_seconds`."""
    command = [sys.executable, "-m", "desktop_app", "train", "--quick"]
    started, most = time.monotonic(), 0
    process = subprocess.Popen(
        [*command, "--library", str(library.folder)], stdout=subprocess.DEVNULL
    )
    watched = psutil.Process(process.pid)
    while process.poll() is None:
        try:
            most = max(most, watched.memory_info().rss)
        except psutil.NoSuchProcess:
            break
        time.sleep(_LOOK_EVERY_SECONDS)
    assert process.wait() == 0
    what = f"quick model of {photos:,} photos"
    seconds = time.monotonic() - started
    report.add(what, f"{seconds:.1f} s", f"< {most_seconds} s", "80 of them edited in 7 ways")
    report.add(f"{what}, memory", f"{most / 2**20:.0f} MB", f"< {_MOST_MB} MB", "at its peak")
