"""A linear hash: PCA and ITQ on whitened, smoothed descriptors, in seconds and without labels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.learning.directions import directions
from desktop_app.core.learning.linear_hash import (
    Floats,
    LinearHash,
    itq_rotation,
    principal_axes,
    unit_rows,
)
from desktop_app.core.learning.neighbours import nearest_neighbours

Scatter: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True)
class InitialSettings:
    """How far photos and their neighbours are moved together before ITQ.

    Attributes:
        neighbours: number of nearest neighbours of a photo that count as similar to it.
        ridge: added to the neighbours' scatter in all directions, as a share of its mean.
        copies: weight of the scatter of edited copies beside that of the neighbours.
        smoothing: 0 to 1, how far each photo is moved to the mean of its neighbours.
        rounds: of smoothing.
        fit_ridge: of the fit to the smoothed targets, in photos of unit length.
        fixed_weight: weight of a foreign photo, that should not move, in this fit.
        rotation_photos: the most photos that the rotation of ITQ is fitted to; 0: all.
        rotated_share: of the foreign photos that the rotation of ITQ is fitted to, too.
        iterations: of ITQ; 0 takes a random rotation instead.
    """

    neighbours: int = 10
    ridge: float = 5 / 3
    copies: float = 0.0
    smoothing: float = 0.0
    rounds: int = 1
    fit_ridge: float = 3.0
    fixed_weight: float = 1.0
    rotation_photos: int = 0
    rotated_share: float = 0.0
    iterations: int = 50


# A neighbour's weight in the mean is its cosine to this power.
_SHARPNESS = 4


@dataclass(frozen=True, eq=False)
class WhitenedPhotos:
    """Photos in a space in which neighbours and copies differ equally in all directions.

    Attributes:
        mean: float32 [D], of the descriptors.
        projection: float32 [D, D], to that space.
        points: float32 [N, D], unit vectors of the photos.
        fixed: float32 [M, D], of foreign photos that keep their places, if there are any.
    """

    mean: Floats
    projection: Floats
    points: Floats
    fixed: Floats | None


def initial_hash(
    descriptors: Floats, bits: int, settings: InitialSettings, seed: int,
    fixed: Floats | None = None,
) -> LinearHash:  # fmt: skip
    """Fit a linear hash to `bits` on float32 [N, D], in seconds and without labels.

    Foreign photos `fixed` float32 [M, D] keep their places while the others are smoothed.
    """
    photos = whitened_photos(descriptors, settings, fixed)
    if not settings.smoothing:
        return rotated_hash(photos, bits, settings, seed)
    targets = smooth_neighbours(photos.points, settings.neighbours, settings.rounds)
    return rotated_hash(smoothed(photos, targets, settings), bits, settings, seed)


def whitened_photos(
    descriptors: Floats, settings: InitialSettings, fixed: Floats | None = None,
    changes: Floats | None = None,
) -> WhitenedPhotos:  # fmt: skip
    """Whiten float32 [N, D] and [M, D]; `changes` float32 [C, D] are copies minus their photos."""
    mean = descriptors.mean(axis=0, dtype=np.float64).astype(np.float32)
    scatter = neighbour_scatter(descriptors, settings.neighbours)
    if changes is not None:
        scatter = scatter + settings.copies * _scaled(changes.T.astype(np.float64) @ changes)
    projection = whitening(scatter, settings.ridge)
    points = unit_rows((descriptors - mean) @ projection)
    kept = None if fixed is None else unit_rows((fixed - mean) @ projection)
    return WhitenedPhotos(mean, projection, points, kept)


def smoothed(photos: WhitenedPhotos, targets: Floats, settings: InitialSettings) -> WhitenedPhotos:
    """Move the photos towards `targets` float32 [N, D] by a linear map."""
    mapping = smoothing_map(photos.points, targets, settings, photos.fixed)
    kept = None if photos.fixed is None else unit_rows(photos.fixed @ mapping)
    projection = photos.projection @ mapping
    return WhitenedPhotos(photos.mean, projection, unit_rows(photos.points @ mapping), kept)


def rotated_hash(
    photos: WhitenedPhotos, bits: int, settings: InitialSettings, seed: int
) -> LinearHash:
    """Fit PCA and the rotation of ITQ."""
    axes = principal_axes(photos.points, bits)
    most = settings.rotation_photos or len(photos.points)
    rows = np.random.default_rng(seed).permutation(len(photos.points))[:most]
    rotated = axes.logits(photos.points[np.sort(rows)])
    if photos.fixed is not None:
        share = round(settings.rotated_share * len(photos.fixed))
        rotated = np.concatenate([rotated, axes.logits(photos.fixed[:share])])
    rotation = itq_rotation(unit_rows(rotated), settings.iterations, seed)
    weights = photos.projection @ axes.weights @ rotation
    return LinearHash(photos.mean, np.asarray(weights, np.float32))


def neighbour_whitening(descriptors: Floats, neighbours: int, ridge: float) -> Floats:
    """Shrink the directions in which neighbours differ, by a symmetric matrix [D, D]."""
    return whitening(neighbour_scatter(descriptors, neighbours), ridge)


def neighbour_scatter(descriptors: Floats, neighbours: int) -> Scatter:
    """Return the scatter [D, D] of the differences between photos and their neighbours, scaled."""
    size = descriptors.shape[1]
    scatter = np.zeros((size, size))
    for column in nearest_neighbours(directions(descriptors), neighbours).T:
        difference = descriptors - descriptors[column]
        scatter += difference.T @ difference
    return _scaled(scatter)


def whitening(scatter: Scatter, ridge: float) -> Floats:
    """Return (W / w + ridge)^(-1/2), where W is the scatter [D, D], and w its mean eigenvalue.

    Relevant component analysis (Bar-Hillel, Hertz, Shental and Weinshall, JMLR 2005), with a
    photo's nearest neighbours as its chunklet.
    """
    values, axes = np.linalg.eigh(scatter)
    scale = np.maximum(values, 0) / max(values.mean(), 1e-12) + ridge
    return np.asarray(axes @ np.diag(scale**-0.5) @ axes.T, np.float32)


def _scaled(scatter: Scatter) -> Scatter:
    """Scale a scatter to a mean eigenvalue of 1."""
    return np.asarray(scatter / max(float(np.trace(scatter)) / len(scatter), 1e-12))


def smoothing_map(
    points: Floats, targets: Floats, settings: InitialSettings, fixed: Floats | None = None
) -> Floats:
    """Fit a linear map [D, D] that moves photos towards their targets, by ridge regression.

    Args:
        points: float32 [N, D], unit vectors of the photos.
        targets: float32 [N, D], unit vectors.
        settings: how far, and how closely they are fitted.
        fixed: float32 [M, D], unit vectors that the map should not move, if any.
    """
    targets = settings.smoothing * targets + (1 - settings.smoothing) * points
    size = points.shape[1]
    normal = points.T @ points + settings.fit_ridge * np.eye(size, dtype=np.float32)
    wanted = points.T @ targets
    if fixed is not None:
        kept = settings.fixed_weight * (fixed.T @ fixed)
        normal, wanted = normal + kept, wanted + kept
    return np.asarray(np.linalg.solve(normal, wanted), np.float32)


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
