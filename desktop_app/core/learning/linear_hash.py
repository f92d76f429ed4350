"""Linear hashing without training: principal axes, and the rotation of ITQ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float32]

_NO_VARIANCE = 1e-10  # of the largest variance: rounding errors


@dataclass(frozen=True)
class LinearHash:
    """logits = (x - mean) @ weights, with mean float32 [F] and weights float32 [F, K]."""

    mean: Floats
    weights: Floats

    def logits(self, x: Floats) -> Floats:
        """Compute logits float32 [N, K] of vectors float32 [N, F]."""
        return np.asarray((x - self.mean) @ self.weights, np.float32)


def principal_axes(x: Floats, size: int) -> LinearHash:
    """Project float32 [N, F] on the `size` directions of largest variance, largest first (PCA).

    The largest entry of each axis is positive, so that fitting again gives the same model.
    """
    mean = x.mean(axis=0, dtype=np.float64)
    axes = _leading_axes(x - mean, size)
    largest = np.take_along_axis(axes, np.abs(axes).argmax(axis=0)[None], axis=0)
    return LinearHash(mean.astype(np.float32), (axes * np.sign(largest)).astype(np.float32))


def _leading_axes(centred: NDArray[np.float64], size: int) -> NDArray[np.float64]:
    """Return the unit eigenvectors [F, size] of the scatter of [N, F], largest values first.

    With fewer rows than columns, those of the products of rows are found sooner: an eigenvector u
    of X X' with the value v gives X' u / sqrt(v) of X' X.
    """
    rows, columns = centred.shape
    if size < rows < columns:
        values, combinations = np.linalg.eigh(centred @ centred.T)
        values, combinations = values[::-1][:size], combinations[:, ::-1][:, :size]
        if values[-1] > _NO_VARIANCE * values[0]:
            return np.asarray(centred.T @ (combinations / np.sqrt(values)))
    _, axes = np.linalg.eigh(centred.T @ centred)
    return np.asarray(axes[:, ::-1][:, :size])


def random_rotation(size: int, seed: int) -> Floats:
    """Draw an orthogonal matrix float32 [size, size]."""
    gaussian = np.random.default_rng(seed).standard_normal((size, size))
    return np.linalg.qr(gaussian)[0].astype(np.float32)


def itq_rotation(v: Floats, iterations: int, seed: int) -> Floats:
    """Fit the rotation R, float32 [K, K], that moves v @ R close to its signs; v is float32 [N, K].

    Iterative quantisation (ITQ): Gong and Lazebnik, CVPR 2011; Gong, Lazebnik, Gordo and Perronnin,
    IEEE TPAMI 35(12), 2013, section 3.2. Minimises ||B - V R||^2 alternately: B = sign(V R), then
    R from the orthogonal Procrustes problem for that B.
    """
    rotation = random_rotation(v.shape[1], seed)
    for _ in range(iterations):
        signs = np.where(v @ rotation > 0, np.float32(1), np.float32(-1))
        rotation = _nearest_orthogonal(v.T @ signs)
    return rotation.astype(np.float32)


def _nearest_orthogonal(matrix: Floats) -> Floats:
    """Return U V' of the SVD of M, float32 [K, K]: M times the inverse square root of M' M.

    Higham, Functions of Matrices, SIAM 2008, equation 8.5. Two thirds of the time of an SVD. Where
    the rank is low, as with fewer photos than bits, U is completed by QR of M times the
    eigenvectors of M' M, which are V.
    """
    wide = matrix.astype(np.float64)
    values, axes = np.linalg.eigh(wide.T @ wide)
    if values[0] > _NO_VARIANCE * values[-1]:
        return np.asarray(wide @ (axes / np.sqrt(values)) @ axes.T, np.float32)
    left, scale = np.linalg.qr(wide @ axes[:, ::-1])
    left *= np.where(np.diag(scale) < 0, -1, 1)
    return np.asarray(left @ axes[:, ::-1].T, np.float32)


def itq(x: Floats, bits: int, iterations: int, seed: int) -> LinearHash:
    """PCA to `bits` dimensions, and the ITQ rotation fitted to their unit vectors."""
    axes = principal_axes(x, bits)
    rotation = itq_rotation(unit_rows(axes.logits(x)), iterations, seed)
    return LinearHash(axes.mean, axes.weights @ rotation)


def unit_rows(x: Floats) -> Floats:
    """Normalise the rows of float32 [N, F]; rows of zeros stay."""
    lengths = np.linalg.norm(x, axis=1, keepdims=True)
    return np.asarray(x / np.maximum(lengths, np.float32(1e-12)), np.float32)
