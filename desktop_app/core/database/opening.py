"""Open the library's SQLite files: write-ahead log, migrations by user_version, typed errors."""

from __future__ import annotations

import logging
import shutil
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import msgspec

from desktop_app.core.base.errors import (
    LibraryBusyError,
    LibraryDamagedError,
    LibraryTooNewError,
    LibraryUnwritableError,
)
from desktop_app.core.base.private_files import create_private_file
from desktop_app.core.base.regular_file import check_own_database
from desktop_app.core.database.guarded_connection import GuardedConnection
from desktop_app.core.database.read_only_database import connect_read_only

logger = logging.getLogger(__name__)

Key = TypeVar("Key", int, str, bytes)
Row = TypeVar("Row", bound=tuple[object, ...])

_INCREMENTAL = 2  # of PRAGMA auto_vacuum
_BUSY_S = 30  # how long a connection waits for others
_RETRY_S = 0.01
_PAGES_A_STEP = 2000
_CHECKPOINT_MS = 1000
_MOST_FAULTS = 5  # that a check lists
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_UNWRITABLE = {
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
}


def open_database(path: Path, migrations: list[tuple[str, ...]]) -> sqlite3.Connection:
    """Open or create a database, and migrate its schema in one transaction.

    A database that exists, but cannot be written, is opened for reading only.

    The statements of migrations[i] lead from user_version i to i + 1. Raises LibraryBusyError,
    LibraryDamagedError, LibraryTooNewError, LibraryUnwritableError, LinkedEntryError.
    """
    check_own_database(path)
    try:
        return _open_writable(path, migrations)
    except LibraryUnwritableError:
        if not path.is_file():
            raise
        logger.info("%r is opened for reading only", path, exc_info=True)
        return _open_read_only(path, migrations)


def _open_writable(path: Path, migrations: list[tuple[str, ...]]) -> sqlite3.Connection:
    with suppress(OSError):  # SQLite finds out why it cannot be created
        create_private_file(path)  # SQLite's other files get the permissions of this one
    with library_errors(path):
        connection = sqlite3.connect(
            path,
            timeout=_BUSY_S,
            isolation_level=None,
            check_same_thread=False,
            factory=GuardedConnection,
        )
        try:
            connection.guard(path)
            check_schema(connection, path, migrations)
            _prepare_to_shrink(connection)
            _write_ahead(connection)
            connection.execute("PRAGMA synchronous = NORMAL")
            _migrate(connection, path, migrations)
        except BaseException:
            connection.close()
            raise
    return connection


def _open_read_only(path: Path, migrations: list[tuple[str, ...]]) -> sqlite3.Connection:
    def is_current(connection: sqlite3.Connection) -> bool:
        check_schema(connection, path, migrations)
        return _version(connection) == len(migrations)

    def migrate(connection: sqlite3.Connection) -> None:
        check_schema(connection, path, migrations)
        _migrate(connection, path, migrations)

    try:
        with library_errors(path):
            return connect_read_only(path, is_current, migrate)
    except OSError as error:
        raise LibraryUnwritableError(path.parent, error.strerror or str(error)) from error


def open_empty(path: Path, migrations: list[tuple[str, ...]]) -> sqlite3.Connection:
    """Open what a database that cannot be created would contain: nothing. It may only be read."""
    connection = sqlite3.connect(
        ":memory:", isolation_level=None, check_same_thread=False, factory=GuardedConnection
    )
    connection.guard(path)
    _migrate(connection, path, migrations)
    connection.execute("PRAGMA query_only = ON")
    return connection


