"""Whether the storage of an archive is there: files of a drive that is gone are not removed."""

from __future__ import annotations

import os
from pathlib import Path

from desktop_app.core.archive.manifest import Manifest
from desktop_app.core.archive_storage.errors import StorageGoneError
from desktop_app.core.archive_storage.storage import is_there


def unmounted(manifest: Manifest) -> list[Path]:
    """Return the folders inside the roots where storage was mounted that is not there now.

    Raises StorageGoneError: a root is not there, or is empty as a mount point without its share is.
    """
    for root in manifest.roots:
        if not is_there(root):
            raise StorageGoneError(root)
    mounts = map(Path, manifest.header.mounts)
    return [mount for mount in mounts if not (os.path.ismount(mount) and is_there(mount))]


def check_storage(manifest: Manifest, before: list[Path]) -> None:
    """Raise StorageGoneError if storage has gone that was there before.

    `before`: what was unmounted then.
    """
    for folder in unmounted(manifest):
        if folder not in before:
            raise StorageGoneError(folder)
