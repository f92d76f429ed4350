"""Open a SQLite file that may only be read: on a read-only medium, or in another user's folder."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path

from desktop_app.core.database.guarded_connection import GuardedConnection, open_to_read

Check = Callable[[sqlite3.Connection], bool]


def connect_read_only(
    path: Path, is_current: Check, migrate: Callable[[sqlite3.Connection], None]
) -> sqlite3.Connection:
    """Open an existing database without writing to its folder.

    Where its log was not emptied, or its schema is that of an earlier version, a temporary copy is
    opened, to which the log is applied and which is migrated.

    Args:
        path: The database.
        is_current: Whether a database has the current schema.
        migrate: Brings a database to the current schema.

    Raises:
        sqlite3.DatabaseError: It is not a sound database.
        OSError: There is no room for the copy.
    """
    for query in _ways(path):
        connection = open_to_read(path, query)
        try:
            if _can_be_used(connection, is_current):
                return connection
        except BaseException:
            connection.close()
            raise
        connection.close()
    return _open_copy(path, migrate)


def _ways(path: Path) -> list[str]:
    """Return how to open it. Only as an immutable file can it be read without its index of the log.

    An immutable file is read without its log, which must be empty then.
    """
    log = path.with_name(f"{path.name}-wal")
    is_empty = not log.exists() or log.stat().st_size == 0
    return ["mode=ro", "mode=ro&immutable=1"] if is_empty else ["mode=ro"]


def _can_be_used(connection: sqlite3.Connection, is_current: Check) -> bool:
    try:
        return is_current(connection)
    except sqlite3.OperationalError:  # the index of the log cannot be created
        return False


class _CopyConnection(GuardedConnection):
    """A connection to a copy in a folder of its own, which is deleted when it is closed."""

    folder: tempfile.TemporaryDirectory[str] | None = None

    def close(self) -> None:
        super().close()
        if self.folder is not None:
            self.folder.cleanup()
            self.folder = None


def _open_copy(path: Path, migrate: Callable[[sqlite3.Connection], None]) -> sqlite3.Connection:
    folder = tempfile.TemporaryDirectory(prefix="lookalike-")
    try:
        for name in (path.name, f"{path.name}-wal"):
            if path.with_name(name).exists():
                # Not flushed: it ends with this process.
                shutil.copyfile(path.with_name(name), Path(folder.name, name))
        connection = sqlite3.connect(
            Path(folder.name, path.name),
            isolation_level=None,
            check_same_thread=False,
            factory=_CopyConnection,
        )
    except BaseException:
        folder.cleanup()
        raise
    connection.folder = folder
    try:
        connection.guard(path)
        migrate(connection)
        connection.execute("PRAGMA query_only = ON")  # a change of the copy would be lost
    except BaseException:
        connection.close()
        raise
    return connection
