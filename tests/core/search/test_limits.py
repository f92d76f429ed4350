"""Limits on the results: by distance, by folder, and without near-duplicates."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.base.codes import Codes, hamming, pack
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.search.code_index import CodeIndex, Limits, Query
from desktop_app.core.search.near_duplicates import collapse_near_duplicates
from desktop_app.core.search.photo_search import PhotoSearch

COUNT = 3000


@pytest.fixture
def bits(encoder: Encoder) -> int:
    return encoder.bundle.manifest.code_bits


@pytest.fixture
def codes(bits: int) -> Codes:
    """Random ones; of the first hundred there are three each, a bit or two apart."""
    logits = np.random.default_rng(2).standard_normal((COUNT, bits)).astype(np.float32)
    for row in range(100):
        logits[100 + row] = logits[200 + row] = logits[row]
        logits[100 + row, 0] *= -1
        logits[200 + row, 1] *= -1
    return pack(logits)


@pytest.fixture
def query(bits: int) -> Query:
    return Query(np.random.default_rng(8).standard_normal(bits).astype(np.float32))


@pytest.fixture
def codes_index(encoder: Encoder, codes: Codes) -> CodeIndex:
    made = CodeIndex(encoder.bundle.manifest)
    made.add_all(np.arange(COUNT, dtype=np.int64), codes)
    return made


def test_only_photos_between_two_distances_are_found(
    codes_index: CodeIndex, codes: Codes, query: Query
) -> None:
    distances = hamming(query.code, codes)
    least, most = (int(np.percentile(distances, share)) for share in (60, 70))
    found = codes_index.nearest(query, COUNT, Limits(least, most))
    expected = {row for row in range(COUNT) if least <= distances[row] <= most}
    assert {match.photo_id for match in found} == expected
    scores = [match.score for match in found]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("is_upper", [True, False])
def test_one_bound_of_the_distance_is_enough(
    codes_index: CodeIndex, codes: Codes, query: Query, is_upper: bool
) -> None:
    distances = hamming(query.code, codes)
    bound = int(np.median(distances))
    limits = Limits(max_distance=bound) if is_upper else Limits(min_distance=bound)
    inside = distances <= bound if is_upper else distances >= bound
    expected = set(np.flatnonzero(inside).tolist())
    for found in (
        codes_index.nearest(query, COUNT, limits),
        codes_index.search(query, COUNT, limits).matches,
    ):
        assert {match.photo_id for match in found} == expected


def test_photos_that_are_left_out_do_not_take_the_place_of_others(
    codes_index: CodeIndex, query: Query
) -> None:
    everything = codes_index.nearest(query, COUNT)
    nearest = np.array(sorted(match.photo_id for match in everything[:700]), np.int64)
    found = codes_index.nearest(query, 500, Limits(excluded_ids=nearest))
    assert len(found) == 500
    assert not {match.photo_id for match in found} & set(nearest.tolist())


def test_limits_that_let_all_pass_change_nothing(codes_index: CodeIndex, query: Query) -> None:
    as_far_as_can_be = Limits(0, 10_000)
    assert codes_index.nearest(query, 300, as_far_as_can_be) == codes_index.nearest(query, 300)


def test_of_the_same_photos_the_nearest_stays_and_counts_the_others(
    codes_index: CodeIndex, codes: Codes
) -> None:
    query = Query(np.where(np.unpackbits(codes[7], bitorder="little"), 1, -1).astype(np.float32))
    found = codes_index.nearest(query, 20, Limits(duplicate_distance=2))
    assert (found[0].photo_id, found[0].duplicates) == (7, 2)
    assert not {107, 207} & {match.photo_id for match in found}


def test_near_duplicates_are_those_that_comparing_all_pairs_finds(codes: Codes) -> None:
    within = 2
    stays: dict[int, int] = {}
    order = list(range(299, -1, -1))
    for place, row in enumerate(order):
        near = [
            kept for kept in stays if hamming(codes[row], codes[order[kept]][None])[0] <= within
        ]
        if near:
            stays[near[0]] += 1
        else:
            stays[place] = 0
    kept, counts = collapse_near_duplicates(codes[order], within)
    assert dict(zip(kept.tolist(), counts.tolist(), strict=True)) == stays
    assert len(stays) < len(order)


@pytest.mark.slow
def test_a_photos_own_folder_is_that_folder_and_none_in_it(
    search: PhotoSearch, photo_folder: Path
) -> None:
    for beside, expected in (
        (photo_folder / "beach-0.jpg", {"trip"}),
        (photo_folder / "trip" / "beach-2.jpg", {photo_folder.name}),
        (photo_folder.parent / "elsewhere.jpg", {"trip", photo_folder.name}),
    ):
        query = Query(search.logits_of_file(photo_folder / "beach-0.jpg"))
        limits = Limits(excluded_ids=search.beside([beside]))
        found = search.search(query, 9, limits=limits).found
        assert {item.photo.path.parent.name for item in found} == expected


def test_nothing_is_found_in_an_empty_library(encoder: Encoder, query: Query) -> None:
    empty = CodeIndex(encoder.bundle.manifest)
    assert empty.nearest(query, 10, Limits(1, 20, np.array([3], np.int64), 4)) == []
