"""Open the library's SQLite files: write-ahead log, migrations by user_version, typed errors."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.core.base.errors import (
    LibraryDamagedError,
    LibraryTooNewError,
    LibraryUnwritableError,
)

_UNWRITABLE = {
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
}


def open_database(path: Path, migrations: list[tuple[str, ...]]) -> sqlite3.Connection:
    """Open or create a database, and migrate its schema in one transaction.

    The statements of migrations[i] lead from user_version i to i + 1. Raises LibraryDamagedError,
    LibraryTooNewError, LibraryUnwritableError.
    """
    with library_errors(path):
        connection = sqlite3.connect(
            path, timeout=30, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            _migrate(connection, path, migrations)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def library_errors(path: Path) -> Iterator[None]:
    """Raise SQLite's errors inside the block as AppErrors. `path` is a file of the library."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in _UNWRITABLE:
            raise LibraryUnwritableError(path.parent, str(error)) from error
        raise LibraryDamagedError(path.parent, str(error)) from error


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit at the end of the block; roll back if it raises."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _migrate(connection: sqlite3.Connection, path: Path, migrations: list[tuple[str, ...]]) -> None:
    if _version(connection) == len(migrations):
        return
    with transaction(connection):
        version = _version(connection)  # another process may have migrated it meanwhile
        if version > len(migrations):
            raise LibraryTooNewError(path.parent, version)
        for statements in migrations[version:]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(migrations)}")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
