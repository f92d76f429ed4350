"""Hashing without training that a trained head has to beat, besides ITQ."""

from __future__ import annotations

import numpy as np

from desktop_app.core.learning.linear_hash import LinearHash, principal_axes
from training.base.arrays import Floats


def lsh(x: Floats, bits: int, seed: int) -> LinearHash:
    """Random hyperplanes through the mean: locality-sensitive hashing (Charikar, STOC 2002)."""
    planes = np.random.default_rng(seed).standard_normal((x.shape[1], bits))
    return LinearHash(x.mean(axis=0), planes.astype(np.float32))


def pca_sign(x: Floats, bits: int) -> LinearHash:
    """Signs of the principal components."""
    return principal_axes(x, bits)
