"""How much of what belongs together do the codes of two models keep together?"""

from __future__ import annotations

from collections.abc import Generator

import numpy as np

from desktop_app.core.base.codes import Descriptors, pack
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_memory import evaluation_memory
from desktop_app.core.comparison.compared_library import indexed, nearest_others
from desktop_app.core.comparison.neighbourhoods import (
    Floats,
    Rows,
    nearest_rows,
    smoothed,
    unit_rows,
)
from desktop_app.core.comparison.paired_figures import measured
from desktop_app.core.jobs.comparison_events import Comparing, ComparingStage, Measured

ASKED = 300
_NEIGHBOURS = 20
_MOST_FOREIGN = 5000

# The old model's encoder, and the new one's.
Encoders = tuple[Encoder, Encoder]


def library_agreement(
    encoders: Encoders, descriptors: Descriptors, asked: Rows
) -> Generator[Comparing, None, tuple[Measured, Measured]]:
    """Of `asked` rows of int8 [S, D]: neighbours, and relatives (comparison_events.Comparison)."""
    directions = yield from smoothed(descriptors)
    near = _nearest(unit_rows(descriptors), asked), _nearest(directions, asked)
    found = yield from _found_by_both(encoders, descriptors, asked)
    return _measured(found, near[0]), _measured(found, near[1])


def foreign_agreement(encoders: Encoders) -> Generator[Comparing, None, Measured | None]:
    """As neighbours, among the photos from elsewhere that came with the new model, or else with
    the old one. Raises BundleError.
    """
    old, new = encoders
    remembering = new.bundle if new.bundle.memory else old.bundle
    descriptors = evaluation_memory(remembering, _MOST_FOREIGN)
    if len(descriptors) <= _NEIGHBOURS:
        return None
    asked = np.random.default_rng(5).permutation(len(descriptors))[:ASKED]
    found = yield from _found_by_both(encoders, descriptors, asked)
    return _measured(found, _nearest(unit_rows(descriptors), asked))


def _found_by_both(
    encoders: Encoders, descriptors: Descriptors, asked: Rows
) -> Generator[Comparing, None, list[tuple[set[int], set[int]]]]:
    """The rows that the old and the new model find for each asked one, by the order of search."""
    logits = [encoder.hash_descriptors(descriptors) for encoder in encoders]
    ids = np.arange(len(descriptors), dtype=np.int64)  # a photo's id is its row
    indexes = [
        indexed(encoder, ids, pack(values))
        for encoder, values in zip(encoders, logits, strict=True)
    ]
    found = []
    for row in asked.tolist():
        old, new = (
            set(nearest_others(index, values[row], row, _NEIGHBOURS))
            for index, values in zip(indexes, logits, strict=True)
        )
        found.append((old, new))
        yield Comparing(ComparingStage.NEIGHBOURS, len(found), len(asked))
    return found


def _nearest(directions: Floats, asked: Rows) -> list[set[int]]:
    return [
        set(rows.tolist())
        for block in nearest_rows(directions, asked, _NEIGHBOURS)
        for rows in block
    ]


def _measured(found: list[tuple[set[int], set[int]]], near: list[set[int]]) -> Measured:
    shares = [
        [len(rows & wanted) / len(wanted) for rows in both]
        for both, wanted in zip(found, near, strict=True)
    ]
    old, new = np.array(shares).T
    return measured(old, new)
