"""Fingerprints of turned pictures, from the fingerprints of the upright ones."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from desktop_app.core.fingerprints.close_pairs import Rows, Words
from desktop_app.core.fingerprints.fingerprint import SIDE
from desktop_app.core.same_photo.turns import Turn

_ROWS, _COLUMNS = np.divmod(np.arange(SIDE * SIDE), SIDE)


def as_words(fingerprints: Sequence[bytes]) -> tuple[Words, Rows]:
    """Return fingerprints as words.

    Args:
        fingerprints: Of each of N pictures: any number of words of 8 bytes. Bytes that are left
            over are ignored.

    Returns:
        The words, uint64 [F], and the row in `fingerprints` of each, int64 [F].
    """
    counts = [len(each) // 8 for each in fingerprints]
    whole = b"".join(each[: 8 * count] for each, count in zip(fingerprints, counts, strict=True))
    words = np.frombuffer(whole, "<u8").astype(np.uint64)
    return words, np.repeat(np.arange(len(counts)), counts)


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
    flips = np.packbits(odd, bitorder="little").view("<u8")[0]
    return np.asarray(words ^ np.uint64(flips), np.uint64)


def _transposed(words: Words) -> Words:
    """Transpose each word as a matrix of 8 x 8 bits.

    Source: H. S. Warren, "Hacker's Delight", 2nd edition, section 7-3.
    """
    for shift, mask in ((7, 0x00AA00AA00AA00AA), (14, 0x0000CCCC0000CCCC), (28, 0xF0F0F0F0)):
        swapped = (words ^ (words >> np.uint64(shift))) & np.uint64(mask)
        words = words ^ swapped ^ (swapped << np.uint64(shift))
    return words
