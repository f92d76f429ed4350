"""Neighbours are the pairs that comparing all codes would give."""

import numpy as np

from desktop_app.core.base.codes import hamming
from desktop_app.core.duplicates.code_neighbours import NEIGHBOURS, code_neighbours
from desktop_app.core.fingerprints.close_pairs import Pairs, joined


def ends(pairs: Pairs) -> set[tuple[int, int]]:
    return set(zip(pairs.first.tolist(), pairs.second.tolist(), strict=True))


def test_neighbours_are_those_of_comparing_all_codes() -> None:
    rng = np.random.default_rng(2)
    codes = rng.integers(0, 256, (400, 8)).astype(np.uint8)
    rows = np.arange(100, 400)

    found = ends(joined(code_neighbours(codes, rows)))

    for row in rows.tolist():
        distances = hamming(codes[row], codes)
        distances[row] = 1000
        nearest = np.sort(distances)[NEIGHBOURS - 1]
        sure = np.flatnonzero((distances < nearest) & (distances <= 23))
        assert {(min(row, each), max(row, each)) for each in sure.tolist()} <= found
    assert all(hamming(codes[a], codes[b : b + 1])[0] <= 23 for a, b in found)


def test_a_library_of_one_photo_has_no_neighbours() -> None:
    codes = np.zeros((1, 8), np.uint8)

    assert ends(joined(code_neighbours(codes, np.array([0])))) == set()
