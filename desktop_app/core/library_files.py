"""Where the parts of one library lie, and who may write it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.errors import LibraryBusyError, LibraryUnwritableError


@dataclass(frozen=True)
class LibraryFiles:
    """The files in a library's folder."""

    folder: Path

    @property
    def catalogue(self) -> Path:
        return self.folder / "catalogue.sqlite"

    @property
    def thumbnails(self) -> Path:
        return self.folder / "thumbnails.sqlite"

    @property
    def crash_journal(self) -> Path:
        return self.folder / "reading.bin"

    @property
    def searches(self) -> Path:
        return self.folder / "searches.json"

    def size_bytes(self) -> int:
        """What the library takes on its disk; 0 where it cannot be read."""
        try:
            return sum(path.stat().st_size for path in self.folder.iterdir() if path.is_file())
        except OSError:
            return 0

    def create(self) -> None:
        """Make the folder. Raises LibraryUnwritableError."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryUnwritableError(self.folder, error.strerror or str(error)) from error

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Be the one process that writes this library, inside the block.

        Raises LibraryBusyError at once where another process is. The lock is SQLite's own on an
        empty database: it works on every system and ends with the process, however it ends.
        """
        self.create()
        lock = sqlite3.connect(self.folder / "writer.lock", timeout=0, isolation_level=None)
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            lock.close()
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                raise LibraryBusyError(self.folder) from error
            raise LibraryUnwritableError(self.folder, str(error)) from error
        try:
            yield
        finally:
            lock.close()
