"""Measure how many of a photo's nearest by descriptor are also nearest by two models' codes."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeAlias

import numpy as np

from desktop_app.core.base.codes import Descriptors, pack
from desktop_app.core.bundle.model_memory import evaluation_memory
from desktop_app.core.comparison.compared_library import (
    ComparedLibrary,
    Encoders,
    index_codes,
    nearest_others,
)
from desktop_app.core.comparison.neighbourhoods import (
    Floats,
    Rows,
    nearest_rows,
    smooth_descriptors,
    unit_rows,
)
from desktop_app.core.comparison.paired_figures import paired_measure
from desktop_app.core.jobs.comparison_events import Comparing, ComparingStage, Measured

MAX_QUERIES = 300
_NEIGHBOURS = 20
_MAX_FOREIGN = 5000

# The rows that the old and the new model find for one query.
FoundRows: TypeAlias = tuple[set[int], set[int]]


def library_agreement(
    encoders: Encoders, library: ComparedLibrary, queries: Rows
) -> Generator[Comparing, None, tuple[Measured, Measured]]:
    """Measure neighbours and relatives (comparison_events.Comparison).

    Args:
        encoders: The models, which have the same descriptors.
        library: The photos.
        queries: Rows of the sample, int64 [Q].
    """
    descriptors, _ = library.descriptors
    smoothed = yield from smooth_descriptors(descriptors)
    neighbours = _nearest_sets(unit_rows(descriptors), queries)
    relatives = _nearest_sets(smoothed, queries)
    found = yield from _search_both(encoders, descriptors, queries)
    return _measure(found, neighbours), _measure(found, relatives)


def foreign_agreement(encoders: Encoders) -> Generator[Comparing, None, Measured | None]:
    """Measure neighbours among the photos from elsewhere that come with the new model, or else with
    the old one.

    Returns None if there are too few such photos. Raises BundleError.
    """
    old, new = encoders
    bundle = new.bundle if new.bundle.memory else old.bundle
    descriptors = evaluation_memory(bundle, _MAX_FOREIGN)
    if len(descriptors) <= _NEIGHBOURS:
        return None
    queries = np.random.default_rng(5).permutation(len(descriptors))[:MAX_QUERIES]
    found = yield from _search_both(encoders, descriptors, queries)
    return _measure(found, _nearest_sets(unit_rows(descriptors), queries))


def _search_both(
    encoders: Encoders, descriptors: Descriptors, queries: Rows
) -> Generator[Comparing, None, list[FoundRows]]:
    """Search for rows `queries` of descriptors int8 [N, D] with both models."""
    logits = [encoder.hash_descriptors(descriptors) for encoder in encoders]
    ids = np.arange(len(descriptors), dtype=np.int64)  # a photo's id is its row
    pairs = zip(encoders, logits, strict=True)
    indexes = [index_codes(encoder, ids, pack(values)) for encoder, values in pairs]
    found = []
    for row in queries.tolist():
        old, new = (
            set(nearest_others(index, values[row], row, _NEIGHBOURS))
            for index, values in zip(indexes, logits, strict=True)
        )
        found.append((old, new))
        yield Comparing(ComparingStage.NEIGHBOURS, len(found), len(queries))
    return found


def _nearest_sets(vectors: Floats, queries: Rows) -> list[set[int]]:
    blocks = nearest_rows(vectors, queries, _NEIGHBOURS)
    return [set(rows.tolist()) for block in blocks for rows in block]


def _measure(found: list[FoundRows], expected: list[set[int]]) -> Measured:
    """Compare the recall of both models."""
    shares = [
        [len(rows & wanted) / len(wanted) for rows in both]
        for both, wanted in zip(found, expected, strict=True)
    ]
    old, new = np.array(shares).T
    return paired_measure(old, new)
