"""Find how one picture lies in another: turned, mirrored, cropped, bordered, or the whole frame.

An alignment is affine: float64 [2, 3] takes a place in the first picture to the place in the
second (see grey_pictures.py for places).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.same_photo.grey_pictures import pixel_places, sampled
from desktop_app.core.same_photo.look import SCALES, SEARCHED_SIDE, SPECTRUM_SIDE, Look
from desktop_app.core.same_photo.turns import Turn, turn_matrix

Alignment: TypeAlias = NDArray[np.float64]

# Pairs of scales at which two pictures are compared: one of them always has the largest.
_FIRST = np.array([0] * len(SCALES) + list(range(1, len(SCALES))))
_SECOND = np.array([*range(len(SCALES)), *[0] * (len(SCALES) - 1)])
COARSE_SIDE = 40
_COARSE_STEPS, _FINE_STEPS = 10, 8
_DOUBTFUL = 0.7  # differences of evened grey values that count half
_STILL = 2e-4
_MOST_GUESSES = 3
_MARGIN = 3  # near the edges of a picture its surroundings are unknown


@dataclass(frozen=True, eq=False)
class Guess:
    """An alignment that may be right.

    Attributes:
        score: How well the pictures agree, up to 1.
        turn: How the second picture was turned, compared with the first.
        alignment: float64 [2, 3].
    """

    score: float
    turn: Turn
    alignment: Alignment

    @property
    def reversed(self) -> Guess:
        """The same guess with the second picture as the first."""
        return Guess(self.score, self.turn.inverse, inverse(self.alignment))


def inverse(alignment: Alignment) -> Alignment:
    """Return the alignment that takes places of the second picture to the first."""
    matrix = np.linalg.inv(alignment[:, :2])
    return np.column_stack([matrix, -matrix @ alignment[:, 2]])


def joined(first: Alignment, second: Alignment) -> Alignment:
    """Return the alignment that takes a place as `first` does, and then as `second` does."""
    matrix = second[:, :2]
    return np.column_stack([matrix @ first[:, :2], matrix @ first[:, 2] + second[:, 2]])


def frame_guess(first: Look, second: Look) -> Guess:
    """Lay one whole picture over the other, stretched, in the turn that fits best."""
    scores = second.frames @ first.frames[Turn.NONE]
    turn = Turn(int(scores.argmax()))
    width, height = sides(second.aspect)
    stretched = np.diag([width, height]) @ turn_matrix(turn) @ np.diag(1 / sides(first.aspect))
    alignment = np.column_stack([stretched, np.zeros(2)])
    return Guess(float(scores[turn]), turn.inverse, alignment)


def part_guesses(first: Look, second: Look, frame: Guess, least: float = 0) -> list[Guess]:
    """Find one picture as a part of the other; the best guesses first, at most three.

    The second may be mirrored: this is tried where the whole frames fit best so, too.

    `frame` says how the whole frames fit. Guesses with a score below `least` are left out.
    """
    ways = {False, frame.turn is Turn.MIRRORED}
    guesses = [
        guess
        for mirrored in ways
        for guess in _best_shifts(first, second, least, mirrored=mirrored)
    ]
    return sorted(guesses, key=lambda guess: guess.score, reverse=True)[:_MOST_GUESSES]


def _best_shifts(first: Look, second: Look, least: float, *, mirrored: bool) -> list[Guess]:
    """Correlate the edges at all pairs of scales and all shifts; take the best of some pairs."""
    ours, theirs = first.spectra(mirrored=False), second.spectra(mirrored=mirrored)
    values = np.fft.ifft2(ours.values[_FIRST] * theirs.values[_SECOND].conj()).real
    flat = values.reshape(len(_FIRST), -1)
    shifts = flat.argmax(axis=1)
    peaks = flat[np.arange(len(flat)), shifts]
    best = [pair for pair in np.argsort(-peaks)[:_MOST_GUESSES] if peaks[pair] >= least]
    turn = Turn.MIRRORED if mirrored else Turn.NONE
    return [
        Guess(
            float(peaks[pair]),
            turn,
            _shift_alignment(
                ours.shapes[_FIRST[pair]], theirs.shapes[_SECOND[pair]], int(shifts[pair]), turn
            ),
        )
        for pair in best
    ]


def _shift_alignment(
    shape: tuple[int, int], other: tuple[int, int], cyclic: int, turn: Turn
) -> Alignment:
    """Return the alignment in which pixel p of the first is pixel p - shift of the turned second.

    Pixels count from the upper left of pictures of these shapes.
    """
    y, x = divmod(cyclic, SPECTRUM_SIDE)
    shift = np.array([_signed(x), _signed(y)], np.float64)
    centres = (np.array(shape[::-1]) - np.array(other[::-1])) / 2 - shift
    matrix = turn_matrix(turn) / max(other)
    return np.column_stack([matrix * max(shape), matrix @ centres])


def refined(first: Look, second: Look, alignment: Alignment, side: int) -> Alignment:
    """Move an alignment to the best one near it, by Gauss-Newton steps at one size in pixels.

    Source: Lucas and Kanade, "An iterative image registration technique", IJCAI 1981.
    """
    steps = _COARSE_STEPS if side <= COARSE_SIDE else _FINE_STEPS
    wanted, picture = first.evened(side), second.evened(side)
    margin = min(_MARGIN, min(wanted.shape) // 4)
    places = pixel_places(wanted.shape, margin)
    slope_y, slope_x = np.gradient(picture)
    sought = np.stack([picture, slope_x * side, slope_y * side], axis=2)
    thinning = max(1, side // COARSE_SIDE) ** 2  # as many places at each size
    inner = wanted[margin : wanted.shape[0] - margin, margin : wanted.shape[1] - margin]
    places, wanted = places[:, ::thinning], inner.ravel()[::thinning]
    for _ in range(steps):
        there = aligned_places(alignment, places)
        found, inside = sampled(sought, there)
        if inside.sum() < 0.2 * len(inside):
            break
        values, slope_x, slope_y = found.T
        error = wanted - values
        weights = inside / (1 + (error / _DOUBTFUL) ** 2)
        effects = np.stack([slope * by for slope in (slope_x, slope_y) for by in (*places, 1)])
        weighted = effects * weights
        normal = weighted @ effects.T + 1e-3 * np.eye(6)
        change = np.linalg.solve(normal, weighted @ error).reshape(2, 3)
        alignment = alignment + change
        if np.abs(change).max() < _STILL:
            break
    return alignment


def aligned_places(alignment: Alignment, places: NDArray[np.float32]) -> NDArray[np.float32]:
    """Take places of the first picture, float32 [2, N], to those in the second."""
    matrix = alignment.astype(np.float32)
    return matrix[:, :2] @ places + matrix[:, 2:]


def sides(aspect: float) -> NDArray[np.float64]:
    """Width and height of a picture whose longer side is 1."""
    return np.array([1.0, 1 / aspect]) if aspect > 1 else np.array([aspect, 1.0])


def _signed(shift: int) -> int:
    """Return a cyclic shift as one to the right or to the left."""
    return shift if shift <= (SPECTRUM_SIDE + SEARCHED_SIDE) // 4 + 4 else shift - SPECTRUM_SIDE
