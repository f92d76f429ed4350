import numpy as np
import pytest

from desktop_app.core.fingerprints.close_pairs import Words, close_pairs


def _words(count: int, seed: int) -> Words:
    """Random words, and copies of a third of them with one to eight bits flipped."""
    rng = np.random.default_rng(seed)
    words = rng.integers(0, 2**64, count, np.uint64)
    copies = words[: count // 3].copy()
    for _ in range(8):
        flips = np.uint64(1) << rng.integers(0, 64, len(copies)).astype(np.uint64)
        copies ^= np.where(rng.random(len(copies)) < 0.6, flips, np.uint64(0))
    return rng.permutation(np.concatenate([words, copies]))


def _found(words: Words, distance: int) -> list[tuple[int, int, int]]:
    return sorted(
        (int(i), int(j), int(bits))
        for pairs in close_pairs(words, distance)
        for i, j, bits in zip(*pairs, strict=True)
    )


def _compared(words: Words, distance: int) -> list[tuple[int, int, int]]:
    """Compare every pair."""
    return [
        (i, j, (int(words[i]) ^ int(words[j])).bit_count())
        for i in range(len(words))
        for j in range(i + 1, len(words))
        if (int(words[i]) ^ int(words[j])).bit_count() <= distance
    ]


@pytest.mark.parametrize("distance", [0, 1, 3, 5, 8])
def test_the_pairs_are_those_of_comparing_every_pair(distance: int) -> None:
    words = _words(300, seed=distance)

    found = _found(words, distance)

    assert found == _compared(words, distance)
    assert len(found) >= distance


def test_equal_words_are_pairs_once_each() -> None:
    words = np.array([7, 9, 7, 7], np.uint64)

    assert _found(words, 0) == [(0, 2, 0), (0, 3, 0), (2, 3, 0)]


def test_fewer_than_two_words_have_no_pairs() -> None:
    assert _found(np.empty(0, np.uint64), 5) == []
    assert _found(np.array([3], np.uint64), 5) == []
