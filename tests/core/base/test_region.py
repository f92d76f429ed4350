"""A part of a picture: its shape, and its pixels."""

from __future__ import annotations

import pytest
from PIL import Image

from desktop_app.core.base.region import Region


@pytest.mark.parametrize(
    ("region", "is_valid"),
    [
        (Region(0, 0, 1, 1), True),
        (Region(0.2, 0.3, 0.4, 0.5), True),
        (Region(-0.1, 0, 1, 1), False),
        (Region(0, -0.1, 1, 1), False),
        (Region(0, 0, 1.1, 1), False),
        (Region(0, 0, 1, 1.1), False),
        (Region(0.5, 0, 0.5, 1), False),
        (Region(0.6, 0, 0.5, 1), False),
        (Region(0, 0.5, 1, 0.5), False),
        (Region(0, 0.6, 1, 0.5), False),
    ],
)
def test_a_valid_region_lies_in_the_picture_and_has_a_size(region: Region, is_valid: bool) -> None:
    assert region.is_valid == is_valid


def test_the_shorter_side_is_the_smaller_share() -> None:
    assert Region(0.25, 0, 0.5, 1).shorter_side == 0.25
    assert Region(0, 0.25, 1, 0.75).shorter_side == 0.5


@pytest.mark.parametrize(
    ("region", "box"),
    [
        (Region(0, 0, 1, 1), (0, 0, 30, 20)),
        (Region(0.01, 0.01, 0.99, 0.99), (0, 0, 30, 20)),
        (Region(0.5, 0.25, 0.75, 0.5), (15, 5, 23, 10)),
        (Region(0.5, 0.5, 0.5001, 0.5001), (15, 10, 16, 11)),
        (Region(1, 1, 1, 1), (29, 19, 30, 20)),
    ],
)
def test_pixels_are_rounded_outwards_and_never_none(
    region: Region, box: tuple[int, int, int, int]
) -> None:
    assert region.box(30, 20) == box
    assert region.cut_from(Image.new("L", (30, 20))).size == (box[2] - box[0], box[3] - box[1])
