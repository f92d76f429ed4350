"""`python -m tests.bench.archive_scale`: what archives of 10 million to 10,000 million photos take.

What a photo and a code cost is measured here, and multiplied. docs/scale.md states the model. The
time to read a photo is that of the processors, so other programs disturb it little.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from desktop_app.core.archive_facts.columns import COLUMNS
from desktop_app.core.base.paths import default_bundle
from desktop_app.core.base.processors import available_cores
from desktop_app.core.bundle.model_bundle import read_bundle
from tests.bench.archive_search import exact_search_ms
from tests.bench.photos import TWELVE_MEGAPIXELS, write_photos
from tests.sizes import PROJECT
from training.base.markdown import markdown_table
from training.measuring.results_table import update_section

_PAGE = PROJECT / "docs" / "scale.md"
_PHOTOS = (10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000)
_CODES = (1_000_000, 10_000_000, 30_000_000)
_FEW, _MANY = 10, 110
_LISTED = 20_000
_CORE_HOUR, _GB_MONTH = 0.0408, 0.023  # US dollars; docs/scale.md says whose prices these are
_MACHINE_CORES = 16
_LATEST_SECONDS = 0.5


@dataclass(frozen=True)
class Costs:
    """What is measured, for one photo.

    Attributes:
        reading: processor seconds to read a photo of 12 megapixels into a shard.
        listing: processor seconds to list a file in a manifest.
        photo, table, thumbnail: bytes of the photo, and of its row and thumbnail in a shard.
        column_bytes: bytes of its code and of its facts, which a search maps into memory.
        search: seconds of a search at several numbers of codes, with all cores of this machine.
    """

    reading: float
    listing: float
    photo: float
    table: float
    thumbnail: float
    column_bytes: tuple[int, int]
    search: dict[int, float]

    @property
    def scan(self) -> float:
        """Core seconds to scan a code, from the two largest numbers of codes."""
        (few, first), (many, second) = sorted(self.search.items())[-2:]
        return (second - first) / (many - few) * available_cores()


def main() -> None:
    parser = argparse.ArgumentParser(description="Extrapolate to archives of any size.")
    parser.add_argument("--write", action="store_true", help="Update docs/scale.md.")
    write = parser.parse_args().write
    with tempfile.TemporaryDirectory(prefix="lookalike-bench-") as name:
        costs = _measured(Path(name))
    sections = {"scale-measured": _measured_table(costs), "scale": _scale_table(costs)}
    for section, text in sections.items():
        sys.stdout.write(f"{text}\n\n")
        if write:
            update_section(_PAGE, section, text)


def _measured(folder: Path) -> Costs:
    photos = folder / "photos"
    paths = write_photos(photos, TWELVE_MEGAPIXELS, _MANY)
    few = folder / "few"
    few.mkdir()
    for path in paths[:_FEW]:
        os.link(path, few / path.name)
    reading = (_reading(photos, folder / "many") - _reading(few, folder / "less")) / (_MANY - _FEW)
    archive = folder / "many" / "archive"
    code_bytes = read_bundle(default_bundle()).manifest.code_bits // 8
    return Costs(
        reading,
        _listing(folder / "listed"),
        _bytes(photos, "*.jpg") / _MANY,
        _bytes(archive, "*.parquet") / _MANY,
        _bytes(archive / "shards", "*") / _MANY - _bytes(archive / "shards", "*.parquet") / _MANY,
        (code_bytes, sum(kind.itemsize for kind in COLUMNS.values())),
        {count: exact_search_ms(folder / "codes.bin", count) / 1000 for count in _CODES},
    )


def _reading(photos: Path, out: Path) -> float:
    """Return the processor seconds that an archive of a folder takes, the start included."""
    manifest = out / "manifest"
    _command("manifest", photos, "--out", manifest)
    return _processor_seconds(lambda: _command("index", manifest, "--out", out / "archive"))


def _listing(folder: Path) -> float:
    """Return the processor seconds to list a file, the start of the program left out."""
    few, many = _LISTED // 10, _LISTED
    return (_listing_of(folder / "many", many) - _listing_of(folder / "few", few)) / (many - few)


def _listing_of(folder: Path, count: int) -> float:
    files = folder / "files"
    files.mkdir(parents=True)
    for number in range(count):
        (files / f"{number}.jpg").touch()
    return _processor_seconds(lambda: _command("manifest", files, "--out", folder / "manifest"))


def _command(*words: object) -> None:
    command = [sys.executable, "-m", "desktop_app", "cluster", *map(str, words)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _processor_seconds(action: Callable[[], object]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    action()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _bytes(folder: Path, pattern: str) -> int:
    return sum(path.stat().st_size for path in folder.rglob(pattern) if path.is_file())


def _measured_table(costs: Costs) -> str:
    code, facts = costs.column_bytes
    searched = ", ".join(
        f"{1000 * seconds:.0f} ms for {count // 1_000_000} million"
        for count, seconds in costs.search.items()
    )
    rows = [
        ["read a photo of 12 megapixels", f"{1000 * costs.reading:.0f} ms of a core"],
        ["list a file", f"{1e6 * costs.listing:.0f} µs of a core"],
        ["the photo itself", _size(costs.photo)],
        ["its row of a shard (descriptor, code, facts, path)", _size(costs.table)],
        ["its thumbnail", _size(costs.thumbnail)],
        ["its code and its facts, collected", f"{code} + {facts} bytes"],
        [f"a search, {available_cores()} cores", searched],
        ["scan a code", f"{1e9 * costs.scan:.1f} ns of a core"],
    ]
    return markdown_table(["", "measured"], rows)


def _scale_table(costs: Costs) -> str:
    heading = ["", *(f"{count // 1_000_000:,} million" for count in _PHOTOS)]
    rows = [
        ["photos", *(_size(costs.photo * count) for count in _PHOTOS)],
        ["list them, one core", *(_time(costs.listing * count) for count in _PHOTOS)],
        ["read them, one core", *(_time(costs.reading * count) for count in _PHOTOS)],
        *(_reading_row(costs, machines) for machines in (1, 10, 100)),
        ["reading, US dollars", *(_dollars(_reading_price(costs, count)) for count in _PHOTOS)],
        ["archive", *(_size(_archive_bytes(costs) * count) for count in _PHOTOS)],
        ["archive, US dollars a month", *(_dollars(_kept(costs, count)) for count in _PHOTOS)],
        ["codes that are scanned", *(_size(costs.column_bytes[0] * count) for count in _PHOTOS)],
        *(_search_row(costs, cores) for cores in (2, 16, 64)),
        [f"cores for {_LATEST_SECONDS} s a search", *(_cores(costs, count) for count in _PHOTOS)],
    ]
    return markdown_table(heading, rows)


def _reading_row(costs: Costs, machines: int) -> list[str]:
    cores = machines * _MACHINE_CORES
    title = f"read them, {machines} machines of {_MACHINE_CORES} cores"
    title = title.replace(" 1 machines", " a machine")
    return [title, *(_time(costs.reading * count / cores) for count in _PHOTOS)]


def _search_row(costs: Costs, cores: int) -> list[str]:
    return [f"a search, {cores} cores", *(_time(costs.scan * count / cores) for count in _PHOTOS)]


def _reading_price(costs: Costs, count: int) -> float:
    return (costs.reading + costs.listing) * count / 3600 * _CORE_HOUR


def _archive_bytes(costs: Costs) -> float:
    return costs.table + costs.thumbnail + sum(costs.column_bytes)


def _kept(costs: Costs, count: int) -> float:
    return _archive_bytes(costs) * count / 1e9 * _GB_MONTH


def _cores(costs: Costs, count: int) -> str:
    return f"{max(1, int(np.ceil(costs.scan * count / _LATEST_SECONDS))):,}"


def _dollars(amount: float) -> str:
    return f"{amount:,.0f}" if amount >= 10 else f"{amount:.2f}"


def _size(count: float) -> str:
    """Return bytes in the largest unit of 1,000s, with two digits at least."""
    for unit in ("bytes", "kB", "MB", "GB", "TB"):
        if count < 10_000 or unit == "TB":
            return f"{count:,.0f} {unit}" if count >= 10 else f"{count:.1f} {unit}"
        count /= 1000
    raise AssertionError(count)


def _time(seconds: float) -> str:
    for unit, length in (("years", 365 * 86400), ("days", 86400), ("h", 3600), ("min", 60)):
        if seconds >= 2 * length:
            return f"{seconds / length:,.0f} {unit}"
    return f"{seconds:.1f} s" if seconds >= 1 else f"{1000 * seconds:.0f} ms"


if __name__ == "__main__":
    main()
