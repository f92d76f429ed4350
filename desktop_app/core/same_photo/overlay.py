"""Say where in one picture another one lies, so that both can be shown over each other.

A placement is affine: float64 [2, 3] takes a point (x, y) of the second picture to one of the
first. Points count from 0 to 1 across and down the upright picture.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.same_photo.agreement import agreement
from desktop_app.core.same_photo.alignment import (
    Alignment,
    Guess,
    frame_guess,
    part_guesses,
    refined,
)
from desktop_app.core.same_photo.inside import inside
from desktop_app.core.same_photo.look import Look
from desktop_app.core.same_photo.turns import Turn, turn_matrix

Placement: TypeAlias = NDArray[np.float64]

_MOST_GUESSES = 3
_LEAST_AGREEMENT = 0.5
# An alignment is right to a twentieth of a pixel of 80. Nearer than this to the whole frame, it is
# the whole frame: otherwise copies of the same size would not lie exactly on each other.
_SAME_FRAME = 0.004
_CORNERS = np.array([[0, 1, 0, 1], [0, 0, 1, 1]], np.float64)


def best_alignment(first: Look, second: Look) -> tuple[Alignment, float]:
    """Return the alignment in which most of two pictures agrees, and how much of it, up to 1."""
    guesses = [frame_guess(first, second), *part_guesses(first, second, _MOST_GUESSES)]
    found = [_refined(first, second, guess) for guess in guesses]
    if within := inside(first, second):
        alignment, score = _refined(within.first.look, within.second.look, within.guess)
        found.append((within.of_wholes(alignment), score))
    return max(found, key=lambda each: round(each[1], 2))  # if equal, that of the whole frames


def _refined(first: Look, second: Look, guess: Guess) -> tuple[Alignment, float]:
    side = min(first.side, second.side)
    alignment = refined(first, second, guess.alignment, side)
    return alignment, agreement(first, second, alignment, side).same


def placement(first: Look, second: Look) -> Placement | None:
    """Return where the second picture lies in the first; None if they have too little in common."""
    alignment, score = best_alignment(first, second)
    if score < _LEAST_AGREEMENT:
        return None
    found = _placed(alignment, first.aspect, second.aspect)
    frames = (_whole_frame(turn) for turn in Turn)
    return next((frame for frame in frames if _apart(frame, found) < _SAME_FRAME), found)


def _placed(alignment: Alignment, aspect: float, other: float) -> Placement:
    """Turn an alignment round, from places of the first picture to points of both."""
    ours, theirs = _sides(aspect), _sides(other)
    matrix = np.linalg.inv(alignment[:, :2])
    shift = -matrix @ alignment[:, 2]
    scaled = np.diag(1 / ours) @ matrix @ np.diag(theirs)
    return np.column_stack([scaled, shift / ours + 0.5 - scaled @ [0.5, 0.5]])


def _whole_frame(turn: Turn) -> Placement:
    matrix = turn_matrix(turn)
    return np.column_stack([matrix, 0.5 - matrix @ [0.5, 0.5]])


def _apart(one: Placement, other: Placement) -> float:
    """How far the corners are from each other, at most."""
    difference = one - other
    return float(np.abs(difference[:, :2] @ _CORNERS + difference[:, 2:]).max())


def _sides(aspect: float) -> NDArray[np.float64]:
    """Width and height of a picture whose longer side is 1."""
    return np.array([1.0, 1 / aspect]) if aspect > 1 else np.array([aspect, 1.0])
