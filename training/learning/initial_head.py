"""Where learning starts: a linear hash that neighbours agree on, found without a gradient."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.base.arrays import Floats
from training.measuring.baselines import LinearHash, itq, unit_rows
from training.similarity.directions import directions
from training.similarity.neighbour_similarity import nearest


@dataclass(frozen=True)
class InitialSettings:
    """How far photos and their neighbours are brought together before ITQ.

    neighbours   of a photo, which tell what does not matter
    ridge        how little they are believed: a share of the mean scatter added to all directions
    smoothing    0..1: how far each photo's aim is moved to the mean of its neighbours
    rounds       of smoothing
    iterations   of ITQ; 0 takes a random rotation instead
    """

    neighbours: int = 10
    ridge: float = 5 / 3
    smoothing: float = 0.0
    rounds: int = 1
    iterations: int = 50


# A neighbour's weight in the mean is its cosine to this power.
_SHARPNESS = 4
# Of the fit to the smoothed aims, in photos of unit length.
_FIT_RIDGE = 3.0


def initial_hash(
    descriptors: Floats,
    bits: int,
    settings: InitialSettings,
    seed: int,
    remembered: Floats | None = None,
) -> LinearHash:
    """A linear hash of float32 [N, D] to `bits`, learned in seconds and without labels.

    `remembered` [M, D] are foreign photos that keep their places while the others are smoothed.
    """
    mean = descriptors.mean(axis=0, dtype=np.float64).astype(np.float32)
    projection = neighbour_whitening(descriptors, settings.neighbours, settings.ridge)
    placed = unit_rows((descriptors - mean) @ projection)
    if settings.smoothing:
        kept = None if remembered is None else unit_rows((remembered - mean) @ projection)
        moved = smoothing_map(placed, settings, kept)
        projection, placed = projection @ moved, unit_rows(placed @ moved)
    fitted = itq(placed, bits, settings.iterations, seed)
    return LinearHash(mean, np.asarray(projection @ fitted.weights, np.float32))


def neighbour_whitening(descriptors: Floats, neighbours: int, ridge: float) -> Floats:
    """A symmetric matrix [D, D] that shrinks the directions in which neighbours differ.

    Relevant component analysis (Bar-Hillel, Hertz, Shental and Weinshall, JMLR 2005) with each
    photo's nearest ones as its chunklet: (W / w + ridge)^(-1/2), where W is the scatter of the
    differences between photos and their neighbours, and w its mean eigenvalue.
    """
    size = descriptors.shape[1]
    scatter = np.zeros((size, size))
    for column in nearest(directions(descriptors), neighbours).T:
        difference = descriptors - descriptors[column]
        scatter += difference.T @ difference
    values, axes = np.linalg.eigh(scatter)
    scale = np.maximum(values, 0) / max(values.mean(), 1e-12) + ridge
    return np.asarray(axes @ np.diag(scale**-0.5) @ axes.T, np.float32)


def smoothing_map(placed: Floats, settings: InitialSettings, kept: Floats | None = None) -> Floats:
    """The linear map [D, D] that best brings the photos `placed` [N, D], of length 1, to the means
    of their neighbours, and the photos `kept` [M, D] to where they are. Ridge regression.
    """
    aims = smoothed(placed, settings.neighbours, settings.rounds)
    aims = settings.smoothing * aims + (1 - settings.smoothing) * placed
    inputs = placed if kept is None else np.concatenate([placed, kept])
    outputs = aims if kept is None else np.concatenate([aims, kept])
    normal = inputs.T @ inputs + _FIT_RIDGE * np.eye(inputs.shape[1], dtype=np.float32)
    return np.asarray(np.linalg.solve(normal, inputs.T @ outputs), np.float32)


def smoothed(placed: Floats, neighbours: int, rounds: int) -> Floats:
    """Each photo [N, D], of length 1, as the mean of itself and its neighbours, `rounds` times.

    Weights are cosines to the fourth power; the result is centred and of length 1. Query
    expansion on the database's side (Arandjelović and Zisserman, CVPR 2012; Radenović, Tolias and
    Chum, TPAMI 2019, for the power).
    """
    for _ in range(rounds):
        found = nearest(directions(placed), neighbours)
        total = placed.copy()
        for column in found.T:
            cosines = np.maximum((placed * placed[column]).sum(axis=1), 0)
            total += (cosines**_SHARPNESS)[:, None] * placed[column]
        placed = unit_rows(total - total.mean(axis=0))
    return placed
