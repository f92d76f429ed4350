"""Rows that pass a filter are found by their places among those that pass."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.core.archive_facts import row_places
from desktop_app.core.archive_facts.row_bitmap import RowBitmap
from desktop_app.core.archive_facts.row_places import RowPlaces


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(row_places, "_BLOCK_ROWS", 16)
    monkeypatch.setattr(row_places, "_BLOCK_BYTES", 2)


@pytest.mark.parametrize("share", [0.0, 0.05, 0.5, 1.0])
@pytest.mark.parametrize("length", [0, 1, 15, 16, 100])
def test_places_are_those_of_the_list_of_all_rows_that_pass(length: int, share: float) -> None:
    is_in = np.random.default_rng(length).random(length) < share
    places, expected = RowPlaces(length, RowBitmap.of(is_in)), np.flatnonzero(is_in)
    assert len(places) == len(expected)
    assert [places.has(row) for row in range(length)] == is_in.tolist()
    for step in (1, 3, 40):
        some = np.arange(0, len(expected), step)
        assert places.at(some).tolist() == expected[some].tolist()
    for first in range(0, length + 1, 3):
        for last in (first, first + 1, first + 20, length + 5):
            assert places.rows(first, last).tolist() == expected[first:last].tolist()


def test_without_a_filter_the_places_are_the_rows() -> None:
    places = RowPlaces(100)
    assert len(places) == 100
    assert places.has(99)
    assert places.rows(90, 120).tolist() == list(range(90, 100))
    assert places.spread(3, 2).tolist() == [0, 1, 49, 50, 98, 99]


def test_rows_are_spread_over_those_that_pass() -> None:
    is_in = np.zeros(100, bool)
    is_in[30:90:2] = True
    places = RowPlaces(100, RowBitmap.of(is_in))
    assert places.spread(2, 3).tolist() == [30, 32, 34, 84, 86, 88]
    assert places.spread(5, 6).tolist() == np.flatnonzero(is_in).tolist()
    assert RowPlaces(100, RowBitmap.of(is_in & False)).spread(3, 2).tolist() == []
