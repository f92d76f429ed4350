"""Means and standard errors of a measure of two models on the same photos."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import Codes
from desktop_app.core.jobs.comparison_events import Figure, Measured

Shares = NDArray[np.float64]


def paired_measure(old: Shares, new: Shares) -> Measured:
    """Summarize a share of each photo, float64 [N], of both models."""
    return Measured(_figure(old), _figure(new), _figure(new - old), len(old))


def uniqueness(codes: Codes) -> Shares:
    """Weight each code by 1/t, if t photos share it: the mean is the share of different codes.

    Args:
        codes: Packed, uint8 [N, K/8].

    Returns:
        float64 [N].
    """
    rows = np.ascontiguousarray(codes).view(np.dtype((np.void, codes.shape[1]))).ravel()
    _, inverse, counts = np.unique(rows, return_inverse=True, return_counts=True)
    return np.asarray(1 / counts[inverse], np.float64)


def _figure(shares: Shares) -> Figure:
    """The mean, and its standard error for a random sample."""
    spread = float(shares.std(ddof=1)) if len(shares) > 1 else 0.0
    return Figure(float(shares.mean()), spread / math.sqrt(len(shares)))
