"""How long the window stands still while photos are indexed and searched for.

`make bench` asks this of a library of a million photos. As a program, of another one:

    python -m tests.bench.stalls [--photos 10000000] FOLDER

FOLDER/library is built if it is not there: ten million photos take 20 minutes and 14 GB.
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
from tests.bench.million import build_library
from tests.bench.photos import TWELVE_MEGAPIXELS, TWO_MEGAPIXELS, write_photos
from tests.bench.report import Report

_NEW_PHOTOS = 400


def measure(report: Report, folder: Path, library: LibraryFiles, known: int) -> None:
    """In a library that knows `known` photos already."""
    photos, dropped = folder / f"new {known}", folder / f"asked {known}"
    write_photos(photos, TWO_MEGAPIXELS, _NEW_PHOTOS)
    (picture,) = write_photos(dropped, TWELVE_MEGAPIXELS, 1)
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.busy_window", library.folder, photos, picture],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(done.stdout)
    late = np.array(found["late"])
    report.add(
        f"stalls of the window while {_NEW_PHOTOS} photos join {known:,}, 99th percentile",
        f"{np.percentile(late, 99):.1f} ms",
        "< 50 ms",
        f"{found['searches']} searches meanwhile; longest {late.max():.0f} ms;"
        f" {len(late):,} beats; memory {found['megabytes']:.0f} MB",
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how long the window stands still.")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--photos", type=int, default=10_000_000, help="%(default)s")
    options = parser.parse_args()
    library = LibraryFiles(options.folder / "library")
    if not library.exists():
        build_library(library.folder, options.photos)
    report = Report()
    measure(report, options.folder, library, options.photos)
    sys.stdout.write(report.table())


if __name__ == "__main__":
    main()
