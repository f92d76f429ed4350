"""The search of an open library: what it needs is loaded when it is first needed."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from desktop_app.api.pictures import each_picture, encode_picture
from desktop_app.api.records import Match, Photo, Picture, photo_of
from desktop_app.core.base.codes import Logits, signs
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.photo_filter import PhotoFilter
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.reading.bounded_reader import BoundedReader
from desktop_app.core.search.code_index import CodeIndex, Limits, Query, combine
from desktop_app.core.search.photo_search import Found, PhotoSearch


class Searcher:
    """Searches a library, and follows what other processes change in it."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._reader = BoundedReader()
        self._loaded: tuple[Encoder, PhotoSearch] | None = None

    def close(self) -> None:
        """End the process that decodes pictures."""
        self._reader.close()

    @property
    def model(self) -> Encoder:
        """The library's model in use. Raises BundleError."""
        return self._current()[0]

    @property
    def codes(self) -> CodeIndex:
        """The codes of the whole library as it is now."""
        search = self._current()[1]
        search.refresh()
        return search.codes

    def query(
        self, pictures: Picture | Iterable[Picture], unlike: Picture | Iterable[Picture]
    ) -> Query:
        """Encode pictures, or look photos up, and combine them into one query."""
        wanted = [self._logits(picture) for picture in each_picture(pictures)]
        return combine(wanted, [self._logits(picture) for picture in each_picture(unlike)])

    def code_query(self, code: NDArray[np.uint8]) -> Query:
        """Return the query for a code uint8 [K/8]. Raises TypeError, ValueError."""
        bits = self.model.bundle.manifest.code_bits
        if code.dtype != np.uint8:
            raise TypeError(f"a code has to be uint8, not {code.dtype}")
        if code.shape != (bits // 8,):
            raise ValueError(f"a code has to be [{bits // 8}], not {list(code.shape)}")
        return Query(signs(code[np.newaxis])[0])

    def search(
        self, query: Query, limit: int, max_distance: int | None, wanted: PhotoFilter
    ) -> list[Match]:
        """Find the nearest photos that pass a filter."""
        if limit < 1:
            raise ValueError(f"the limit has to be 1 or more, not {limit}")
        search = self._current()[1]
        search.refresh()
        limits = Limits(max_distance=max_distance)
        return [_match(found) for found in search.search(query, limit, wanted, limits).found]

    def _logits(self, picture: Picture) -> Logits:
        encoder, search = self._current()
        if isinstance(picture, Photo):
            search.refresh()
            return search.logits_of_photo(picture.id)
        logits: Logits = encode_picture(encoder, self._reader, picture).logits[0]
        return logits

    def _current(self) -> tuple[Encoder, PhotoSearch]:
        """Load the model in use, again after the library has switched to another one."""
        if self._loaded is None or self._catalogue.model_id not in ("", self._loaded[0].model_id):
            models = LibraryModels(self._catalogue.files)
            encoder = models.open(models.in_use(self._catalogue))
            self._loaded = encoder, PhotoSearch(self._catalogue, encoder, self._reader)
        return self._loaded


def _match(found: Found) -> Match:
    match = found.match
    return Match(photo_of(found.photo), match.distance, match.score, match.related)
