"""`python -m tests.bench.archive_training`: what does learning from a large archive take?

Time and memory of `lookalike train --archive`, quick and thorough, from archives of random
descriptors. The memory is that of all its processes, as a share of the limit of 4 GB.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import psutil

from tests.bench.drawn_archive import DrawnArchive
from tests.bench.watched_process import Watched, watch
from tests.sizes import PROJECT
from training.base.markdown import markdown_table
from training.measuring.results_table import update_section

_PAGE = PROJECT / "docs" / "scale.md"
_LIMIT_GB = 4
_WAYS = {"--quick": ["--quick"], "--minutes 1": ["--minutes", "1"]}


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure training on archives.")
    parser.add_argument("--millions", type=int, nargs="+", default=[1, 10])
    parser.add_argument("--write", action="store_true", help="Update docs/scale.md.")
    arguments = parser.parse_args()
    lines: list[list[str]] = []
    with tempfile.TemporaryDirectory(prefix="lookalike-bench-") as name:
        for millions in sorted(arguments.millions):
            lines += _measured(Path(name), millions)
    heading = ["photos", "`lookalike train`", "time", "memory", f"of {_LIMIT_GB} GB"]
    table = markdown_table(heading, lines)
    sys.stdout.write(f"{table}\n")
    if arguments.write:
        update_section(_PAGE, "archive-training", table)


def _measured(folder: Path, millions: int) -> list[list[str]]:
    """Train on an archive of so many million photos, in each way, and return lines of the table."""
    DrawnArchive(folder / "archive").write(millions * 1_000_000)
    lines = []
    for way, options in _WAYS.items():
        library = folder / "library"
        command = ["-m", "desktop_app", "train", *options, "--archive", str(folder / "archive")]
        took = watch([*command, "--library", str(library)], _memory_of_all)
        shutil.rmtree(library)
        lines.append(_line(millions, way, took))
        sys.stderr.write(f"{lines[-1]}\n")
    return lines


def _line(millions: int, way: str, took: Watched) -> list[str]:
    gigabytes = took.peak_bytes / 1e9
    share = f"{gigabytes / _LIMIT_GB:.0%}"
    return [
        f"{millions} million",
        f"`{way}`",
        f"{took.seconds:.0f} s",
        f"{gigabytes:.2f} GB",
        share,
    ]


def _memory_of_all(command: psutil.Process) -> int:
    """Bytes of a command and of the processes below it; shared pages are counted once."""
    total = 0
    for process in [command, *command.children(recursive=True)]:
        with suppress(psutil.NoSuchProcess):
            total += int(process.memory_full_info().pss)
    return total


if __name__ == "__main__":
    main()
