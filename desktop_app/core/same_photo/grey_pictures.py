"""Grey pictures as arrays: blurred, evened out, sampled between pixels, and their edges.

Pictures are float32 [H, W]. A place is a pair (x, y): the centre of the picture is (0, 0), and its
longer side has the length 1, whatever its resolution.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Grey: TypeAlias = NDArray[np.float32]
Places: TypeAlias = NDArray[np.float32]

_EDGE_NOISE = 8.0  # differences of grey values that are mostly noise
_FLAT = 9.0  # a variance of grey values below which there is nothing to see


def box_mean(picture: Grey, radius: int) -> Grey:
    """Replace each pixel by the mean of the square around it, as far as that is in the picture."""
    return _column_means(_column_means(picture, radius).T, radius).T


def _column_means(picture: Grey, radius: int) -> Grey:
    height, width = picture.shape
    sums = np.zeros((height + 1, width), np.float32)
    np.cumsum(picture, axis=0, out=sums[1:])
    rows = np.arange(height)
    first, last = np.maximum(rows - radius, 0), np.minimum(rows + radius + 1, height)
    means = sums.take(last, axis=0)
    means -= sums.take(first, axis=0)
    means /= (last - first).astype(np.float32)[:, np.newaxis]
    return means


def evened(picture: Grey, radius: int) -> Grey:
    """Bring the neighbourhood of each pixel to mean 0 and variance 1: light and contrast go."""
    centred = picture - box_mean(picture, radius)
    spread = box_mean(centred * centred, radius)
    return np.asarray(centred / np.sqrt(spread + np.float32(_FLAT)), np.float32)


def edge_directions(picture: Grey) -> NDArray[np.complex64]:
    """Return the direction of the edge at each pixel as a complex number of length 0 to 1, [H, W].

    Source: Fitch, Kadyrov, Christmas, Kittler, "Orientation Correlation", BMVC 2002.
    """
    edges = np.zeros(picture.shape, np.complex64)
    edges.real[:, 1:-1] = picture[:, 2:] - picture[:, :-2]
    edges.imag[1:-1] = picture[2:] - picture[:-2]
    return edges / (np.abs(edges) + np.float32(_EDGE_NOISE))


def pixel_places(shape: tuple[int, int], margin: int = 0) -> Places:
    """Return the places of the pixels of a picture [H, W]: float32 [2, N], x then y.

    Pixels nearer than `margin` to an edge of the picture are left out.
    """
    height, width = shape
    y, x = np.mgrid[margin : height - margin, margin : width - margin].astype(np.float32)
    places = np.stack([x.ravel() - (width - 1) / 2, y.ravel() - (height - 1) / 2])
    return np.asarray(places / max(shape), np.float32)


def sampled(
    pictures: NDArray[np.float32], places: Places
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Interpolate C pictures of one size, [H, W, C], at places [2, N].

    Returns:
        Grey values float32 [N, C], and whether each place lies inside the picture, bool [N].
    """
    height, width, count = pictures.shape
    scale = np.float32(max(height, width))
    x = places[0] * scale + np.float32((width - 1) / 2)
    y = places[1] * scale + np.float32((height - 1) / 2)
    inside = (x >= -0.5) & (y >= -0.5) & (x <= width - 0.5) & (y <= height - 0.5)
    x, y = x.clip(0, width - 1.001), y.clip(0, height - 1.001)
    left, top = x.astype(np.intp), y.astype(np.intp)
    right, below = (x - left)[:, np.newaxis], (y - top)[:, np.newaxis]
    right, below = right.astype(np.float32), below.astype(np.float32)
    flat = pictures.reshape(-1, count)
    corner = top * width + left
    upper = _between(flat.take(corner, axis=0), flat.take(corner + 1, axis=0), right)
    corner += width
    lower = _between(flat.take(corner, axis=0), flat.take(corner + 1, axis=0), right)
    return _between(upper, lower, below), inside


def _between(first: Grey, second: Grey, share: Grey) -> Grey:
    second -= first
    second *= share
    second += first
    return second
