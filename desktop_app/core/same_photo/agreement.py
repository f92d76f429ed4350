"""Judge an alignment: how much of what both pictures show is the same?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from desktop_app.core.same_photo.alignment import Alignment, aligned_places
from desktop_app.core.same_photo.grey_pictures import Grey, box_mean, pixel_places, sampled
from desktop_app.core.same_photo.look import Look
from desktop_app.core.same_photo.movement import movement

_RADIUS = 4
_NOISE = 2.0  # a variance of grey values
_ONE_SIDED = 0.2  # how much contrast counts that one of the pictures alone has
_MOST_ONE_SIDED = 15.0  # of that contrast
_FEWEST_PIXELS = 60
_EDGE = 0.05  # of the longer side
_MOST_AT_EDGES = 0.73  # of the texture: of photos .72 at most, of planes in the sky .74 at least
_PROMISING = 0.5  # below it, movement makes no difference
_STILL = 0.25  # pixels that parts of versions are shifted against each other
_EFFECT = 1.5  # of each further pixel


@dataclass(frozen=True)
class Agreement:
    """How well two aligned pictures agree.

    Attributes:
        same: Mean correlation of the neighbourhoods in the overlap, 0 to 1; those count most that
            have contrast in both pictures. Less if parts have moved against each other, or if it
            is mostly the edges of both that agree, as of slides and scans.
        overlap: Share of one of the pictures that the overlap covers: of the one it covers more of.
    """

    same: float
    overlap: float


NONE = Agreement(0.0, 0.0)


def agreement(first: Look, second: Look, alignment: Alignment, side: int) -> Agreement:
    """Compare the neighbourhoods of all pixels where the aligned pictures overlap.

    `side` is the longer side in pixels at which they are compared.
    """
    ours, other = first.grey(side), second.grey(side)
    picture = np.stack([other, second.evened(side), _without_edges(other.shape)], axis=2)
    places = aligned_places(alignment, pixel_places(ours.shape))
    values, is_inside = sampled(picture, places)
    area = float(is_inside.sum())
    if area < _FEWEST_PIXELS:
        return NONE
    scale = abs(float(np.linalg.det(alignment[:, :2])))
    overlap = max(area / ours.size, area * scale / other.size)
    theirs, their_evened, inner = values.T.reshape(3, *ours.shape)
    inside = is_inside.reshape(ours.shape).astype(np.float32)
    same, weight = _same(ours, theirs, inside)
    if same >= _PROMISING:
        edgeless = inside * inner * _without_edges(ours.shape)
        inner_same, inner_weight = _same(ours, theirs, edgeless)
        if inner_weight < (1 - _MOST_AT_EDGES) * weight:
            same = min(same, inner_same)
        if side == min(first.side, second.side):  # smaller pictures are not aligned that well yet
            moved = movement(first.evened(side), their_evened, inside)
            same = max(0.0, same - _EFFECT * max(0.0, moved - _STILL))
    return Agreement(same, min(overlap, 1.0))


@cache
def _without_edges(shape: tuple[int, int]) -> Grey:
    """Return 1 where the agreement of a picture [H, W] counts, and 0 near its edges."""
    inner = np.zeros(shape, np.float32)
    width = round(max(shape) * _EDGE)
    inner[width : shape[0] - width, width : shape[1] - width] = 1
    return inner


def _same(ours: Grey, theirs: Grey, inside: Grey) -> tuple[float, float]:
    """Return how well the texture agrees, up to 1, and how much of it there is."""
    filled = box_mean(inside, _RADIUS) + np.float32(1e-6)

    def mean(values: Grey) -> Grey:
        return box_mean(values * inside, _RADIUS) / filled

    our_mean, their_mean = mean(ours), mean(theirs)
    our_spread = np.maximum(mean(ours * ours) - our_mean**2, 0)
    their_spread = np.maximum(mean(theirs * theirs) - their_mean**2, 0)
    both = mean(ours * theirs) - our_mean * their_mean
    correlation = both / np.sqrt((our_spread + _NOISE) * (their_spread + _NOISE))
    contrast = np.sqrt(np.maximum(np.minimum(our_spread, their_spread) - _NOISE, 0))
    one_sided = np.minimum(np.sqrt(np.maximum(our_spread, their_spread)), _MOST_ONE_SIDED)
    weights = inside * (contrast + _ONE_SIDED * one_sided) * (filled > 0.6)
    total = float(weights.sum())
    same = float((weights * correlation).sum()) / total if total else 0.0
    return max(0.0, same), total
