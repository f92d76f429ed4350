"""A library with the codes of two models: those that are searched, and those that would be."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np

from desktop_app.core.base.codes import PAGE_ROWS, Codes, Descriptors, Logits, pack
from desktop_app.core.base.errors import TooFewToCompareError
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.descriptors import descriptor_batches
from desktop_app.core.catalogue.id_lists import Ids
from desktop_app.core.comparison.neighbourhoods import Rows
from desktop_app.core.jobs.comparison_events import Comparing, ComparingStage
from desktop_app.core.search.code_index import CodeIndex, Query

MIN_PHOTOS = 100
# All of a sample are compared with all of it.
_MOST_SAMPLED = 20_000


@dataclass(frozen=True, eq=False)
class ComparedLibrary:
    """All codes by both models; of a sample of the photos ids int64 [S], descriptors [S, D]."""

    old: CodeIndex
    new: CodeIndex
    ids: Ids
    descriptors: Descriptors


def hashed_by_both(
    catalogue: Catalogue, old: Encoder, new: Encoder
) -> Generator[Comparing, None, ComparedLibrary]:
    """The new codes are made in memory from the stored descriptors, which are read once.

    Raises TooFewToCompareError.
    """
    current = CodeIndex(old.bundle.manifest)
    current.refresh(catalogue)
    total = len(current)
    if total < MIN_PHOTOS:
        raise TooFewToCompareError(total, MIN_PHOTOS)
    picked = np.zeros(total, bool)
    picked[np.random.default_rng(2).permutation(total)[:_MOST_SAMPLED]] = True
    codes = np.zeros((total, new.bundle.manifest.code_bits // 8), np.uint8)
    is_known = np.zeros(total, bool)
    sample = [np.empty((0, new.bundle.manifest.descriptor_size), np.int8)]
    for batch in descriptor_batches(catalogue, new.bundle.manifest.descriptor_id, PAGE_ROWS):
        rows, places = _in_both(current.ids, np.array(batch.ids, np.int64))
        descriptors = batch.descriptors[places]
        if len(rows):
            codes[rows] = pack(new.hash_descriptors(descriptors))
            is_known[rows] = True
            sample.append(descriptors[picked[rows]])
        yield Comparing(ComparingStage.CODES, int(is_known.sum()), total)
    # A photo that was forgotten meanwhile has no descriptor; both models go without it.
    ids = current.ids[is_known]
    return ComparedLibrary(
        indexed(old, ids, current.codes[is_known]),
        indexed(new, ids, codes[is_known]),
        current.ids[picked & is_known],
        np.concatenate(sample),
    )


def indexed(encoder: Encoder, ids: Ids, codes: Codes) -> CodeIndex:
    """Searches these codes uint8 [N, K/8] of ascending ids, as the encoder's model does."""
    index = CodeIndex(encoder.bundle.manifest)
    index.add_all(ids, codes)
    return index


def nearest_others(index: CodeIndex, logits: Logits, own: int, top: int) -> list[int]:
    """Ids of at most `top` photos nearest to the photo `own`, by its logits, without itself."""
    found = index.nearest(Query(logits), top + 1)
    return [match.photo_id for match in found if match.photo_id != own][:top]


def _in_both(ids: Ids, some: Ids) -> tuple[Rows, Rows]:
    """Where those that are in both lists stand in either; both ascend."""
    rows = np.searchsorted(ids, some).clip(0, len(ids) - 1)
    is_there = ids[rows] == some
    return rows[is_there], np.flatnonzero(is_there)
