"""Where do related photos end? Told for each query by the histogram of its scores.

A photo is related to a query when its score stands out of the library (more than 3.5 deviations of
the query's own background above its middle: some queries are near to everything) and is high in
itself (random photos hardly ever are as near: a library without relatives shows none). How the
two numbers were chosen: ARCHITECTURE.md.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.bundle.model_bundle import Manifest

DEVIATIONS = 3.5
# A small library tells little of what is usual: the model's experience counts as so many photos.
_PRIOR_WEIGHT = 100


@dataclass(frozen=True)
class Background:
    """How the scores of unrelated photos spread, roughly as a normal distribution."""

    mean: float
    deviation: float


class CutOff:
    """For the codes of one model."""

    def __init__(self, manifest: Manifest) -> None:
        self._usual = usual_background(manifest)
        self._lowest = 1 - manifest.similar_distance / manifest.code_bits

    def least_related_score(self, sample: NDArray[np.float32]) -> float:
        """The score from which photos are related, for one query.

        `sample` float32 [M] has the query's scores for photos from all over the library.
        """
        background = fit_background(sample, self._usual)
        return max(background.mean + DEVIATIONS * background.deviation, self._lowest)


def usual_background(manifest: Manifest) -> Background:
    """How scores spread between random photos, from the distances in a model's manifest."""
    shares = np.diff(np.array([0.0, *manifest.random_pairs_within]))
    agreement = 1 - np.arange(len(shares)) / manifest.code_bits
    mean = float(np.sum(shares * agreement))
    return Background(mean, math.sqrt(float(np.sum(shares * (agreement - mean) ** 2))))


def fit_background(scores: NDArray[np.float32], usual: Background) -> Background:
    """From scores float32 [M] of photos all over the library, related ones among them.

    The middle is the median, the width that of the half below it, which related photos do not
    reach (half-Gaussian, as in the paper's thresholds). `usual` is what the model saw between
    random photos when it was made; it counts where the sample is small.
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
