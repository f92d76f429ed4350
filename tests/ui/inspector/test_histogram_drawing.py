"""The histogram's range keeps its order; places and distances belong together."""

from __future__ import annotations

import pytest

from desktop_app.ui.inspector.histogram_drawing import DistanceCounts, HistogramGeometry

_COUNTS = (1, 0, 5, 20, 0, 0)  # the farthest photo is 3 bits away


@pytest.fixture
def counts() -> DistanceCounts:
    return DistanceCounts(_COUNTS).with_limits(0, None)


def ends(counts: DistanceCounts) -> tuple[int, int]:
    return counts.min_distance, counts.max_distance


def test_an_open_range_reaches_to_the_farthest_photo(counts: DistanceCounts) -> None:
    assert ends(counts) == (0, 3)


@pytest.mark.parametrize(("distance", "expected"), [(-4, (0, 3)), (2, (2, 3)), (9, (3, 3))])
def test_the_lower_end_stays_between_nothing_and_the_upper_end(
    counts: DistanceCounts, distance: int, expected: tuple[int, int]
) -> None:
    assert ends(counts.with_min(distance)) == expected


@pytest.mark.parametrize(("distance", "expected"), [(-4, (1, 1)), (2, (1, 2)), (9, (1, 3))])
def test_the_upper_end_stays_between_the_lower_end_and_the_farthest_photo(
    counts: DistanceCounts, distance: int, expected: tuple[int, int]
) -> None:
    assert ends(counts.with_min(1).with_max(distance)) == expected


def test_an_open_range_stays_open_when_photos_farther_away_come(counts: DistanceCounts) -> None:
    assert ends(counts.with_counts((1, 0, 0, 0, 2), None)) == (0, 4)
    assert ends(counts.with_max(2).with_counts((1, 0, 0, 0, 2), None)) == (0, 2)


def test_the_tallest_column_is_full_and_a_single_photo_is_still_seen(
    counts: DistanceCounts,
) -> None:
    heights = counts.heights
    assert len(heights) == 4
    assert (heights[1], heights[3]) == (0, 1)
    assert heights[0] > 0.2


def test_the_middle_of_each_column_belongs_to_its_distance() -> None:
    geometry = HistogramGeometry(200, 64, 128, 5)
    for distance in range(129):
        middle = (geometry.left(distance) + geometry.right(distance)) / 2
        assert geometry.distance_at(middle) == distance
