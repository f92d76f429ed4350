"""`python -m tests.bench.archive_runners`: what the runners of an archive cost, and if they agree.

The same photos are read here, by a cluster of Dask on this machine, and by one command for each
shard. All must write the same bytes. Memory is that of all processes of a command together.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from desktop_app.core.base.processors import available_cores
from tests.bench.photos import TWO_MEGAPIXELS, write_photos
from tests.bench.watched_process import watch

_DRAWN = 500
_MOST_OVERHEAD = 1.15


@dataclass(frozen=True)
class _Run:
    title: str
    seconds: float
    megabytes: float
    digest: str


def main() -> None:
    parser = argparse.ArgumentParser(description="Compare the runners of an archive.")
    parser.add_argument("--photos", type=int, default=10_000, help="%(default)s")
    parser.add_argument("--shard-files", type=int, default=500, help="%(default)s")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lookalike-bench-") as name:
        folder = Path(name)
        photos, manifest = folder / "photos", folder / "manifest"
        _draw(photos, options.photos)
        _command("manifest", photos, "--out", manifest, "--shard-files", options.shard_files)
        shards = -(-options.photos // options.shard_files)
        runs = [
            _measured("here", folder / "here", [["index", manifest]]),
            _measured("dask", folder / "dask", [["index", manifest, "--dask", "local"]]),
            _measured(
                "shard by shard", folder / "apart", [["shard", n, manifest] for n in range(shards)]
            ),
        ]
    _print(runs, options.photos, shards)


def _draw(folder: Path, count: int) -> None:
    """Write photos, some as further names of others: they are read again all the same."""
    drawn = write_photos(folder, TWO_MEGAPIXELS, min(count, _DRAWN))
    for number in range(len(drawn), count):
        first = drawn[number % len(drawn)]
        os.link(first, folder / f"{first.stem}-{number:06}{first.suffix}")


def _measured(title: str, out: Path, commands: list[list[object]]) -> _Run:
    started, megabytes = time.perf_counter(), 0.0
    for words in commands:
        megabytes = max(megabytes, _command(*words, "--out", out))
    _command("collect", out)  # which 'index' has done
    return _Run(title, time.perf_counter() - started, megabytes, _digest(out))


def _command(*words: object) -> float:
    """Run a command, and return the most megabytes that it took."""
    return watch(["-m", "desktop_app", "cluster", *map(str, words)], _all_processes).peak_mb


def _all_processes(process: psutil.Process) -> int:
    """Bytes of a process and all that it has started; what they share counts once."""
    total = 0
    for each in (process, *process.children(recursive=True)):
        with suppress(psutil.Error):  # it has just ended
            total += each.memory_full_info().pss
    return total


def _digest(archive: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(archive.rglob("*.*")):
        digest.update(f"{path.relative_to(archive)}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _print(runs: list[_Run], photos: int, shards: int) -> None:
    here = runs[0]
    sys.stdout.write(
        f"{photos:,} photos of 2 megapixels in {shards} shards, {available_cores()} cores\n"
    )
    for run in runs:
        same = "the same bytes" if run.digest == here.digest else "OTHER BYTES"
        sys.stdout.write(
            f"{run.title:16} {run.seconds:7.1f} s  {run.seconds / here.seconds:5.2f} x"
            f"  {run.megabytes:6.0f} MB  {same}\n"
        )
    sys.stdout.write(f"limit for dask: {_MOST_OVERHEAD} x\n")


if __name__ == "__main__":
    main()
