"""What the code of one photo has kept of it, computed in the search thread."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from desktop_app.core.base.codes import Codes, signs
from desktop_app.core.base.errors import BundleError, NotIndexedError
from desktop_app.core.catalogue.catalogue import PhotoRow
from desktop_app.core.search.code_index import Query
from desktop_app.core.search.code_lens import without_surest
from desktop_app.ui.engine.answers import SeenCode, SeenNeighbour, SeenPictures
from desktop_app.ui.engine.previews import Previews
from desktop_app.ui.engine.queries import SeenCodeRequest
from desktop_app.ui.engine.source_parts import PhotoRows, PictureSearch

_LEFT_OUT = (8, 16, 32, 64)
_NEIGHBOURS = 8


class CodeViewer:
    """Looks at the codes of single photos of an open library or archive."""

    def __init__(self, search: PictureSearch, rows: PhotoRows, previews: Previews) -> None:
        self._search = search
        self._rows = rows
        self._previews = previews

    def look(self, request: SeenCodeRequest) -> Iterator[SeenCode]:
        """Yield what can be seen, and once more with pictures of the neighbours' codes.

        Raises:
            NotIndexedError: The photo has left the library, or has no code.
            BundleError: The model cannot compute the logits.
        """
        photo = self._photo(request)
        query = Query(self._search.logits_of_photo(photo.id))
        pictures, neighbours = self._pictures(photo, query), self._neighbours(photo, query)
        seen = SeenCode(request.number, photo, len(query.logits), pictures, neighbours)
        yield seen
        if isinstance(seen.pictures, SeenPictures) and seen.neighbours:
            yield replace(seen, neighbours=self._drawn(seen.neighbours))

    def _photo(self, request: SeenCodeRequest) -> PhotoRow:
        rows = self._rows.photos([request.photo_id])
        if not rows or self._search.codes.code(request.photo_id) is None:
            raise NotIndexedError(request.path)
        return rows[0]

    def _pictures(self, photo: PhotoRow, query: Query) -> SeenPictures | BundleError | None:
        counts = [count for count in _LEFT_OUT if count < len(query.logits)]
        values = np.stack([without_surest(query, count) for count in (0, *counts)])
        drawn = self._previews.draw(values, [(photo.width, photo.height)] * len(values))
        if not isinstance(drawn, list):
            return drawn
        whole, *others = drawn
        return SeenPictures(whole, tuple(zip(counts, others, strict=True)))

    def _neighbours(self, photo: PhotoRow, query: Query) -> tuple[SeenNeighbour, ...]:
        found = self._search.search(query, _NEIGHBOURS + 1).found
        others = [item for item in found if item.photo.id != photo.id]
        return tuple(
            SeenNeighbour(item.photo, item.match.distance) for item in others[:_NEIGHBOURS]
        )

    def _drawn(self, neighbours: tuple[SeenNeighbour, ...]) -> tuple[SeenNeighbour, ...]:
        """Add pictures of their codes."""
        photos = [neighbour.photo for neighbour in neighbours]
        codes = np.stack([self._code(photo.id) for photo in photos])
        drawn = self._previews.draw(signs(codes), [(photo.width, photo.height) for photo in photos])
        if not isinstance(drawn, list):
            return neighbours
        pairs = zip(neighbours, drawn, strict=True)
        return tuple(replace(neighbour, picture=picture) for neighbour, picture in pairs)

    def _code(self, photo_id: int) -> Codes:
        code = self._search.codes.code(photo_id)
        assert code is not None  # a search has found it by its code
        return code
