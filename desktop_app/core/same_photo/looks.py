"""The looks of photos, made from their thumbnails; the last ones are kept."""

from __future__ import annotations

from collections.abc import Callable

from cachetools import LRUCache

from desktop_app.core.photos.thumbnails import decoded_thumbnail
from desktop_app.core.same_photo.look import Look

_MOST_KEPT = 1024  # 200 MB


class Looks:
    """Makes the look of a content. One thread may use it at a time."""

    def __init__(self, thumbnail: Callable[[bytes], bytes | None]) -> None:
        """`thumbnail` returns the JPEG of a content."""
        self._thumbnail = thumbnail
        self._kept: LRUCache[bytes, Look | None] = LRUCache(_MOST_KEPT)

    def get(self, content: bytes) -> Look | None:
        """Return the look of a photo; None if its thumbnail is missing or broken."""
        if content not in self._kept:
            self._kept[content] = self._made(content)
        return self._kept[content]

    def _made(self, content: bytes) -> Look | None:
        jpeg = self._thumbnail(content)
        try:
            return Look(decoded_thumbnail(jpeg)) if jpeg else None
        except ValueError:
            return None
