"""Average precision of rankings with ties: the exact mean over all orders of the tied photos.

Codes tie often (64 bits have 65 distances), and sorting ties by file order measures the file order.
McSherry and Najork (ECIR 2008) give the expected precision at a rank inside a tie. Here the ranking
is cut off at `top` and the sum is divided by the relevant photos found before the cut, as the
hashing literature does. A tie that lies across the cut needs one more step: the number of its
relevant photos before the cut is hypergeometric, and given that number the same formula holds for
the part before the cut.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class TieGroups:
    """Rankings as groups of photos at the same distance, nearest first. A group may be empty.

    Attributes:
        sizes: int64 [Q, G], number of photos of each group.
        relevant: int64 [Q, G], number of relevant photos among them.
    """

    sizes: Counts
    relevant: Counts


def counted_groups(
    distances: NDArray[np.int64], relevant: NDArray[np.bool_], farthest: int
) -> TieGroups:
    """Group by integer distances: group g holds the photos at distance g, up to `farthest`.

    Args:
        distances: int64 [Q, M].
        relevant: bool [Q, M].
        farthest: G is `farthest` + 1; photos beyond are left out.
    """
    width = farthest + 2
    places = np.minimum(distances, farthest + 1) * 2
    places += relevant
    places += np.arange(len(distances))[:, None] * (2 * width)
    counts = np.bincount(places.ravel(), minlength=len(distances) * 2 * width)
    counts = counts.reshape(len(distances), width, 2)[:, : farthest + 1]
    return TieGroups(counts.sum(axis=2), counts[:, :, 1])


def ranked_groups(distances: NDArray[Any], relevant: NDArray[np.bool_], top: int) -> TieGroups:
    """Group by distances of any dtype [Q, M] with relevance bool [Q, M]; G is `top`.

    The groups hold the `top` nearest photos, the last one also all that tie with the farthest.
    """
    top = min(top, distances.shape[1])
    nearest = np.argpartition(distances, top - 1, axis=1)[:, :top]
    order = np.argsort(np.take_along_axis(distances, nearest, axis=1), axis=1)
    nearest = np.take_along_axis(nearest, order, axis=1)
    found = np.take_along_axis(distances, nearest, axis=1)
    group = np.zeros(found.shape, np.int64)
    group[:, 1:] = (found[:, 1:] != found[:, :-1]).cumsum(axis=1)
    hits = np.take_along_axis(relevant, nearest, axis=1)
    sizes, hit_counts = _counts_by_group(group, hits)
    last, tied = (np.arange(len(found)), group[:, -1]), distances == found[:, -1:]
    sizes[last], hit_counts[last] = tied.sum(axis=1), (tied & relevant).sum(axis=1)
    return TieGroups(sizes, hit_counts)


def _counts_by_group(group: Counts, hits: NDArray[np.bool_]) -> tuple[Counts, Counts]:
    """Count photos and hits of each group, int64 [Q, G] each, from their groups [Q, G]."""
    places = (group + np.arange(len(group))[:, None] * group.shape[1]).ravel()
    sizes = np.bincount(places, minlength=group.size).reshape(group.shape)
    return sizes, np.bincount(places[hits.ravel()], minlength=group.size).reshape(group.shape)


def expected_average_precision(groups: TieGroups, top: int) -> NDArray[np.float64]:
    """Compute AP@top of each ranking, float64 [Q]: the mean over all orders of the ties.

    AP@top is the mean of the precisions at the ranks up to `top` that hold relevant photos; 0 if
    there is none.
    """
    ends = groups.sizes.cumsum(axis=1)
    starts, complete, harmonic = ends - groups.sizes, ends <= top, _harmonic_numbers(top)
    before = groups.relevant.cumsum(axis=1) - groups.relevant
    gains = _gains(groups.sizes, groups.relevant, np.minimum(starts, top), before, harmonic)
    gained = np.where(complete, gains, 0).sum(axis=1)
    found = np.where(complete, groups.relevant, 0).sum(axis=1)
    precision = gained / np.maximum(found, 1)
    rows, cut = np.nonzero((starts < top) & (ends > top))
    sizes, relevant, first = (each[rows, cut] for each in (groups.sizes, groups.relevant, starts))
    so_far = (gained[rows], found[rows], harmonic)
    precision[rows] = _precision_of_cut_group(sizes, relevant, first, top, so_far)
    return np.asarray(precision, np.float64)


def _gains(
    sizes: Counts, relevant: Counts, starts: Counts, before: Counts, harmonic: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Compute the expected sum of the precisions at the relevant ranks of a shuffled group.

    Rank j = 1..n of a group of n photos, r of them relevant, that starts after s photos, b of them
    relevant, is relevant with probability r / n, and then 1 + b + (j - 1)(r - 1) / (n - 1) of the
    s + j photos up to it are relevant. The sums over j are of 1 / (s + j), the harmonic numbers,
    and of (j - 1) / (s + j) = 1 - (s + 1) / (s + j).
    """
    ends = np.minimum(starts + sizes, len(harmonic) - 1)
    inverse = harmonic[ends] - harmonic[starts]
    share = relevant / np.maximum(sizes, 1)
    inside = (relevant - 1) / np.maximum(sizes - 1, 1)
    gains = share * ((before + 1) * inverse + inside * (sizes - (starts + 1) * inverse))
    return np.asarray(gains, np.float64)


def _precision_of_cut_group(
    sizes: Counts, relevant: Counts, starts: Counts, top: int,
    so_far: tuple[NDArray[np.float64], Counts, NDArray[np.float64]],
) -> NDArray[np.float64]:  # fmt: skip
    """Compute AP@top of rankings with a group, one each [q], on both sides of the cut.

    This is the mean over how many of the group's relevant photos come before the cut. `so_far`
    are the sum of precisions and the relevant photos before it, and the harmonic numbers.
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
    """Return the chance that `drawn` [q] of `sizes` photos hold `hits` [1, X] relevant: [q, X]."""
    logs = np.zeros(int(sizes.max(initial=0)) + 1)  # of the factorials
    logs[1:] = np.log(np.arange(1, len(logs))).cumsum()
    others, missed = (sizes - relevant)[:, None], drawn[:, None] - hits
    parts = np.stack(np.broadcast_arrays(hits, relevant[:, None] - hits, missed, others - missed))
    ways = -logs[parts.clip(0, len(logs) - 1)].sum(axis=0)
    ways[(parts < 0).any(axis=0)] = -np.inf
    chances = np.exp(ways - ways.max(axis=1, keepdims=True, initial=-np.inf))
    return np.asarray(chances / chances.sum(axis=1, keepdims=True), np.float64)


def _harmonic_numbers(last: int) -> NDArray[np.float64]:
    """Return 1 + 1/2 + ... + 1/k for k = 0..last."""
    numbers = np.zeros(last + 1)
    numbers[1:] = (1 / np.arange(1, last + 1)).cumsum()
    return numbers
