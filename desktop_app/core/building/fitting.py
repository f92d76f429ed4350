"""Fit what a built model adds to a network: projection, head, and calibrated distances."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desktop_app.core.base.codes import Descriptors, Logits
from desktop_app.core.building.projection import Projection, fit_projection
from desktop_app.core.learning.calibration import Calibration, calibrate
from desktop_app.core.learning.initial_hash import InitialSettings, initial_hash
from desktop_app.core.learning.integer_head import (
    IntegerWeights,
    linear_in_integers,
    linear_logits,
)
from desktop_app.core.learning.linear_hash import Floats

_DESCRIPTOR_SIZE = 256
# Those of the default model: training/recipes/default.toml.
_SETTINGS = InitialSettings(neighbours=10)
_CALIBRATION_PHOTOS = 3000
_LEAST_SPREAD = 1e-4


@dataclass(frozen=True, eq=False)
class FittedModel:
    """What follows the features.

    Attributes:
        projection: Features -> descriptors.
        head: Descriptors -> logits.
        descriptors: int8 [N, D], of the photos that it was fitted to.
    """

    projection: Projection
    head: IntegerWeights
    descriptors: Descriptors

    def logits(self, features: Floats) -> Logits:
        """Compute logits float32 [N, K] of features float32 [N, F]."""
        return linear_logits(self.head, self.projection.describe(features))


def is_constant(features: Floats) -> bool:
    """Whether the features of all photos are the same, but for rounding."""
    spread = np.linalg.norm(features - features.mean(axis=0), axis=1).mean()
    return bool(spread <= _LEAST_SPREAD * np.linalg.norm(features, axis=1).mean())


def fit_model(features: Floats, bits: int) -> FittedModel:
    """Fit a model to features float32 [N, F] of photos; `bits` is at most F."""
    projection = fit_projection(features, min(_DESCRIPTOR_SIZE, features.shape[1]))
    descriptors = projection.describe(features)
    hashing = initial_hash(descriptors.astype(np.float32), bits, _SETTINGS, seed=0)
    return FittedModel(projection, linear_in_integers(hashing, descriptors), descriptors)


def calibrated(model: FittedModel, features: Floats, edited: Floats) -> Calibration:
    """Measure distances.

    Args:
        model: Of the features.
        features: float32 [N, F].
        edited: float32 [E, M, F], of copies of the first M photos by E edits.
    """
    rows = slice(0, _CALIBRATION_PHOTOS)  # their order is random
    return calibrate(
        model.logits(features[rows]),
        model.descriptors[rows].astype(np.float32),
        model.logits(features[: edited.shape[1]]),
        [model.logits(copies) for copies in edited],
    )
