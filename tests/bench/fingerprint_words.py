"""Random fingerprints, a tenth of which are near-copies."""

from __future__ import annotations

import numpy as np

from desktop_app.core.fingerprints.close_pairs import Words

NEAR_BITS = 5


def random_words(count: int) -> Words:
    """The last tenth are the first with up to NEAR_BITS bits turned."""
    rng = np.random.default_rng(0)
    words = rng.integers(0, 2**64, count, np.uint64)
    copies = words[: count // 10].copy()
    for _ in range(NEAR_BITS):
        bits = np.uint64(1) << rng.integers(0, 64, len(copies)).astype(np.uint64)
        copies ^= np.where(rng.random(len(copies)) < 0.6, bits, np.uint64(0))
    words[-len(copies) :] = copies
    return words
