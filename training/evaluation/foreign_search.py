"""How well a library's own model still searches photos of other people, by their classes."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import Descriptors
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.comparison.neighbourhoods import unit_rows
from training.benchmarks.benchmark import Benchmark
from training.evaluation.shipped import bundle_codes
from training.measuring.metrics import measure
from training.measuring.rankings import by_confidence

# Descriptors of the same photo have a higher cosine, whichever processor computed them.
_SAME_PHOTO = 0.999


@dataclass(frozen=True, eq=False)
class ForeignPhotos:
    """Foreign photos, without those that the training is given to remember.

    Attributes:
        benchmark: each photo is a query among all others.
        descriptors: int8 [N, D], of all of the benchmark's pictures.
    """

    benchmark: Benchmark
    descriptors: Descriptors


def foreign_photos(encoder: Encoder, foreign: Benchmark, remembered: Descriptors) -> ForeignPhotos:
    """Describe the pictures; `remembered` int8 [M, D] are those that a training is given.

    Raises:
        PhotoError: a picture cannot be read.
    """
    descriptors = bundle_codes(encoder, foreign.pictures).descriptors
    rows = np.flatnonzero(~_are_among(descriptors, remembered))
    return ForeignPhotos(replace(foreign, queries=rows, database=rows), descriptors)


def foreign_precision(encoder: Encoder, photos: ForeignPhotos) -> float:
    """Mean average precision by the benchmark's first measure, in the application's order."""
    logits = encoder.hash_descriptors(photos.descriptors)
    return measure(by_confidence(logits, photos.benchmark), photos.benchmark)[
        0
    ].mean_average_precision


def _are_among(descriptors: Descriptors, remembered: Descriptors) -> NDArray[np.bool_]:
    """Which of N descriptors belong to photos that are among M others: bool [N]."""
    if not len(remembered):
        return np.zeros(len(descriptors), bool)
    cosines = unit_rows(descriptors) @ unit_rows(remembered).T
    return np.asarray(cosines.max(axis=1) > _SAME_PHOTO)
