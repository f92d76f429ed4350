"""Photos in a folder of this machine, or on a share that is mounted there."""

from __future__ import annotations

import os
from pathlib import Path

from desktop_app.core.base.errors import NotAFolderError
from desktop_app.core.indexing.folder_listings import Entries, entries_with_status


class FolderStorage:
    """A folder, as storage.Storage says."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def check(self) -> None:
        """Raises NotAFolderError."""
        if not self._root.is_dir() or not os.access(self._root, os.R_OK | os.X_OK):
            raise NotAFolderError(self._root)

    def entries(self, path: str) -> Entries:
        return entries_with_status(path)

    def look(self) -> None:
        if next(self._root.iterdir(), None) is None:
            raise FileNotFoundError(self._root)

    def has(self, path: Path) -> bool:
        try:
            os.lstat(path)
        except (FileNotFoundError, NotADirectoryError):
            return False
        return True

    def content(self, path: Path, size: int) -> None:  # noqa: ARG002 -- the decoder opens it
        return None
