"""Decide whether two pictures are the same photo, edited or not, by looking at both."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum

import numpy as np

from desktop_app.core.same_photo.agreement import NONE, Agreement, agreement
from desktop_app.core.same_photo.alignment import (
    COARSE_SIDE,
    Alignment,
    Guess,
    frame_guess,
    part_guesses,
    refined,
)
from desktop_app.core.same_photo.inside import inside
from desktop_app.core.same_photo.look import Look
from desktop_app.core.same_photo.turns import Turn

SAME_PHOTO = 0.64
LEAST_OVERLAP = 0.4
_SURE = 0.8
_PROMISING = 0.45
# Scores of guesses that are worth refining: of copies hardly any is lower. Of strangers in Corel,
# the whole frames score .46, and parts .29, in 19 of 20 pairs at most.
_WORTH_A_FRAME = 0.4
_WORTH_INSIDE = 0.48
_WORTH_A_PART = 0.35
_ONE_FRAME = 0.05  # a difference of areas that cutting may make


class Part(IntEnum):
    """Which of two pictures shows only a part of the other."""

    NONE = 0
    FIRST = 1
    SECOND = 2

    @property
    def other(self) -> Part:
        return {Part.FIRST: Part.SECOND, Part.SECOND: Part.FIRST}.get(self, self)


@dataclass(frozen=True)
class Verdict:
    """What two pictures have in common.

    Attributes:
        same: How well the texture agrees where they overlap, 0 to 1.
        overlap: Share of one picture that shows what the other shows, 0 to 1.
        turn: How the second was turned, compared with the first.
        part: Which one is a part of the other, if they have not the same frame.
        framed: Which one shows the other with borders, a frame or a window around it.
    """

    same: float
    overlap: float
    turn: Turn = Turn.NONE
    part: Part = Part.NONE
    framed: Part = Part.NONE

    @property
    def is_part(self) -> bool:
        return self.part is not Part.NONE

    @property
    def reversed(self) -> Verdict:
        """The same verdict with the second picture as the first."""
        return replace(self, turn=self.turn.inverse, part=self.part.other, framed=self.framed.other)

    @property
    def is_sure(self) -> bool:
        return self.same >= _SURE and self.overlap >= LEAST_OVERLAP

    @property
    def is_same_photo(self) -> bool:
        return self.same >= SAME_PHOTO and self.overlap >= LEAST_OVERLAP


def verify(first: Look, second: Look) -> Verdict:
    """Align two pictures as well as possible, and compare what overlaps.

    Plain pictures are never the same photo: they agree with each other too easily.
    """
    best = Verdict(0.0, 0.0)
    if first.is_plain or second.is_plain:
        return best
    frame = frame_guess(first, second)
    if frame.score >= _WORTH_A_FRAME:
        best = _judged(first, second, frame, is_part=False)
    if best.is_sure:
        return best
    best = max(best, _judged_inside(first, second), key=lambda verdict: verdict.same)
    if best.is_sure:
        return best
    for guess in part_guesses(first, second, frame, _WORTH_A_PART):
        found = _judged(first, second, guess, is_part=True)
        best = max(best, found, key=lambda verdict: verdict.same)
        if best.is_same_photo:
            break
    return best


def _judged_inside(first: Look, second: Look) -> Verdict:
    """Compare what is inside the borders of one picture or both."""
    found = inside(first, second)
    if found is None or found.guess.score < _WORTH_INSIDE:
        return Verdict(0.0, 0.0)
    ours, theirs = found.first.look, found.second.look
    if ours.is_plain or theirs.is_plain:
        return Verdict(0.0, 0.0)
    verdict = _judged(ours, theirs, found.guess, is_part=False)
    alignment = found.of_wholes(found.guess.alignment)
    if abs(_scale(alignment) - 1) < _ONE_FRAME:
        return verdict
    part = _part(alignment)
    whole = found.second if part is Part.FIRST else found.first
    return replace(verdict, part=part, framed=part.other if whole.is_framed else Part.NONE)


def _judged(first: Look, second: Look, guess: Guess, *, is_part: bool) -> Verdict:
    """Refine a guess and judge it; the picture that shows less is laid into the other one."""
    if _scale(guess.alignment) > 1:
        return _judged(second, first, guess.reversed, is_part=is_part).reversed
    alignment, found = _refined_judgement(first, second, guess.alignment)
    part = _part(alignment) if is_part else Part.NONE
    return Verdict(found.same, found.overlap, guess.turn, part)


def _refined_judgement(
    first: Look, second: Look, alignment: Alignment
) -> tuple[Alignment, Agreement]:
    """Compare small pictures first, then, if they are promising, large ones."""
    side = min(first.side, second.side)
    found = NONE
    for size in sorted({min(side, COARSE_SIDE), side}):
        alignment = refined(first, second, alignment, size)
        found = agreement(first, second, alignment, size)
        if found.same < _PROMISING:
            break
    return alignment, found


def _part(alignment: Alignment) -> Part:
    """The first is a part of the second if it covers less than the longer side of that."""
    return Part.FIRST if _scale(alignment) < 1 else Part.SECOND


def _scale(alignment: Alignment) -> float:
    """The area of the second that an area of the first takes, both in squares of longer sides."""
    return abs(float(np.linalg.det(alignment[:, :2])))
