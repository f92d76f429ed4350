"""Remove, pause and relocate roots. The photos themselves are never changed.

Each function is a whole job: it locks the library for writing and yields progress.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from desktop_app.core.base.errors import DifferentPhotosError, RootsOverlapError, UnknownRootError
from desktop_app.core.base.given_paths import possible_places
from desktop_app.core.catalogue.catalogue import Catalogue, Root
from desktop_app.core.catalogue.code_pages import erase_codes
from desktop_app.core.catalogue.library_files import LibraryFiles, write_errors
from desktop_app.core.catalogue.moved_photos import photos_found_at
from desktop_app.core.catalogue.roots import readable_folder
from desktop_app.core.catalogue.schema import PhotoId
from desktop_app.core.database.cache_database import delete_cache
from desktop_app.core.database.opening import (
    StrangeValueError,
    give_space_back,
    library_errors,
    transaction,
)
from desktop_app.core.jobs.progress import Removing, RootEdited
from desktop_app.core.photos.thumbnails import Thumbnails
from desktop_app.core.stacks.stack_table import StackTable

_PHOTOS_A_BATCH = 4096


def remove_root(files: LibraryFiles, path: Path) -> Iterator[Removing | RootEdited]:
    """Remove a root with everything stored about its photos: codes, descriptors, thumbnails.

    If it is cancelled or killed, a paused root with fewer photos remains, and it can be repeated.

    Raises:
        UnknownRootError: `path` is no root.
        LibraryBusyError: Another process writes the library.
        LibraryDamagedError, LibraryUnwritableError: The catalogue cannot be changed.
    """
    with files.writing(), Catalogue(files) as catalogue:
        root = known_root(catalogue, path)
        with _writing(catalogue) as connection:
            _set_paused(connection, root, is_paused=True)
            StackTable(connection).leave(_stacked_photos(catalogue, root))
        total = _photo_count(catalogue, root)
        for done in _delete_photos(catalogue, root):
            yield Removing(done, total)
        for _ in _tidy_up(catalogue):
            yield Removing(total, total)
        with _writing(catalogue) as connection:
            connection.execute("DELETE FROM mount_points WHERE root_id = ?", (root.id,))
            connection.execute("DELETE FROM roots WHERE id = ?", (root.id,))
        yield RootEdited(root.path)


def pause_root(files: LibraryFiles, path: Path, *, is_paused: bool) -> Iterator[RootEdited]:
    """Pause or resume a root. A paused root is not scanned, read or watched, but is searched.

    Raises UnknownRootError and the errors of the library, as `remove_root`.
    """
    with files.writing(), Catalogue(files) as catalogue:
        root = known_root(catalogue, path)
        with _writing(catalogue) as connection:
            _set_paused(connection, root, is_paused=is_paused)
        yield RootEdited(root.path)


def relocate_root(files: LibraryFiles, path: Path, target: Path) -> Iterator[RootEdited]:
    """Change the path of a root that was moved; every code is kept.

    Raises:
        UnknownRootError: `path` is no root.
        NotAFolderError: `target` cannot be read.
        RootsOverlapError: `target` overlaps another root.
        DifferentPhotosError: `target` has fewer than half of a sample of the root's photos.
        Other errors as `remove_root`. Nothing has changed after an error.
    """
    with files.writing(), Catalogue(files) as catalogue:
        root = known_root(catalogue, path)
        folder = readable_folder(target)
        _check_target(catalogue, root, folder)
        with _writing(catalogue) as connection:
            connection.execute(
                "UPDATE roots SET path = ?, offline = 0 WHERE id = ?",
                (os.fsencode(folder), root.id),
            )
        yield RootEdited(folder)


def _check_target(catalogue: Catalogue, root: Root, folder: Path) -> None:
    """Raises RootsOverlapError, DifferentPhotosError."""
    for other in catalogue.roots():
        if other.id != root.id and _overlap(folder, other.path):
            raise RootsOverlapError(folder, other.path)
    sample = photos_found_at(catalogue, root, folder)
    if 2 * sample.found < sample.looked_for:
        raise DifferentPhotosError(root.path, folder, sample.found, sample.looked_for)


def known_root(catalogue: Catalogue, path: Path) -> Root:
    """Return the root at a path, whether or not the folder exists. Raises UnknownRootError."""
    places = possible_places(path)
    found = next((root for root in catalogue.roots() if root.path in places), None)
    if found is None:
        raise UnknownRootError(path)
    return found


def _delete_photos(catalogue: Catalogue, root: Root) -> Iterator[int]:
    """Delete the photos of a root in batches, and yield the number deleted so far."""
    done = 0
    while ids := _some_photos(catalogue, root):
        _delete_rows(catalogue, ids)
        done += len(ids)
        yield done


def _tidy_up(catalogue: Catalogue) -> Iterator[None]:
    """Drop the thumbnails that no photo has any more, and give free space back to the disk.

    Among them are those of photos that were overwritten since. What was found out about pairs of
    photos is dropped as a whole: it is a cache.
    """
    with write_errors(catalogue.files.folder):
        delete_cache(catalogue.files.duplicates)
    with closing(Thumbnails(catalogue.files.thumbnails)) as thumbnails:
        for contents in thumbnails.contents():
            thumbnails.drop(_orphans(catalogue, contents))
            yield
        yield from thumbnails.give_space_back()
    yield from give_space_back(catalogue.connection, catalogue.files.catalogue)


def _delete_rows(catalogue: Catalogue, ids: list[int]) -> None:
    """Delete the codes, descriptors and rows of some photos in one transaction."""
    with _writing(catalogue) as connection:
        erase_codes(connection, ids)
        for table, column in (("descriptors", "photo_id"), ("photos", "id")):
            deleted = connection.executemany(
                f"DELETE FROM {table} WHERE {column} = ?",  # noqa: S608
                [(number,) for number in ids],
            )
        if deleted.rowcount < len(ids):  # those of the last table: they would be found for ever
            raise StrangeValueError("an index names photos that are not there")


def _some_photos(catalogue: Catalogue, root: Root) -> list[int]:
    query = "SELECT id FROM photos WHERE root_id = ? LIMIT ?"
    return [number for (number,) in catalogue.read(tuple[PhotoId], query, root.id, _PHOTOS_A_BATCH)]


def _stacked_photos(catalogue: Catalogue, root: Root) -> list[int]:
    query = "SELECT photo_id FROM stacked JOIN photos ON photos.id = photo_id WHERE root_id = ?"
    return [number for (number,) in catalogue.read(tuple[PhotoId], query, root.id)]


def _photo_count(catalogue: Catalogue, root: Root) -> int:
    with library_errors(catalogue.files.catalogue):
        query = "SELECT count(*) FROM photos WHERE root_id = ?"
        return int(catalogue.connection.execute(query, (root.id,)).fetchone()[0])


def _orphans(catalogue: Catalogue, contents: list[bytes]) -> list[bytes]:
    """Return the content hashes that no photo of the library has any more."""
    query = "SELECT 1 FROM photos WHERE content_hash = ? LIMIT 1"
    with library_errors(catalogue.files.catalogue):
        return [
            content
            for content in contents
            if catalogue.connection.execute(query, (content,)).fetchone() is None
        ]


def _set_paused(connection: sqlite3.Connection, root: Root, *, is_paused: bool) -> None:
    connection.execute("UPDATE roots SET paused = ? WHERE id = ?", (is_paused, root.id))


def _overlap(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)


@contextmanager
def _writing(catalogue: Catalogue) -> Iterator[sqlite3.Connection]:
    """Open one transaction."""
    with library_errors(catalogue.files.catalogue), transaction(catalogue.connection):
        yield catalogue.connection
