"""Linear hashing without learning: the rankings that a learned head has to beat."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.base.arrays import Floats


@dataclass(frozen=True)
class LinearHash:
    """logits = (x - mean) @ weights; `mean` is float32 [F], `weights` float32 [F, K]."""

    mean: Floats
    weights: Floats

    def logits(self, x: Floats) -> Floats:
        """float32 [N, F] -> float32 [N, K]"""
        return np.asarray((x - self.mean) @ self.weights, np.float32)


def principal_axes(x: Floats, size: int) -> LinearHash:
    """Projection of float32 [N, F] on its `size` directions of largest variance, largest first.

    The sign of each axis is the one that makes its largest entry positive, so that a model made
    again is the same model.
    """
    mean = x.mean(axis=0, dtype=np.float64)
    centred = x - mean
    _, axes = np.linalg.eigh(centred.T @ centred)
    axes = axes[:, ::-1][:, :size]
    largest = np.take_along_axis(axes, np.abs(axes).argmax(axis=0)[None], axis=0)
    return LinearHash(mean.astype(np.float32), (axes * np.sign(largest)).astype(np.float32))


def random_rotation(size: int, seed: int) -> Floats:
    """An orthogonal matrix float32 [size, size], the same for the same seed."""
    gaussian = np.random.default_rng(seed).standard_normal((size, size))
    return np.linalg.qr(gaussian)[0].astype(np.float32)


def itq_rotation(v: Floats, iterations: int, seed: int) -> Floats:
    """Rotation R, float32 [K, K], that brings v @ R near its own signs; v is float32 [N, K].

    Iterative quantization: Gong and Lazebnik, CVPR 2011; Gong, Lazebnik, Gordo and Perronnin,
    IEEE TPAMI 35(12), 2013, section 3.2. It lowers ||B - V R||^2 by turns: B = sign(V R), then R
    from the orthogonal Procrustes problem for that B.
    """
    rotation = random_rotation(v.shape[1], seed)
    for _ in range(iterations):
        signs = np.where(v @ rotation > 0, np.float32(1), np.float32(-1))
        left, _, right = np.linalg.svd(v.T @ signs)
        rotation = left @ right
    return rotation.astype(np.float32)


def lsh(x: Floats, bits: int, seed: int) -> LinearHash:
    """Random hyperplanes through the mean (Charikar, STOC 2002)."""
    planes = np.random.default_rng(seed).standard_normal((x.shape[1], bits))
    return LinearHash(x.mean(axis=0), planes.astype(np.float32))


def pca_sign(x: Floats, bits: int) -> LinearHash:
    """The signs of the principal components."""
    return principal_axes(x, bits)


def itq(x: Floats, bits: int, iterations: int, seed: int) -> LinearHash:
    """PCA to `bits` dimensions, brought to unit length for the fit, then the ITQ rotation."""
    axes = principal_axes(x, bits)
    rotation = itq_rotation(unit_rows(axes.logits(x)), iterations, seed)
    return LinearHash(axes.mean, axes.weights @ rotation)


def unit_rows(x: Floats) -> Floats:
    """float32 [N, F] with every row brought to length 1; a row of zeros stays."""
    lengths = np.linalg.norm(x, axis=1, keepdims=True)
    return np.asarray(x / np.maximum(lengths, np.float32(1e-12)), np.float32)
