"""How long it takes to make all codes again with another model, and the memory that it takes."""

from __future__ import annotations

from desktop_app.core.catalogue.library_files import LibraryFiles
from tests.bench.report import Report
from tests.bench.watched_process import watch
from tests.crash.library_state import add_second_model


def measure(report: Report, library: LibraryFiles, photos: int) -> None:
    """Of a library with `photos` stored descriptors."""
    program = ["-m", "desktop_app", "model", "use", add_second_model(library)]
    took = watch([*program, "--library", str(library.folder)])
    report.add(
        f"{photos:,} stored descriptors encoded by another model",
        f"{took.seconds:.1f} s",
        "< 60 s",
        f"peak memory {took.peak_mb:.0f} MB",
    )
