"""Pairs of photos whose fingerprints are nearly the same, in any turn."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.fingerprints.close_pairs import Pairs, Rows, Words, close_pairs
from desktop_app.core.fingerprints.words import turned_fingerprints
from desktop_app.core.same_photo.turns import Turn

FINGERPRINT_DISTANCE = 5
TURNED_DISTANCE = 3  # .995 of turned copies of half the size; a third of the time of 5
# Each pair of photos is found in one of these turns: LEFT is RIGHT from the other side.
_TURNS = [turn for turn in Turn if turn not in (Turn.NONE, Turn.LEFT)]
# Photos of the same fingerprint are all compared, unless there are so many that it says nothing.
_FEW = 256  # photos that are compared with all; more are joined with all
_MANY = 32
_NEXT = 4
_MOST_OF_EACH = 8
_MOST_OF_ONE = 64


def fingerprint_candidates(
    words: Words, rows: Rows, is_wanted: NDArray[np.bool_]
) -> Iterator[Pairs]:
    """Yield pairs of rows whose fingerprints differ in at most FINGERPRINT_DISTANCE bits.

    In other turns than upright, in at most TURNED_DISTANCE.

    Args:
        words: Fingerprints, uint64 [F].
        rows: The row of each fingerprint, int64 [F].
        is_wanted: For each row, whether its pairs are wanted, bool [C]; one side suffices.

    Yields:
        Pairs in parts, the first row smaller than the second; a pair may come twice.
    """
    few = np.flatnonzero(is_wanted[rows])
    parts = _of_each(words, rows, few) if len(few) <= _FEW else _of_all(words, rows)
    for pairs in parts:
        wanted = is_wanted[pairs.first] | is_wanted[pairs.second]
        wanted &= pairs.first != pairs.second
        ends = pairs.first[wanted], pairs.second[wanted]
        yield Pairs(np.minimum(*ends), np.maximum(*ends), pairs.distance[wanted])


def most_bits(turn: Turn) -> int:
    """Return in how many bits the fingerprints of copies differ that are turned so."""
    return FINGERPRINT_DISTANCE if turn is Turn.NONE else TURNED_DISTANCE


def near_words(words: Words, word: Words, turn: Turn) -> tuple[Rows, NDArray[np.uint8]]:
    """Compare one fingerprint, uint64 [1], in a turn with all.

    Returns:
        The places of those that are near, int64 [P], and the bits in which they differ, uint8 [P].
    """
    bits = np.bitwise_count(words ^ turned_fingerprints(word, turn))
    near = np.flatnonzero(bits <= most_bits(turn))
    return near, bits[near]


def _of_each(words: Words, rows: Rows, few: Rows) -> Iterator[Pairs]:
    """Compare a few of the words, at these places, with all: 20 ms for each of a million."""
    for place in few:
        for turn in Turn:
            near, bits = near_words(words, words[place : place + 1], turn)
            near, bits = near[:_MOST_OF_ONE], bits[:_MOST_OF_ONE]
            yield Pairs(np.full(len(near), rows[place]), rows[near], bits)


def _of_all(words: Words, rows: Rows) -> Iterator[Pairs]:
    different, counts = np.unique(words, return_counts=True)
    ordered = rows[np.argsort(words, kind="stable")]
    starts = np.cumsum(counts) - counts
    yield from _equal(ordered, starts, counts)
    yield from _upright(different, ordered, starts, counts)
    yield from _in_other_turns(different, ordered, starts, counts)


def _equal(ordered: Rows, starts: Rows, counts: Rows) -> Iterator[Pairs]:
    """Yield the pairs of rows with the same word."""
    group = np.repeat(np.arange(len(starts)), counts)
    for step in range(1, min(int(counts.max(initial=0)), _MANY)):
        near = group[step:] == group[:-step]
        if step > _NEXT:
            near &= counts[group[step:]] <= _MANY
        first, second = ordered[:-step][near], ordered[step:][near]
        yield Pairs(first, second, np.zeros(len(first), np.uint8))


def _upright(words: Words, ordered: Rows, starts: Rows, counts: Rows) -> Iterator[Pairs]:
    for pairs in close_pairs(words, FINGERPRINT_DISTANCE):
        yield from _of_rows(pairs, ordered, starts, counts)


def _in_other_turns(words: Words, ordered: Rows, starts: Rows, counts: Rows) -> Iterator[Pairs]:
    count = len(words)
    for turn in _TURNS:
        both = np.concatenate([words, turned_fingerprints(words, turn)])
        for pairs in close_pairs(both, TURNED_DISTANCE):
            across = (pairs.first < count) & (pairs.second >= count)
            first, second = pairs.first[across], pairs.second[across] - count
            yield from _of_rows(
                Pairs(first, second, pairs.distance[across]), ordered, starts, counts
            )


def _of_rows(pairs: Pairs, ordered: Rows, starts: Rows, counts: Rows) -> Iterator[Pairs]:
    """Take pairs of different words to pairs of the rows that have them: the first of each."""
    for a in range(_MOST_OF_EACH):
        for b in range(_MOST_OF_EACH):
            exist = (counts[pairs.first] > a) & (counts[pairs.second] > b)
            if not exist.any():
                break
            first = ordered[starts[pairs.first[exist]] + a]
            second = ordered[starts[pairs.second[exist]] + b]
            yield Pairs(first, second, pairs.distance[exist])
