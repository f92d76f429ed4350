"""The files of one library, and the lock of the process that writes them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from desktop_app.core.base.errors import (
    LibraryBusyError,
    LibraryReadOnlyError,
    LibraryUnwritableError,
)
from desktop_app.core.base.private_files import (
    all_below,
    close_to_others,
    create_private_folder,
    is_shared,
)
from desktop_app.core.base.process_lock import LockHeldError, LockUnavailableError, process_lock
from desktop_app.core.base.regular_file import check_own

# Names of what the program puts into a library's folder.
_OWN_NAMES = (
    "catalogue.*",
    "thumbnails.*",
    "duplicates.*",
    "*.lock*",
    "models",
    "retraining",
    "backups",
    "damaged-*",
    "replaced-*",
    "reading.bin",
    "searches.json",
    "keep-rules.json",
    "suggestion.json",
    ".*.part",
)


@dataclass(frozen=True)
class LibraryFiles:
    """The paths of a library's files."""

    folder: Path

    @property
    def catalogue(self) -> Path:
        return self.folder / "catalogue.sqlite"

    @property
    def thumbnails(self) -> Path:
        return self.folder / "thumbnails.sqlite"

    @property
    def duplicates(self) -> Path:
        """The pairs of photos that were compared: a cache (core/duplicates)."""
        return self.folder / "duplicates.sqlite"

    @property
    def old_crash_journal(self) -> Path:
        """A file of versions that decoded photos in the process that wrote the library."""
        return self.folder / "reading.bin"

    @property
    def models(self) -> Path:
        """Folder of the models that were trained on this library or imported into it."""
        return self.folder / "models"

    @property
    def retraining(self) -> Path:
        """Folder of a retraining that is running, interrupted, or finished and not yet accepted."""
        return self.folder / "retraining"

    @property
    def suggestion(self) -> Path:
        """The file that records when a retraining was last suggested."""
        return self.folder / "suggestion.json"

    @property
    def backups(self) -> Path:
        """Folder of the backups (core/care)."""
        return self.folder / "backups"

    @property
    def searches(self) -> Path:
        return self.folder / "searches.json"

    @property
    def keep_rules(self) -> Path:
        """The rules for what is kept of duplicates."""
        return self.folder / "keep-rules.json"

    def exists(self) -> bool:
        """Whether the folder holds a library. One that cannot be looked into counts as one."""
        try:
            self.catalogue.stat()
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError:
            return True
        return True

    def check_links(self) -> None:
        """Raise LinkedEntryError if a file or folder of the library is a link, or no such thing.

        Nothing in the folder of a library is followed elsewhere. The folder itself may be a link.
        """
        with suppress(OSError):  # who opens it will say why it cannot be read
            for path in self.folder.iterdir():
                if any(map(path.match, _OWN_NAMES)):
                    check_own(path)

    def size_bytes(self) -> int:
        """Return the size of the library's files, without models; 0 if they cannot be read."""
        try:
            return sum(path.stat().st_size for path in self.folder.iterdir() if path.is_file())
        except OSError:
            return 0

    @property
    def is_read_only(self) -> bool:
        """Whether there is a library that this user, or anyone on this medium, cannot change."""
        return self.catalogue.exists() and not all(
            os.access(path, os.W_OK) for path in (self.folder, self.catalogue)
        )

    def create(self) -> None:
        """Create the folder. Raises LibraryUnwritableError."""
        with write_errors(self.folder):
            create_private_folder(self.folder)

    def close_to_others(self) -> None:
        """Take the permissions of other users, which earlier versions left, from the library.

        A folder that is shared with a group stays as it is. One that also holds something else may
        be of use to others: only the library's own files in it are closed.
        """
        try:
            entries = list(self.folder.iterdir())
        except OSError:
            return
        if self.catalogue not in entries or is_shared(self.folder):
            return
        own = [path for path in entries if any(map(path.match, _OWN_NAMES))]
        folders = [self.folder] if len(own) == len(entries) else []
        close_to_others([*folders, *chain.from_iterable(map(all_below, own))])

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the library's lock for writing inside the block.

        Raises:
            LibraryBusyError: Another process holds the lock; this never waits for it.
            LibraryReadOnlyError: The library may only be read.
            LibraryUnwritableError: The lock file cannot be opened.
            LinkedEntryError: A part of the library is a link.
        """
        self.check_links()
        if self.is_read_only:
            raise LibraryReadOnlyError(self.folder)
        self.create()
        try:
            with process_lock(self.folder / "writer.lock"):
                yield
        except LockHeldError as error:
            raise LibraryBusyError(self.folder) from error
        except LockUnavailableError as error:
            raise LibraryUnwritableError(self.folder, str(error)) from error


@contextmanager
def write_errors(library: Path) -> Iterator[None]:
    """Raise an OSError inside the block as LibraryUnwritableError of the library in this folder."""
    try:
        yield
    except OSError as error:
        raise LibraryUnwritableError(library, error.strerror or str(error)) from error
