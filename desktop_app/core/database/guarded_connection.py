"""Connections to SQLite files that a stranger may have made.

Nothing that such a file contains is run unless the program knows it: `opening.py` compares its
schema. A connection from here bounds what reading the file can cost until then, and afterwards.
https://sqlite.org/security.html lists what helps.
"""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path
from typing import Any

_MAX_VALUE_BYTES = 2**28  # of a value: the ids of 16 million photos in one text (id_lists.py)
_MAX_SQL_BYTES = 100_000
# Steps of SQLite's virtual machine. A photo takes more than a hundred bytes in a library, and less
# than a thousand steps in any query.
_STEPS_A_LOOK = 5_000_000
_FEWEST_STEPS = 50_000_000
_STEPS_A_BYTE = 50

# SQLite's messages contain names of the file, which need not be text.
_NO_TEXT = "it contains a name that is no text"


class _StepLimit:
    """Ends a statement that takes more steps than any does in a sound file of this size.

    Pages that refer to each other in a circle would let it run for ever.
    """

    def __init__(self, path: Path) -> None:
        self._paths = (path, path.with_name(f"{path.name}-wal"))
        self._steps = 0

    def restart(self) -> None:
        self._steps = 0

    def is_exceeded(self) -> bool:
        """SQLite calls it each _STEPS_A_LOOK."""
        self._steps += _STEPS_A_LOOK
        return self._steps > _FEWEST_STEPS + _STEPS_A_BYTE * sum(map(_size, self._paths))


class GuardedConnection(sqlite3.Connection):
    """A connection that trusts nothing in its file, and ends statements that would run for ever."""

    _limit: _StepLimit | None = None

    def guard(self, path: Path) -> None:
        """Protect this connection to a file from its content, before anything is read from it."""
        self._limit = _StepLimit(path)
        self.set_progress_handler(self._limit.is_exceeded, _STEPS_A_LOOK)
        self.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MAX_VALUE_BYTES)
        self.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, _MAX_SQL_BYTES)
        if sys.version_info >= (3, 12):  # earlier versions of Python cannot set it
            self.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE)
        self.execute("PRAGMA trusted_schema = OFF")
        self.execute("PRAGMA cell_size_check = ON")

    def execute(self, *arguments: Any) -> sqlite3.Cursor:
        self._restart()
        try:
            return super().execute(*arguments)
        except UnicodeDecodeError as error:
            raise sqlite3.DatabaseError(_NO_TEXT) from error

    def executemany(self, *arguments: Any) -> sqlite3.Cursor:
        self._restart()
        try:
            return super().executemany(*arguments)
        except UnicodeDecodeError as error:
            raise sqlite3.DatabaseError(_NO_TEXT) from error

    def _restart(self) -> None:
        if self._limit is not None:
            self._limit.restart()


def open_to_read(path: Path, query: str) -> GuardedConnection:
    """Open a file by the query of an SQLite address: 'mode=ro'. Raises sqlite3.DatabaseError."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{query}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        factory=GuardedConnection,
    )
    connection.guard(path)
    return connection


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
