"""A blurred copy is less sharp, and a copy that is compressed, bright, grey or small is not."""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image, ImageFilter

from desktop_app.core.same_photo.sharpness import SIDES, sharpness

Scene = Callable[[str, int], Image.Image]
NOTICED = 0.05
KINDS = ("beach", "car", "flower", "boat", "portrait")


def moved(picture: Image.Image, pixels: int) -> Image.Image:
    """As if the camera had been moved to the right."""
    shifted = [np.roll(np.asarray(picture, np.float32), step, axis=1) for step in range(pixels)]
    return Image.fromarray(np.mean(shifted, axis=0).astype(np.uint8))


def recompressed(picture: Image.Image, quality: int) -> Image.Image:
    data = io.BytesIO()
    picture.save(data, "JPEG", quality=quality)
    return Image.open(data)


def difference(picture: Image.Image, copy: Image.Image) -> float:
    """How much sharper the copy is, at the largest size that both have."""
    one, other = sharpness(picture), sharpness(copy)
    side = max(one.keys() & other.keys())
    return other[side] - one[side]


@pytest.fixture(params=KINDS)
def picture(request: pytest.FixtureRequest, scene: Scene) -> Image.Image:
    return scene(request.param, 0)


def test_the_more_a_photo_is_blurred_the_less_sharp_it_is(picture: Image.Image) -> None:
    blurred = [picture.filter(ImageFilter.GaussianBlur(radius)) for radius in (1, 1.5, 3)]
    found = [difference(picture, copy) for copy in blurred]
    assert found == sorted(found, reverse=True)
    assert found[0] < -NOTICED


@pytest.mark.parametrize("is_upright", [True, False])
def test_a_camera_that_was_moved_is_noticed_in_any_direction(
    picture: Image.Image, *, is_upright: bool
) -> None:
    turned = picture if is_upright else picture.transpose(Image.Transpose.ROTATE_90)
    assert difference(turned, moved(turned, 6)) < -NOTICED


def test_a_copy_is_about_as_sharp(picture: Image.Image) -> None:
    copies = {
        "compressed": recompressed(picture, 80),
        "bright": picture.point(lambda value: min(255, round(value * 1.1))),
        "grey": picture.convert("L").convert("RGB"),
        "turned": picture.transpose(Image.Transpose.ROTATE_90),
    }
    assert {name: difference(picture, copy) for name, copy in copies.items()} == pytest.approx(
        dict.fromkeys(copies, 0), abs=NOTICED
    )


def test_sizes_are_those_that_a_picture_has(picture: Image.Image) -> None:
    assert max(sharpness(picture.resize((300, 200)))) == 256
    assert set(sharpness(picture.resize((2000, 1300)))) == set(SIDES)
    assert sharpness(picture.resize((100, 90))) == {}


def test_a_plain_picture_is_not_sharp() -> None:
    assert set(sharpness(Image.new("RGB", (300, 1))).values()) == {0.0}
