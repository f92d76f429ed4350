"""Open an archive for the threads of its window."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from desktop_app.core.archive.errors import ClusterPackageError
from desktop_app.core.archive.thumbnail_places import ThumbnailPlaces

if TYPE_CHECKING:  # these need pyarrow, which may be missing
    from desktop_app.core.archive.archive import Archive
    from desktop_app.core.archive.code_file import CodeFile
    from desktop_app.core.archive.shard_rows import ShardRows
    from desktop_app.ui.archive.passing_photos import PassingPhotos


@dataclass(frozen=True)
class OpenedArchive:
    """An archive, its codes, its photos, and which of them pass a filter."""

    archive: Archive
    codes: CodeFile
    rows: ShardRows
    passing: PassingPhotos


class ArchiveReader:
    """Opens an archive when it is first needed; threads share what is open.

    Attributes:
        folder: The archive.
        places: Where the thumbnails are of the photos that were read.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.places = ThumbnailPlaces()
        self._lock = Lock()
        self._opened: OpenedArchive | None = None

    def opened(self) -> OpenedArchive:
        """Return the open archive. Raises ArchiveError, ClusterPackageError."""
        with self._lock:
            if self._opened is None:
                self._opened = self._open()
            return self._opened

    def _open(self) -> OpenedArchive:
        try:
            from desktop_app.core.archive.archive import Archive
            from desktop_app.core.archive.code_file import open_codes
            from desktop_app.core.archive.shard_rows import ShardRows
            from desktop_app.ui.archive.passing_photos import PassingPhotos
        except ModuleNotFoundError as error:
            raise ClusterPackageError(error.name or str(error)) from error
        archive = Archive(self.folder)
        codes = open_codes(archive)
        rows = ShardRows(archive, codes, self.places)
        return OpenedArchive(archive, codes, rows, PassingPhotos(archive, codes))
