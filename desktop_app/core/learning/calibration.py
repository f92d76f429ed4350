"""Calibration: the distances of edited copies, and of random pairs of photos."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desktop_app.core.base.codes import Logits, hamming, pack
from desktop_app.core.learning.directions import directions
from desktop_app.core.learning.linear_hash import Floats
from desktop_app.core.learning.neighbours import nearest_neighbours
from desktop_app.core.search.cut_off import distance_by_chance

_SAME_SHARE = 0.95
_SAME_BY_CHANCE = 0.0002
# One random pair of the training pictures in 61 shows the same subject.
_SIMILAR_BY_CHANCE = 0.0025


@dataclass(frozen=True)
class Calibration:
    """Hamming distances, in bits.

    Attributes:
        same_distance: 95 % of edited copies are at most this far from their photo; less if more
            than one random pair of photos in 5,000 would be as near.
        similar_distance: one random pair of photos in 400 is at most this far apart.
        random_pairs_within: share of random pairs that are at most 0, 1, ..., K bits apart.
        copies_within: the same, of photos and their edited copies.
        neighbours_within: the same, of photos and their nearest neighbours by descriptors.
    """

    same_distance: int
    similar_distance: int
    random_pairs_within: list[float]
    copies_within: list[float]
    neighbours_within: list[float]

    @property
    def bits(self) -> int:
        return len(self.random_pairs_within) - 1


def calibrate(
    photos: Logits, descriptors: Floats, originals: Logits, copies: list[Logits],
    foreign: Logits | None = None,
) -> Calibration:  # fmt: skip
    """Measure distances.

    Args:
        photos: float32 [N, K], random photos.
        descriptors: float32 [N, D], of the same photos.
        originals: float32 [M, K], photos that were edited.
        copies: float32 [M, K] for each kind of edit, row by row of `originals`.
        foreign: float32 [S, K], photos for random pairs; None: `photos`.
    """
    random_pairs = pairs_within(photos if foreign is None else foreign)
    edited = np.concatenate([_bits_apart(originals, each) for each in copies])
    neighbours = nearest_neighbours(directions(descriptors), 1)[:, 0]
    near = _bits_apart(photos, photos[neighbours])
    by_chance = distance_by_chance(random_pairs, _SAME_BY_CHANCE)
    return Calibration(
        min(int(np.quantile(edited, _SAME_SHARE)), by_chance),
        distance_by_chance(random_pairs, _SIMILAR_BY_CHANCE),
        _rounded(random_pairs),
        *(_rounded(_shares_within(apart, photos.shape[1])) for apart in (edited, near)),
    )


def _shares_within(distances: Floats, bits: int) -> Floats:
    """Return the share of distances [P] of at most 0, 1, ..., K bits: float32 [K + 1]."""
    counts = np.bincount(distances.astype(np.int64), minlength=bits + 1)
    return np.asarray(counts.cumsum() / max(1, counts.sum()), np.float32)


def _rounded(shares: Floats) -> list[float]:
    return [round(float(share), 7) for share in shares]


def pairs_within(logits: Logits) -> Floats:
    """Return the share of all pairs with at most 0, 1, ..., K differing bits: float32 [K + 1]."""
    codes = pack(logits)
    bits = logits.shape[1]
    counts = np.zeros(bits + 1, np.int64)
    for row in range(len(codes) - 1):
        counts += np.bincount(hamming(codes[row], codes[row + 1 :]), minlength=bits + 1)
    return np.asarray(counts.cumsum() / max(1, counts.sum()), np.float32)


def _bits_apart(first: Logits, second: Logits) -> Floats:
    return np.asarray(((first > 0) != (second > 0)).sum(axis=1), np.float32)
