"""A lock that one process holds. The system releases it when the process ends in any way."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.core.base.errors import LinkedEntryError
from desktop_app.core.base.private_files import create_private_file
from desktop_app.core.base.regular_file import check_own_database

_TIMEOUT_SECONDS = 0.2  # `is_locked` takes the lock for an instant


class LockHeldError(Exception):
    """Another process holds the lock."""


class LockUnavailableError(Exception):
    """The lock file cannot be created or written, or is no file."""


@contextmanager
def process_lock(path: Path) -> Iterator[None]:
    """Hold the lock inside the block.

    The lock is SQLite's own, of an empty database at `path`: it works on every system.

    Raises:
        LockHeldError: Another process holds the lock.
        LockUnavailableError: The lock file cannot be created or written.
    """
    connection = _acquire(path, _TIMEOUT_SECONDS)
    try:
        yield
    finally:
        connection.close()


@contextmanager
def shared_lock(path: Path) -> Iterator[None]:
    """Share the lock inside the block with any number of others: nobody can hold it alone.

    Raises LockHeldError, LockUnavailableError as `process_lock` does.
    """
    connection = _acquire(path, _TIMEOUT_SECONDS, shared=True)
    try:
        yield
    finally:
        connection.close()


def is_locked(path: Path) -> bool:
    """Whether a process holds the lock now. False if the lock file cannot be opened.

    Any number of processes may ask at once; none of them takes another for the holder.
    """
    if not path.exists():
        return False
    try:
        _acquire(path, timeout=0, shared=True).close()
    except LockUnavailableError:
        return False
    except LockHeldError:
        return True
    return False


def _acquire(path: Path, timeout: float, *, shared: bool = False) -> sqlite3.Connection:
    try:
        check_own_database(path)
        create_private_file(path)
        if not os.access(path, os.W_OK):
            raise LockUnavailableError("it may only be read")  # SQLite would lock nothing
        connection = sqlite3.connect(path, timeout=timeout, isolation_level=None)
    except LinkedEntryError as error:
        raise LockUnavailableError(f"{path.name} is no file") from error
    except (OSError, sqlite3.OperationalError) as error:
        raise LockUnavailableError(str(error)) from error
    try:
        connection.execute("BEGIN" if shared else "BEGIN EXCLUSIVE")
        connection.execute("PRAGMA schema_version")  # which a plain BEGIN takes the lock for
    except sqlite3.DatabaseError as error:
        connection.close()
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            raise LockHeldError from error
        raise LockUnavailableError(str(error)) from error
    return connection