@contextmanager
def library_errors(path: Path) -> Iterator[None]:
    """Raise SQLite's errors inside the block as AppErrors. `path` is a file of the library."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = _primary_code(error)
        if code in _BUSY:
            raise LibraryBusyError(path.parent) from error
        if code in _UNWRITABLE:
            raise LibraryUnwritableError(path.parent, str(error)) from error
        raise LibraryDamagedError(path.parent, str(error)) from error


class StrangeValueError(sqlite3.DatabaseError):
    """A row holds what this program never writes. `library_errors` makes it LibraryDamagedError."""


def advanced(last: Key, found: Key, path: Path) -> Key:
    """Return the key that a query by ascending keys has found, where the next one goes on.

    Raises LibraryDamagedError where it is no further than the last one: an index that leads in a
    circle has no end. `path` is a file of the library.
    """
    if found <= last:
        raise LibraryDamagedError(path.parent, "an index leads in a circle")
    return found


def read_rows(
    connection: sqlite3.Connection, kind: type[Row], query: str, *values: object
) -> list[Row]:
    """Run a query, and check each value that it returns.

    Args:
        connection: The database.
        kind: A tuple of types, or a NamedTuple, as msgspec checks it: Annotated types have limits.
        query: It returns as many columns.
        values: Its parameters.

    Raises:
        StrangeValueError: A value is of another type, or outside its limits.
    """
    rows = connection.execute(query, values).fetchall()
    try:
        return msgspec.convert(rows, list[kind], builtin_types=(bytes,))  # type: ignore[valid-type]
    except msgspec.ValidationError as error:
        raise StrangeValueError(str(error)) from error


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


def give_space_back(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Give the free pages of a database back to the disk, in short transactions.

    Other connections can read meanwhile. A database of an earlier version is written anew once,
    which takes as much space as is in use. Where that space is missing, nothing is given back.
    """
    try:
        if _number(connection, "auto_vacuum") != _INCREMENTAL and _free_pages(connection):
            if not _fits_twice(connection, path):
                return
            connection.execute(f"PRAGMA auto_vacuum = {_INCREMENTAL}")
            connection.execute("VACUUM")
        free = _free_pages(connection)
        while free:
            connection.execute(f"PRAGMA incremental_vacuum({_PAGES_A_STEP})").fetchall()
            yield
            before, free = free, _free_pages(connection)
            if free >= before:
                break
        _empty_log(connection)
    except sqlite3.OperationalError:  # the disk is full, or a reader holds the log
        logger.warning("%r keeps its free space", path, exc_info=True)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Use a write-ahead log, as the file does from then on.

    SQLite gives up at once where another connection is about to do the same with a new database,
    so this waits for it.
    """
    give_up = time.monotonic() + _BUSY_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if _primary_code(error) not in _BUSY or time.monotonic() > give_up:
                raise
            time.sleep(_RETRY_S)
        else:
            return


def _primary_code(error: sqlite3.DatabaseError) -> int:
    """Return SQLite's result code without its extension; 0 if the error is not SQLite's own."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _prepare_to_shrink(connection: sqlite3.Connection) -> None:
    """Let a new database give space back in steps. Older ones see `give_space_back`."""
    if _number(connection, "page_count") == 0:
        connection.execute(f"PRAGMA auto_vacuum = {_INCREMENTAL}")


def _empty_log(connection: sqlite3.Connection) -> None:
    """Write the log into the database, which is cut then; the log would keep what was deleted."""
    timeout = _number(connection, "busy_timeout")
    connection.execute(f"PRAGMA busy_timeout = {_CHECKPOINT_MS}")
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        connection.execute(f"PRAGMA busy_timeout = {timeout}")


def _fits_twice(connection: sqlite3.Connection, path: Path) -> bool:
    """Return True if the disk has room for two copies of what is in use: in the log and written."""
    used = _number(connection, "page_count") - _free_pages(connection)
    return shutil.disk_usage(path.parent).free > 2 * used * _number(connection, "page_size")


def _free_pages(connection: sqlite3.Connection) -> int:
    return _number(connection, "freelist_count")


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _migrate(connection: sqlite3.Connection, path: Path, migrations: list[tuple[str, ...]]) -> None:
    if _version(connection) == len(migrations):
        return
    with transaction(connection):
        version = _version(connection)  # another process may have migrated it meanwhile
        if version > len(migrations):
            raise LibraryTooNewError(path.parent, version)
        _apply(connection, migrations[version:])
        connection.execute(f"PRAGMA user_version = {len(migrations)}")


def _apply(connection: sqlite3.Connection, migrations: Iterable[tuple[str, ...]]) -> None:
    for statements in migrations:
        for statement in statements:
            connection.execute(statement)


def check_schema(
    connection: sqlite3.Connection, path: Path, migrations: list[tuple[str, ...]]
) -> None:
    """Check that the tables, indexes and triggers are those that this program makes, and no more.

    A stranger's view or trigger would be run by this program's own statements. Raises
    LibraryDamagedError, LibraryTooNewError.
    """
    version, schema = _schema(connection)
    if version > len(migrations):
        raise LibraryTooNewError(path.parent, version)
    if version < 0 or schema != _known_schema(tuple(migrations[:version])):
        raise LibraryDamagedError(path.parent, "its tables are not those of a library")


@lru_cache(maxsize=16)
def _known_schema(migrations: tuple[tuple[str, ...], ...]) -> list[str]:
    """Return the schema that these migrations lead to."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        _apply(connection, migrations)
        return _schema(connection)[1]


def _schema(connection: sqlite3.Connection) -> tuple[int, list[str]]:
    """Return user_version, and all that a database defines, whatever its spaces and its order.

    One statement: another process may migrate the database at any time.
    """
    rows = connection.execute(
        "SELECT user_version, type, name, tbl_name, sql FROM pragma_user_version"
        " LEFT JOIN sqlite_schema"
    ).fetchall()
    texts = ["|".join(" ".join(str(value).split()) for value in row) for _, *row in rows]
    return rows[0][0], sorted(texts)


def _version(connection: sqlite3.Connection) -> int:
    return _number(connection, "user_version")


def file_identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from another one at the same path; None if there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def database_fault(connection: sqlite3.Connection, *, full: bool) -> str:
    """Return what SQLite finds wrong with a database; empty if nothing is.

    `full`: compare the indexes with the tables, too, which takes several times as long. Raises
    sqlite3.DatabaseError where it cannot even be checked.
    """
    pragma = "integrity_check" if full else "quick_check"
    lines = [line for (line,) in connection.execute(f"PRAGMA {pragma}({_MOST_FAULTS})")]
    return "" if lines == ["ok"] else "; ".join(lines)
