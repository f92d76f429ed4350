"""The memory that a search for duplicates takes in a library of a million photos.

python -m tests.bench.duplicates_memory FOLDER [PHOTOS]
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Generator
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

import numpy as np
import psutil

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.duplicates.code_neighbours import NEIGHBOURS
from desktop_app.core.duplicates.finder import find_duplicates
from desktop_app.core.duplicates.seen_pairs import SeenPairs
from desktop_app.core.jobs.duplicate_events import FindingDuplicates, FindingStage
from tests.bench.fingerprint_words import random_words
from tests.bench.million import build_library
from tests.bench.report import Report

_LIMIT_MB = 1000
_SAMPLE_ROWS = 4096
_PAIRS_A_STEP = 64


class _Peak(NamedTuple):
    """Megabytes of the search, and of each process that compares pictures for it."""

    search_mb: int
    comparers_mb: list[int]


def measure_memory(report: Report, folder: Path, photos: int = 1_000_000) -> None:
    """Measure all steps of a search, but of the neighbours a sample: all of them take an hour.

    The pairs that the others would add are added afterwards.
    """
    _build(folder, photos)
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_search, args=(folder, photos, sender))
    process.start()
    peak: _Peak = receiver.recv()
    process.join()
    total_mb = peak.search_mb + sum(peak.comparers_mb)
    report.add(
        f"memory of a search for duplicates of {photos:,} photos",
        f"{total_mb / _LIMIT_MB:.2f}x",
        f"<= {_LIMIT_MB / 1000:.0f} GB",
        f"the search {peak.search_mb:,} MB, {len(peak.comparers_mb)} processes that compare"
        f" {max(peak.comparers_mb, default=0):,} MB each at most",
    )


def _build(folder: Path, photos: int) -> LibraryFiles:
    """A library with random codes, and fingerprints of which a tenth are near-copies."""
    library = build_library(folder, photos)
    words = random_words(photos).view(np.uint8).reshape(-1, 8)
    with library.writing(), closing(Catalogue(library)) as catalogue:
        values = ((row.tobytes(), number) for number, row in enumerate(words, 1))
        catalogue.connection.executemany("UPDATE photos SET fingerprints = ? WHERE id = ?", values)
    return library


def _search(folder: Path, photos: int, answer: Connection) -> None:
    """In a process of its own, which has nothing but the search in its memory."""
    events = find_duplicates(LibraryFiles(folder), similar_distance=40)
    with closing(events):
        _run_until_sampled(events)
        comparers = [_peak_mb(each) for each in psutil.Process().children(recursive=True)]
        seen = _seen_pairs(photos)
        answer.send(_Peak(_peak_mb(psutil.Process()), comparers))
        del seen


def _run_until_sampled(events: Generator[object]) -> None:
    for event in events:
        if not isinstance(event, FindingDuplicates) or event.stage is not FindingStage.NEIGHBOURS:
            continue
        if event.done >= _SAMPLE_ROWS:
            return


def _seen_pairs(photos: int) -> SeenPairs:
    """As many pairs as the search notes at most."""
    rng = np.random.default_rng(0)
    seen = SeenPairs()
    for _ in range(photos * NEIGHBOURS // _PAIRS_A_STEP):
        seen.add(rng.integers(0, photos**2, _PAIRS_A_STEP))
    return seen


def _peak_mb(process: psutil.Process) -> int:
    """The most that a process has had in memory, shared pages included (Linux).

    Not getrusage: its maximum begins with that of the process that started this one.
    """
    lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
    values = dict(line.split(":", 1) for line in lines)
    return int(values["VmHWM"].split()[0]) >> 10


def main() -> None:
    report = Report()
    measure_memory(report, Path(sys.argv[1]), *map(int, sys.argv[2:3]))
    sys.stdout.write(report.table())


if __name__ == "__main__":
    main()
