"""The hash that training starts from: PCA and ITQ on whitened, smoothed descriptors."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.base.arrays import Floats
from training.measuring.baselines import LinearHash, itq, unit_rows
from training.similarity.directions import directions
from training.similarity.neighbour_similarity import nearest_neighbours


@dataclass(frozen=True)
class InitialSettings:
    """How far photos and their neighbours are moved together before ITQ.

    Attributes:
        neighbours: number of nearest neighbours of a photo that count as similar to it.
        ridge: added to the neighbours' scatter in all directions, as a share of its mean.
        smoothing: 0 to 1, how far each photo is moved to the mean of its neighbours.
        rounds: of smoothing.
        iterations: of ITQ; 0 takes a random rotation instead.
    """

    neighbours: int = 10
    ridge: float = 5 / 3
    smoothing: float = 0.0
    rounds: int = 1
    iterations: int = 50


# A neighbour's weight in the mean is its cosine to this power.
_SHARPNESS = 4
# Ridge of the fit to the smoothed targets, in photos of unit length.
_FIT_RIDGE = 3.0


def initial_hash(
    descriptors: Floats, bits: int, settings: InitialSettings, seed: int,
    fixed: Floats | None = None,
) -> LinearHash:  # fmt: skip
    """Fit a linear hash to `bits` on float32 [N, D], in seconds and without labels.

    Foreign photos `fixed` float32 [M, D] keep their places while the others are smoothed.
    """
    mean = descriptors.mean(axis=0, dtype=np.float64).astype(np.float32)
    projection = neighbour_whitening(descriptors, settings.neighbours, settings.ridge)
    points = unit_rows((descriptors - mean) @ projection)
    if settings.smoothing:
        fixed_points = None if fixed is None else unit_rows((fixed - mean) @ projection)
        smoothing = smoothing_map(points, settings, fixed_points)
        projection, points = projection @ smoothing, unit_rows(points @ smoothing)
    fitted = itq(points, bits, settings.iterations, seed)
    return LinearHash(mean, np.asarray(projection @ fitted.weights, np.float32))


def neighbour_whitening(descriptors: Floats, neighbours: int, ridge: float) -> Floats:
    """Return a symmetric matrix [D, D] that shrinks the directions in which neighbours differ.

    Relevant component analysis (Bar-Hillel, Hertz, Shental and Weinshall, JMLR 2005) with each
    photo's nearest neighbours as its chunklet: (W / w + ridge)^(-1/2), where W is the scatter of
    the differences between photos and their neighbours, and w its mean eigenvalue.
    """
    size = descriptors.shape[1]
    scatter = np.zeros((size, size))
    for column in nearest_neighbours(directions(descriptors), neighbours).T:
        difference = descriptors - descriptors[column]
        scatter += difference.T @ difference
    values, axes = np.linalg.eigh(scatter)
    scale = np.maximum(values, 0) / max(values.mean(), 1e-12) + ridge
    return np.asarray(axes @ np.diag(scale**-0.5) @ axes.T, np.float32)


def smoothing_map(points: Floats, settings: InitialSettings, fixed: Floats | None = None) -> Floats:
    """Fit a linear map [D, D] that moves photos to their neighbours' means, by ridge regression.

    Args:
        points: float32 [N, D], unit vectors of the photos.
        settings: neighbours, rounds and amount of smoothing.
        fixed: float32 [M, D], unit vectors that the map should not move, if any.
    """
    targets = smooth_neighbours(points, settings.neighbours, settings.rounds)
    targets = settings.smoothing * targets + (1 - settings.smoothing) * points
    inputs = points if fixed is None else np.concatenate([points, fixed])
    outputs = targets if fixed is None else np.concatenate([targets, fixed])
    normal = inputs.T @ inputs + _FIT_RIDGE * np.eye(inputs.shape[1], dtype=np.float32)
    return np.asarray(np.linalg.solve(normal, inputs.T @ outputs), np.float32)


def smooth_neighbours(points: Floats, neighbours: int, rounds: int) -> Floats:
    """Replace each unit vector [N, D] by the mean of itself and its neighbours, `rounds` times.

    Weights are cosines to the fourth power; the result is centred, of unit length. Database-side
    query expansion (Arandjelović and Zisserman, CVPR 2012; the power: Radenović, Tolias and Chum,
    TPAMI 2019).
    """
    for _ in range(rounds):
        found = nearest_neighbours(directions(points), neighbours)
        total = points.copy()
        for column in found.T:
            cosines = np.maximum((points * points[column]).sum(axis=1), 0)
            total += (cosines**_SHARPNESS)[:, None] * points[column]
        points = unit_rows(total - total.mean(axis=0))
    return points
