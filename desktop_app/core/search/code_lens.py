"""Look into codes: flip bits, compare two codes, and interpolate between them.

The confidence of a query's bit is the absolute value of its logit. It is the cost of a differing
bit in the ranking (codes.agreement), and the order in which an interpolation flips bits.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import Codes, signs
from desktop_app.core.search.code_index import Match, NearestCodes, Query

Bits: TypeAlias = NDArray[np.bool_]
Weights: TypeAlias = NDArray[np.float32]

# Enough to find a photo that is at neither end of an interpolation, if many are copies of those.
_CANDIDATES = 32


@dataclass(frozen=True)
class Comparison:
    """Two codes side by side.

    Attributes:
        costs: float32 [K], shares of the query's confidence; 0 where the bits agree.
        order: The differing bits, the most expensive first.
    """

    costs: Weights
    order: list[int]

    @property
    def distance(self) -> int:
        """Hamming distance, in bits."""
        return len(self.order)


@dataclass(frozen=True)
class InterpolationStep:
    """A point between two codes.

    Attributes:
        flips: The bits of the query that are flipped there.
        nearest: A photo near that point; None if the library has no further one.
    """

    flips: tuple[int, ...]
    nearest: Match | None


def bits(code: Codes) -> Bits:
    """Unpack a code uint8 [K/8] to bool [K]."""
    return np.unpackbits(code, bitorder="little").astype(bool)


def flipped(query: Query, flips: Collection[int]) -> Query:
    """Return the query with these bits flipped, each as confident as before.

    What texts describe is left out: it would hide what the flips change.
    """
    if not flips:
        return query
    logits = query.logits.copy()
    numbers = list(flips)
    # A logit of exactly 0 is a bit 0, and -0 would still be one: it becomes the smallest number.
    logits[numbers] = np.where(logits[numbers] == 0, np.finfo(np.float32).tiny, -logits[numbers])
    return Query(logits)


def confidence(query: Query) -> Weights:
    """Return the share of each bit in the query's confidence: float32 [K] with a sum of 1.

    The sum is 0 if all logits are 0.
    """
    sizes = np.abs(query.logits)
    total = float(sizes.sum())
    return np.asarray(sizes / total if total > 0 else sizes, np.float32)


def compare(query: Query, code: Codes) -> Comparison:
    """Compare a photo's code uint8 [K/8] with a query."""
    differ = bits(query.code) != bits(code)
    costs = np.where(differ, confidence(query), 0).astype(np.float32)
    places = np.flatnonzero(differ)
    order = places[np.lexsort((places, -costs[places]))]
    return Comparison(costs, order.tolist())


def shared(one: Codes, other: Codes) -> NDArray[np.float32]:
    """Return what two codes uint8 [K/8] have in common: float32 [K] of -1 and +1.

    Bits that differ are 0, halfway between the two, which a generator takes for unknown.
    """
    both = signs(np.stack([one, other]))
    return np.asarray(both.mean(axis=0), np.float32)


def without_surest(query: Query, count: int) -> NDArray[np.float32]:
    """Return a query's code as float32 [K] of -1 and +1, with its `count` surest bits left out.

    A bit that is left out is 0, which a generator takes for unknown.
    """
    values: NDArray[np.float32] = signs(query.code[np.newaxis])[0]
    values[_surest_first(query)[:count]] = 0
    return values


def flip_order(query: Query, code: Codes) -> list[int]:
    """Return the bits to flip one by one to turn a query's code into another uint8 [K/8].

    The bits in which the query is least confident come first.
    """
    return compare(query, code).order[::-1]


def interpolate(
    index: NearestCodes, query: Query, code: Codes, count: int
) -> list[InterpolationStep]:
    """Find photos between a query's code and another code.

    Args:
        index: Where to look for the photos.
        query: One end.
        code: The other end, uint8 [K/8].
        count: Number of steps, evenly spread, without the two ends.

    Returns:
        The steps. Each photo has neither the code of an end nor that of an earlier step.
    """
    order = flip_order(query, code)
    seen = {query.code.tobytes(), code.tobytes()}
    found = []
    for step in range(1, count + 1):
        flips = tuple(order[: round(len(order) * step / (count + 1))])
        nearest = _nearest_unseen(index, flipped(query, flips), seen)
        found.append(InterpolationStep(flips, nearest))
    return found


def _surest_first(query: Query) -> NDArray[np.int64]:
    """Number the bits [K] in the order of their confidence, equal ones in the order of the code."""
    return np.argsort(-np.abs(query.logits), kind="stable")


def _nearest_unseen(index: NearestCodes, query: Query, seen: set[bytes]) -> Match | None:
    """Return the nearest photo whose code is not in `seen`, and add its code there."""
    for match in index.nearest(query, _CANDIDATES):
        code = index.code(match.photo_id)
        if code is not None and code.tobytes() not in seen:
            seen.add(code.tobytes())
            return match
    return None
