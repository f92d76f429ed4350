"""Sets of picture files, in a folder or extracted from an archive."""

from __future__ import annotations

import csv
import gzip
import hashlib
import os
import shutil
import tarfile
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.atomic_write import make_folder, move_flushed
from training.base.errors import DamagedDataError, MissingDataError


@dataclass(frozen=True)
class PictureSet:
    """Picture files; `names` are relative to `root`, and row i is `names[i]` everywhere."""

    root: Path
    names: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.names)

    @cached_property
    def paths(self) -> list[Path]:
        """The path of each picture; made once, since large sets are asked for them row by row."""
        return [self.root / name for name in self.names]

    def subset(self, rows: NDArray[np.int64]) -> PictureSet:
        """Return the pictures `rows`, in that order."""
        return PictureSet(self.root, tuple(self.names[row] for row in rows))

    def sample(self, size: int, seed: int) -> PictureSet:
        """Draw at most `size` pictures without replacement, in the set's order."""
        rng = np.random.default_rng(seed)
        return self.subset(np.sort(rng.permutation(len(self.names))[:size]))


def read_manifest(path: Path) -> list[dict[str, str]]:
    """Read a tab-separated file as rows keyed by its header.

    Raises:
        MissingDataError: the file does not exist.
    """
    if not path.is_file():
        raise MissingDataError(path)
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def picture_root(data: Path, archive: str, first: str, cache: Path) -> Path:
    """Return the folder that a manifest's names are relative to; extracts the archive if needed.

    Args:
        data: folder of the data.
        archive: name of a `.tar.gz` in it.
        first: a name of the manifest, to test whether the pictures are extracted already.
        cache: folder to extract to.

    Raises:
        MissingDataError: neither the pictures nor the archive exist.
        DamagedDataError: the archive is damaged.
    """
    if (data / first).is_file():
        return data
    if not (data / archive).is_file():
        raise MissingDataError(data / archive)
    return extract_archive(data / archive, cache)


def extract_archive(archive: Path, cache: Path) -> Path:
    """Extract a `.tar.gz` to a folder of the cache named after its content; once.

    Raises:
        DamagedDataError: the archive is damaged.
    """
    with archive.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()[:16]
    target = cache / f"{archive.name.removesuffix('.tar.gz')}-{digest}"
    if not target.is_dir():
        with atomic_folder(target) as folder:
            _extract(archive, folder)
    return target


def _extract(archive: Path, folder: Path) -> None:
    try:
        with tarfile.open(archive) as content:
            content.extractall(folder, filter="data")
    except (tarfile.TarError, gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise DamagedDataError(archive, f"it cannot be unpacked ({error})") from error


def _move_unless_there(folder: Path, target: Path) -> None:
    try:
        move_flushed(folder, target)
    except OSError:
        if not target.is_dir():
            raise
        shutil.rmtree(folder)


@contextmanager
def atomic_folder(target: Path) -> Iterator[Path]:
    """Yield a temporary folder to fill, which is renamed to `target` at the end of the block.

    `target` is therefore never half full: on an error the temporary folder is deleted. If another
    process has filled it meanwhile, its folder stays.
    """
    make_folder(target.parent)
    temporary = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        yield temporary
        if hasattr(os, "sync"):
            os.sync()  # flushes thousands of small files at once
        _move_unless_there(temporary, target)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise
