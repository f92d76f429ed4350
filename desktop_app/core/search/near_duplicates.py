"""Show only the nearest of several results that are nearly the same photo."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import Codes, hamming


def collapse_near_duplicates(
    codes: Codes, within: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Group near-duplicates around the results that precede them.

    A result joins the first earlier one that is kept and at most `within` bits away. So every
    hidden photo resembles a shown one directly, never only through a chain of others.

    Args:
        codes: uint8 [N, K/8], nearest first.
        within: Largest Hamming distance, in bits, between near-duplicates.

    Returns:
        The positions of the results that are kept, int64 [M], and for each of them the number of
        results it hides, int64 [M].
    """
    left = np.arange(len(codes))
    kept, counts = [], []
    while len(left):
        is_same = hamming(codes[left[0]], codes[left]) <= within
        kept.append(left[0])
        counts.append(int(is_same.sum()) - 1)
        left = left[~is_same]
    return np.array(kept, np.int64), np.array(counts, np.int64)
