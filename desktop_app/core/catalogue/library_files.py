"""Where the parts of one library lie, and who may write it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.base.errors import LibraryBusyError, LibraryUnwritableError
from desktop_app.core.base.process_lock import LockHeldError, LockUnavailableError, process_lock


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
    def models(self) -> Path:
        """Folder of the models that were made for this library or brought to it."""
        return self.folder / "models"

    @property
    def retraining(self) -> Path:
        """Folder of the retraining that is under way, or waits for the user's word."""
        return self.folder / "retraining"

    @property
    def suggestion(self) -> Path:
        """When a retraining was suggested last."""
        return self.folder / "suggestion.json"

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

        Raises LibraryBusyError at once where another process is.
        """
        self.create()
        try:
            with process_lock(self.folder / "writer.lock"):
                yield
        except LockHeldError as error:
            raise LibraryBusyError(self.folder) from error
        except LockUnavailableError as error:
            raise LibraryUnwritableError(self.folder, str(error)) from error
