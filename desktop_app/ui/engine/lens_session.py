"""The code lens' part of the search thread."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from desktop_app.core.base.codes import Codes, signs
from desktop_app.core.base.errors import BundleError
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.search.code_index import Query
from desktop_app.core.search.code_lens import (
    bits,
    compare,
    confidence,
    flipped,
    shared,
    way,
    waypoints,
)
from desktop_app.core.search.outliers import NEIGHBOURS, find_outliers
from desktop_app.core.search.photo_search import PhotoSearch
from desktop_app.ui.engine.lens_answers import LensAnswer, LensPictures, LensQuestion, Milestone
from desktop_app.ui.engine.outlier_answers import FoundOutliers

_MILESTONES = 4
_MOST_OUTLIERS = 200
_FEWEST_OUTLIERS = 10


class LensSession:
    """Looks into codes of an open library."""

    def __init__(self, search: PhotoSearch, catalogue: Catalogue, encoder: Encoder) -> None:
        self._search = search
        self._catalogue = catalogue
        self._encoder = encoder
        self._milestones_of: tuple[bytes, bytes] | None = None
        self._milestones: tuple[Milestone, ...] = ()

    def flipped(self, query: Query, question: LensQuestion) -> Query:
        """The query with the question's flips."""
        return flipped(query, question.flips)

    def differ(self, one: Query, other: Query) -> bool:
        """Would they find other photos?"""
        return not np.array_equal(one.logits, other.logits)

    def code(self, photo_id: int) -> str:
        """As hexadecimal text; empty where the photo has none."""
        code = self._search.codes.code(photo_id)
        return "" if code is None else code.tobytes().hex()

    def look(self, number: int, query: Query, question: LensQuestion) -> LensAnswer:
        """`query` is as it was asked, without the question's flips."""
        now = flipped(query, question.flips)
        code = None if question.photo_id is None else self._search.codes.code(question.photo_id)
        return LensAnswer(
            query_number=number,
            flips=question.flips,
            photo_id=None if code is None else question.photo_id,
            bits=bits(now.code),
            confidence=confidence(query),
            code=now.code.tobytes().hex(),
            comparison=None if code is None else compare(now, code),
            way=() if code is None else tuple(way(query, code)),
            milestones=() if code is None else self._on_the_way(query, code),
            pictures=self._pictures(now.code, code),
        )

    def outliers(self, number: int) -> Iterator[FoundOutliers]:
        """Of the photos that pass the filter now, as they are found: a tenth of them or fewer,
        since most photos are not unusual.
        """
        among = self._search.searched
        most = min(_MOST_OUTLIERS, max(_FEWEST_OUTLIERS, len(among) // 10))
        for found in find_outliers(among.ids, among.codes, most):
            distances = {item.photo_id: item.distance for item in found.rarest}
            rows = self._catalogue.photos(list(distances))
            yield FoundOutliers(
                number=number,
                found=[(row, distances[row.id]) for row in rows],
                done=found.done,
                total=found.total,
                neighbours=NEIGHBOURS,
                code_bits=self._encoder.bundle.manifest.code_bits,
            )

    def _on_the_way(self, query: Query, code: Codes) -> tuple[Milestone, ...]:
        """Kept while only bits are flipped: they depend on the two ends."""
        ends = (query.logits.tobytes(), code.tobytes())
        if ends != self._milestones_of:
            found = waypoints(self._search.codes, query, code, _MILESTONES)
            points = [(point.flips, point.nearest) for point in found]
            rows = self._catalogue.photos([near.photo_id for _, near in points if near])
            known = {row.id: row for row in rows}
            self._milestones = tuple(
                Milestone(flips, known[near.photo_id])
                for flips, near in points
                if near and near.photo_id in known
            )
            self._milestones_of = ends
        return self._milestones

    def _pictures(self, query: Codes, photo: Codes | None) -> LensPictures | BundleError | None:
        if self._encoder.bundle.generator is None:
            return None
        try:
            return self._drawn(query, photo)
        except BundleError as error:
            return error

    def _drawn(self, query: Codes, photo: Codes | None) -> LensPictures:
        if photo is None:
            return LensPictures(_qimage(self._encoder.previews(query[np.newaxis])[0]), None, None)
        values = np.stack([*signs(np.stack([query, photo])), shared(query, photo)])
        drawn = [_qimage(pixels) for pixels in self._encoder.pictures(values)]
        return LensPictures(*drawn)


def _qimage(pixels: NDArray[np.uint8]) -> QImage:
    """uint8 [G, G, 3]"""
    side = pixels.shape[0]
    return QImage(pixels.tobytes(), side, side, side * 3, QImage.Format.Format_RGB888).copy()
