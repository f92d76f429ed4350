"""A difference picture shows what was changed, however the picture was turned or cropped."""

from functools import cache

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageOps

from desktop_app.core.same_photo.difference import DIFFERENCE_GAIN, difference_picture
from desktop_app.samples.sample_pictures import draw_scene

BOX = (150, 150, 210, 190)


@cache
def scene() -> Image.Image:
    return draw_scene("beach", 0, (480, 320))


def stickered() -> Image.Image:
    image = scene().copy()
    ImageDraw.Draw(image).rectangle(BOX, fill=(200, 30, 90))
    return image


def test_the_same_picture_has_no_differences() -> None:
    found = difference_picture(scene(), scene())
    assert found.shape == (320, 480)
    assert found.max() == 0


def test_what_was_changed_stands_out() -> None:
    found = difference_picture(scene(), stickered())
    left, top, right, bottom = BOX
    inside = found[top + 3 : bottom - 3, left + 3 : right - 3]
    assert np.median(inside) > 100
    found[top - 3 : bottom + 4, left - 3 : right + 4] = 0
    assert np.percentile(found, 99) < 10 * DIFFERENCE_GAIN


@pytest.mark.parametrize(
    "turn", [Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180]
)
def test_a_turned_picture_is_laid_over_the_other_one(turn: Image.Transpose) -> None:
    found = difference_picture(scene(), stickered().transpose(turn))
    left, top, right, bottom = BOX
    assert np.median(found[top:bottom, left:right]) > 100
    assert np.median(found) < 3 * DIFFERENCE_GAIN


def test_beyond_a_crop_there_is_nothing_to_compare() -> None:
    cropped = scene().crop((100, 60, 480, 320))
    found = difference_picture(scene(), cropped)
    assert (found[:40, :80] == 96).all()
    assert np.median(found[100:, 150:]) < 10 * DIFFERENCE_GAIN


def test_a_picture_in_a_window_is_laid_over_the_whole_one() -> None:
    window = Image.new("RGB", (1100, 800), (40, 40, 44))
    window.paste(scene(), (500, 300))

    found = difference_picture(scene(), window)

    assert np.median(found) < 10 * DIFFERENCE_GAIN
    assert (found == 96).mean() < 0.05


def test_a_smaller_picture_is_enlarged() -> None:
    found = difference_picture(scene(), scene().resize((120, 80)))
    assert found.shape == (320, 480)
    assert np.median(found) < 5 * DIFFERENCE_GAIN


def test_a_large_picture_is_compared_in_fewer_pixels() -> None:
    large = ImageOps.scale(scene(), 3)
    assert max(difference_picture(large, large).shape) == 512
