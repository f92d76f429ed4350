"""How well a ranking finds the photos of words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import Codes
from training.base.arrays import Floats

_TOP = 10


@dataclass(frozen=True)
class WordQuality:
    """How well a way of searching finds the photos of words.

    Attributes:
        way: What it is called.
        mean_average_precision: Over all photos, the mean over words.
        precision: Of the first ten photos.
        nothing: Words with no right photo among ten.
        words: How many words were searched for.
    """

    way: str
    mean_average_precision: float
    precision: float
    nothing: int
    words: int


@dataclass(frozen=True, eq=False)
class WordLibrary:
    """Photos: `units` float32 [N, D], `codes` [N, K/8]; `relevant` bool [W, N] to words."""

    units: Floats
    codes: Codes
    words: list[str]
    relevant: NDArray[np.bool_]


def quality(way: str, library: WordLibrary, scores: list[Floats]) -> WordQuality:
    """Measure scores float32 [N] of each word of a library."""
    hits = [
        right[np.argsort(-found, kind="stable")]
        for found, right in zip(scores, library.relevant, strict=True)
    ]
    first = np.array([ranked[:_TOP].sum() for ranked in hits])
    return WordQuality(
        way,
        float(np.mean([_average_precision(ranked) for ranked in hits])),
        float(first.mean() / _TOP),
        int((first == 0).sum()),
        len(hits),
    )


def _average_precision(ranked: NDArray[np.bool_]) -> float:
    """Average precision of a whole ranking, bool [N]; at least one photo is relevant."""
    ranks = np.flatnonzero(ranked) + 1
    return float(np.mean(np.arange(1, len(ranks) + 1) / ranks))
