"""What a new head retains of the old one: edited copies found, and neighbours of foreign photos.

Both are measured without labels, on copies and photos that the head was not fitted to.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import Descriptors, Logits, pack, signs
from desktop_app.core.learning.directions import directions
from desktop_app.core.learning.edited_photos import EditedPhotos
from desktop_app.core.learning.linear_hash import Floats
from desktop_app.core.learning.neighbours import nearest_neighbours

Hasher: TypeAlias = Callable[[Descriptors], Logits]
_NEIGHBOURS = 20
_LOGITS_AT_ONCE = 4096


@dataclass(frozen=True)
class Retained:
    """Shares in [0, 1]: `copies` find their photo first; `foreign` neighbours are found."""

    copies: float
    foreign: float

    def at_most(self, other: Retained) -> Retained:
        """Return the smaller one of each share."""
        return Retained(min(self.copies, other.copies), min(self.foreign, other.foreign))


@dataclass(frozen=True, eq=False)
class Retention:
    """Measures heads on the same data.

    Attributes:
        photos: int8 [N, D], among which copies are looked up.
        edited: Copies of some of them, if there are any.
        foreign: int8 [F, D], photos from elsewhere.
    """

    photos: Descriptors
    edited: EditedPhotos | None
    foreign: Descriptors

    def measure(self, hasher: Hasher) -> Retained:
        return Retained(self._copies_found(hasher), self._neighbours_found(hasher))

    def _copies_found(self, hasher: Hasher) -> float:
        if self.edited is None:
            return 1.0
        bits = signs(pack(_hashed(hasher, self.photos))).T
        count, edits, size = self.edited.copies.shape
        agreement = hasher(self.edited.copies.reshape(count * edits, size)) @ bits
        rows = np.repeat(self.edited.rows, edits)
        own = agreement[np.arange(len(rows)), rows][:, None]
        is_first = (agreement > own).sum(axis=1) == 0
        return float((is_first / (agreement == own).sum(axis=1)).mean())

    def _neighbours_found(self, hasher: Hasher) -> float:
        if len(self.foreign) <= _NEIGHBOURS:
            return 1.0
        expected = nearest_neighbours(directions(self.foreign), _NEIGHBOURS)
        logits = hasher(self.foreign)
        found = _nearest(logits @ signs(pack(logits)).T, _NEIGHBOURS)
        hits = (found[:, :, None] == expected[:, None]).any(axis=2)
        return float(hits.mean())


def _nearest(agreement: Floats, count: int) -> NDArray[np.int64]:
    np.fill_diagonal(agreement, -np.inf)
    return np.argsort(-agreement, axis=1, kind="stable")[:, :count]


def _hashed(hasher: Hasher, descriptors: Descriptors) -> Logits:
    starts = range(0, len(descriptors), _LOGITS_AT_ONCE)
    return np.concatenate(
        [hasher(descriptors[start : start + _LOGITS_AT_ONCE]) for start in starts]
    )
