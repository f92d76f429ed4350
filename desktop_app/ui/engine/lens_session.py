"""What the code lens computes in the search thread."""

from __future__ import annotations

import numpy as np

from desktop_app.core.base.codes import Codes, signs
from desktop_app.core.base.errors import BundleError
from desktop_app.core.search.code_index import Query
from desktop_app.core.search.code_lens import (
    bits,
    compare,
    confidence,
    flip_order,
    flipped,
    interpolate,
    shared,
)
from desktop_app.ui.engine.answers import LensAnswer, LensPictures, WaypointPhoto
from desktop_app.ui.engine.previews import Previews, Size
from desktop_app.ui.engine.queries import LensRequest
from desktop_app.ui.engine.source_parts import PhotoRows, PictureSearch

_WAYPOINTS = 4


class LensSession:
    """Looks into the codes of an open library or archive."""

    def __init__(self, search: PictureSearch, rows: PhotoRows, previews: Previews) -> None:
        self._search = search
        self._rows = rows
        self._previews = previews
        self._waypoint_ends: tuple[bytes, bytes] | None = None
        self._waypoints: tuple[WaypointPhoto, ...] = ()

    def code(self, photo_id: int) -> str:
        """Return a photo's code as hexadecimal text; empty if it has none."""
        code = self._search.codes.code(photo_id)
        return "" if code is None else code.tobytes().hex()

    def inspect(self, request: LensRequest, query: Query, size: Size) -> LensAnswer:
        """Answer a request; `query` is the query of its search before any flips, of a picture of
        this size.
        """
        flips, photo_id = request.search.flips, request.photo_id
        now = flipped(query, flips)
        code = None if photo_id is None else self._search.codes.code(photo_id)
        return LensAnswer(
            number=request.search.number,
            flips=flips,
            photo_id=None if code is None else photo_id,
            bits=bits(now.code),
            confidence=confidence(query),
            code=now.code.tobytes().hex(),
            comparison=None if code is None else compare(now, code),
            flip_order=() if code is None else tuple(flip_order(query, code)),
            waypoints=() if code is None else self._waypoint_photos(query, code),
            pictures=self._pictures(now, code, (size, self._size(photo_id, size))),
        )

    def _waypoint_photos(self, query: Query, code: Codes) -> tuple[WaypointPhoto, ...]:
        """Cached for the two ends: flips of the query change neither of them."""
        ends = (query.logits.tobytes(), code.tobytes())
        if ends != self._waypoint_ends:
            self._waypoints = self._find_waypoints(query, code)
            self._waypoint_ends = ends
        return self._waypoints

    def _find_waypoints(self, query: Query, code: Codes) -> tuple[WaypointPhoto, ...]:
        found = [
            (point.flips, point.nearest.photo_id)
            for point in interpolate(self._search.codes, query, code, _WAYPOINTS)
            if point.nearest
        ]
        rows = {row.id: row for row in self._rows.photos([photo_id for _, photo_id in found])}
        return tuple(
            WaypointPhoto(flips, rows[photo_id]) for flips, photo_id in found if photo_id in rows
        )

    def _size(self, photo_id: int | None, default: Size) -> Size:
        rows = [] if photo_id is None else self._rows.photos([photo_id])
        return (rows[0].width, rows[0].height) if rows else default

    def _pictures(
        self, query: Query, code: Codes | None, sizes: tuple[Size, Size]
    ) -> LensPictures | BundleError | None:
        """`sizes`: of the query's picture and of the photo."""
        if code is not None:
            return self._pair(query, code, sizes)
        drawn = self._previews.draw(signs(query.code[np.newaxis]), [sizes[0]])
        return LensPictures(drawn[0]) if isinstance(drawn, list) else drawn

    def _pair(
        self, query: Query, code: Codes, sizes: tuple[Size, Size]
    ) -> LensPictures | BundleError | None:
        of_query, of_photo = sizes
        order = compare(query, code).order
        counts = _counts(len(order))
        changed = [flipped(query, order[:count]).code for count in counts]
        values = [*signs(np.stack([query.code, *changed, code])), shared(query.code, code)]
        places = [of_query] * (1 + len(counts))
        drawn = self._previews.draw(np.stack(values), [*places, of_photo, of_query])
        if not isinstance(drawn, list):
            return drawn
        own, *changes, photo, common = drawn
        return LensPictures(own, photo, common, tuple(zip(counts, changes, strict=True)))


def _counts(differing: int) -> list[int]:
    """Choose how many of the differing bits are taken over: a quarter and half of them."""
    return [count for count in (differing // 4, differing // 2) if count]
