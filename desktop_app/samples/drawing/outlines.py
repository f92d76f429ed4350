"""Outlines of shapes as arrays of points, in short sides of the picture."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin

import numpy as np
from numpy.typing import NDArray

from desktop_app.samples.drawing.colour import Field

Points = NDArray[np.float64]  # [N, 2]: x, y
Point = tuple[float, float]


def outline(*points: Sequence[float]) -> Points:
    """Corners as an array."""
    return np.array(points, np.float64)


def box_outline(left: float, top: float, right: float, bottom: float) -> Points:
    """The corners of an upright rectangle."""
    return outline((left, top), (right, top), (right, bottom), (left, bottom))


def disc(x: float, y: float, across: float, down: float, corners: int = 40) -> Points:
    """An ellipse; `across` and `down` are radii."""
    angle = np.linspace(0.0, 2.0 * pi, corners, endpoint=False)
    return np.stack([x + across * np.cos(angle), y + down * np.sin(angle)], axis=-1)


def curve(points: Points, *, closed: bool = True, steps: int = 8) -> Points:
    """A smooth line through `points` (Catmull-Rom); open ones end where the points end."""
    if closed:
        knots = np.concatenate([points[-1:], points, points[:2]])
    else:
        knots = np.concatenate([points[:1], points, points[-1:]])
    before, here, there, after = (
        knots[start : len(knots) - 3 + start, None, :] for start in range(4)
    )
    t = np.linspace(0.0, 1.0, steps, endpoint=False)[None, :, None]
    bend = 2.0 * before - 5.0 * here + 4.0 * there - after
    twist = 3.0 * here - before - 3.0 * there + after
    path = here + 0.5 * t * ((there - before) + t * (bend + t * twist))
    smooth = path.reshape(-1, 2)
    return smooth if closed else np.concatenate([smooth, points[-1:]])


def turned(points: Points, angle: float, around: Point = (0.0, 0.0)) -> Points:
    """`points` turned clockwise by `angle`, in radians."""
    matrix = np.array([[cos(angle), sin(angle)], [-sin(angle), cos(angle)]])
    return np.asarray((points - around) @ matrix + around, np.float64)


def below(line: Field, places: Field, bottom: float) -> Points:
    """All that lies under a skyline `line` at `places`, down to `bottom`."""
    top = np.stack([places.ravel(), line.ravel()], axis=-1).astype(np.float64)
    # A margin at both sides: the skyline is known at the middles of pixels only.
    margin = np.array([[0.1, 0.0]])
    first, last = top[:1] - margin, top[-1:] + margin
    corners = outline((last[0, 0], bottom), (first[0, 0], bottom))
    return np.concatenate([first, top, last, corners])
