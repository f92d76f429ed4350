"""Of several results that are the same photo, the nearest alone."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import Codes, hamming


def collapse_near_duplicates(
    codes: Codes, within: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For codes uint8 [N, K/8], nearest first: the places of those that stay, int64 [M], and how
    many others each of them stands for, int64 [M].

    A photo goes where one that stays is before it and at most `within` bits away from it; it goes
    to the first of those. So photos that go are always like one that is shown, and never hang
    together by a chain alone.
    """
    left = np.arange(len(codes))
    kept, counts = [], []
    while len(left):
        is_same = hamming(codes[left[0]], codes[left]) <= within
        kept.append(left[0])
        counts.append(int(is_same.sum()) - 1)
        left = left[~is_same]
    return np.array(kept, np.int64), np.array(counts, np.int64)
