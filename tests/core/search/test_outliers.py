"""Outliers, against an obvious search of all pairs."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.core.base.codes import Codes, hamming, pack
from desktop_app.core.search.outliers import Outlier, OutlierSearch, find_outliers


def clustered_codes(count: int, length: int, seed: int) -> Codes:
    """Codes around a few centres, as close to them as photos of one subject are."""
    rng = np.random.default_rng(seed)
    centres = rng.standard_normal((20, length))
    logits = centres[rng.integers(0, 20, count)] + 0.6 * rng.standard_normal((count, length))
    return pack(logits.astype(np.float32))


def obviously(codes: Codes, most: int, neighbours: int) -> list[Outlier]:
    """All distances of all photos, sorted."""
    kth = [int(np.sort(hamming(code, codes))[neighbours]) for code in codes]
    order = sorted(range(len(codes)), key=lambda row: (-kth[row], row))
    return [Outlier(row, kth[row]) for row in order[:most]]


def last(codes: Codes, most: int, neighbours: int) -> OutlierSearch:
    *_, found = find_outliers(np.arange(len(codes)), codes, most, neighbours)
    return found


@pytest.mark.parametrize(("count", "most"), [(300, 40), (3000, 25), (5000, 7)])
def test_the_rarest_are_those_of_an_obvious_search(count: int, most: int) -> None:
    codes = clustered_codes(count, 64, count)
    found = last(codes, most, 5)
    assert found.rarest == obviously(codes, most, 5)
    assert (found.done, found.total) == (count, count)


def test_a_photo_unlike_all_others_comes_first() -> None:
    codes = clustered_codes(2000, 128, 1)
    codes[77] = ~codes[78]
    assert last(codes, 10, 5).rarest[0].photo_id == 77


def test_a_photo_with_a_few_copies_is_still_unusual() -> None:
    codes = clustered_codes(2000, 128, 1)
    codes[70:74] = ~codes[78]
    assert {item.photo_id for item in last(codes, 4, 5).rarest} == {70, 71, 72, 73}


def test_ids_need_not_be_rows() -> None:
    codes = clustered_codes(400, 64, 2)
    ids = np.arange(400, dtype=np.int64) * 3 + 1000
    *_, found = find_outliers(ids, codes, 5, 5)
    assert [item.photo_id for item in found.rarest] == [
        item.photo_id * 3 + 1000 for item in obviously(codes, 5, 5)
    ]


def test_a_scan_reports_its_progress_and_what_it_has_found_so_far() -> None:
    codes = clustered_codes(5000, 64, 3)
    states = list(find_outliers(np.arange(5000), codes, 10, 5))
    done = [item.done for item in states]
    assert done == sorted(set(done))
    assert done[-1] == 5000
    assert len(done) > 5
    assert all(len(item.rarest) == 10 for item in states)


def test_a_library_too_small_for_neighbours_has_no_outliers() -> None:
    for count in (0, 1, 5):
        codes = clustered_codes(count, 64, 0)
        assert last(codes, 10, 5) == OutlierSearch(count, count, [])


def test_all_photos_are_equally_rare_where_all_are_the_same() -> None:
    codes = np.tile(clustered_codes(1, 64, 0), (3000, 1))
    assert last(codes, 3, 5).rarest == [Outlier(0, 0), Outlier(1, 0), Outlier(2, 0)]
