"""The cut-off between related and unrelated photos, found for each query from its scores.

A photo is related to a query if its score passes two limits. It stands out from the library: some
deviations above the middle of the query's own background, since some queries are near to
everything. And it is high in itself, as hardly any pair of random photos is, so that a library
without related photos shows none. docs/decisions/0008-cut-off.md explains how both were chosen.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from desktop_app.core.bundle.model_bundle import Manifest


@dataclass(frozen=True)
class CutOffPoint:
    """Where the line is drawn.

    Attributes:
        deviations: How far above its background a related photo stands out.
        by_chance: Of random pairs of photos, so many are as near as a related photo has to be.
    """

    deviations: float
    by_chance: float


USUAL_POINT = CutOffPoint(deviations=3.5, by_chance=1 / 250)
# Weight, in photos, of the background that the model's manifest records: a small library alone says
# little about what is usual.
_PRIOR_WEIGHT = 100


@dataclass(frozen=True)
class Background:
    """The scores of unrelated photos, roughly a normal distribution: mean, standard deviation."""

    mean: float
    deviation: float


class CutOff:
    """The cut-off for the codes of one model."""

    def __init__(self, manifest: Manifest, point: CutOffPoint = USUAL_POINT) -> None:
        self._usual = usual_background(manifest)
        self._deviations = point.deviations
        farthest = distance_by_chance(manifest.random_pairs_within, point.by_chance)
        self._lowest = 1 - farthest / manifest.code_bits

    def least_related_score(self, sample: NDArray[np.float32]) -> float:
        """Return the lowest score of a related photo.

        Args:
            sample: float32 [M], the query's scores for photos spread over the library.
        """
        background = fit_background(sample, self._usual)
        return max(background.mean + self._deviations * background.deviation, self._lowest)


def distance_by_chance(within: ArrayLike, share: float) -> int:
    """Return the largest distance that at most this share of random pairs is within, in bits.

    `within` [K + 1] are the shares of pairs that are at most 0, 1, ..., K bits apart.
    """
    return max(0, int(np.searchsorted(np.asarray(within), share, side="right")) - 1)


def usual_background(manifest: Manifest) -> Background:
    """Return the background between random photos, from the distances in a model's manifest."""
    shares = np.diff(np.array([0.0, *manifest.random_pairs_within]))
    agreement = 1 - np.arange(len(shares)) / manifest.code_bits
    mean = float(np.sum(shares * agreement))
    return Background(mean, math.sqrt(float(np.sum(shares * (agreement - mean) ** 2))))


def fit_background(scores: NDArray[np.float32], usual: Background) -> Background:
    """Estimate the background of one query.

    The mean is the median of the scores; the deviation is that of the half below it, which related
    photos do not reach: a half-Gaussian, as in Deng et al., Unsupervised Semantic-Preserving
    Adversarial Hashing for Image Search, IEEE TIP 28(8), 2019.

    Args:
        scores: float32 [M] of photos spread over the library, related ones among them.
        usual: The background between random photos when the model was made, which is mixed in with
            the weight of 100 photos.
    """
    if len(scores) == 0:
        return usual
    middle = float(np.median(scores))
    below = scores[scores <= middle]
    variance = float(np.mean((below - middle) ** 2))
    share = len(scores) / (len(scores) + _PRIOR_WEIGHT)
    return Background(
        mean=share * middle + (1 - share) * usual.mean,
        deviation=math.sqrt(share * variance + (1 - share) * usual.deviation**2),
    )
