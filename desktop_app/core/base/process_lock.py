"""A lock that one process holds, and that ends with it, however it ends."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PATIENCE_SECONDS = 0.2  # whoever looks with `is_held` has it for an instant


class LockHeldError(Exception):
    """Another process holds the lock."""


class LockUnavailableError(Exception):
    """The lock's file cannot be made or written."""


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock inside the block. SQLite's own on an empty database: it works on every system.

    Raises LockHeldError where another process holds it and keeps it, LockUnavailableError.
    """
    lock = _locked(path, _PATIENCE_SECONDS)
    try:
        yield
    finally:
        lock.close()


def is_held(path: Path) -> bool:
    """Does a process hold the lock just now? Nobody holds one that cannot be had."""
    if not path.exists():
        return False
    try:
        _locked(path, patience=0).close()
    except LockUnavailableError:
        return False
    except LockHeldError:
        return True
    return False


def _locked(path: Path, patience: float) -> sqlite3.Connection:
    try:
        lock = sqlite3.connect(path, timeout=patience, isolation_level=None)
    except sqlite3.OperationalError as error:
        raise LockUnavailableError(str(error)) from error
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.DatabaseError as error:
        lock.close()
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            raise LockHeldError from error
        raise LockUnavailableError(str(error)) from error
    return lock
