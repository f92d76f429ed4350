"""Update the catalogue after the user moved files with this program, without a scan.

Only certain changes are made: those of photos whose files still have the same size and time. A scan
finds everything else by its content.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from desktop_app.core.catalogue.catalogue import Catalogue, Root, encode_path, root_of
from desktop_app.core.catalogue.code_pages import KEPT, SHOWN, flag_codes
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.schema import PhotoId
from desktop_app.core.database.opening import library_errors, read_rows, transaction
from desktop_app.core.jobs.progress import FilesFollowed

_Place = tuple[int, bytes, bytes]


class _Photo(NamedTuple):
    id: PhotoId
    size: int
    mtime_ns: int

    def is_at(self, path: Path) -> bool:
        """Return True if this file has the size and time of the photo at the last scan."""
        try:
            found = path.stat()
        except OSError:
            return False
        return (found.st_size, found.st_mtime_ns) == (self.size, self.mtime_ns)


def follow_moves(
    files: LibraryFiles, sources: list[Path], targets: list[Path]
) -> Iterator[FilesFollowed]:
    """Record that files were moved, all in one transaction.

    A photo that moved inside the library keeps its id and code; one that left it is missing; one
    that came back to its place is shown again.

    Args:
        files: The library.
        sources: Where the files were; some may be outside the library, as in the trash.
        targets: Where they are now, in the same order.

    Raises:
        LibraryBusyError: Another process writes the library.
        LibraryDamagedError, LibraryUnwritableError: The catalogue cannot be changed.
    """
    with files.writing(), Catalogue(files) as catalogue:
        follower = _Follower(catalogue.connection, catalogue.roots())
        with library_errors(files.catalogue), transaction(catalogue.connection):
            for source, target in zip(sources, targets, strict=True):
                follower.follow(source, target)
            follower.update_codes()
        yield FilesFollowed(len(sources), follower.unknown)


class _Follower:
    """Collects the changes of one call.

    Attributes:
        unknown: Targets inside the library that a scan has to look at.
    """

    def __init__(self, connection: sqlite3.Connection, roots: list[Root]) -> None:
        self._connection = connection
        self._roots = roots
        self._gone: list[int] = []
        self._present: list[int] = []
        self.unknown: list[Path] = []

    def follow(self, source: Path, target: Path) -> None:
        old, new = self._place(source), self._place(target)
        moved = self._photo(old) if old else None
        known = self._photo(new) if new else None
        if moved and new and known is None and moved.is_at(target):
            self._move(moved.id, new)
            return
        if moved and not source.exists():
            self._set_missing(moved.id, is_missing=True)
        if known and known.is_at(target):
            self._set_missing(known.id, is_missing=False)
        elif new:
            self.unknown.append(target)

    def update_codes(self) -> None:
        """Update which codes are searched."""
        flag_codes(self._connection, self._gone, KEPT)
        flag_codes(self._connection, self._present, SHOWN)

    def _move(self, photo_id: int, place: _Place) -> None:
        self._connection.execute(
            "UPDATE photos SET root_id = ?, folder = ?, name = ?, missing = 0,"
            " ctime_ns = NULL, inode = NULL WHERE id = ?",
            (*place, photo_id),
        )
        self._present.append(photo_id)

    def _set_missing(self, photo_id: int, *, is_missing: bool) -> None:
        self._connection.execute(
            "UPDATE photos SET missing = ?, ctime_ns = NULL, inode = NULL WHERE id = ?",
            (is_missing, photo_id),
        )
        (self._gone if is_missing else self._present).append(photo_id)

    def _place(self, path: Path) -> _Place | None:
        """Return the columns of a path; None outside the library."""
        root = root_of(self._roots, path)
        return (root.id, *encode_path(root, path)) if root else None

    def _photo(self, place: _Place) -> _Photo | None:
        rows = read_rows(
            self._connection,
            _Photo,
            "SELECT id, size, mtime_ns FROM photos WHERE root_id = ? AND folder = ? AND name = ?",
            *place,
        )
        return rows[0] if rows else None
