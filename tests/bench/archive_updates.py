"""`python -m tests.bench.archive_updates`: what do many small updates cost?

Each update adds a shard of a few files, which stays one: compaction joins none. The time of an
update, and of a search by the command line, is that of the last one beside the first.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.bench.photos import write_photos
from tests.bench.watched_process import watch
from training.base.markdown import markdown_table

_SIZE = (320, 240)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure many small updates of an archive.")
    parser.add_argument("--photos", type=int, default=2000, help="At first. %(default)s")
    parser.add_argument("--updates", type=int, default=50, help="%(default)s")
    parser.add_argument("--files", type=int, default=10, help="New in each. %(default)s")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lookalike-bench-") as name:
        folder = Path(name)
        count = options.photos + options.updates * options.files
        drawn = write_photos(folder / "drawn", _SIZE, count)
        _move(drawn[: options.photos], folder / "photos")
        _make(folder)
        seconds, searches = list[float](), [_searched(folder)]
        for number in range(options.updates):
            start = options.photos + number * options.files
            _move(drawn[start : start + options.files], folder / "photos" / f"{number:03}")
            seconds.append(_updated(folder))
            sys.stderr.write(f"update {number + 1}: {seconds[-1]:.1f} s\n")
        searches.append(_searched(folder))
    lines = [
        ["an update", f"{seconds[0]:.1f} s", f"{seconds[-1]:.1f} s",
         f"{seconds[-1] / seconds[0]:.2f}"],
        ["a search", f"{searches[0]:.1f} s", f"{searches[1]:.1f} s",
         f"{searches[1] / searches[0]:.2f}"],
    ]  # fmt: skip
    heading = [f"{options.updates} updates of {options.files} files", "first", "last", "times"]
    sys.stdout.write(f"{markdown_table(heading, lines)}\n")


def _make(folder: Path) -> None:
    _run("manifest", folder / "photos", "--out", folder / "manifest")
    _run("index", folder / "manifest", "--out", folder / "archive")


def _updated(folder: Path) -> float:
    return _run("update", folder / "manifest", "--out", folder / "archive")


def _searched(folder: Path) -> float:
    """Return the shortest of three searches, in seconds."""
    picture = min((folder / "photos").glob("*.jpg"))
    return min(_run("search", folder / "archive", picture) for _ in range(3))


def _run(*words: object) -> float:
    return watch(["-m", "desktop_app", "cluster", *map(str, words), "--json"]).seconds


def _move(paths: list[Path], folder: Path) -> None:
    folder.mkdir(parents=True)
    for path in paths:
        path.rename(folder / path.name)


if __name__ == "__main__":
    main()
