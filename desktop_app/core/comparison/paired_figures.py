"""Two models on the same photos, as means with their standard errors."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import Codes
from desktop_app.core.jobs.comparison_events import Figure, Measured

Shares = NDArray[np.float64]


def measured(old: Shares, new: Shares) -> Measured:
    """From a share of each model for each photo, float64 [N]."""
    return Measured(_figure(old), _figure(new), _figure(new - old), len(old))


def uniqueness(codes: Codes) -> Shares:
    """Packed codes [N, K/8] -> float64 [N]: 1 for a code that no other photo has, 1/t for one that
    t photos share; so the mean is the number of different codes, as a share of the photos.
    """
    whole = np.ascontiguousarray(codes).view(np.dtype((np.void, codes.shape[1]))).ravel()
    _, which, counts = np.unique(whole, return_inverse=True, return_counts=True)
    return np.asarray(1 / counts[which], np.float64)


def _figure(shares: Shares) -> Figure:
    """The error is that of the mean of as many photos, drawn at random."""
    spread = float(shares.std(ddof=1)) if len(shares) > 1 else 0.0
    return Figure(float(shares.mean()), spread / math.sqrt(len(shares)))
