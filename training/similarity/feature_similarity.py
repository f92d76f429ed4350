"""Feature similarity: pairs that are clearly nearer, or clearly farther, than most pairs.

Semantic structure-based hashing (SSDH: Yang, Deng, Liu, Liu and Tao, IJCAI 2018): the histogram of
all cosine distances looks like two halves of two normal distributions, joined at the mode.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter1d

from training.base.arrays import Floats
from training.similarity.distances import cosine_distances

# 12.5 million pairs
_SAMPLED_PHOTOS = 5000
_BINS = 2000
_BIN = 2 / _BINS


@dataclass(frozen=True)
class HalfGaussians:
    """Mode of the cosine distances, and the standard deviation on either side of it."""

    mode: float
    left: float
    right: float

    def near(self, width: float) -> float:
        """Distance below which pairs are similar: `width` deviations left of the mode."""
        return self.mode - width * self.left

    def far(self, width: float) -> float:
        """Distance above which pairs are dissimilar: `width` deviations right of the mode."""
        return self.mode + width * self.right


def fit_half_gaussians(distances: Floats) -> HalfGaussians:
    """Fit cosine distances float32 [P] in [0, 2]. A side without pairs has a deviation of 0."""
    mode = _mode(distances)
    return HalfGaussians(
        mode,
        _deviation(distances[distances < mode], mode),
        _deviation(distances[distances > mode], mode),
    )


def sampled_distances(unit: Floats, seed: int) -> Floats:
    """Compute the distances of all pairs of directions [N, F], or of a sample of 5,000: [P]."""
    if len(unit) > _SAMPLED_PHOTOS:
        rng = np.random.default_rng(seed)
        unit = unit[np.sort(rng.choice(len(unit), _SAMPLED_PHOTOS, replace=False))]
    return cosine_distances(unit, unit)[np.tri(len(unit), k=-1, dtype=np.bool_)]


def _mode(distances: Floats) -> float:
    """Return the maximum of the histogram, smoothed with a bandwidth of deviation * P^(-1/7).

    That rate is optimal for a mode; P^(-1/5), optimal for a density, leaves its peak ragged.
    """
    bins = np.clip(np.rint(distances / _BIN), 0, _BINS).astype(np.int64)
    counts = np.bincount(bins, minlength=_BINS + 1).astype(np.float64)
    if np.count_nonzero(counts) > 1:
        bandwidth = float(distances.std()) * len(distances) ** (-1 / 7)
        counts = gaussian_filter1d(counts, bandwidth / _BIN, mode="constant")
    return float(counts.argmax()) * _BIN


def _deviation(side: Floats, mode: float) -> float:
    return float(np.sqrt(np.mean((side - mode) ** 2, dtype=np.float64))) if len(side) else 0.0
