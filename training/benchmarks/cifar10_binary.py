"""The official binary release of CIFAR-10, unpacked to picture files.

Six files of 10,000 records. A record is 3,073 bytes: the label (0 to 9), then 1,024 bytes each of
red, green and blue, row by row. batches.meta.txt names the labels, one a line. The release as a
Python pickle is not read: unpickling can run any program.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from training.base.errors import DamagedDataError, MissingDataError
from training.data.pictures import atomic_folder

BINARY_FOLDER = "cifar-10-batches-bin"

_NAMES = "batches.meta.txt"
_HALVES = {
    "test": ("test_batch.bin",),
    "train": tuple(f"data_batch_{number}.bin" for number in range(1, 6)),
}
_SIDE = 32
_RECORD_BYTES = 1 + 3 * _SIDE * _SIDE


def unpack_binary(folder: Path, cache: Path, classes: tuple[str, ...]) -> Path:
    """Unpack to test/<class>/<nnnnn>.png and train/<class>/<nnnnn>.png in the cache, once.

    The numbers are in the order of the records.

    Raises:
        MissingDataError, DamagedDataError.
    """
    files = [folder / name for half in _HALVES.values() for name in half]
    _check(folder / _NAMES, files, classes)
    target = cache / f"cifar10-binary-{_digest(files)}"
    if not target.is_dir():
        with atomic_folder(target) as unpacked:
            for half, names in _HALVES.items():
                _write_half(unpacked / half, [folder / name for name in names], classes)
    return target


def _check(names: Path, files: list[Path], classes: tuple[str, ...]) -> None:
    for file in [names, *files]:
        if not file.is_file():
            raise MissingDataError(file)
    _check_names(names, classes)
    _check_sizes(files)


def _digest(files: list[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _check_names(file: Path, classes: tuple[str, ...]) -> None:
    names = tuple(file.read_text(encoding="utf-8", errors="replace").split())
    if names != classes:
        raise DamagedDataError(file, f"it does not list the ten classes {', '.join(classes)}")


def _check_sizes(files: list[Path]) -> None:
    """Check that all files have the same number of records; a truncated one has fewer."""
    largest = max(file.stat().st_size for file in files)
    for file in files:
        size = file.stat().st_size
        if size % _RECORD_BYTES:
            raise DamagedDataError(file, f"{size:,} bytes are not a multiple of {_RECORD_BYTES:,}")
        if size < max(largest, _RECORD_BYTES):
            raise DamagedDataError(
                file, f"it has {size // _RECORD_BYTES:,} pictures, which is too few"
            )


def _write_half(folder: Path, files: list[Path], classes: tuple[str, ...]) -> None:
    for name in classes:
        (folder / name).mkdir(parents=True)
    written: Counter[str] = Counter()
    for file in files:
        for record in _records(file, len(classes)):
            name = classes[record[0]]
            pixels = record[1:].reshape(3, _SIDE, _SIDE).transpose(1, 2, 0)
            image = Image.fromarray(np.ascontiguousarray(pixels))
            image.save(folder / name / f"{written[name]:05}.png")
            written[name] += 1


def _records(file: Path, classes: int) -> NDArray[np.uint8]:
    """Read the records of a file, uint8 [R, 3073]."""
    records = np.frombuffer(file.read_bytes(), np.uint8).reshape(-1, _RECORD_BYTES)
    if records[:, 0].max() >= classes:
        raise DamagedDataError(file, f"it has the label {records[:, 0].max()}, above {classes - 1}")
    return records
