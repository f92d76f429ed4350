"""Numbers are told to be new once, also when they are many."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.core.duplicates import seen_pairs
from desktop_app.core.duplicates.seen_pairs import SeenPairs


def numbers(*values: int) -> np.ndarray:
    return np.array(values, np.int64)


def test_numbers_are_new_once_and_keep_their_order() -> None:
    seen = SeenPairs()
    assert seen.add(numbers(7, 3, 7, 10**12)) == [7, 3, 10**12]
    assert seen.add(numbers(3, 0, 10**12, 5)) == [0, 5]
    assert seen.add(numbers()) == []
    assert len(seen) == 5


@pytest.mark.parametrize("most", [1, 2, 7, 50])
def test_many_numbers_are_remembered_as_a_set_does(
    monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(seen_pairs, "_MOST_RECENT", most)
    seen, expected = SeenPairs(), set[int]()
    rng = np.random.default_rng(0)
    for _ in range(100):
        some = rng.integers(0, 300, 8)
        new = [number for number in dict.fromkeys(some.tolist()) if number not in expected]
        assert seen.add(some) == new
        expected.update(new)
        assert len(seen) == len(expected)


def test_a_number_takes_hardly_more_than_8_bytes() -> None:
    seen = SeenPairs()
    count = 3 * seen_pairs._MOST_RECENT
    for start in range(0, count, 4096):
        seen.add(np.arange(start, start + 4096) * 10**6)
    assert len(seen) == count
    assert seen._sorted.nbytes == 8 * count
    assert not seen._recent
