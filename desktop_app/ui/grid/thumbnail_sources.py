"""Where the thumbnails of a window come from: a library, or something else that is read only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.photos.thumbnails import Thumbnails


class ThumbnailStore(Protocol):
    """Thumbnails, for one thread."""

    def get(self, content_hash: bytes) -> bytes | None:
        """Return the JPEG of a photo's thumbnail; None if there is none. Raises AppError."""

    def close(self) -> None: ...


class ThumbnailSource(Protocol):
    """Opens stores, each in the thread that uses it."""

    def open(self) -> ThumbnailStore:
        """Open what is stored. Raises AppError."""

    def open_maker(self, is_cancelled: Callable[[], bool]) -> ThumbnailStore:
        """Open what makes thumbnails that are missing or broken. Raises AppError."""


class LibraryThumbnails:
    """Those of a library; what is missing is made from the photos, and stored."""

    def __init__(self, files: LibraryFiles) -> None:
        self._files = files

    def open(self) -> ThumbnailStore:
        return Thumbnails(self._files.thumbnails)

    def open_maker(self, is_cancelled: Callable[[], bool]) -> ThumbnailStore:
        from desktop_app.core.files.thumbnail_maker import ThumbnailMaker  # brings the decoders

        return ThumbnailMaker(self._files, is_cancelled)
