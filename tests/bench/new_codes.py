"""How long it takes to make all codes again with another model, and the memory that it takes."""

from __future__ import annotations

import subprocess
import sys
import time

import psutil

from desktop_app.core.catalogue.library_files import LibraryFiles
from tests.bench.report import Report
from tests.crash.library_state import add_second_model

_LOOK_EVERY_SECONDS = 0.1


def measure(report: Report, library: LibraryFiles, photos: int) -> None:
    """Of a library with `photos` stored descriptors."""
    program = [sys.executable, "-m", "desktop_app", "model", "use", add_second_model(library)]
    command = [*program, "--library", str(library.folder)]
    started, most = time.monotonic(), 0
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    watched = psutil.Process(process.pid)
    while process.poll() is None:
        try:
            most = max(most, watched.memory_info().rss)
        except psutil.NoSuchProcess:
            break
        time.sleep(_LOOK_EVERY_SECONDS)
    assert process.wait() == 0
    report.add(
        f"{photos:,} stored descriptors encoded by another model",
        f"{time.monotonic() - started:.1f} s",
        "< 60 s",
        f"peak memory {most / 2**20:.0f} MB",
    )
