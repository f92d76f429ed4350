"""Looks at pairs of pictures in processes: Python computes for most of the time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from desktop_app.core.base.processors import available_cores
from desktop_app.core.jobs.process_pool import process_pool
from desktop_app.core.photos.thumbnails import decoded_thumbnail, make_thumbnail
from desktop_app.core.same_photo.look import Look
from desktop_app.core.same_photo.verification import LEAST_OVERLAP, verify
from training.duplicates.reading import read_rgb

_MOST_LOOKS = 6000  # 400 kB each

CopyPairs = tuple[Path, list[Path]]


class LookingProcesses:
    """Processes that look at pairs, and remember the looks of originals."""

    def __init__(self) -> None:
        self._pool = process_pool(available_cores())

    def distances(self, pairs: Sequence[CopyPairs]) -> list[list[float]]:
        """Compare each copy with its originals: 1 - the share that agrees.

        Of too small an overlap, nothing agrees.
        """
        return list(self._pool.map(copy_distances, pairs, chunksize=4))

    def close(self) -> None:
        self._pool.shutdown()


def copy_distances(pairs: CopyPairs) -> list[float]:
    """Compare a copy with originals; as in a library, either may be the first."""
    path, originals = pairs
    copy = _look(path)
    looks = [(copy, _original(original)) for original in originals]
    return [_distance(*(pair if number % 2 else pair[::-1])) for number, pair in enumerate(looks)]


def _distance(first: Look, second: Look) -> float:
    verdict = verify(first, second)
    return 1 - verdict.same if verdict.overlap >= LEAST_OVERLAP else 1.0


@lru_cache(_MOST_LOOKS)
def _original(path: Path) -> Look:
    return _look(path)


def _look(path: Path) -> Look:
    return Look(decoded_thumbnail(make_thumbnail(read_rgb(path))))
