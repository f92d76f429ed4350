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
    sides,
)
from desktop_app.core.same_photo.inside import inside
from desktop_app.core.same_photo.look import Look

Placement: TypeAlias = NDArray[np.float64]

_LEAST_AGREEMENT = 0.5
# Where the whole frames fit nearly as well as the best alignment, they are laid on each other:
# copies of any size then lie exactly on the photo.
_NEARLY = 0.005


def best_alignment(first: Look, second: Look) -> tuple[Alignment, float]:
    """Return the alignment in which most of two pictures agrees, and how much of it, up to 1."""
    return _best(first, second, frame_guess(first, second))


def _best(first: Look, second: Look, frame: Guess) -> tuple[Alignment, float]:
    guesses = [frame, *part_guesses(first, second, frame)]
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
    frame = frame_guess(first, second)
    alignment, score = _best(first, second, frame)
    if score < _LEAST_AGREEMENT:
        return None
    whole = agreement(first, second, frame.alignment, min(first.side, second.side))
    if whole.same >= score - _NEARLY:
        alignment = frame.alignment
    return _placed(alignment, first.aspect, second.aspect)


def _placed(alignment: Alignment, aspect: float, other: float) -> Placement:
    """Turn an alignment round, from places of the first picture to points of both."""
    ours, theirs = sides(aspect), sides(other)
    matrix = np.linalg.inv(alignment[:, :2])
    shift = -matrix @ alignment[:, 2]
    scaled = np.diag(1 / ours) @ matrix @ np.diag(theirs)
    return np.column_stack([scaled, shift / ours + 0.5 - scaled @ [0.5, 0.5]])
