"""A manifest: the files of one or more folders, in shards that can be read independently.

A manifest is a folder with `manifest.json` and parts in Parquet. A part has up to SHARDS_PER_PART
row groups, one for each shard: a shard is read without the rest, and a million files are one part.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.base.json_codec import decode_json, read_json

FORMAT = 1
SHARDS_PER_PART = 500
MANIFEST_FILE = "manifest.json"
FILE_SCHEMA = pa.schema(
    [
        pa.field("root", pa.int32(), nullable=False),
        pa.field("path", pa.binary(), nullable=False),
        pa.field("size", pa.int64(), nullable=False),
        pa.field("mtime_ns", pa.int64(), nullable=False),
    ]
)


@dataclass(frozen=True)
class ListedFile:
    """A file as it was when the manifest was made.

    Attributes:
        root: Number of its root.
        path: Relative to the root, with '/' between the names; any bytes, as on Linux.
        size: In bytes.
        mtime_ns: Time of the last change of its content.
    """

    root: int
    path: bytes
    size: int
    mtime_ns: int

    def check(self, roots: int) -> None:
        """Raise ValueError for a path that leads out of its root, or if there is no such root."""
        is_foreign = os.sep != "/" and (b"\\" in self.path or b":" in self.path)
        leads_out = {b"", b".", b".."} & {*self.path.split(b"/")}
        if not 0 <= self.root < roots or is_foreign or leads_out:
            raise ValueError(repr(self.path))


@dataclass(frozen=True)
class ManifestHeader:
    """What `manifest.json` holds.

    Attributes:
        roots: Absolute paths of the folders; a file names its root by the place in this list.
        shard_files: The most files in a shard.
        files: Number of all files.
        digest: BLAKE2b of all files, in hexadecimal: equal manifests have equal ones.
        mounts: Absolute paths of the folders inside the roots where other storage was mounted.
    """

    roots: list[str]
    shard_files: int
    files: int
    digest: str
    format: int = FORMAT
    mounts: list[str] = field(default_factory=list)

    @property
    def shards(self) -> int:
        return -(-self.files // self.shard_files)


class Manifest:
    """A manifest that was opened for reading.

    Attributes:
        folder: The manifest.
        header: Its roots and numbers.
    """

    def __init__(self, folder: Path) -> None:
        """Read the header. Raises ArchiveError."""
        self.folder = folder
        self.header = _read_header(folder)

    @property
    def roots(self) -> list[Path]:
        return [Path(root) for root in self.header.roots]

    @property
    def storage(self) -> list[Path]:
        """The folders that are there if all storage is: the roots, and what is mounted inside."""
        return [*self.roots, *sorted(map(Path, self.header.mounts))]

    def path_of(self, file: ListedFile) -> Path:
        return Path(self.header.roots[file.root]) / os.fsdecode(file.path)

    def storage_of(self, file: ListedFile) -> list[Path]:
        """Return the folders that are there if the storage of a file is, from the root down."""
        path = self.path_of(file)
        return [folder for folder in self.storage if path.is_relative_to(folder)]

    def file_count(self, shard: int) -> int:
        """Return how many files a shard has: as many as the others, but the last one."""
        size = self.header.shard_files
        return min(size, self.header.files - shard * size)

    def files(self, shard: int) -> list[ListedFile]:
        """Return the files of a shard. Raises ArchiveError."""
        if not 0 <= shard < self.header.shards:
            numbers = f"{shard} of 0 to {self.header.shards - 1}"
            raise ArchiveError(self.folder, ArchiveProblem.NO_SUCH_SHARD, numbers)
        part, group = divmod(shard, SHARDS_PER_PART)
        path = part_path(self.folder, part)
        try:
            with pq.ParquetFile(path) as file:
                rows = file.read_row_group(group).cast(FILE_SCHEMA).to_pylist()
            files = [ListedFile(**row) for row in rows]
            for each in files:
                each.check(len(self.header.roots))
        except (OSError, pa.ArrowException, KeyError, TypeError, ValueError) as error:
            raise _bad(path, error) from error
        return files


def part_path(folder: Path, part: int) -> Path:
    return folder / f"part-{part:05}.parquet"


def is_part(path: Path) -> bool:
    """Whether a file of a manifest is one of its parts, by its name."""
    return re.fullmatch(r"part-\d{5}\.parquet", path.name) is not None


def _read_header(folder: Path) -> ManifestHeader:
    path = folder / MANIFEST_FILE
    try:
        header = decode_json(read_json(path), ManifestHeader)
    except FileNotFoundError as error:
        raise ArchiveError(folder, ArchiveProblem.NO_MANIFEST) from error
    except (OSError, ValueError) as error:
        raise _bad(path, error) from error
    if header.format > FORMAT:
        raise ArchiveError(folder, ArchiveProblem.NEWER_MANIFEST)
    if header.shard_files < 1 or header.files < 0:
        raise ArchiveError(path, ArchiveProblem.BAD_MANIFEST, "numbers below 1")
    return header


def _bad(path: Path, error: Exception) -> ArchiveError:
    return ArchiveError(path, ArchiveProblem.BAD_MANIFEST, str(error)[:200])
