"""`python -m tests.bench.worker_reading`: what does it cost to decode photos in worker processes?

Both ways read and encode the same files, turn by turn, on all cores. The start of the workers, some
two tenths of a second of a core for each, is in it: `--photos` says over how many it is spread.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from desktop_app.core.base.paths import default_bundle
from desktop_app.core.base.processors import available_cores
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import read_bundle
from desktop_app.core.photos.photo_reader import PhotoReader
from desktop_app.core.reading.limits import ReadingLimits
from desktop_app.core.reading.photo_content import photo_content
from desktop_app.core.reading.readers import Readers
from tests.bench.photos import TWELVE_MEGAPIXELS, write_photos

_PAIRS = 5


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure what worker processes cost.")
    parser.add_argument("--photos", type=int, default=600, help="%(default)s")
    count = parser.parse_args().photos
    encoder = Encoder(read_bundle(default_bundle()))
    with tempfile.TemporaryDirectory(prefix="lookalike-bench-") as name:
        photos = write_photos(Path(name) / "photos", TWELVE_MEGAPIXELS, count)
        _in_this_process(encoder, photos)
        ratios = [_pair(encoder, photos) for _ in range(_PAIRS)]
    wall, cpu = (statistics.median(column) for column in zip(*ratios, strict=True))
    sys.stdout.write(
        f"{count} photos of 12 megapixels, {_PAIRS} pairs, {available_cores()} cores:"
        f" photos a second in workers / in this process: {wall:.3f} (target >= 0.97);"
        f" processor time: {cpu:.3f} of that in this process\n"
    )


def _pair(encoder: Encoder, photos: list[Path]) -> tuple[float, float]:
    """How many times as fast workers are, and how many times as much processor time they take."""
    wall, cpu = _timed(lambda: _in_this_process(encoder, photos))
    workers_wall, workers_cpu = _timed(lambda: _in_workers(encoder, photos))
    sys.stderr.write(
        f"in this process {wall:.2f} s ({cpu:.2f} s CPU),"
        f" in workers {workers_wall:.2f} s ({workers_cpu:.2f} s CPU)\n"
    )
    return wall / workers_wall, workers_cpu / cpu


def _timed(work: Callable[[], None]) -> tuple[float, float]:
    """Seconds, and seconds of processor time, with that of child processes that have ended."""
    started, before = time.perf_counter(), sum(os.times()[:4])
    work()
    return time.perf_counter() - started, sum(os.times()[:4]) - before


def _in_this_process(encoder: Encoder, photos: list[Path]) -> None:
    reader = PhotoReader()

    def read(path: Path) -> None:
        found = photo_content(reader, path, encoder.image_size, lambda _: True)
        assert found is not None
        encoder.encode(found[1])

    with ThreadPoolExecutor(available_cores()) as pool:
        list(pool.map(read, photos))


def _in_workers(encoder: Encoder, photos: list[Path]) -> None:
    readers = Readers(available_cores(), ReadingLimits())

    def read(path: Path) -> None:
        with readers.one() as reader:
            found = reader.content(path, encoder.image_size, lambda _: True)
        assert found is not None
        encoder.encode(found[1])

    with ThreadPoolExecutor(available_cores()) as pool:
        list(pool.map(read, photos))
    readers.close()


if __name__ == "__main__":
    main()
