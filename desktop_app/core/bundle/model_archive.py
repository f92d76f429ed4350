"""A model as one file: a zip of a bundle's files. An archive is treated as untrusted input."""

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
from desktop_app.core.bundle.model_bundle import MANIFEST, MAX_FILE_BYTES, ModelBundle

_MAX_ARCHIVE_BYTES = sum(MAX_FILE_BYTES.values()) + 2**20
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)  # two archives of one model are equal to the byte

# The end-of-central-directory record: signature, disks, entries, size and offset of the
# directory, length of the comment.
_END_RECORD = struct.Struct("<4s4H2LH")
_END_SIGNATURE = b"PK\5\6"
_ZIP64_SIGNATURE = b"PK\6\7"
_ZIP64_LOCATOR_BYTES = 20
_MAX_DIRECTORY_BYTES = 4096

_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OverflowError, struct.error,
)  # fmt: skip


def write_archive(bundle: ModelBundle, path: Path) -> None:
    """Write the files of a bundle to an archive. Raises OSError."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name in (MANIFEST, *sorted(bundle.manifest.files)):
            entry = zipfile.ZipInfo(name, _FIXED_DATE)
            archive.writestr(entry, (bundle.folder / name).read_bytes())


def read_archive(source: Path) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of the files in an archive, or in a bundle's folder.

    Each name is one of a bundle's files, and comes once. Never reads more bytes than the files of
    a bundle may have. Raises BundleError.
    """
    try:
        mode = source.stat().st_mode
        if stat.S_ISDIR(mode):
            yield from _read_folder(source)
        elif stat.S_ISREG(mode):
            yield from _read_zip(source)
        else:
            raise BundleError(source, BundleProblem.UNREADABLE, "not a regular file")
    except OSError as error:
        detail = error.strerror or str(error)
        raise BundleError(source, BundleProblem.UNREADABLE, detail) from error


def _read_folder(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Other files in the folder are ignored, such as the system's or a user's notes."""
    for name, limit in MAX_FILE_BYTES.items():
        path = folder / name
        if not os.path.lexists(path):
            continue
        if not stat.S_ISREG(path.lstat().st_mode):
            raise BundleError(
                folder, BundleProblem.UNEXPECTED_FILE, f"{name} is not a regular file"
            )
        with path.open("rb") as file:
            yield name, _read(folder, name, file, limit)


def _read_zip(source: Path) -> Iterator[tuple[str, bytes]]:
    with source.open("rb") as file:
        _check_end_record(source, file)
        try:
            with zipfile.ZipFile(file) as archive:
                entries = archive.infolist()
                _check_entries(source, entries)
                for entry in entries:
                    yield entry.filename, _unpack(source, archive, entry)
        except _BROKEN as error:
            raise BundleError(source, BundleProblem.NOT_A_MODEL_FILE, str(error)) from error


def _check_end_record(source: Path, file: BinaryIO) -> None:
    """Limit the size of the directory, which zipfile reads as a whole."""
    size = file.seek(0, os.SEEK_END)
    if size > _MAX_ARCHIVE_BYTES:
        raise BundleError(source, BundleProblem.TOO_LARGE, "The content")
    file.seek(max(0, size - _END_RECORD.size - _ZIP64_LOCATOR_BYTES))
    end = file.read()
    if len(end) < _END_RECORD.size:
        raise BundleError(source, BundleProblem.NOT_A_MODEL_FILE, "the file is too short")
    signature, *_, entries, length, start, comment = _END_RECORD.unpack(end[-_END_RECORD.size :])
    if signature != _END_SIGNATURE or comment:
        raise BundleError(
            source, BundleProblem.NOT_A_MODEL_FILE, "the end of the file is not that of a ZIP file"
        )
    is_zip64 = end.startswith(_ZIP64_SIGNATURE)
    if is_zip64 or entries > len(MAX_FILE_BYTES) or length > _MAX_DIRECTORY_BYTES:
        raise BundleError(source, BundleProblem.UNEXPECTED_FILE, "it contains too many files")
    if start + length + _END_RECORD.size != size:
        raise BundleError(source, BundleProblem.NOT_A_MODEL_FILE, "the size of the file is wrong")


def _check_entries(source: Path, entries: list[zipfile.ZipInfo]) -> None:
    # zipfile cuts names at a zero byte; `orig_filename` is the complete name.
    names = [entry.orig_filename for entry in entries]
    for entry, name in zip(entries, names, strict=True):
        if name not in MAX_FILE_BYTES:
            raise BundleError(source, BundleProblem.UNEXPECTED_FILE, repr(name))
        if names.count(name) > 1:
            raise BundleError(source, BundleProblem.UNEXPECTED_FILE, f"several files named {name}")
        _check_entry(source, entry)


def _check_entry(source: Path, entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        raise BundleError(source, BundleProblem.UNEXPECTED_FILE, f"{name} is not a regular file")
    if entry.flag_bits & _ENCRYPTED or entry.compress_type not in _METHODS:
        detail = f"{name} is encrypted or compressed in an unsupported way"
        raise BundleError(source, BundleProblem.NOT_A_MODEL_FILE, detail)
    if entry.file_size > MAX_FILE_BYTES[name]:
        raise BundleError(source, BundleProblem.TOO_LARGE, name)


def _unpack(source: Path, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as file:
        content = _read(source, entry.filename, file, MAX_FILE_BYTES[entry.filename])
    if len(content) != entry.file_size:
        detail = f"{entry.filename} is incomplete"
        raise BundleError(source, BundleProblem.NOT_A_MODEL_FILE, detail)
    return content


def _read(source: Path, name: str, file: IO[bytes], limit: int) -> bytes:
    content = file.read(limit + 1)
    if len(content) > limit:
        raise BundleError(source, BundleProblem.TOO_LARGE, name)
    return content
