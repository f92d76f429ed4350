"""The thumbnails of an archive. What is missing there stays missing: nothing is written."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.core.archive.thumbnail_places import ThumbnailPlaces
from desktop_app.ui.grid.thumbnail_sources import ThumbnailStore


class ArchiveThumbnails:
    """Those of the photos whose rows were read."""

    def __init__(self, places: ThumbnailPlaces) -> None:
        self._places = places

    def open(self) -> ThumbnailStore:
        return self._places

    def open_maker(self, is_cancelled: Callable[[], bool]) -> ThumbnailStore:
        """Return what makes none."""
        del is_cancelled
        return _NoThumbnails()


class _NoThumbnails:
    def get(self, content_hash: bytes) -> bytes | None:
        del content_hash
        return None

    def close(self) -> None:
        """Nothing is open."""
