"""Tell which results of a search show the same photo as the query, by looking at both."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PIL import Image

from desktop_app.core.same_photo.look import Look
from desktop_app.core.same_photo.looks import Looks
from desktop_app.core.same_photo.verification import verify

GetThumbnail = Callable[[bytes], bytes | None]  # by the content hash of a photo


class SamePhotos:
    """Compares one picture with photos of a library; each photo is compared once."""

    def __init__(self, image: Image.Image, get_thumbnail: GetThumbnail) -> None:
        self._look = Look(image)
        self._looks = Looks(get_thumbnail)
        self._known: dict[bytes, bool] = {}

    def among(self, contents: Iterable[bytes]) -> frozenset[bytes]:
        """Return those of some content hashes whose thumbnails show the same photo."""
        return frozenset(filter(self._is_same, contents))

    def _is_same(self, content: bytes) -> bool:
        if content not in self._known:
            other = self._looks.get(content)
            self._known[content] = other is not None and verify(self._look, other).is_same_photo
        return self._known[content]
