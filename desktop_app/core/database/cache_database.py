"""A SQLite file that may be deleted at any time, because its content can be computed again."""

from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from desktop_app.core.base.errors import LibraryDamagedError, LibraryUnwritableError
from desktop_app.core.database.opening import (
    database_fault,
    file_identity,
    give_space_back,
    library_errors,
    open_database,
    open_empty,
    transaction,
)

logger = logging.getLogger(__name__)

# The log goes first: with another database it would be wrong.
_FILES = ("-wal", "-shm", "")
# What SQLite answers where the file is damaged. Other errors pass.
_DAMAGED = {
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_INTERRUPT,  # by the limit of steps: no query takes so many in a sound file
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_TOOBIG,
}

Migrations = list[tuple[str, ...]]
T = TypeVar("T")


class CacheDatabase:
    """An open cache. Each thread opens its own; several processes may write.

    A cache that was deleted meanwhile is opened again; so is one that is damaged, which is empty
    then. One that is missing in a folder that may only be read is empty, too.
    """

    def __init__(self, path: Path, migrations: Migrations) -> None:
        """Raises LibraryTooNewError, LibraryUnwritableError."""
        self.path = path
        self._migrations = migrations
        try:
            self._connection = self._open()
        except LibraryDamagedError as error:
            _delete_damaged(path, error)
            self._connection = self._open()
        self._file = _identity(path)

    def close(self) -> None:
        self._connection.close()

    def run(self, step: Callable[[sqlite3.Connection], T]) -> T:
        """Run a step; if the cache is damaged, run it again on an empty one."""
        if self._file != _identity(self.path):
            self._open_again()
        try:
            with library_errors(self.path):
                return step(self._connection)
        except LibraryDamagedError as error:
            _delete_damaged(self.path, error)
        self._open_again()
        with library_errors(self.path):
            return step(self._connection)

    def write(self, step: Callable[[sqlite3.Connection], object]) -> None:
        """Run a step in one transaction."""

        def write(connection: sqlite3.Connection) -> None:
            with transaction(connection):
                step(connection)

        self.run(write)

    def give_space_back(self) -> Iterator[None]:
        """Give the space of deleted rows back to the disk, in steps."""
        return give_space_back(self._connection, self.path)

    def _open_again(self) -> None:
        self._connection.close()
        self._connection = self._open()
        self._file = _identity(self.path)

    def _open(self) -> sqlite3.Connection:
        try:
            return open_database(self.path, self._migrations)
        except LibraryUnwritableError:
            if self.path.exists() or os.access(self.path.parent, os.W_OK):
                raise
            return open_empty(self.path, self._migrations)


def cache_fault(path: Path, migrations: Migrations, *, full: bool) -> str:
    """Return what is wrong with the file of a cache; empty if nothing is, or there is no file.

    See `database_fault` for `full`. Raises LibraryTooNewError, LibraryUnwritableError.
    """
    if not path.exists():
        return ""
    try:
        with closing(open_database(path, migrations)) as connection, library_errors(path):
            return database_fault(connection, full=full)
    except LibraryDamagedError as error:
        return error.detail


def delete_cache(path: Path) -> None:
    """Delete the file of a cache, which comes back empty. Raises OSError."""
    for suffix in _FILES:
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _delete_damaged(path: Path, error: LibraryDamagedError) -> None:
    """Delete a cache that is damaged. Raises `error` if it is not, or cannot be deleted."""
    code = getattr(error.__cause__, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    if code & 0xFF not in _DAMAGED:
        raise error
    logger.warning("%r is damaged and is made anew", path, exc_info=error)
    try:
        delete_cache(path)
    except OSError:
        raise error from None


def _identity(path: Path) -> list[tuple[int, int] | None]:
    """Return what tells the files of a cache from others at the same paths."""
    return [file_identity(path), file_identity(path.with_name(f"{path.name}-wal"))]
