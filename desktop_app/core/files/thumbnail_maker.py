"""Make thumbnails that are missing or broken from the files of the photos."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from desktop_app.core.base.errors import AppError, PhotoError
from desktop_app.core.catalogue.catalogue import Catalogue, join_path, up_to_date
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.pending_files import READABLE
from desktop_app.core.database.opening import library_errors
from desktop_app.core.photos.thumbnails import Thumbnails, is_whole
from desktop_app.core.reading.bounded_reader import BoundedReader

logger = logging.getLogger(__name__)

_FILES = f"SELECT roots.path, folder, name {READABLE} AND content_hash = ? AND state = 'indexed'"
_NETWORK_SIDE = 32  # no network sees these pixels


class ThumbnailMaker:
    """The thumbnails of a library, complete as far as its photos can be read. For one thread.

    What is made is stored, whether or not another process indexes: each write is short, and SQLite
    lets one wait for the other. A library that may only be read gets its thumbnails, too, but they
    are made again the next time.
    """

    def __init__(
        self, files: LibraryFiles, is_cancelled: Callable[[], bool] = lambda: False
    ) -> None:
        """Open a library. Raises the errors of opening its databases.

        `is_cancelled` is asked, in another thread, while a photo is read: True ends that.
        """
        self._catalogue = Catalogue(files)
        self._thumbnails = Thumbnails(files.thumbnails)
        self._reader = BoundedReader(is_cancelled=is_cancelled)
        self._failed: set[bytes] = set()

    def close(self) -> None:
        self._reader.close()
        self._thumbnails.close()
        self._catalogue.close()

    def get(self, content_hash: bytes) -> bytes | None:
        """Return the JPEG of a photo's thumbnail; None if no file with this content can be read.

        A file that could not be decoded is not tried again.

        Raises:
            ReadingCancelledError: The reading was cancelled.
            AppError: The library cannot be read, or no process can be started.
        """
        stored = self._thumbnails.get(content_hash)
        if stored and is_whole(stored):
            return stored
        made = self._made(content_hash)
        if made:
            self._store(content_hash, made)
        return made

    def _made(self, content_hash: bytes) -> bytes | None:
        if content_hash in self._failed:
            return None
        self._catalogue = up_to_date(self._catalogue, self._catalogue.files)
        for path in self._files(content_hash):
            if jpeg := self._read(path, content_hash):
                return jpeg
            self._failed.add(content_hash)
        return None

    def _files(self, content_hash: bytes) -> list[Path]:
        rows = self._catalogue.read(tuple[bytes, bytes, bytes], _FILES, content_hash)
        with library_errors(self._catalogue.files.catalogue):
            return [join_path(*row) for row in rows]

    def _read(self, path: Path, content_hash: bytes) -> bytes | None:
        """Return the thumbnail of a file; None if it has another content by now, or none."""
        try:
            found = self._reader.content(path, _NETWORK_SIDE, content_hash.__eq__)
        except PhotoError as error:
            logger.info("%r gets no thumbnail: %s", path, error.problem)
            return None
        return found[0].thumbnail if found else None

    def _store(self, content_hash: bytes, jpeg: bytes) -> None:
        try:
            self._thumbnails.drop([content_hash])
            self._thumbnails.put_all({content_hash: jpeg})
        except AppError:
            logger.info("A thumbnail was made and cannot be stored", exc_info=True)
