"""How long it takes to make all codes again with another model, and the memory that it takes."""

from __future__ import annotations

import subprocess
import time

import psutil

from desktop_app.core.catalogue.library_files import LibraryFiles
from tests.bench.report import Report
from tests.e2e.killing_models import add_second_model, use_command

_LOOK_EVERY_SECONDS = 0.1


def measure(report: Report, library: LibraryFiles, photos: int) -> None:
    """Of a library with `photos` stored descriptors."""
    command = use_command(library, add_second_model(library))
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
