"""Update an archive: list new and changed files, and remove those that are gone.

    1. `list_changes` walks the roots, and appends what is new or has changed to the manifest.
    2. A runner reads the new shards, as it has read the others.
    3. `remove_gone` lists the rows that are outdated.

Each step can be repeated, and what it writes counts at once or not at all. So an update that was
killed is completed by the next one, which finds out anew what has changed.
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.archive.manifest import FORMAT, SHARDS_PER_PART, ListedFile, Listing, Manifest
from desktop_app.core.archive.manifest_writer import (
    Walked,
    listed_files,
    write_header,
    write_listing,
)
from desktop_app.core.archive.progress import FilesListed, ReadingShards, RowsRemoved
from desktop_app.core.archive.removed_rows import Rows, read_removed
from desktop_app.core.archive_storage.errors import PhotosGoneError
from desktop_app.core.archive_storage.storage import is_there, storage_at
from desktop_app.core.archive_update.known_files import KnownFiles, read_known
from desktop_app.core.archive_update.removal_writer import unchanged_table, write_removed
from desktop_app.core.archive_update.storage import check_storage, unmounted
from desktop_app.core.jobs.progress import Scanning

_FILES_AT_ONCE = 20_000
_LOOKING_THREADS = 16  # shared storage answers late, whatever the number of cores


class ArchiveUpdate:
    """One update of an archive that has all shards of its manifest.

    Attributes:
        manifest: As it was when the update began.
    """

    def __init__(self, manifest: Manifest, archive: Archive, gone: Collection[Path] = ()) -> None:
        """Look whether the storage of all photos is there.

        Args:
            manifest: Of the archive.
            archive: To be updated.
            gone: Roots, and mount points inside them, whose photos are removed if they are not
                there: without these, storage that is not connected would look like that.

        Raises:
            PhotosGoneError: Another root is not there or not connected.
        """
        self.manifest = manifest
        self._archive = archive
        self._gone_storage = {*gone, *map(Path, manifest.header.gone)}
        self._unmounted = unmounted(manifest, self._gone_storage)
        self._storage = [storage_at(root) for root in manifest.roots]
        self._walked = Walked()
        self._removed = read_removed(archive)
        self._known: KnownFiles | None = None

    def list_changes(self) -> Generator[ReadingShards | Scanning | FilesListed]:
        """Append the files to the manifest that are new or have changed.

        The last event is FilesListed. Raises ArchiveError, or PhotosGoneError if storage has gone
        meanwhile or none of the photos of a root is there; then nothing has changed.
        """
        self._known = yield from read_known(self._archive, self._removed)
        manifest, size = self.manifest, self.manifest.header.shard_files
        # The archive should not lie in a root; if it does, it is not listed.
        closed = [*self._unmounted, self._archive.files.folder]
        files = listed_files(manifest.roots, self._walked, closed)
        start = _start(manifest)
        try:
            with ExitStack() as parts:
                listing = yield from write_listing(
                    manifest.folder, self._unknown(files), size, start, parts
                )
                self._check_before_changing()
            self._append(listing)
        except OSError as error:
            raise ArchiveError(manifest.folder, ArchiveProblem.UNWRITABLE, str(error)) from error
        yield FilesListed(listing.files, self._kept)

    def remove_gone(self) -> Generator[ReadingShards | RowsRemoved]:
        """Remove the rows whose files are gone or were read again, after all shards are there.

        The last event is RowsRemoved. Raises ArchiveError, PhotosGoneError.
        """
        known = self._known
        assert known is not None
        changed = known.rows(known.is_listed & ~known.is_current)
        gone = yield from self._gone(known.rows(~known.is_listed))
        check_storage(self.manifest, self._gone_storage, self._unmounted)
        more = {
            number: np.union1d(changed.get(number, []), gone.get(number, [])).astype(np.int64)
            for number in sorted({*changed, *gone})
        }
        if more:
            write_removed(self._archive, self._removed, more, known.counts)
        yield RowsRemoved(sum(map(len, gone.values())), sum(map(len, changed.values())))

    @property
    def _kept(self) -> list[Path]:
        """The places whose files are kept, since nobody knows whether they are there."""
        return [*self._unmounted, *self._walked.unreadable]

    def _unknown(self, files: Iterator[ListedFile]) -> Iterator[ListedFile]:
        assert self._known is not None
        while some := list(islice(files, _FILES_AT_ONCE)):
            yield from self._known.unknown(some)

    def _check_before_changing(self) -> None:
        """Raise PhotosGoneError, or ArchiveError where another command has changed the manifest."""
        manifest, known = self.manifest, self._known
        assert known is not None
        check_storage(manifest, self._gone_storage, self._unmounted)
        for number in known.lost_roots():
            if manifest.roots[number] not in self._gone_storage:
                raise PhotosGoneError(manifest.roots[number])
        if Manifest(manifest.folder).header != manifest.header:
            raise ArchiveError(manifest.folder, ArchiveProblem.CHANGED)

    def _append(self, listing: Listing) -> None:
        """Let a listing count, unless it is empty. Raises OSError."""
        folder, header = self.manifest.folder, self.manifest.header
        kept = [mount for mount in header.mounts if Path(mount) not in self._gone_storage]
        mounts = [*dict.fromkeys([*kept, *self._walked.mounts])]
        may_be_gone = [root for root in header.roots if Path(root) in self._gone_storage]
        gone = [root for root in may_be_gone if not is_there(Path(root))]
        updates = [*header.updates, listing] if listing.files else header.updates
        changed = replace(header, mounts=mounts, gone=gone, updates=updates)
        if updates:
            changed = replace(changed, format=FORMAT)
        if changed != header:
            write_header(folder, changed)

    def _gone(self, missing: dict[int, Rows]) -> Generator[ReadingShards, None, dict[int, Rows]]:
        """Look once more for the files of rows that the walk has not found: storage may have been
        gone for a moment. Return the rows of those that are not there.
        """
        gone = dict[int, Rows]()
        with ThreadPoolExecutor(_LOOKING_THREADS) as pool:
            for done, (number, rows) in enumerate(missing.items(), 1):
                is_gone = np.array(list(pool.map(self._is_gone, self._files(number, rows))))
                if is_gone.any():
                    gone[number] = rows[is_gone]
                yield ReadingShards(done, len(missing))
        return gone

    def _files(self, number: int, rows: Rows) -> list[tuple[int, Path]]:
        """Return the root and the path of each of some rows of a shard."""
        assert self._known is not None
        count = self._known.counts[number]
        table = unchanged_table(self._archive, number, ["root", "path"], count).take(rows)
        with self._archive.reading(number):
            files = [ListedFile(row["root"], row["path"], 0, 0) for row in table.to_pylist()]
            return [(file.root, self._archive.path_of(file)) for file in files]

    def _is_gone(self, file: tuple[int, Path]) -> bool:
        root, path = file
        if any(path.is_relative_to(place) for place in self._kept):
            return False
        try:
            return not self._storage[root].has(path)
        except OSError:
            return False


def _start(manifest: Manifest) -> Listing:
    """Return where the next listing of a manifest begins, with the digest of the last one."""
    header, last = manifest.header, manifest.header.listings[-1]
    parts = -(-header.shards_of(last) // SHARDS_PER_PART)
    return Listing(header.shards, last.first_part + parts, 0, last.digest)
