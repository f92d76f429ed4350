"""Where the thumbnails of an archive are, by the content of their photos."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from cachetools import LRUCache

# More photos than a window has rows of.
_MOST_KNOWN = 60_000
_MOST_BYTES = 2**19  # more than any thumbnail


@dataclass(frozen=True)
class ThumbnailPlace:
    """Some bytes of a pack of thumbnails."""

    pack: Path
    start: int
    size: int


class ThumbnailPlaces:
    """Knows the thumbnails of photos that were read lately. Threads share it."""

    def __init__(self) -> None:
        self._known: LRUCache[bytes, ThumbnailPlace] = LRUCache(_MOST_KNOWN)
        self._lock = Lock()

    def add(self, content_hash: bytes, place: ThumbnailPlace) -> None:
        """Remember where the thumbnail of a photo is."""
        with self._lock:
            self._known[content_hash] = place

    def get(self, content_hash: bytes) -> bytes | None:
        """Return the JPEG of a thumbnail; None if its place is unknown, or cannot be read."""
        with self._lock:
            place = self._known.get(content_hash)
        if place is None or not 0 < place.size <= _MOST_BYTES or place.start < 0:
            return None
        try:
            with place.pack.open("rb") as file:
                file.seek(place.start)
                return file.read(place.size)
        except OSError:
            return None

    def close(self) -> None:
        """Nothing is open between two reads."""
