"""The eight ways to turn and mirror a picture."""

from __future__ import annotations

from enum import IntEnum
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

T = TypeVar("T", bound=np.generic)

Matrix = NDArray[np.float64]


class Turn(IntEnum):
    """How a picture was turned: transposed (4), then flipped top to bottom (2), left to right (1).

    Each member says what makes the turned picture from the original.
    """

    NONE = 0
    MIRRORED = 1
    FLIPPED = 2
    HALF_TURN = 3
    TRANSPOSED = 4
    RIGHT = 5
    LEFT = 6
    TRANSVERSED = 7

    @property
    def inverse(self) -> Turn:
        """What makes the original from the turned picture."""
        return {Turn.RIGHT: Turn.LEFT, Turn.LEFT: Turn.RIGHT}.get(self, self)

    @property
    def is_mirrored(self) -> bool:
        """Whether writing in the turned picture reads backwards."""
        return self.bit_count() % 2 == 1


def turned(picture: NDArray[T], turn: Turn) -> NDArray[T]:
    """Turn a picture [H, W]; the result is a view, [H, W] or [W, H]."""
    if turn & Turn.TRANSPOSED:
        picture = picture.T
    if turn & Turn.FLIPPED:
        picture = picture[::-1]
    return picture[:, ::-1] if turn & Turn.MIRRORED else picture


def turn_matrix(turn: Turn) -> Matrix:
    """Return float64 [2, 2]: it takes a place (x, y) in a turned picture to that in the original.

    Places are measured from the centres of both pictures.
    """
    flips = np.diag([-1.0 if turn & Turn.MIRRORED else 1.0, -1.0 if turn & Turn.FLIPPED else 1.0])
    return np.eye(2)[::-1] @ flips if turn & Turn.TRANSPOSED else flips
