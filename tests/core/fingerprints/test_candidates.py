"""Candidates are the pairs that comparing all photos would give."""

import numpy as np
import pytest

from desktop_app.core.fingerprints import candidates as candidates_module
from desktop_app.core.fingerprints.candidates import (
    FINGERPRINT_DISTANCE,
    TURNED_DISTANCE,
    fingerprint_candidates,
    most_bits,
)
from desktop_app.core.fingerprints.close_pairs import Pairs, Words, joined
from desktop_app.core.fingerprints.words import turned_fingerprints
from desktop_app.core.same_photo.turns import Turn

ALL = np.ones(1000, bool)


def ends(pairs: Pairs) -> set[tuple[int, int]]:
    return set(zip(pairs.first.tolist(), pairs.second.tolist(), strict=True))


def candidates(words: Words, is_wanted: np.ndarray = ALL) -> set[tuple[int, int]]:
    rows = np.arange(len(words))
    return ends(joined(fingerprint_candidates(words, rows, is_wanted[: len(words)])))


@pytest.fixture(params=[0, 256], ids=["joined", "each"], autouse=True)
def few(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Find candidates in both ways: by joining all words, and by comparing each with all."""
    monkeypatch.setattr(candidates_module, "_FEW", request.param)


@pytest.fixture
def words() -> Words:
    return np.random.default_rng(1).integers(0, 2**63, 100, np.uint64)


@pytest.mark.parametrize("turn", Turn)
def test_a_photo_and_its_turned_copy_are_a_pair(words: Words, turn: Turn) -> None:
    flips = np.uint64((1 << most_bits(turn)) - 1)
    words[40] = turned_fingerprints(words[7:8] ^ flips, turn)[0]

    assert candidates(words) == {(7, 40)}


def test_a_few_new_photos_give_the_pairs_that_joining_all_gives(
    words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    words[40] = words[50] = words[7]
    words[60] = turned_fingerprints(words[40:41], Turn.LEFT)[0]
    words[61] = turned_fingerprints(words[40:41] ^ np.uint64(6), Turn.RIGHT)[0]
    is_new = np.zeros(100, bool)
    is_new[[40, 60]] = True
    few = candidates(words, is_new)

    monkeypatch.setattr(candidates_module, "_FEW", 0)

    assert few == candidates(words, is_new)
    assert {(7, 40), (40, 60), (40, 61)} <= few


def test_a_bit_too_many_makes_no_pair(words: Words) -> None:
    words[40] = words[7] ^ np.uint64((1 << (FINGERPRINT_DISTANCE + 1)) - 1)
    flips = np.uint64((1 << (TURNED_DISTANCE + 1)) - 1)
    words[41] = turned_fingerprints(words[8:9] ^ flips, Turn.LEFT)[0]

    assert candidates(words) == set()


def test_only_pairs_of_new_photos_are_wanted(words: Words) -> None:
    words[40] = words[50] = words[7]
    is_new = np.zeros(100, bool)
    is_new[40] = True

    assert candidates(words, is_new) == {(7, 40), (40, 50)}


def test_rows_need_not_be_those_of_the_words(words: Words) -> None:
    words[40] = words[7]
    rows = np.arange(100)[::-1] * 3

    found = ends(joined(fingerprint_candidates(words, rows, np.ones(300, bool))))

    assert found == {(177, 276)}


def test_all_of_a_few_photos_with_one_fingerprint_are_pairs() -> None:
    assert len(candidates(np.full(20, 5, np.uint64))) == 190


def test_ten_thousand_photos_with_one_fingerprint_give_few_pairs() -> None:
    words = np.full(10_000, 5, np.uint64)

    found = candidates(words, np.ones(10_000, bool))

    assert 9_999 <= len(found) < 50_000
    assert {row for pair in found for row in pair} == set(range(10_000))
