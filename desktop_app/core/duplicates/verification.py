"""Decide whether two pictures are the same photo, edited or not, by looking at both."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.core.duplicates.agreement import NONE, agreement
from desktop_app.core.duplicates.alignment import (
    COARSE_SIDE,
    Guess,
    frame_guess,
    inner_guesses,
    refined,
)
from desktop_app.core.duplicates.look import Look
from desktop_app.core.duplicates.turns import Turn

SAME_PHOTO = 0.6
LEAST_OVERLAP = 0.4
_SURE = 0.85
_PROMISING = 0.3
_MOST_GUESSES = 3
_WORTH_A_FRAME = 0.4
_WORTH_A_PART = 0.3


@dataclass(frozen=True)
class Verdict:
    """What two pictures have in common.

    Attributes:
        same: Share of the texture that agrees where they overlap, 0 to 1.
        overlap: Share of one picture that shows what the other shows, 0 to 1.
        turn: How the second was turned, compared with the first.
        is_part: Whether one is a part of the other, instead of both having the same frame.
    """

    same: float
    overlap: float
    turn: Turn = Turn.NONE
    is_part: bool = False

    @property
    def is_sure(self) -> bool:
        return self.same >= _SURE and self.overlap >= LEAST_OVERLAP

    @property
    def is_same_photo(self) -> bool:
        return self.same >= SAME_PHOTO and self.overlap >= LEAST_OVERLAP


def verify(first: Look, second: Look) -> Verdict:
    """Align two pictures as well as possible, and compare what overlaps."""
    best = Verdict(0.0, 0.0)
    frame = frame_guess(first, second)
    if frame.score >= _WORTH_A_FRAME:
        best = _judged(first, second, frame, is_part=False)
    if best.is_sure:
        return best
    for guess in inner_guesses(first, second, _MOST_GUESSES):
        if guess.score < _WORTH_A_PART:
            break
        found = _judged(first, second, guess, is_part=True)
        best = max(best, found, key=lambda verdict: verdict.same)
        if best.is_same_photo:
            break
    return best


def _judged(first: Look, second: Look, guess: Guess, *, is_part: bool) -> Verdict:
    """Refine a guess and judge it, first in small pictures, then, if it is promising, in large."""
    side = min(first.side, second.side)
    alignment = guess.alignment
    found = NONE
    for size in sorted({min(side, COARSE_SIDE), side}):
        alignment = refined(first, second, alignment, size)
        found = agreement(first, second, alignment, size)
        if found.same < _PROMISING:
            break
    return Verdict(found.same, found.overlap, guess.turn, is_part)
