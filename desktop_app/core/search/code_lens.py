"""Codes as things to play with: bits flipped, two codes compared, the way from one to another.

A query cares for each of its bits as much as its logit is away from zero: that is what a differing
bit costs a photo in the ranking (codes.agreement), and the order in which a query gives bits up.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import Codes, signs
from desktop_app.core.search.code_index import CodeIndex, Match, Query

Bits: TypeAlias = NDArray[np.bool_]
Weights: TypeAlias = NDArray[np.float32]

# Enough to find a photo that is at neither end of a way, where many are copies of those.
_LOOKED_AT = 32


@dataclass(frozen=True)
class Comparison:
    """Two codes side by side. `costs` float32 [K] are shares of the query's confidence, 0 where the
    bits agree; `order` names the differing bits, the one that costs most first.
    """

    costs: Weights
    order: list[int]

    @property
    def distance(self) -> int:
        return len(self.order)


@dataclass(frozen=True)
class Waypoint:
    """A place on the way to another code: the bits that are flipped there, and a photo near it."""

    flips: tuple[int, ...]
    nearest: Match | None


def bits(code: Codes) -> Bits:
    """Packed code uint8 [K/8] -> bool [K]."""
    return np.unpackbits(code, bitorder="little").astype(bool)


def flipped(query: Query, flips: Collection[int]) -> Query:
    """The same query with these bits turned round, each as sure as before."""
    logits = query.logits.copy()
    numbers = list(flips)
    # A logit of exactly 0 is a bit 0, whose sign turned round would be one again.
    logits[numbers] = np.where(logits[numbers] == 0, np.finfo(np.float32).tiny, -logits[numbers])
    return Query(logits)


def confidence(query: Query) -> Weights:
    """How much a query cares for each bit: float32 [K], with a sum of 1 (of 0 where for none)."""
    sizes = np.abs(query.logits)
    total = float(sizes.sum())
    return np.asarray(sizes / total if total > 0 else sizes, np.float32)


def compare(query: Query, code: Codes) -> Comparison:
    """Where a photo's code uint8 [K/8] differs from a query's, and what that costs."""
    differ = bits(query.code) != bits(code)
    costs = np.where(differ, confidence(query), 0).astype(np.float32)
    places = np.flatnonzero(differ)
    order = places[np.lexsort((places, -costs[places]))]
    return Comparison(costs, order.tolist())


def shared(one: Codes, other: Codes) -> NDArray[np.float32]:
    """What two codes uint8 [K/8] have in common: float32 [K], -1 and +1, and 0 where they differ:
    half way between the two, which is what a generator takes for 'not said'.
    """
    both = signs(np.stack([one, other]))
    return np.asarray(both.mean(axis=0), np.float32)


def way(query: Query, code: Codes) -> list[int]:
    """The bits to flip one by one on the way from a query's code to another uint8 [K/8]: those
    first that the query cares for least.
    """
    return compare(query, code).order[::-1]


def waypoints(index: CodeIndex, query: Query, code: Codes, count: int) -> list[Waypoint]:
    """`count` places, evenly spread between a query's code and another uint8 [K/8], both ends left
    out, each with the nearest photo that is at neither end and was not met before.
    """
    order = way(query, code)
    met = {query.code.tobytes(), code.tobytes()}
    found = []
    for step in range(1, count + 1):
        flips = tuple(order[: round(len(order) * step / (count + 1))])
        nearest = _nearest_of_others(index, flipped(query, flips), met)
        found.append(Waypoint(flips, nearest))
    return found


def _nearest_of_others(index: CodeIndex, query: Query, met: set[bytes]) -> Match | None:
    """The nearest photo whose code is not among `met`, and now is."""
    for match in index.nearest(query, _LOOKED_AT):
        code = index.code(match.photo_id)
        if code is not None and code.tobytes() not in met:
            met.add(code.tobytes())
            return match
    return None
