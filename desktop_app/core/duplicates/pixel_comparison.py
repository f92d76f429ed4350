"""Find out which copies have the same pixels: other metadata, or another lossless container."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
from cachetools import LRUCache

from desktop_app.core.base.errors import PhotoError
from desktop_app.core.catalogue.catalogue import Catalogue, PhotoRow
from desktop_app.core.catalogue.schema import ContentHash, PhotoId
from desktop_app.core.duplicates.pair_store import ComparedPair, PairStore
from desktop_app.core.jobs.duplicate_events import FindingDuplicates, FindingStage
from desktop_app.core.photos.thumbnails import Thumbnails, decoded_thumbnail
from desktop_app.core.reading.bounded_reader import BoundedReader
from desktop_app.core.same_photo.turns import Turn

logger = logging.getLogger(__name__)

_NEARLY_THE_SAME = 0.9
_MOST_DIFFERENCE = 3.0  # mean of grey values: thumbnails are JPEGs, and reduced in different ways
_WHOLE = 2**31  # more pixels than any side has
_MOST_DIGESTS = 4096
_PHOTOS = (
    "SELECT min(id), content_hash FROM photos WHERE state = 'indexed' AND missing = 0"
    " AND content_hash IN (?, ?) GROUP BY content_hash"
)


def compare_pixels(
    catalogue: Catalogue, thumbnails: Thumbnails, store: PairStore
) -> Iterator[FindingDuplicates]:
    """Decode the photos whose thumbnails are nearly equal, and store whether all pixels are.

    Photos that cannot be read now are compared by the next search.
    """
    with closing(_Digests()) as digests:
        pairs = [pair for pair in store.pairs() if _may_have_same_pixels(pair)]
        for done, pair in enumerate(pairs):
            yield FindingDuplicates(FindingStage.PIXELS, done, len(pairs), 0)
            answer = _have_same_pixels(catalogue, thumbnails, digests, pair)
            if answer is not None:
                store.add([replace(pair, same_pixels=answer)])


def _may_have_same_pixels(pair: ComparedPair) -> bool:
    verdict = pair.verdict
    is_whole = verdict.turn is Turn.NONE and not verdict.is_part
    return pair.same_pixels is None and is_whole and verdict.same >= _NEARLY_THE_SAME


def _have_same_pixels(
    catalogue: Catalogue, thumbnails: Thumbnails, digests: _Digests, pair: ComparedPair
) -> bool | None:
    """None: it cannot be found out now."""
    rows = catalogue.read(tuple[PhotoId, ContentHash], _PHOTOS, pair.first, pair.second)
    photos = catalogue.photos([number for number, _ in rows])
    if len(photos) < 2:
        return None
    if _size(photos[0]) != _size(photos[1]) or _differ(thumbnails, pair):
        return False
    found = [digests.get(photo) for photo in photos]
    return None if None in found else found[0] == found[1]


def _size(photo: PhotoRow) -> tuple[int, int]:
    return photo.width, photo.height


def _differ(thumbnails: Thumbnails, pair: ComparedPair) -> bool:
    """Return True if the thumbnails of two photos show that their pixels are different."""
    try:
        pictures = [
            np.asarray(decoded_thumbnail(thumbnails.get(content) or b"").convert("L"), np.int16)
            for content in (pair.first, pair.second)
        ]
    except ValueError:
        return False
    if pictures[0].shape != pictures[1].shape:
        return True
    return float(np.abs(pictures[0] - pictures[1]).mean()) > _MOST_DIFFERENCE


class _Digests:
    """Digests of the pixels of photos; the last ones are kept."""

    def __init__(self) -> None:
        self._reader = BoundedReader()
        self._kept: LRUCache[bytes, bytes | None] = LRUCache(_MOST_DIGESTS)

    def close(self) -> None:
        self._reader.close()

    def get(self, photo: PhotoRow) -> bytes | None:
        """Return the digest of all pixels; None if the file cannot be read."""
        if photo.content_hash not in self._kept:
            self._kept[photo.content_hash] = self._made(photo.path)
        return self._kept[photo.content_hash]

    def _made(self, path: Path) -> bytes | None:
        try:
            image = self._reader.open(path, _WHOLE).image
        except PhotoError as error:
            logger.info("Pixels of %r are not compared: %s", path, error.problem)
            return None
        return hashlib.blake2b(image.tobytes(), digest_size=16).digest()
