"""Feature similarity: pairs that are clearly nearer, or clearly farther, than most pairs are.

Yang, Deng, Liu, Liu and Tao, "Semantic Structure-based Unsupervised Deep Hashing", IJCAI 2018: the
cosine distances of all pairs look like two halves of two normal distributions, joined at the mode.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter1d

from training.base.arrays import Floats
from training.similarity.directions import cosine_distances

# 12.5 million pairs
_SAMPLED_PHOTOS = 5000
_BINS = 2000
_BIN = 2 / _BINS


@dataclass(frozen=True)
class HalfGaussians:
    """The mode of the distances, and their deviations from it on its left and on its right."""

    mode: float
    left: float
    right: float

    def near(self, width: float) -> float:
        """Pairs below this distance are similar: `width` deviations left of the mode."""
        return self.mode - width * self.left

    def far(self, width: float) -> float:
        """Pairs above this distance are dissimilar."""
        return self.mode + width * self.right


def fit_half_gaussians(distances: Floats) -> HalfGaussians:
    """From cosine distances float32 [P] in [0, 2]. A side without pairs has a deviation of 0."""
    mode = _mode(distances)
    return HalfGaussians(
        mode,
        _deviation(distances[distances < mode], mode),
        _deviation(distances[distances > mode], mode),
    )


def sampled_distances(seen: Floats, seed: int) -> Floats:
    """Distances of all pairs of directions [N, F], or of 5,000 of them drawn at random: [P]."""
    if len(seen) > _SAMPLED_PHOTOS:
        rng = np.random.default_rng(seed)
        seen = seen[np.sort(rng.choice(len(seen), _SAMPLED_PHOTOS, replace=False))]
    return cosine_distances(seen, seen)[np.tri(len(seen), k=-1, dtype=np.bool_)]


def _mode(distances: Floats) -> float:
    """Where the histogram is highest, smoothed by deviation * P^(-1/7): at that rate a mode is
    found best; what is best for a whole density, P^(-1/5), leaves its top ragged.
    """
    bins = np.clip(np.rint(distances / _BIN), 0, _BINS).astype(np.int64)
    counts = np.bincount(bins, minlength=_BINS + 1).astype(np.float64)
    if np.count_nonzero(counts) > 1:
        bandwidth = float(distances.std()) * len(distances) ** (-1 / 7)
        counts = gaussian_filter1d(counts, bandwidth / _BIN, mode="constant")
    return float(counts.argmax()) * _BIN


def _deviation(side: Floats, mode: float) -> float:
    return float(np.sqrt(np.mean((side - mode) ** 2, dtype=np.float64))) if len(side) else 0.0
