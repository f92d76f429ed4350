"""Import an archive into a library, where its photos are searched like any others."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Generator, Mapping
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TypeAlias

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.archived_files import ArchivedFile, files_of_shard
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.archive.progress import ArchiveImported, Importing, Sampling
from desktop_app.core.archive.removed_rows import read_removed
from desktop_app.core.archive.sampling import sampled_rows
from desktop_app.core.archive_storage.addresses import is_address_path
from desktop_app.core.archive_storage.errors import AddressError, AddressProblem
from desktop_app.core.base.codes import Codes, pack
from desktop_app.core.base.given_paths import resolved
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue, root_of
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.roots import ScanPlace, add_roots, insert_root
from desktop_app.core.catalogue.writer import CatalogueWriter
from desktop_app.core.indexing.photo_indexer import FailedFile, IndexedPhoto
from desktop_app.core.indexing.presence import is_connected
from desktop_app.core.indexing.rehash import rehash_if_needed
from desktop_app.core.jobs.progress import Rehashing
from desktop_app.core.photos.thumbnails import Thumbnails

Places: TypeAlias = Callable[[Catalogue, CatalogueWriter, list[Path]], list[ScanPlace]]

logger = logging.getLogger(__name__)


def import_archive(
    files: LibraryFiles, archive: Archive, encoder: Encoder
) -> Generator[Rehashing | Importing | ArchiveImported]:
    """Add the photos of an archive to a library; those that it knows already stay as they are.

    No photo is opened. A scan finds out later which files have changed since the archive was made.

    Args:
        files: The library; it may be new.
        archive: The archive. Its roots become folders of the library.
        encoder: The model of the library. It may be another one than that of the archive, if it
            takes the same descriptors.

    Yields progress, after each shard; the last event is ArchiveImported. What was imported before
    the generator is closed stays.

    Raises:
        ArchiveError: The archive is damaged, or has descriptors of another network.
        AddressError: A root of the archive is no folder.
        NotAFolderError: A root of the archive cannot be reached.
        Other errors as `index`.
    """
    _check_descriptors(archive, encoder)
    yield from _import(files, archive, encoder, dict.fromkeys(archive.numbers), _scanned_places)


def import_sample(
    files: LibraryFiles, archive: Archive, encoder: Encoder, most: int, seed: int
) -> Generator[Sampling | Rehashing | Importing | ArchiveImported]:
    """As `import_archive`, of at most `most` photos that are drawn at random by the seed.

    Nothing but the archive is read: its roots need not be reachable.
    """
    _check_descriptors(archive, encoder)
    drawn = yield from sampled_rows(archive, most, seed)
    yield from _import(files, archive, encoder, drawn, _named_places)


def root_in_library(root: Path) -> Path:
    """Return the path by which a library knows a root; that of an address is never there."""
    return Path(os.sep).absolute() / root if is_address_path(root) else resolved(root)


def _scanned_places(
    catalogue: Catalogue, writer: CatalogueWriter, roots: list[Path]
) -> list[ScanPlace]:
    """Add roots to the library. Raises AddressError, NotAFolderError."""
    for root in filter(is_address_path, roots):
        raise AddressError(root, AddressProblem.NO_FOLDER)
    return add_roots(catalogue, writer, roots, partial(is_connected, catalogue.connection))


def _named_places(
    catalogue: Catalogue, writer: CatalogueWriter, roots: list[Path]
) -> list[ScanPlace]:
    """Add roots to the library without looking at their folders."""
    places = []
    for path in map(root_in_library, roots):
        if root_of(catalogue.roots(), path) is None:
            with writer.batch():
                insert_root(writer, path)
        root = root_of(catalogue.roots(), path)
        assert root is not None
        places.append(ScanPlace(root, path))
    return places


def _check_descriptors(archive: Archive, encoder: Encoder) -> None:
    if archive.label.descriptor_id != encoder.bundle.manifest.descriptor_id:
        raise ArchiveError(archive.files.folder, ArchiveProblem.OTHER_DESCRIPTORS)


def _import(
    files: LibraryFiles, archive: Archive, encoder: Encoder,
    rows: Mapping[int, list[int] | None], places: Places,
) -> Generator[Rehashing | Importing | ArchiveImported]:  # fmt: skip
    """Import rows by the number of their shard; None: all. Raises the errors of its callers."""
    with files.writing(), Catalogue(files) as catalogue:
        writer = CatalogueWriter(catalogue, encoder.bundle.manifest)
        yield from rehash_if_needed(catalogue, writer, encoder)
        with closing(Thumbnails(files.thumbnails)) as thumbnails:
            found = {each.start: each for each in places(catalogue, writer, archive.roots)}
            run = _Import(writer, encoder, archive, thumbnails, found)
            for done, number in enumerate(rows, 1):
                run.add_shard(number, rows[number])
                yield Importing(done, len(rows))
        yield ArchiveImported(run.added, run.known, run.failed)


class _Import:
    """Adds shards to a library.

    Attributes:
        added, known, failed: Numbers of files so far.
    """

    def __init__(
        self,
        writer: CatalogueWriter,
        encoder: Encoder,
        archive: Archive,
        thumbnails: Thumbnails,
        places: dict[Path, ScanPlace],
    ) -> None:
        """`places`: where the library has each root of the archive, by its resolved path."""
        self.added = self.known = self.failed = 0
        self._writer = writer
        self._encoder = encoder
        self._archive = archive
        self._removed = read_removed(archive)
        self._thumbnails = thumbnails
        self._places = [places[root_in_library(root)] for root in archive.roots]

    def add_shard(self, number: int, rows: list[int] | None) -> None:
        thumbnails: dict[bytes, bytes] = {}
        with self._writer.batch():
            for archived in files_of_shard(self._archive, number, self._removed, rows):
                photo_id = self._new_photo(archived)
                if photo_id is None:
                    self.known += 1
                else:
                    self._add(photo_id, archived, thumbnails)
        self._thumbnails.put_all(thumbnails)

    def _add(self, photo_id: int, archived: ArchivedFile, thumbnails: dict[bytes, bytes]) -> None:
        match archived.outcome:
            case FailedFile(error=error, content_hash=content_hash):
                self._writer.set_failed(photo_id, error.problem, error.detail, content_hash)
                self.failed += 1
            case IndexedPhoto(facts=facts, descriptor=descriptor, thumbnail=thumbnail) as photo:
                thumbnails[facts.content_hash] = thumbnail
                self._writer.set_indexed(photo_id, facts, descriptor, self._code(photo))
                self.added += 1

    def _new_photo(self, archived: ArchivedFile) -> int | None:
        """Return the id of a new row, or of one that waits to be read; None if it is known."""
        file = archived.file
        place = self._places[file.root]
        folder, name = os.path.split(_inside(place) + file.path)
        inserted = self._writer.connection.execute(
            "INSERT INTO photos (root_id, folder, name, size, mtime_ns, state)"
            " VALUES (?, ?, ?, ?, ?, 'pending')"
            " ON CONFLICT (root_id, folder, name) DO UPDATE SET state = 'pending'"
            " WHERE state = 'pending' AND size = excluded.size AND mtime_ns = excluded.mtime_ns"
            " RETURNING id",
            (place.root.id, folder, name, file.size, file.mtime_ns),
        ).fetchone()
        return int(inserted[0]) if inserted else None

    def _code(self, photo: IndexedPhoto) -> Codes:
        """Return the code of a photo by the library's model."""
        if self._archive.label.model_id == self._encoder.model_id:
            return photo.code
        code: Codes = pack(self._encoder.hash_descriptors(photo.descriptor[None]))[0]
        return code


def _inside(place: ScanPlace) -> bytes:
    """Return what precedes the path of a file that is given relative to a place in a root."""
    relative = place.start.relative_to(place.root.path)
    return b"" if relative == relative.parent else os.fsencode(relative.as_posix()) + b"/"
