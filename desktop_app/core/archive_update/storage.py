"""Whether the storage of an archive is there: files of a drive that is gone are not removed."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

from desktop_app.core.archive.manifest import Manifest
from desktop_app.core.archive_storage.errors import PhotosGoneError
from desktop_app.core.archive_storage.storage import is_there


def unmounted(manifest: Manifest, gone: Collection[Path] = ()) -> list[Path]:
    """Return the folders inside the roots where storage was mounted that is not there now.

    Args:
        manifest: Has the roots.
        gone: Roots and mount points that need not be there.

    Raises:
        PhotosGoneError: Another root is not there, or is empty as a mount point without its share
            is.
    """
    for root in manifest.roots:
        if root not in gone and not is_there(root):
            raise PhotosGoneError(root)
    mounts = [mount for mount in map(Path, manifest.header.mounts) if mount not in gone]
    return [mount for mount in mounts if not (os.path.ismount(mount) and is_there(mount))]


def check_storage(manifest: Manifest, gone: Collection[Path], before: list[Path]) -> None:
    """Raise PhotosGoneError if storage has gone that was there before.

    `before`: what was unmounted then.
    """
    for folder in unmounted(manifest, gone):
        if folder not in before:
            raise PhotosGoneError(folder)
