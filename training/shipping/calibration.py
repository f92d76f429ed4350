"""What distances mean: how far edited copies lie, and how far any two photos."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desktop_app.core.base.codes import Logits, hamming, pack
from training.base.arrays import Floats
from training.similarity.directions import directions
from training.similarity.neighbour_similarity import nearest

_SAME_SHARE = 0.95
_SAME_BY_CHANCE = 0.0002
# Of random pairs of the training pictures, one in 61 shows the same subject.
_SIMILAR_BY_CHANCE = 0.0025


@dataclass(frozen=True)
class Calibration:
    """Hamming distances, in bits.

    same_distance       95 % of edited copies of a photo are at most this far from it; less, where
                        more than one random pair of photos in 5,000 would be as near
    similar_distance    one random pair of photos in 400 is at most this far apart
    random_pairs_within the share of random pairs that is at most 0, 1, ..., K bits apart
    copies_within       the same of photos and their edited copies
    neighbours_within   the same of photos and the nearest other by their descriptors
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
    photos: Logits,
    descriptors: Floats,
    originals: Logits,
    copies: list[Logits],
    strangers: Logits | None = None,
) -> Calibration:
    """From the logits float32 [N, K] and descriptors [N, D] of photos drawn at random, and from
    edited copies: `copies` holds one float32 [M, K] for each kind of edit, row by row of
    `originals` [M, K]. Random pairs are those of `strangers` [S, K], where there are any.
    """
    within = pairs_within(photos if strangers is None else strangers)
    neighbours = nearest(directions(descriptors), 1)[:, 0]
    apart = np.concatenate([_bits_apart(originals, edited) for edited in copies])
    copies_within = int(np.quantile(apart, _SAME_SHARE))
    return Calibration(
        same_distance=min(copies_within, _distance_by_chance(within, _SAME_BY_CHANCE)),
        similar_distance=_distance_by_chance(within, _SIMILAR_BY_CHANCE),
        random_pairs_within=_rounded(within),
        copies_within=_rounded(_shares_within(apart, photos.shape[1])),
        neighbours_within=_rounded(
            _shares_within(_bits_apart(photos, photos[neighbours]), photos.shape[1])
        ),
    )


def _shares_within(distances: Floats, bits: int) -> Floats:
    """Share of distances [P] of at most 0, 1, ..., K bits: float32 [K + 1]."""
    counts = np.bincount(distances.astype(np.int64), minlength=bits + 1)
    return np.asarray(counts.cumsum() / max(1, counts.sum()), np.float32)


def _rounded(shares: Floats) -> list[float]:
    return [round(float(share), 7) for share in shares]


def pairs_within(logits: Logits) -> Floats:
    """Share of all pairs of photos with at most 0, 1, ..., K differing bits: float32 [K + 1]."""
    codes = pack(logits)
    bits = logits.shape[1]
    counts = np.zeros(bits + 1, np.int64)
    for row in range(len(codes) - 1):
        counts += np.bincount(hamming(codes[row], codes[row + 1 :]), minlength=bits + 1)
    return np.asarray(counts.cumsum() / max(1, counts.sum()), np.float32)


def _distance_by_chance(within: Floats, share: float) -> int:
    """The largest distance that at most this share of random pairs is within."""
    return max(0, int(np.searchsorted(within, share, side="right")) - 1)


def _bits_apart(first: Logits, second: Logits) -> Floats:
    return np.asarray(((first > 0) != (second > 0)).sum(axis=1), np.float32)
