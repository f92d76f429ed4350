"""A library's own linear head that keeps most of what the model before it finds.

Photos are moved towards their neighbours (initial_hash.py). How far is decided by what gets lost:
of several strengths, the largest is taken whose losses stay within bounds.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from desktop_app.core.base.codes import Descriptors
from desktop_app.core.learning.edited_photos import EditedPhotos
from desktop_app.core.learning.initial_hash import (
    InitialSettings,
    rotated_hash,
    smooth_neighbours,
    smoothed,
    whitened_photos,
)
from desktop_app.core.learning.integer_head import (
    IntegerWeights,
    linear_in_integers,
    linear_logits,
)
from desktop_app.core.learning.linear_hash import LinearHash
from desktop_app.core.learning.retention import Hasher, Retained, Retention

_SETTINGS = InitialSettings(
    neighbours=20,
    ridge=1.2,
    copies=0.4,
    rounds=4,
    fit_ridge=1.0,
    rotation_photos=4000,
    rotated_share=0.25,
    iterations=20,
)
STRENGTHS = (0.5, 0.4, 0.3, 0.15, 0.0)
# Shares of what the model before finds, on samples of some hundred: a loss of 1 % is within their
# error. Of the neighbours of foreign photos more may be lost: where 8 % of them were, searches
# among these photos by class were 1 % worse (docs/results.md).
_LEAST_COPIES = 0.98
_LEAST_FOREIGN = 0.91
# The weight of a foreign photo, in photos of the library; in larger libraries, they weigh more.
_FOREIGN_WEIGHT, _LARGE_LIBRARY = 0.45, 4500
_CHECKED_FOREIGN_SHARE = 4  # one in so many
_SEED = 0


@dataclass(frozen=True, eq=False)
class QuickData:
    """What a head is fitted to.

    Attributes:
        photos: int8 [N, D], of the library.
        foreign: int8 [M, D], photos from elsewhere that should be remembered.
        edited: Edited copies of some of the N photos, if there are any.
    """

    photos: Descriptors
    foreign: Descriptors
    edited: EditedPhotos | None


def quick_head(
    data: QuickData, bits: int, before: Hasher
) -> Generator[float, None, IntegerWeights]:
    """Fit a head, and yield each strength that is tried; `before` is the model in use."""
    edited = data.edited
    checked = np.arange(len(data.foreign)) % _CHECKED_FOREIGN_SHARE == 0
    checked_copies = edited.part(1) if edited else None
    retention = Retention(data.photos, checked_copies, data.foreign[checked])
    taught_copies = edited.part(0) if edited else None
    fit = _Fit(QuickData(data.photos, data.foreign[~checked], taught_copies), bits)
    old = retention.measure(before)
    if bits < before(data.photos[:1]).shape[1]:  # shorter codes lose something in any case
        old = old.at_most(retention.measure(partial(linear_logits, fit.at(STRENGTHS[-1]))))
    for strength in STRENGTHS:
        yield strength
        head = fit.at(strength)
        if _keeps(retention.measure(partial(linear_logits, head)), old):
            break
    return head


class _Fit:
    """Fits hashes of different strengths to the same photos."""

    def __init__(self, data: QuickData, bits: int) -> None:
        weight = _FOREIGN_WEIGHT * max(1.0, len(data.photos) / _LARGE_LIBRARY)
        self._settings, self._bits = replace(_SETTINGS, fixed_weight=weight), bits
        self._scale = np.float32(1 / data.photos.std(dtype=np.float64))
        self._descriptors = data.photos
        self._photos = whitened_photos(
            data.photos * self._scale,
            self._settings,
            data.foreign * self._scale if len(data.foreign) else None,
            data.edited.changes * self._scale if data.edited else None,
        )
        neighbours, rounds = self._settings.neighbours, self._settings.rounds
        self._targets = smooth_neighbours(self._photos.points, neighbours, rounds)

    def at(self, strength: float) -> IntegerWeights:
        settings = replace(self._settings, smoothing=strength)
        photos = smoothed(self._photos, self._targets, settings)
        found = rotated_hash(photos, self._bits, settings, _SEED)
        unscaled = LinearHash(found.mean / self._scale, found.weights * self._scale)
        return linear_in_integers(unscaled, self._descriptors)


def _keeps(new: Retained, old: Retained) -> bool:
    return new.copies >= _LEAST_COPIES * old.copies and new.foreign >= _LEAST_FOREIGN * old.foreign
