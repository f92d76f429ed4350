"""Fractal noise, for clouds, rock, sand, bark and water."""

from __future__ import annotations

from math import ceil

import numpy as np
from numpy.random import Generator
from PIL import Image

from desktop_app.samples.drawing.colour import Field


def resized(field: Field, rows: int, columns: int) -> Field:
    """`field` [h, w] bicubically brought to [rows, columns]."""
    image = Image.fromarray(np.ascontiguousarray(field, np.float32))
    return np.asarray(image.resize((columns, rows), Image.Resampling.BICUBIC), np.float32)


def fractal(
    rng: Generator,
    shape: tuple[int, int],
    cells: tuple[float, float],
    *,
    octaves: int = 5,
    persistence: float = 0.5,
) -> Field:
    """[rows, columns], mean 0 and deviation 1; `cells` (across, down) set the coarsest octave.

    The random numbers drawn depend on `cells` and `octaves` only, so that a larger picture is
    the same picture with more pixels.
    """
    across, down = max(1, ceil(cells[0])), max(1, ceil(cells[1]))
    field = rng.random((down + 1, across + 1), np.float32)
    for octave in range(1, octaves):
        size = (down << octave) + 1, (across << octave) + 1
        finer = rng.random(size, np.float32)
        field = resized(field, *size) + finer * np.float32(persistence**octave)
    field = resized(field, *shape)
    return np.asarray((field - field.mean()) / (field.std() + 1e-6), np.float32)


def ridge(rng: Generator, places: Field, cells: float, octaves: int = 6) -> Field:
    """A skyline: heights around 0, about -1..1, at `places`; each octave is half as high."""
    heights, reach = np.zeros_like(places), ceil(float(places.max()))
    for octave in range(octaves):
        count = ceil(cells * 2**octave * reach) + 3
        knots = rng.uniform(-1.0, 1.0, count) * 0.5**octave
        heights += np.interp(places * cells * 2**octave, np.arange(count) - 1.0, knots)
    return heights * np.float32(0.75)


def laid_flat(texture: Field, shape: tuple[int, int], horizon: float, reach: float) -> Field:
    """`texture` lying on the ground, for [rows, columns] that start near row `horizon` of them.

    The bottom edge is at distance 1; the texture ends, faded, at distance `reach`.
    """
    rows, columns = shape
    if rows == 0 or columns == 0:
        return np.zeros(shape, np.float32)
    if abs(horizon) < 1.0:
        horizon = -1.0
    depth, side = rows - horizon, texture.shape[0]
    across = side * depth / (reach * columns)
    along = side / (reach - 1.0)
    # Pillow divides both by 1 - y / horizon, so all numerators are divided by -horizon.
    coefficients = (
        *(across, 0.5 * side, -across * columns / 2.0 - 0.5 * side * horizon),
        *(0.0, -along, along * (depth + horizon)),
    )
    image = Image.fromarray(np.ascontiguousarray(texture, np.float32)).transform(
        (columns, rows),
        Image.Transform.PERSPECTIVE,
        (*(value / -horizon for value in coefficients), 0.0, -1.0 / horizon),
        Image.Resampling.BILINEAR,
    )
    nearness = np.clip((np.arange(rows) + 0.5 - horizon) / depth, 0.0, 1.0)
    fade = np.clip((nearness * reach - 1.0) / 1.5, 0.0, 1.0).astype(np.float32)
    return np.asarray(np.asarray(image) * fade[:, None], np.float32)
