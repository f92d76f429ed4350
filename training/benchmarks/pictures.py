"""Picture files on the user's disk, in a folder or in an archive beside it."""

from __future__ import annotations

import csv
import gzip
import hashlib
import shutil
import tarfile
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.base.errors import DamagedDataError, MissingDataError


@dataclass(frozen=True)
class PictureSet:
    """Picture files: `names` are relative to `root`, in the order of their rows everywhere."""

    root: Path
    names: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.names)

    @property
    def paths(self) -> list[Path]:
        return [self.root / name for name in self.names]

    def at(self, rows: NDArray[np.int64]) -> PictureSet:
        """The pictures of some rows, in the order of `rows`."""
        return PictureSet(self.root, tuple(self.names[row] for row in rows))

    def sample(self, size: int, seed: int) -> PictureSet:
        """At most `size` pictures, drawn without replacement, in the set's order."""
        rng = np.random.default_rng(seed)
        return self.at(np.sort(rng.permutation(len(self.names))[:size]))


def read_manifest(path: Path) -> list[dict[str, str]]:
    """Rows of a tab-separated file, by the names in its first line. Raises MissingDataError."""
    if not path.is_file():
        raise MissingDataError(path)
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def root_of(data: Path, archive: str, first: str, cache: Path) -> Path:
    """The folder that a manifest's names are relative to, extracted to the cache if need be.

    `first` is one of those names. Raises MissingDataError where neither is in `data`.
    """
    if (data / first).is_file():
        return data
    if not (data / archive).is_file():
        raise MissingDataError(data / archive)
    return extracted(data / archive, cache)


def extracted(archive: Path, cache: Path) -> Path:
    """The content of a `.tar.gz`, in a folder of the cache that is named after it.

    Raises DamagedDataError.
    """
    with archive.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()[:16]
    target = cache / f"{archive.name.removesuffix('.tar.gz')}-{digest}"
    if not target.is_dir():
        with made_whole(target) as beside:
            _extract(archive, beside)
    return target


def _extract(archive: Path, folder: Path) -> None:
    try:
        with tarfile.open(archive) as content:
            content.extractall(folder, filter="data")
    except (tarfile.TarError, gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise DamagedDataError(archive, f"it cannot be unpacked ({error})") from error


@contextmanager
def made_whole(target: Path) -> Iterator[Path]:
    """A folder beside `target` to fill, which takes its name at the end: it is never half full."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        yield beside
        beside.rename(target)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
