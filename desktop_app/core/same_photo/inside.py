"""Lay over each other what is inside the borders, frames and windows of two pictures."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np

from desktop_app.core.same_photo.alignment import Alignment, Guess, frame_guess, inverse, joined
from desktop_app.core.same_photo.look import InnerLook, Look


@dataclass(frozen=True, eq=False)
class Inside:
    """What is compared of two pictures: of one of them, or of both, what is inside its borders.

    Attributes:
        first: Of the first picture.
        second: Of the second picture.
        guess: Lays the one over the other, as whole frames.
    """

    first: InnerLook
    second: InnerLook
    guess: Guess

    def of_wholes(self, alignment: Alignment) -> Alignment:
        """Return an alignment of what is inside as one of the whole pictures."""
        return joined(
            joined(inverse(self.first.placement), alignment),
            self.second.placement,
        )


def inside(first: Look, second: Look) -> Inside | None:
    """Return what fits best without borders; None if neither picture has any.

    A photo may have a plain band that looks like a border, so the whole picture may fit better.
    """
    pairs = [*product(_parts(first), _parts(second))][1:]
    found = [Inside(*pair, frame_guess(pair[0].look, pair[1].look)) for pair in pairs]
    return max(found, key=lambda each: each.guess.score, default=None)


def _parts(look: Look) -> list[InnerLook]:
    """The whole picture first, then what is inside."""
    whole = InnerLook(look, is_framed=False, placement=np.eye(2, 3))
    return [whole, look.inner] if look.inner else [whole]
