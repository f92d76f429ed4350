"""What a library's own model still finds among photos of other people, judged by their classes."""

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

# The cosine of one photo's descriptors is higher, whichever processor made them.
_SAME_PHOTO = 0.999


@dataclass(frozen=True, eq=False)
class ForeignPhotos:
    """`asked`: each against the others, but for those that a training is taught to remember.
    `descriptors` int8 [N, D] are of all of the benchmark's pictures.
    """

    asked: Benchmark
    descriptors: Descriptors


def foreign_photos(encoder: Encoder, foreign: Benchmark, taught: Descriptors) -> ForeignPhotos:
    """The pictures as the encoder sees them; `taught` int8 [M, D]. Raises PhotoError."""
    descriptors = bundle_codes(encoder, foreign.pictures).descriptors
    rows = np.flatnonzero(~_are_among(descriptors, taught))
    return ForeignPhotos(replace(foreign, queries=rows, database=rows), descriptors)


def foreign_precision(encoder: Encoder, photos: ForeignPhotos) -> float:
    """Mean average precision by the benchmark's first measure, in the application's order."""
    logits = encoder.hash_descriptors(photos.descriptors)
    return measure(by_confidence(logits, photos.asked), photos.asked)[0].mean_average_precision


def _are_among(descriptors: Descriptors, taught: Descriptors) -> NDArray[np.bool_]:
    """Which of N descriptors are of photos that M others are of, too: bool [N]."""
    if not len(taught):
        return np.zeros(len(descriptors), bool)
    cosines = unit_rows(descriptors) @ unit_rows(taught).T
    return np.asarray(cosines.max(axis=1) > _SAME_PHOTO)
