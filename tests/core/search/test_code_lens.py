"""Flipping bits, comparing codes, and interpolating between them."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.core.base.codes import Codes, hamming, pack
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.search.code_index import CodeIndex, Query
from desktop_app.core.search.code_lens import (
    bits,
    compare,
    confidence,
    flip_order,
    flipped,
    interpolate,
    shared,
    without_surest,
)


def random_query(length: int, seed: int) -> Query:
    return Query(np.random.default_rng(seed).standard_normal(length).astype(np.float32))


def random_codes(count: int, length: int) -> Codes:
    return pack(np.random.default_rng(1).standard_normal((count, length)).astype(np.float32))


def test_a_flipped_bit_is_the_only_one_that_changes_and_is_as_sure_as_before() -> None:
    query = random_query(32, 0)
    turned = flipped(query, [3, 17])
    assert np.flatnonzero(bits(query.code) != bits(turned.code)).tolist() == [3, 17]
    assert np.array_equal(np.abs(turned.logits), np.abs(query.logits))


def test_flipping_twice_restores_the_query() -> None:
    query = random_query(32, 0)
    assert np.array_equal(flipped(flipped(query, [5]), [5]).logits, query.logits)
    assert np.array_equal(flipped(query, []).logits, query.logits)


def test_a_bit_that_the_query_cares_nothing_for_can_be_flipped_too() -> None:
    query = Query(np.zeros(16, np.float32))
    assert bits(flipped(query, [4]).code).tolist() == [place == 4 for place in range(16)]


def test_differing_bits_come_with_their_cost_the_dearest_first() -> None:
    query = Query(np.array([4, -1, 2, 1, -3, 1, 2, 2], np.float32))
    other = Query(np.array([4, 1, 2, 1, 3, 1, -2, 2], np.float32))
    found = compare(query, other.code)
    assert found.order == [4, 6, 1]
    assert found.distance == 3
    assert found.costs.tolist() == pytest.approx([0, 1 / 16, 0, 0, 3 / 16, 0, 2 / 16, 0])


def test_the_costs_of_a_photo_are_what_its_score_lacks(encoder: Encoder) -> None:
    length = encoder.bundle.manifest.code_bits
    index = CodeIndex(encoder.bundle.manifest)
    codes = random_codes(50, length)
    index.add_all(np.arange(50, dtype=np.int64), codes)
    query = random_query(length, 7)
    for match in index.nearest(query, 50):
        costs = compare(query, codes[match.photo_id]).costs
        assert 1 - float(costs.sum()) == pytest.approx(match.score, abs=1e-4)


def test_what_two_codes_share_is_kept_and_the_rest_is_left_open() -> None:
    one, other = random_query(16, 1).code, random_query(16, 2).code
    values = shared(one, other)
    same = bits(one) == bits(other)
    assert np.array_equal(values != 0, same)
    assert np.array_equal(values[same] > 0, bits(one)[same])


def test_the_surest_bits_are_left_open_and_the_others_are_kept() -> None:
    query = Query(np.array([0.5, -3, 2, -0.1, 3, 1, -1, 0.2], np.float32))
    assert without_surest(query, 0).tolist() == [1, -1, 1, -1, 1, 1, -1, 1]
    assert without_surest(query, 1).tolist() == [1, 0, 1, -1, 1, 1, -1, 1]
    assert without_surest(query, 4).tolist() == [1, 0, 0, -1, 0, 0, -1, 1]
    assert not without_surest(query, 8).any()


def test_the_way_to_another_code_ends_there_and_gives_up_the_cheapest_bits_first() -> None:
    query, goal = random_query(64, 3), random_query(64, 4).code
    steps = flip_order(query, goal)
    costs = [float(confidence(query)[step]) for step in steps]
    assert costs == sorted(costs)
    assert np.array_equal(flipped(query, steps).code, goal)
    assert flip_order(query, query.code) == []


def test_photos_on_the_path_are_the_nearest_of_each_step_without_repeats_or_its_ends(
    encoder: Encoder,
) -> None:
    length = encoder.bundle.manifest.code_bits
    query = random_query(length, 3)
    goal = random_query(length, 4).code
    order = flip_order(query, goal)
    places = [order[: round(len(order) * share)] for share in (0.25, 0.5, 0.75)]
    on_the_way = [flipped(query, place).code for place in places]
    codes = np.concatenate([random_codes(200, length), [query.code, goal], on_the_way])
    index = CodeIndex(encoder.bundle.manifest)
    index.add_all(np.arange(205, dtype=np.int64), codes)
    found = interpolate(index, query, goal, 3)
    assert [list(point.flips) for point in found] == places
    assert [point.nearest.photo_id for point in found if point.nearest] == [202, 203, 204]


def test_a_path_in_a_library_of_only_its_ends_has_no_photos(encoder: Encoder) -> None:
    length = encoder.bundle.manifest.code_bits
    query, goal = random_query(length, 3), random_query(length, 4).code
    index = CodeIndex(encoder.bundle.manifest)
    index.add_all(np.arange(2, dtype=np.int64), np.stack([query.code, goal]))
    assert [point.nearest for point in interpolate(index, query, goal, 2)] == [None, None]


def test_distances_agree_with_those_of_a_search() -> None:
    query, other = random_query(64, 8), random_query(64, 9).code
    assert compare(query, other).distance == hamming(query.code, other[np.newaxis])[0]
