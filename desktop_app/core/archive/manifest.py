"""A manifest: the files of one or more folders, in shards that can be read independently.

A manifest is a folder with `manifest.json` and parts in Parquet. A part has up to SHARDS_PER_PART
row groups, one for each shard: a shard is read without the rest, and a million files are one part.
An update lists new files in more shards and parts; what was listed before stays as it is.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem, reading_error
from desktop_app.core.base.json_codec import decode_json, read_json

FORMAT = 2  # of manifests with updates; those without have 1
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
class Listing:
    """Files that were listed at one time.

    Attributes:
        first_shard: Number of their first shard.
        first_part: Number of the part in which that is the first one.
        files: How many they are.
        digest: BLAKE2b of them, and of the listing before, in hexadecimal.
    """

    first_shard: int
    first_part: int
    files: int
    digest: str


@dataclass(frozen=True)
class ManifestHeader:
    """What `manifest.json` holds.

    Attributes:
        roots: Absolute paths of the folders, or addresses such as s3://bucket/photos; a file
            names its root by the place in this list.
        shard_files: The most files in a shard.
        files: Number of the files that were listed first.
        digest: BLAKE2b of them, in hexadecimal: equal manifests have equal ones.
        mounts: Absolute paths of the folders inside the roots where other storage was mounted.
        gone: The roots that were not there any more at the last update, as the user has said.
        updates: What was listed later.
    """

    roots: list[str]
    shard_files: int
    files: int
    digest: str
    format: int = 1
    mounts: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    updates: list[Listing] = field(default_factory=list)

    @property
    def listings(self) -> list[Listing]:
        """All files, in the order of their shards."""
        return [Listing(0, 0, self.files, self.digest), *self.updates]

    @property
    def shards(self) -> int:
        """The number of shards."""
        last = self.listings[-1]
        return last.first_shard + self.shards_of(last)

    def shards_of(self, listing: Listing) -> int:
        return -(-listing.files // self.shard_files)

    def listing_of(self, shard: int) -> Listing:
        """Return the listing that has a shard; any one if there is no such shard."""
        found = (each for each in reversed(self.listings) if each.first_shard <= shard)
        return next(found, self.listings[0])


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
        gone = {*map(Path, self.header.gone)}
        roots = [root for root in self.roots if root not in gone]
        return [*roots, *sorted(map(Path, self.header.mounts))]

    def path_of(self, file: ListedFile) -> Path:
        return self.roots[file.root] / os.fsdecode(file.path)

    def storage_of(self, file: ListedFile) -> list[Path]:
        """Return the folders that are there if the storage of a file is, from the root down."""
        path = self.path_of(file)
        return [folder for folder in self.storage if path.is_relative_to(folder)]

    def file_count(self, shard: int) -> int:
        """Return how many files a shard has: as many as the others, but the last of a listing."""
        size, listing = self.header.shard_files, self.header.listing_of(shard)
        return min(size, listing.files - (shard - listing.first_shard) * size)

    def files(self, shard: int) -> list[ListedFile]:
        """Return the files of a shard. Raises ArchiveError."""
        if not 0 <= shard < self.header.shards:
            numbers = f"{shard} of 0 to {self.header.shards - 1}"
            raise ArchiveError(self.folder, ArchiveProblem.NO_SUCH_SHARD, numbers)
        listing = self.header.listing_of(shard)
        part, group = divmod(shard - listing.first_shard, SHARDS_PER_PART)
        path = part_path(self.folder, listing.first_part + part)
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
    if header.shard_files < 1 or min(each.files for each in header.listings) < 0:
        raise ArchiveError(path, ArchiveProblem.BAD_MANIFEST, "numbers below 1")
    if not _is_gapless(header):
        raise ArchiveError(path, ArchiveProblem.BAD_MANIFEST, "updates that do not follow")
    return header


def _is_gapless(header: ManifestHeader) -> bool:
    """Whether each update begins where the listing before it ends."""
    return all(
        later.first_shard == before.first_shard + header.shards_of(before)
        for before, later in pairwise(header.listings)
    )


def _bad(path: Path, error: Exception) -> ArchiveError:
    return reading_error(path, error, ArchiveProblem.BAD_MANIFEST)
