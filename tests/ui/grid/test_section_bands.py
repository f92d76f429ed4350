"""Small sections side by side in one line."""

from __future__ import annotations

from itertools import accumulate, pairwise

import numpy as np
import pytest

from desktop_app.ui.grid.grid_sections import SectionBands, one_by_one, side_by_side


def bands_of(sizes: list[int], columns: int) -> list[list[int]]:
    """The sizes of the sections of each band."""
    starts = list(accumulate(sizes[:-1], initial=0)) if sizes else []
    bands = side_by_side(starts, sum(sizes), columns)
    found = [bands.sections_of(band) for band in range(len(bands.starts))]
    assert bands.starts == [starts[sections.start] for sections in found]
    return [[sizes[section] for section in sections] for sections in found]


@pytest.mark.parametrize(
    ("sizes", "bands"),
    [
        ([], []),
        ([2], [[2]]),
        ([2, 1, 1], [[2, 1, 1]]),
        ([2, 1, 2], [[2, 1], [2]]),
        ([4, 1, 3], [[4], [1, 3]]),
        ([5, 1, 1], [[5], [1, 1]]),
        ([1, 5, 1], [[1], [5], [1]]),
        ([1, 8, 8, 3], [[1], [8], [8], [3]]),
    ],
)
def test_sections_share_a_line_of_four_while_all_their_photos_fit(
    sizes: list[int], bands: list[list[int]]
) -> None:
    assert bands_of(sizes, columns=4) == bands


def test_a_line_of_one_photo_holds_one_section() -> None:
    assert bands_of([1, 1, 2], columns=1) == [[1], [1], [2]]


def test_no_two_bands_of_one_line_that_follow_each_other_would_fit_into_one() -> None:
    sizes = np.random.default_rng(0).integers(1, 9, 500).tolist()
    bands = bands_of(sizes, columns=7)
    assert sum(bands, []) == sizes  # noqa: RUF017
    for band, following in pairwise(bands):
        assert len(band) == 1 or sum(band) <= 7
        assert sum(band) > 7 or sum(band) + following[0] > 7


def test_each_section_knows_its_band() -> None:
    bands = side_by_side([0, 2, 3, 13], 14, columns=4)
    assert bands == SectionBands([0, 3, 13], [0, 2, 3, 4])
    assert [bands.band_of(section) for section in range(4)] == [0, 0, 1, 2]


def test_sections_one_by_one_are_a_band_each() -> None:
    bands = one_by_one([0, 1, 2])
    assert [list(bands.sections_of(band)) for band in range(3)] == [[0], [1], [2]]
    assert [bands.band_of(section) for section in range(3)] == [0, 1, 2]
