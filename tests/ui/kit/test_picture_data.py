"""Thumbnails become pictures of the window."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from desktop_app.core.photos.thumbnails import make_thumbnail
from desktop_app.ui.kit.picture_data import decode_jpeg, to_qimage, with_round_corners


@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_thumbnail_becomes_a_picture_of_its_size_and_colour(mode: str) -> None:
    grey = Image.new(mode, (40, 30), "grey")
    image = decode_jpeg(make_thumbnail(grey))
    assert (image.width(), image.height()) == (40, 30)
    assert abs(image.pixelColor(20, 15).red() - 128) < 3


@pytest.mark.parametrize("data", [None, b"", b"not a picture", b"<svg xmlns=''/>"])
def test_what_is_no_jpeg_is_a_null_picture(data: bytes | None) -> None:
    assert decode_jpeg(data).isNull()


def test_a_jpeg_that_is_cut_off_is_a_null_picture() -> None:
    whole = make_thumbnail(Image.effect_noise((200, 200), 60).convert("RGB"))
    assert decode_jpeg(whole[: len(whole) // 2]).isNull()


def test_a_jpeg_larger_than_any_thumbnail_is_a_null_picture() -> None:
    data = io.BytesIO()
    Image.new("RGB", (321, 8)).save(data, "JPEG")
    assert decode_jpeg(data.getvalue()).isNull()


def test_round_corners_are_transparent_and_the_rest_is_as_before() -> None:
    before = to_qimage(Image.effect_noise((40, 30), 60))
    after = with_round_corners(before, 6)
    assert after.size() == before.size()
    corners = [after.pixelColor(x, y).alpha() for x in (0, 39) for y in (0, 29)]
    assert corners == [0] * 4
    for x, y in ((20, 0), (0, 15), (20, 15), (6, 6)):
        assert after.pixelColor(x, y) == before.pixelColor(x, y)
