"""Storage of photos: a folder, or what is at an address."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from desktop_app.core.archive_storage.address_storage import AddressStorage
from desktop_app.core.archive_storage.addresses import is_address_path
from desktop_app.core.archive_storage.errors import StorageGoneError
from desktop_app.core.archive_storage.folder_storage import FolderStorage
from desktop_app.core.archive_storage.patience import try_for_minutes
from desktop_app.core.indexing.folder_listings import Entries


class Storage(Protocol):
    """The photos below a root. Threads may share it."""

    def check(self) -> None:
        """Raise AppError if the root cannot be listed."""

    def entries(self, path: str) -> Entries:
        """Return what is in the root or a folder below it, sorted by the bytes of the names.

        Raises AppError, OSError.
        """

    def look(self) -> None:
        """Raise OSError if the root is not there or is empty, which may change in a minute.

        Raises AppError where waiting does not help.
        """

    def has(self, path: Path) -> bool:
        """Whether a file is there. Raises OSError where that cannot be found out now."""

    def content(self, path: Path, size: int) -> bytes | None:
        """Return the content of a file that was listed with this size in bytes.

        None: it is a file here, which can be opened. Raises PhotoError.
        """


def storage_at(root: Path) -> Storage:
    """Return the storage at a path, or at the address that it stands for.

    Raises AddressError, StoragePackageError.
    """
    return AddressStorage(root) if is_address_path(root) else FolderStorage(root)


def wait_for_storage(root: Path) -> None:
    """Return when a root can be listed and is not empty: a mount point without its share is.

    Raises StorageGoneError after PATIENCE_SECONDS, and AppError as Storage.look.
    """
    try:
        try_for_minutes(storage_at(root).look)
    except OSError as error:
        raise StorageGoneError(root) from error


def is_there(root: Path) -> bool:
    """Whether a root can be listed now and is not empty. Raises AppError as Storage.look."""
    try:
        storage_at(root).look()
    except OSError:
        return False
    return True
