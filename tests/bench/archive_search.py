"""`python -m tests.bench.archive_search`: how long does a search of a large archive take?

The codes are random, in a file that is mapped into memory, as those of an archive. The limit is how
long the same threads take to read the same bytes, in the same run. A filter lets 2 % of the photos
pass, by their days: its limit is 200 ms among 30 million.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import numpy as np
import psutil

from desktop_app.core.archive.archive_search import ArchiveSearch
from desktop_app.core.archive_facts.columns import COLUMNS, column_path
from desktop_app.core.archive_facts.fact_filter import passing_rows
from desktop_app.core.archive_facts.facts import Facts
from desktop_app.core.base.codes import Codes
from desktop_app.core.base.paths import default_bundle
from desktop_app.core.base.processors import available_cores
from desktop_app.core.bundle.model_bundle import read_bundle
from desktop_app.core.catalogue.photo_filter import PhotoFilter
from desktop_app.core.search.code_index import Query

_BLOCK = 1_000_000
_QUERIES = 15
_DAYS = 5000
_PASSING = 0.02


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure searches of large archives.")
    parser.add_argument("--millions", type=int, nargs="+", default=[1, 10, 30])
    millions = parser.parse_args().millions
    with tempfile.TemporaryDirectory(prefix="lookalike-bench-") as name:
        for count in millions:
            _measure(Path(name) / "codes.bin", count * 1_000_000)


def _measure(path: Path, count: int) -> None:
    model = read_bundle(default_bundle()).manifest
    codes = _random_codes(path, count, model.code_bits // 8)
    before = _private_bytes()
    started = time.perf_counter()
    search = ArchiveSearch(codes, model)
    opened = time.perf_counter() - started
    queries = _queries(model.code_bits)
    searched = _median_ms([partial(search.nearest, query, 100) for query in queries])
    read = _median_ms([lambda: _read(codes)] * 5)
    filtered = _filtered_ms(path.with_name("facts"), search, queries, count)
    private = (_private_bytes() - before) / 2**20
    sys.stdout.write(
        f"{count / 1e6:.0f} million codes of {model.code_bits} bits, {available_cores()} cores:"
        f" opened in {opened:.2f} s, a search in {searched:.1f} ms,"
        f" {searched / read:.1f} times as long as reading the codes ({read:.1f} ms);"
        f" {private:.0f} MB of private memory; with a filter of {_PASSING:.0%},"
        f" {filtered:.1f} ms, {filtered / searched:.1f} times as long as all codes\n"
    )


def exact_search_ms(path: Path, count: int) -> float:
    """Write random codes to a file, and return how long a search of them takes."""
    model = read_bundle(default_bundle()).manifest
    search = ArchiveSearch(_random_codes(path, count, model.code_bits // 8), model)
    return _median_ms([partial(search.nearest, query, 100) for query in _queries(model.code_bits)])


def _queries(bits: int) -> list[Query]:
    rng = np.random.default_rng(1)
    return [Query(rng.standard_normal(bits, np.float32)) for _ in range(_QUERIES)]


def _filtered_ms(folder: Path, search: ArchiveSearch, queries: list[Query], count: int) -> float:
    """Make a bitmap of the photos of some days and search among them, each time anew."""
    facts = _random_days(folder, count)
    last = date(1970, 1, 1) + timedelta(days=round(_DAYS * _PASSING) - 1)

    def find(query: Query) -> None:
        search.nearest(query, 100, passing_rows(facts, PhotoFilter(last_day=last)))

    return _median_ms([partial(find, query) for query in queries])


def _random_days(folder: Path, count: int) -> Facts:
    """Write facts of photos of which only the days are not 0, and only they take space."""
    folder.mkdir(exist_ok=True)
    rng = np.random.default_rng(2)
    for name, kind in COLUMNS.items():
        with column_path(folder, name).open("wb") as file:
            file.truncate(count * kind.itemsize)
            for start in range(0, count if name == "taken_day" else 0, _BLOCK):
                days = rng.integers(0, _DAYS, min(_BLOCK, count - start), np.int32)
                file.write(days.tobytes())
    return Facts(folder, count, [], {})


def _private_bytes() -> int:
    """Bytes of this process that no file backs; mapped codes are given back when needed."""
    memory = psutil.Process().memory_info()
    return int(memory.rss - memory.shared)


def _random_codes(path: Path, count: int, size: int) -> Codes:
    rng = np.random.default_rng(0)
    with path.open("wb") as file:
        for start in range(0, count, _BLOCK):
            file.write(rng.bytes(min(_BLOCK, count - start) * size))
    return np.memmap(path, np.uint8, "r", shape=(count, size))


def _median_ms(actions: list[Callable[[], object]]) -> float:
    """The first time, which maps the file, does not count."""
    actions[0]()
    times = []
    for action in actions:
        started = time.perf_counter()
        action()
        times.append(time.perf_counter() - started)
    return statistics.median(times) * 1000


def _read(codes: Codes) -> int:
    """Add up all codes as 64-bit numbers, on all cores."""
    parts = np.array_split(codes.reshape(-1).view(np.uint64), available_cores())
    with ThreadPoolExecutor(len(parts)) as pool:
        return sum(int(total) for total in pool.map(np.sum, parts))


if __name__ == "__main__":
    main()
