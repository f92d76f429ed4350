"""A library with the codes of two models."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from desktop_app.core.base.codes import PAGE_ROWS, Codes, Descriptors, Logits, pack
from desktop_app.core.base.errors import TooFewToCompareError
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.descriptors import descriptor_batches, descriptor_id_in_use
from desktop_app.core.catalogue.id_lists import Ids
from desktop_app.core.comparison.neighbourhoods import Rows
from desktop_app.core.jobs.comparison_events import Comparing, ComparingStage
from desktop_app.core.search.code_index import CodeIndex, Query

MIN_PHOTOS = 100
# All photos of the sample are compared with each other.
_MAX_SAMPLE = 20_000

# The encoders of the old and of the new model.
Encoders: TypeAlias = tuple[Encoder, Encoder]


@dataclass(frozen=True, eq=False)
class ComparedLibrary:
    """The codes of photos by both models, and the descriptors of a sample of them.

    Attributes:
        old: Index of the codes of the model in use.
        new: Index of the codes of the other model, of the same photos.
        sample_ids: Ids of the sample, int64 [S].
        descriptors: Of the sample by the old and the new model, int8 [S, D] and [S, D'].
    """

    old: CodeIndex
    new: CodeIndex
    sample_ids: Ids
    descriptors: tuple[Descriptors, Descriptors]


def encode_with_both(
    catalogue: Catalogue, encoders: Encoders
) -> Generator[Comparing, None, ComparedLibrary]:
    """Compute the new model's codes in memory from the stored descriptors.

    Raises TooFewToCompareError.
    """
    old, new = encoders
    index = index_in_use(catalogue, old)
    encoding = _Encoding(index, new)
    descriptor_id = descriptor_id_in_use(catalogue, old.bundle.manifest)
    for batch in descriptor_batches(catalogue, descriptor_id, PAGE_ROWS):
        encoding.add(np.array(batch.ids, np.int64), batch.descriptors)
        yield Comparing(ComparingStage.CODES, encoding.count, len(index))
    return encoding.library(old)


def index_in_use(catalogue: Catalogue, encoder: Encoder) -> CodeIndex:
    """Index the library's codes by the model in use. Raises TooFewToCompareError."""
    index = CodeIndex(encoder.bundle.manifest)
    index.refresh(catalogue)
    check_enough(len(index))
    return index


def check_enough(photos: int) -> None:
    """Raise TooFewToCompareError for fewer photos than a comparison needs."""
    if photos < MIN_PHOTOS:
        raise TooFewToCompareError(photos, MIN_PHOTOS)


class _Encoding:
    """Collects the new model's codes of the photos of an index, and a sample of descriptors."""

    def __init__(self, index: CodeIndex, encoder: Encoder) -> None:
        manifest = encoder.bundle.manifest
        self._index = index
        self._encoder = encoder
        self._codes = np.zeros((len(index), manifest.code_bits // 8), np.uint8)
        self._is_encoded = np.zeros(len(index), bool)
        self._is_sampled = np.zeros(len(index), bool)
        rows = np.random.default_rng(2).permutation(len(index))[:_MAX_SAMPLE]
        self._is_sampled[rows] = True
        self._sample = [np.empty((0, manifest.descriptor_size), np.int8)]

    @property
    def count(self) -> int:
        return int(self._is_encoded.sum())

    def add(self, ids: Ids, descriptors: Descriptors) -> None:
        """Encode descriptors int8 [B, D] of ascending ids int64 [B]; ignore unknown photos."""
        rows, positions = _common_rows(self._index.ids, ids)
        if len(rows):
            descriptors = descriptors[positions]
            self._codes[rows] = pack(self._encoder.hash_descriptors(descriptors))
            self._is_encoded[rows] = True
            self._sample.append(descriptors[self._is_sampled[rows]])

    def library(self, old: Encoder) -> ComparedLibrary:
        """Without photos whose descriptor was deleted meanwhile."""
        encoded = self._is_encoded
        ids = self._index.ids[encoded]
        descriptors = np.concatenate(self._sample)
        return ComparedLibrary(
            index_codes(old, ids, self._index.codes[encoded]),
            index_codes(self._encoder, ids, self._codes[encoded]),
            self._index.ids[self._is_sampled & encoded],
            (descriptors, descriptors),
        )


def index_codes(encoder: Encoder, ids: Ids, codes: Codes) -> CodeIndex:
    """Index codes uint8 [N, K/8] of the encoder's model, of ascending ids int64 [N]."""
    index = CodeIndex(encoder.bundle.manifest)
    index.add_all(ids, codes)
    return index


def nearest_others(index: CodeIndex, logits: Logits, photo_id: int, top: int) -> list[int]:
    """Search for a photo of the index, and leave itself out.

    Args:
        index: To search.
        logits: Of the photo, float32 [K].
        photo_id: Of the photo.
        top: Maximum number of results.

    Returns:
        Ids, nearest first.
    """
    found = index.nearest(Query(logits), top + 1)
    return [match.photo_id for match in found if match.photo_id != photo_id][:top]


def _common_rows(ids: Ids, others: Ids) -> tuple[Rows, Rows]:
    """The rows of the common elements in two ascending lists of ids."""
    rows = np.searchsorted(ids, others).clip(0, len(ids) - 1)
    is_common = ids[rows] == others
    return rows[is_common], np.flatnonzero(is_common)
