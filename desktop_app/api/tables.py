"""The codes and descriptors of a whole library, as arrays."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from desktop_app.api.records import Photo, photo_of
from desktop_app.core.base.codes import PAGE_ROWS
from desktop_app.core.bundle.model_bundle import Manifest
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.descriptors import descriptor_batches, descriptor_id_in_use
from desktop_app.core.search.code_index import CodeIndex


class CodeTable(NamedTuple):
    """Photos, by id, and their codes.

    Attributes:
        photos: N photos.
        codes: uint8 [N, K/8], in the order of `photos`. A new array.
    """

    photos: list[Photo]
    codes: NDArray[np.uint8]


class DescriptorTable(NamedTuple):
    """Photos, by id, and their descriptors.

    Attributes:
        photos: N photos.
        descriptors: int8 [N, D], in the order of `photos`. A new array.
    """

    photos: list[Photo]
    descriptors: NDArray[np.int8]


def code_table(catalogue: Catalogue, index: CodeIndex) -> CodeTable:
    """Return the photos that are searched, with their codes."""
    photos, rows = _photos(catalogue, index.ids)
    return CodeTable(photos, index.codes[rows])


def descriptor_table(catalogue: Catalogue, manifest: Manifest, index: CodeIndex) -> DescriptorTable:
    """Return the photos that are searched, with the descriptors that their codes are made of."""
    ids, parts = [np.empty(0, np.int64)], [np.empty((0, manifest.descriptor_size), np.int8)]
    descriptor_id = descriptor_id_in_use(catalogue, manifest)
    for batch in descriptor_batches(catalogue, descriptor_id, PAGE_ROWS):
        is_searched = np.isin(batch.ids, index.ids)
        ids.append(np.array(batch.ids)[is_searched])
        parts.append(batch.descriptors[is_searched])
    photos, rows = _photos(catalogue, np.concatenate(ids))
    return DescriptorTable(photos, np.concatenate(parts)[rows])


def _photos(catalogue: Catalogue, ids: NDArray[np.int64]) -> tuple[list[Photo], NDArray[np.int64]]:
    """Return the photos of some ids, and int64 [N] where each one's id is."""
    photos = [photo_of(row) for row in catalogue.photos(ids.tolist())]
    known = np.array([photo.id for photo in photos], np.int64)
    return photos, np.searchsorted(ids, known)
