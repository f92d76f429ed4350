"""Centred unit vectors in integers, whose dot products are exact to the last bit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import Descriptors
from desktop_app.core.learning.linear_hash import Floats, unit_rows

Rows: TypeAlias = NDArray[np.int64]

# With vectors of this length all dot products stay below 2^24: float32 holds them exactly.
LENGTH = np.float32(4000)
PAIRS_AT_ONCE = 2**24


def directions(features: Floats | Descriptors) -> Floats:
    """Centre features or descriptors [N, F], scale rows to length 4000 and round: float32 [N, F].

    Dot products of such integers are exact in any order of addition, at a cost of less than 0.001
    of a cosine: neighbours then depend neither on the processor nor on how pairs are batched. A row
    equal to the mean becomes 0, at distance 1 from all.
    """
    floats = features.astype(np.float32)
    centred = floats - floats.mean(axis=0, dtype=np.float64).astype(np.float32)
    return np.asarray(np.rint(unit_rows(centred) * LENGTH), np.float32)


def row_blocks(photos: int, among: int) -> Iterator[Rows]:
    """Split 0 .. `photos` - 1 into blocks that can be compared with `among` photos in 64 MB."""
    step = max(1, PAIRS_AT_ONCE // max(1, among))
    for start in range(0, photos, step):
        yield np.arange(start, min(start + step, photos))
