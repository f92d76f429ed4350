"""Average precision of rankings with ties: what shuffling the ties gives on average, exactly.

Codes tie often (64 bits know 65 distances), and whoever sorts ties by file order measures the
file order. McSherry and Najork (ECIR 2008) give the expected precision at a place inside a tie.
Here the ranking is also cut off at `top` and the sum is divided by the relevant photos found
before the cut, as the hashing literature does, so the tie that lies across the cut needs one more
step: how many of its relevant photos come before the cut is hypergeometric, and given that number
the same formula holds again for the part before the cut.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class TieGroups:
    """Rankings as groups of photos at one distance, nearest first; both are int64 [Q, G].

    `sizes` counts the photos of a group, `relevant` those among them that are relevant. A group
    may be empty.
    """

    sizes: Counts
    relevant: Counts


def counted_groups(
    distances: NDArray[np.int64], relevant: NDArray[np.bool_], farthest: int
) -> TieGroups:
    """From whole distances int64 [Q, M] and relevance bool [Q, M]: group g is distance g.

    G is `farthest` + 1; photos beyond `farthest` are left out.
    """
    width = farthest + 2
    places = np.minimum(distances, farthest + 1) * 2
    places += relevant
    places += np.arange(len(distances))[:, None] * (2 * width)
    counts = np.bincount(places.ravel(), minlength=len(distances) * 2 * width)
    counts = counts.reshape(len(distances), width, 2)[:, : farthest + 1]
    return TieGroups(counts.sum(axis=2), counts[:, :, 1])


def ranked_groups(distances: NDArray[Any], relevant: NDArray[np.bool_], top: int) -> TieGroups:
    """From distances of any kind [Q, M] and relevance bool [Q, M].

    G is `top`. The groups reach as far as the `top` nearest photos, and the last one holds also
    those that tie with the farthest of them.
    """
    top = min(top, distances.shape[1])
    nearest = np.argpartition(distances, top - 1, axis=1)[:, :top]
    found = np.take_along_axis(distances, nearest, axis=1)
    order = np.argsort(found, axis=1)
    found = np.take_along_axis(found, order, axis=1)
    hits = np.take_along_axis(relevant, np.take_along_axis(nearest, order, axis=1), axis=1)
    group = np.zeros(found.shape, np.int64)
    group[:, 1:] = (found[:, 1:] != found[:, :-1]).cumsum(axis=1)
    rows = np.arange(len(found))
    places = (group + rows[:, None] * top).ravel()
    sizes = np.bincount(places, minlength=found.size).reshape(found.shape)
    hit_counts = np.bincount(places[hits.ravel()], minlength=found.size).reshape(found.shape)
    tied = distances == found[:, -1:]
    sizes[rows, group[:, -1]] = tied.sum(axis=1)
    hit_counts[rows, group[:, -1]] = (tied & relevant).sum(axis=1)
    return TieGroups(sizes, hit_counts)


def expected_average_precision(groups: TieGroups, top: int) -> NDArray[np.float64]:
    """AP@top of each ranking, float64 [Q]: its mean over all orders of the ties.

    The mean of the precisions at the relevant places up to `top`, divided by the relevant photos
    found there; 0 where there is none.
    """
    ends = groups.sizes.cumsum(axis=1)
    starts = ends - groups.sizes
    before = groups.relevant.cumsum(axis=1) - groups.relevant
    harmonic = _harmonic_numbers(top)
    whole = ends <= top
    gains = _gains(groups.sizes, groups.relevant, np.minimum(starts, top), before, harmonic)
    gained = np.where(whole, gains, 0).sum(axis=1)
    found = np.where(whole, groups.relevant, 0).sum(axis=1)
    precision = gained / np.maximum(found, 1)
    rows, cut = np.nonzero((starts < top) & (ends > top))
    precision[rows] = _cut_through(
        groups.sizes[rows, cut],
        groups.relevant[rows, cut],
        starts[rows, cut],
        top,
        (gained[rows], found[rows], harmonic),
    )
    return np.asarray(precision, np.float64)


def _gains(
    sizes: Counts, relevant: Counts, starts: Counts, before: Counts, harmonic: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Expected sum of the precisions at the relevant places of a group in random order.

    Place j = 1..n of a group of n, r of them relevant, that starts after s photos, b of them
    relevant, is relevant with probability r / n, and then has 1 + b + (j - 1)(r - 1) / (n - 1)
    relevant photos up to it, of s + j. The sums over j are of 1 / (s + j), the harmonic numbers,
    and of (j - 1) / (s + j) = 1 - (s + 1) / (s + j).
    """
    ends = np.minimum(starts + sizes, len(harmonic) - 1)
    inverse = harmonic[ends] - harmonic[starts]
    share = relevant / np.maximum(sizes, 1)
    inside = (relevant - 1) / np.maximum(sizes - 1, 1)
    gains = share * ((before + 1) * inverse + inside * (sizes - (starts + 1) * inverse))
    return np.asarray(gains, np.float64)


def _cut_through(
    sizes: Counts,
    relevant: Counts,
    starts: Counts,
    top: int,
    so_far: tuple[NDArray[np.float64], Counts, NDArray[np.float64]],
) -> NDArray[np.float64]:
    """AP@top of the rankings whose group, one each [q], has photos before and behind the cut.

    `so_far` are the sum of precisions and the relevant photos before that group, and the harmonic
    numbers. The mean over how many relevant photos of the group come before the cut.
    """
    gained, found, harmonic = so_far
    drawn = top - starts
    hits = np.arange(int(np.minimum(relevant, drawn).max(initial=0)) + 1)[None]
    gains = _gains(drawn[:, None], hits, starts[:, None], found[:, None], harmonic)
    precision = (gained[:, None] + gains) / np.maximum(found[:, None] + hits, 1)
    return np.asarray((_hypergeometric(sizes, relevant, drawn, hits) * precision).sum(axis=1))


def _hypergeometric(
    sizes: Counts, relevant: Counts, drawn: Counts, hits: Counts
) -> NDArray[np.float64]:
    """Chance that `drawn` [q] of `sizes` photos hold `hits` [1, X] of the `relevant`: [q, X]."""
    logs = np.zeros(int(sizes.max(initial=0)) + 1)  # of the factorials
    logs[1:] = np.log(np.arange(1, len(logs))).cumsum()
    others, missed = (sizes - relevant)[:, None], drawn[:, None] - hits
    parts = np.stack(np.broadcast_arrays(hits, relevant[:, None] - hits, missed, others - missed))
    ways = -logs[parts.clip(0, len(logs) - 1)].sum(axis=0)
    ways[(parts < 0).any(axis=0)] = -np.inf
    chances = np.exp(ways - ways.max(axis=1, keepdims=True, initial=-np.inf))
    return np.asarray(chances / chances.sum(axis=1, keepdims=True), np.float64)


def _harmonic_numbers(last: int) -> NDArray[np.float64]:
    """1 + 1/2 + ... + 1/k for k = 0..last."""
    numbers = np.zeros(last + 1)
    numbers[1:] = (1 / np.arange(1, last + 1)).cumsum()
    return numbers
