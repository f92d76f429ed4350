"""A model as one file: a zip of a bundle's files. Reading one trusts no word of it."""

from __future__ import annotations

import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, BinaryIO

from desktop_app.core.base.errors import BundleError, BundleProblem
from desktop_app.core.bundle.model_bundle import LARGEST_BYTES, MANIFEST, ModelBundle

_LARGEST_ARCHIVE = sum(LARGEST_BYTES.values()) + 2**20
_PLAIN_DATE = (1980, 1, 1, 0, 0, 0)  # one model, one file: to the byte

# How a zip without a comment ends: mark, disks, entries, size and place of its list, comment.
_ENDING = struct.Struct("<4s4H2LH")
_ENDING_MARK = b"PK\5\6"
_LARGE_ZIP_MARK = b"PK\6\7"
_LARGE_ZIP_BYTES = 20
_LONGEST_LIST_BYTES = 4096

_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OverflowError, struct.error,
)  # fmt: skip


def write_archive(bundle: ModelBundle, path: Path) -> None:
    """Raises OSError."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name in (MANIFEST, *sorted(bundle.manifest.files)):
            entry = zipfile.ZipInfo(name, _PLAIN_DATE)
            archive.writestr(entry, (bundle.folder / name).read_bytes())


def contents(source: Path) -> Iterator[tuple[str, bytes]]:
    """Name and content of the files in a model's file, or in a bundle's folder, each name once and
    none but a bundle's. Nothing larger than a bundle's files is ever read. Raises BundleError.
    """
    try:
        mode = source.stat().st_mode
        if stat.S_ISDIR(mode):
            yield from _in_folder(source)
        elif stat.S_ISREG(mode):
            yield from _in_archive(source)
        else:
            raise BundleError(source, BundleProblem.UNREADABLE, "not a file")
    except OSError as error:
        detail = error.strerror or str(error)
        raise BundleError(source, BundleProblem.UNREADABLE, detail) from error


def _in_folder(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Other files may lie there, and stay: a system's own, a user's notes."""
    for name, limit in LARGEST_BYTES.items():
        path = folder / name
        if not os.path.lexists(path):
            continue
        if not stat.S_ISREG(path.lstat().st_mode):
            raise BundleError(folder, BundleProblem.UNEXPECTED_FILE, f"{name} is no plain file")
        with path.open("rb") as file:
            yield name, _read(folder, name, file, limit)


def _in_archive(source: Path) -> Iterator[tuple[str, bytes]]:
    with source.open("rb") as file:
        _check_ending(source, file)
        try:
            with zipfile.ZipFile(file) as archive:
                entries = archive.infolist()
                _check_entries(source, entries)
                for entry in entries:
                    yield entry.filename, _unpacked(source, archive, entry)
        except _BROKEN as error:
            raise BundleError(source, BundleProblem.NOT_A_MODEL_FILE, str(error)) from error


def _check_ending(source: Path, file: BinaryIO) -> None:
    """The whole list of entries, as long as the ending says, will be read: it must be short."""
    size = file.seek(0, os.SEEK_END)
    if size > _LARGEST_ARCHIVE:
        raise BundleError(source, BundleProblem.TOO_LARGE, "The content")
    file.seek(max(0, size - _ENDING.size - _LARGE_ZIP_BYTES))
    end = file.read()
    if len(end) < _ENDING.size:
        raise BundleError(source, BundleProblem.NOT_A_MODEL_FILE, "too short")
    mark, *_, entries, list_bytes, list_start, comment = _ENDING.unpack(end[-_ENDING.size :])
    if mark != _ENDING_MARK or comment:
        raise BundleError(source, BundleProblem.NOT_A_MODEL_FILE, "it does not end as one")
    if (
        end.startswith(_LARGE_ZIP_MARK)
        or entries > len(LARGEST_BYTES)
        or list_bytes > _LONGEST_LIST_BYTES
    ):
        raise BundleError(source, BundleProblem.UNEXPECTED_FILE, "too many files")
    if list_start + list_bytes + _ENDING.size != size:
        raise BundleError(source, BundleProblem.NOT_A_MODEL_FILE, "it does not begin as one")


def _check_entries(source: Path, entries: list[zipfile.ZipInfo]) -> None:
    # zipfile cuts names at a zero byte; `orig_filename` is what was written.
    names = [entry.orig_filename for entry in entries]
    for entry, name in zip(entries, names, strict=True):
        if name not in LARGEST_BYTES:
            raise BundleError(source, BundleProblem.UNEXPECTED_FILE, repr(name))
        if names.count(name) > 1:
            raise BundleError(source, BundleProblem.UNEXPECTED_FILE, f"{name} twice")
        kind = stat.S_IFMT(entry.external_attr >> 16)
        if kind not in (0, stat.S_IFREG):
            raise BundleError(source, BundleProblem.UNEXPECTED_FILE, f"{name} is no plain file")
        if entry.flag_bits & _ENCRYPTED or entry.compress_type not in _METHODS:
            detail = f"{name} is packed in another way"
            raise BundleError(source, BundleProblem.NOT_A_MODEL_FILE, detail)
        if entry.file_size > LARGEST_BYTES[name]:
            raise BundleError(source, BundleProblem.TOO_LARGE, name)


def _unpacked(source: Path, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as file:
        content = _read(source, entry.filename, file, LARGEST_BYTES[entry.filename])
    if len(content) != entry.file_size:
        detail = f"{entry.filename} is cut short"
        raise BundleError(source, BundleProblem.NOT_A_MODEL_FILE, detail)
    return content


def _read(source: Path, name: str, file: IO[bytes], limit: int) -> bytes:
    content = file.read(limit + 1)
    if len(content) > limit:
        raise BundleError(source, BundleProblem.TOO_LARGE, name)
    return content
