from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from training.data.pictures import PictureSet
from training.duplicates.copied_photos import CopiedPhotos
from training.duplicates.near_pairs import COREL, NearPairs, partners
from training.duplicates.quality import (
    EditDistances,
    Trial,
    Wanted,
    measure,
    quality_of,
    threshold_at,
    wrong_pairs,
)

Floats = NDArray[np.float32]
NONE = NearPairs((), ())


def floats(*values: float) -> Floats:
    return np.array(values, np.float32)


class Table:
    """A method whose distances are written down: [M, N], by the first name of the copies."""

    title = "written down"

    def __init__(self, **distances: list[list[float]]) -> None:
        self._distances = distances

    def distances(self, copies: PictureSet, originals: PictureSet, wanted: Wanted) -> Floats:
        found = np.array(self._distances[copies.names[0]], np.float32)
        assert found.shape == wanted.shape == (len(copies), len(originals))
        return found


def copied(rows: list[int], photos: int, *edits: str) -> CopiedPhotos:
    root = Path()
    originals = PictureSet(root, tuple(str(number) for number in range(photos)))
    copies = {edit: PictureSet(root, (edit, *map(str, rows[1:]))) for edit in edits}
    return CopiedPhotos(originals, np.array(rows, np.int64), copies)


def slow_threshold(true: Floats, false: Floats, precision: float) -> float:
    best = -np.inf
    for limit in true[np.isfinite(true)]:
        found, wrong = (true <= limit).sum(), (false <= limit).sum()
        if found / (found + wrong) >= precision:
            best = max(best, float(limit))
    return best


def test_the_threshold_is_the_largest_at_which_enough_pairs_are_true() -> None:
    rng = np.random.default_rng(0)
    for _ in range(50):
        true = rng.integers(0, 20, 30).astype(np.float32)
        false = rng.integers(5, 60, 200).astype(np.float32)
        for precision in (0.5, 0.9, 0.99):
            expected = slow_threshold(true, false, precision)
            assert threshold_at(true, false, precision) == expected


def test_pairs_at_the_same_distance_are_within_the_threshold_together() -> None:
    assert threshold_at(floats(1, 2, 2), floats(2), precision=0.9) == 1
    assert threshold_at(floats(1, 2, 2), floats(2), precision=0.75) == 2


def test_a_method_that_tells_nothing_apart_has_no_threshold() -> None:
    assert threshold_at(floats(1, 1), floats(1, 1, 1), precision=0.5) == -np.inf
    found = quality_of("blind", {"grey": EditDistances(floats(1), floats(1, 1))}, precision=0.5)
    assert found.mean_recall == 0
    assert found.precision == 1


def test_a_pair_that_is_not_considered_is_never_found() -> None:
    edits = {"grey": EditDistances(floats(1, 3, np.inf, np.inf), floats(9))}
    found = quality_of("half", edits, precision=0.999)
    assert found.threshold == 3
    assert found.recall == {"grey": 0.5}
    assert found.considered == {"grey": 0.5}


def test_one_threshold_serves_all_edits() -> None:
    edits = {
        "grey": EditDistances(floats(1, 1), floats(5)),
        "crop": EditDistances(floats(4, 6), floats(8)),
    }
    found = quality_of("some", edits, precision=0.999)
    assert found.threshold == 4
    assert found.recall == {"grey": 1, "crop": 0.5}
    assert found.mean_recall == 0.75


def test_so_many_wrong_pairs_spoil_the_precision_and_one_less_does_not() -> None:
    for true in (1, 999, 5000, 10750):
        wrong = wrong_pairs(true, 0.999)
        assert true / (true + wrong) < 0.999 <= true / (true + wrong - 1)


def test_a_copy_is_compared_with_all_photos_and_only_its_own_is_right() -> None:
    distances: list[list[float]] = [[9, 1, 8, 8], [8, 8, 2, 3]]
    trial = Trial(copied([1, 3], 4, "grey"), copied([], 4), NONE)
    found = measure(Table(grey=distances), trial)
    assert found.recall == {"grey": 0.5}
    assert found.threshold == 1


def test_the_same_shot_twice_is_neither_right_nor_wrong() -> None:
    distances: list[list[float]] = [[9, 1, 8, 8], [8, 8, 2, 3]]
    pairs = NearPairs(shots=(), copies=(("3", "2"),))
    trial = Trial(copied([1, 3], 4, "grey"), copied([], 4), pairs)
    found = measure(Table(grey=distances), trial)
    assert found.recall == {"grey": 1}


def test_another_shot_within_the_threshold_is_counted_as_wrong() -> None:
    pairs = NearPairs(shots=(("2", "3"),), copies=())
    trial = Trial(copied([0], 4, "grey"), copied([2, 3], 4, "trap"), pairs)
    method = Table(grey=[[5, 9, 9, 9]], trap=[[9, 9, 1, 4], [0, 9, 7, 2]])
    found = measure(method, trial)
    assert found.threshold == 5
    assert found.trap_precision == pytest.approx(2 / 3)


def test_partners_are_paired_both_ways_and_unknown_ones_are_left_out() -> None:
    names = ("a", "b", "c")
    paired = partners([("a", "c"), ("b", "elsewhere")], names, np.array([2, 1]))
    assert paired.tolist() == [[True, False, False], [False, False, False]]


def test_no_pair_of_corel_is_both_another_shot_and_a_copy() -> None:
    pairs = [frozenset(pair) for pair in (*COREL.shots, *COREL.copies)]
    assert len(set(pairs)) == len(pairs)
    assert all(len(pair) == 2 for pair in pairs)
