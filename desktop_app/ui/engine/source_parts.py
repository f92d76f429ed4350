"""What the parts of a session need of a library, or of an archive."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # these bring the networks' runtime with them
    from PIL import Image

    from desktop_app.core.base.codes import Logits
    from desktop_app.core.base.region import Region
    from desktop_app.core.catalogue.catalogue import PhotoRow
    from desktop_app.core.photos.photo_reader import Photo
    from desktop_app.core.search.code_index import NearestCodes, Query, TextPart
    from desktop_app.core.search.photo_search import SearchResult


class PhotoRows(Protocol):
    """Photos by their ids."""

    def photos(self, ids: list[int]) -> list[PhotoRow]:
        """Return the photos with these ids, in this order; unknown ids are left out."""


class ThumbnailStore(Protocol):
    """Thumbnails by the content of their photos."""

    def get(self, content_hash: bytes) -> bytes | None:
        """Return the JPEG of a photo's thumbnail; None if there is none."""


class PictureSearch(Protocol):
    """Encodes pictures, and finds photos; see PhotoSearch."""

    @property
    def codes(self) -> NearestCodes: ...

    def open(self, path: Path) -> Photo: ...

    def logits_of_image(self, image: Image.Image, path: Path | None = None) -> Logits: ...

    def logits_of_file(self, path: Path, region: Region | None = None) -> Logits: ...

    def logits_of_photo(self, photo_id: int) -> Logits: ...

    def query(
        self, wanted: list[Logits], unwanted: list[Logits], texts: list[TextPart]
    ) -> Query: ...

    def search(self, query: Query, top: int) -> SearchResult: ...
