"""Find all pairs of 64-bit words that differ in few bits, exactly, without comparing all pairs.

The bits are divided into chunks. Two words that differ in at most d bits agree in at least two of
d + 2 chunks, so words are sorted by each two chunks, and only those that agree in both are compared
(Manku, Jain, Das Sarma, "Detecting near-duplicates for web crawling", WWW 2007).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Words: TypeAlias = NDArray[np.uint64]
Rows: TypeAlias = NDArray[np.int64]

WORD_BITS = 64


class Pairs(NamedTuple):
    """P pairs of rows: int64 [P] and int64 [P], and the bits in which they differ, uint8 [P]."""

    first: Rows
    second: Rows
    distance: NDArray[np.uint8]


def joined(parts: Iterable[Pairs]) -> Pairs:
    """Return all pairs of several parts, in their order."""
    firsts, seconds, distances = zip(_NONE, *parts, strict=True)
    return Pairs(np.concatenate(firsts), np.concatenate(seconds), np.concatenate(distances))


_NONE = Pairs(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.uint8))


class _Chunk(NamedTuple):
    start: int
    bits: int

    def of(self, words: Words) -> Words:
        return (words >> np.uint64(self.start)) & np.uint64((1 << self.bits) - 1)


def close_pairs(words: Words, distance: int) -> Iterator[Pairs]:
    """Yield all pairs of rows whose words differ in at most `distance` bits; each pair once.

    Args:
        words: uint64 [N], at most 2^32 of them.
        distance: In bits, at most 30.

    Yields:
        Pairs in parts, the first row smaller than the second.
    """
    chunks = _chunks(distance + 2)
    for a, b in combinations(range(len(chunks)), 2):
        earlier = [chunk for at, chunk in enumerate(chunks[:b]) if at != a]
        for first, second in _agreeing(words, chunks[a], chunks[b]):
            differences = words[first] ^ words[second]
            bits = np.bitwise_count(differences)
            wanted = bits <= distance
            for chunk in earlier:  # a pair is found once: by the first two chunks that agree
                wanted &= chunk.of(differences) != 0
            ends = first[wanted], second[wanted]
            yield Pairs(np.minimum(*ends), np.maximum(*ends), bits[wanted])


def _chunks(count: int) -> list[_Chunk]:
    edges = [round(WORD_BITS * at / count) for at in range(count + 1)]
    return [_Chunk(start, end - start) for start, end in pairwise(edges)]


def _agreeing(words: Words, first: _Chunk, second: _Chunk) -> Iterator[tuple[Rows, Rows]]:
    """Yield the pairs of rows whose words agree in both chunks."""
    row_bits = np.uint64(max(1, (len(words) - 1).bit_length()))
    keys = first.of(words) << np.uint64(second.bits) | second.of(words)
    keyed = keys << row_bits | np.arange(len(words), dtype=np.uint64)
    keyed.sort()
    rows = (keyed & ((np.uint64(1) << row_bits) - np.uint64(1))).astype(np.int64)
    keyed >>= row_bits
    places, step = np.flatnonzero(keyed[1:] == keyed[:-1]), 1
    while len(places):
        yield rows[places], rows[places + step]
        step += 1
        places = places[places + step < len(words)]
        places = places[keyed[places] == keyed[places + step]]
