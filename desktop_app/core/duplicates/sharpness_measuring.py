"""Measure how sharp the photos of groups are: for who wants to keep the sharpest ones."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import closing

from desktop_app.core.base.errors import PhotoError
from desktop_app.core.catalogue.catalogue import Catalogue, PhotoRow
from desktop_app.core.duplicates.levels import Level
from desktop_app.core.duplicates.library_groups import library_groups
from desktop_app.core.duplicates.pair_store import PairStore
from desktop_app.core.jobs.duplicate_events import FindingDuplicates, FindingStage
from desktop_app.core.reading.bounded_reader import BoundedReader
from desktop_app.core.same_photo.sharpness import SIDES, sharpness

logger = logging.getLogger(__name__)

# Not of identical files and of the same pixels, nor of photos that are only similar.
_LEVELS = (Level.SAME_PHOTO, Level.VERSIONS, Level.BURST)


def measure_sharpness(catalogue: Catalogue, store: PairStore) -> Iterator[FindingDuplicates]:
    """Decode the photos of groups that were not measured yet, and store how sharp they are.

    Photos that cannot be read now are measured by the next search.
    """
    known = store.sharpness()
    photos = [photo for photo in _photos(catalogue) if photo.content_hash not in known]
    with closing(BoundedReader()) as reader:
        for done, photo in enumerate(photos):
            yield FindingDuplicates(FindingStage.SHARPNESS, done, len(photos), 0)
            try:
                image = reader.open(photo.path, 0, SIDES[0]).image
            except PhotoError as error:
                logger.info("%r is not measured: %s", photo.path, error.problem)
                continue
            store.add_sharpness(photo.content_hash, sharpness(image))


def _photos(catalogue: Catalogue) -> list[PhotoRow]:
    """Return a file of each content that is to be measured."""
    groups = (group for group in library_groups(catalogue) if group.level in _LEVELS)
    members = (member.photo for group in groups for member in group.members)
    return list({photo.content_hash: photo for photo in members}.values())
