"""How long the window's thread takes for a frame while the grid is scrolled and resized.

`make bench` asks this of 100,000 photos with real thumbnails. As a program, of another number:

    python -m tests.bench.frames [--photos 1000000] FOLDER

FOLDER/library is built if it is not there.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np

from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.photos.thumbnails import make_thumbnail
from tests.bench.million import build_library
from tests.bench.photos import pictures
from tests.bench.report import Report

_PHOTOS = 100_000
_DIFFERENT = 300  # thumbnails
_DRAWN = (640, 480)


def measure(report: Report, folder: Path, photos: int = _PHOTOS) -> None:
    """Build the library in a folder, unless it is there."""
    library = LibraryFiles(folder / "library")
    if not library.exists():
        thumbnails = [make_thumbnail(picture) for picture in pictures(_DRAWN, _DIFFERENT)]
        build_library(library.folder, photos, thumbnails)
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.scrolled_window", library.folder],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    for gesture, frames in json.loads(done.stdout).items():
        clock, processor = np.array(frames["clock"]), np.array(frames["processor"])
        report.add(
            f"frames of {photos:,} photos, {gesture}, 95th percentile",
            f"{np.percentile(clock, 95):.1f} ms",
            "< 16 ms",
            f"median {np.median(clock):.1f} ms, longest {clock.max():.1f} ms; of the processor"
            f" {np.percentile(processor, 95):.1f} ms; load {os.getloadavg()[0]:.1f}",
        )


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the frames of the grid.")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--photos", type=int, default=_PHOTOS, help="%(default)s")
    options = parser.parse_args()
    report = Report()
    measure(report, options.folder, options.photos)
    sys.stdout.write(report.table())


if __name__ == "__main__":
    main()
