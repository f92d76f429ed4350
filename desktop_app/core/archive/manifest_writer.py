"""Make a manifest: list the files of folders, and divide them into shards."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Generator, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from itertools import groupby, islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.archive.manifest import (
    FILE_SCHEMA,
    MANIFEST_FILE,
    SHARDS_PER_PART,
    ListedFile,
    Listing,
    ManifestHeader,
    is_part,
    part_path,
)
from desktop_app.core.archive.progress import ManifestWritten
from desktop_app.core.archive_storage.addresses import shown_path
from desktop_app.core.archive_storage.storage import storage_at
from desktop_app.core.base.atomic_write import atomic_file, delete_abandoned, make_folder
from desktop_app.core.base.errors import RootsOverlapError
from desktop_app.core.base.json_codec import encode_json
from desktop_app.core.indexing.folder_listings import PrefetchedListings
from desktop_app.core.indexing.folder_walk import Folder, FolderWalk, Skip
from desktop_app.core.indexing.scan_rules import ScanRules
from desktop_app.core.jobs.progress import Scanning

SHARD_FILES = 2000
# Folders on shared storage answer late, whatever the number of cores.
_LISTING_THREADS = 16


def write_manifest(
    target: Path, roots: list[Path], shard_files: int = SHARD_FILES
) -> Generator[Scanning | ManifestWritten]:
    """List all files below some folders, as a scan of a library does, into a new manifest.

    Args:
        target: The folder to make. What a process that was killed has left of it is replaced.
        roots: Absolute paths of the folders, or paths that stand for addresses.
        shard_files: The most files in a shard.

    Yields progress; the last event is ManifestWritten. The same files give the same manifest.

    Raises:
        ArchiveError: The manifest exists, or cannot be written.
        NotAFolderError, AddressError, StoragePackageError: A root cannot be read.
        RootsOverlapError: A root lies in another one, or holds the manifest.
    """
    _check_roots(roots)
    for root in roots:
        if target.is_relative_to(root):  # it would be listed, too
            raise RootsOverlapError(target, root)
    try:
        _prepare(target)
        yield from _write(target, roots, shard_files)
    except OSError as error:
        raise ArchiveError(target, ArchiveProblem.UNWRITABLE, str(error)) from error


def _check_roots(roots: list[Path]) -> None:
    for number, root in enumerate(roots):
        storage_at(root).check()
        for other in roots[:number]:
            if root.is_relative_to(other) or other.is_relative_to(root):
                raise RootsOverlapError(root, other)


def _prepare(target: Path) -> None:
    make_folder(target)
    delete_abandoned(target)
    if not all(is_part(path) for path in target.iterdir()):
        raise ArchiveError(target, ArchiveProblem.MANIFEST_EXISTS)
    for path in target.iterdir():
        path.unlink()


def _write(
    target: Path, roots: list[Path], shard_files: int
) -> Generator[Scanning | ManifestWritten]:
    walked = Walked()
    files = listed_files(roots, walked)
    with ExitStack() as parts:
        listing = yield from write_listing(target, files, shard_files, Listing(0, 0, 0, ""), parts)
        _check_roots(roots)  # one that has gone meanwhile would look empty
    names = [shown_path(root) for root in roots]
    header = ManifestHeader(names, shard_files, listing.files, listing.digest, mounts=walked.mounts)
    write_header(target, header)
    yield ManifestWritten(target, listing.files, header.shards, walked.unreadable)


def write_listing(
    target: Path, files: Iterator[ListedFile], shard_files: int, start: Listing, parts: ExitStack
) -> Generator[Scanning, None, Listing]:
    """Write the parts of a listing, which no header names yet. Raises OSError.

    They get their names when `parts` is closed, and are deleted if it ends by an error.

    Args:
        target: The manifest.
        files: To be listed.
        shard_files: The most files in a shard.
        start: Has the numbers of the listing, and the digest of the one before.
        parts: Holds the files that are written.
    """
    digest, total = hashlib.blake2b(start.digest.encode(), digest_size=16), 0
    shards = enumerate(_shards(files, shard_files))
    for part, group in groupby(shards, lambda shard: shard[0] // SHARDS_PER_PART):
        path = parts.enter_context(atomic_file(part_path(target, start.first_part + part)))
        with pq.ParquetWriter(path, FILE_SCHEMA, compression="zstd") as writer:
            for _, shard in group:
                writer.write_table(_table(shard), row_group_size=shard_files)
                digest.update(b"".join(map(_line, shard)))
                total += len(shard)
                yield Scanning(total)
    return replace(start, files=total, digest=digest.hexdigest())


def write_header(target: Path, header: ManifestHeader) -> None:
    """Let the listings of a manifest count that a header names. Raises OSError."""
    with atomic_file(target / MANIFEST_FILE) as path:
        path.write_text(encode_json(header, indent=2) + "\n")


def _shards(files: Iterator[ListedFile], shard_files: int) -> Iterator[list[ListedFile]]:
    while shard := list(islice(files, shard_files)):
        yield shard


@dataclass
class Walked:
    """What was found beside files.

    Attributes:
        unreadable: Folders and other entries that cannot be read.
        mounts: Absolute paths of folders where other storage is mounted.
    """

    unreadable: list[Path] = field(default_factory=list)
    mounts: list[str] = field(default_factory=list)


def listed_files(
    roots: list[Path], walked: Walked, unmounted: Collection[Path] = ()
) -> Iterator[ListedFile]:
    """Yield the files of all roots, sorted by folder.

    Args:
        roots: The folders.
        walked: Learns what else is found.
        unmounted: Folders that are not opened.
    """
    for number, root in enumerate(roots):
        with PrefetchedListings(_LISTING_THREADS, storage_at(root).entries) as listings:
            walk = FolderWalk(root, ScanRules(roots=roots), unmounted, listings)
            for folder in walk.folders():
                _note(folder, walked)
                for file in folder.files or []:
                    relative = f"{folder.relative}/{file.name}" if folder.relative else file.name
                    yield ListedFile(number, os.fsencode(relative), file.size, file.mtime_ns)


def _note(folder: Folder, walked: Walked) -> None:
    if folder.files is None:
        walked.unreadable.append(folder.path)
    if folder.relative and os.path.ismount(folder.path):
        walked.mounts.append(str(folder.path))
    skipped = folder.skipped.items()
    walked.unreadable += [
        folder.path / name for name, why in skipped if why is Skip.UNREADABLE and name != "."
    ]


def _line(file: ListedFile) -> bytes:
    """What the digest of a manifest takes of a file; no name contains a null character."""
    return b"%d\0%s\0%d\0%d\0" % (file.root, file.path, file.size, file.mtime_ns)


def _table(shard: list[ListedFile]) -> pa.Table:
    columns = {name: [getattr(file, name) for file in shard] for name in FILE_SCHEMA.names}
    return pa.table(columns, FILE_SCHEMA)
