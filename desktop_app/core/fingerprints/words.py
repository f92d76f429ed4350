"""Fingerprints of turned pictures, from the fingerprints of the upright ones."""

from __future__ import annotations

import numpy as np

from desktop_app.core.fingerprints.close_pairs import Words
from desktop_app.core.fingerprints.fingerprint import SIDE
from desktop_app.core.same_photo.turns import Turn

_ROWS, _COLUMNS = np.divmod(np.arange(SIDE * SIDE), SIDE)


def as_words(fingerprints: list[bytes]) -> Words:
    """Return fingerprints of 8 bytes as uint64 [N]."""
    return np.frombuffer(b"".join(fingerprints), "<u8").astype(np.uint64)


def turned_fingerprints(words: Words, turn: Turn) -> Words:
    """Return the fingerprints of turned pictures, uint64 [N].

    Waves that are odd in a direction change their sign when the picture is flipped in it, and rows
    and columns of frequencies change places when it is transposed.
    """
    if turn & Turn.TRANSPOSED:
        words = _transposed(words)
    odd = np.zeros(SIDE * SIDE, bool)
    if turn & Turn.MIRRORED:
        odd ^= _COLUMNS % 2 == 1
    if turn & Turn.FLIPPED:
        odd ^= _ROWS % 2 == 1
    flips = as_words([np.packbits(odd, bitorder="little").tobytes()])
    return np.asarray(words ^ flips[0], np.uint64)


def _transposed(words: Words) -> Words:
    """Transpose each word as a matrix of 8 x 8 bits.

    Source: H. S. Warren, "Hacker's Delight", 2nd edition, section 7-3.
    """
    for shift, mask in ((7, 0x00AA00AA00AA00AA), (14, 0x0000CCCC0000CCCC), (28, 0xF0F0F0F0)):
        swapped = (words ^ (words >> np.uint64(shift))) & np.uint64(mask)
        words = words ^ swapped ^ (swapped << np.uint64(shift))
    return words
