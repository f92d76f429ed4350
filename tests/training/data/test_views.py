from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from training.data.views import ViewSettings, augment

PLAIN = ViewSettings(colour=0, hue=0, grey=0)


def places(width: int, height: int) -> Image.Image:
    """A picture whose red and green tell the column and the row of each pixel."""
    columns, rows = np.meshgrid(np.arange(width), np.arange(height))
    return Image.fromarray(np.stack([columns, rows, columns * 0], axis=2).astype(np.uint8))


def pixels(image: Image.Image) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    return np.asarray(image).astype(np.int64)


def test_a_seed_has_the_same_view_whatever_the_random_state() -> None:
    picture = places(90, 60)
    first = augment(picture, ViewSettings(), "1/beach.jpg")
    augment(picture, ViewSettings(), "1/other.jpg")
    np.random.default_rng(5).random(7)
    assert np.array_equal(pixels(augment(picture, ViewSettings(), "1/beach.jpg")), pixels(first))


def test_other_seeds_have_other_views() -> None:
    views = {augment(places(90, 60), ViewSettings(), f"{n}/a.jpg").tobytes() for n in range(20)}
    assert len(views) == 20


@pytest.mark.parametrize("size", [(90, 60), (40, 200), (250, 9), (3, 2), (2, 3), (1, 1)])
def test_a_view_is_a_part_of_its_photo_mirrored_or_not(size: tuple[int, int]) -> None:
    mirrored = 0
    for number in range(40):
        view = pixels(augment(places(*size), PLAIN, str(number)))
        columns = view[0, :, 0]
        mirrored += columns[0] > columns[-1]
        upright = view[:, ::-1] if columns[0] > columns[-1] else view
        left, top = upright[0, 0, :2]
        height, width = upright.shape[:2]
        assert np.array_equal(upright, pixels(places(*size))[top:, left:][:height, :width])
    assert mirrored == 0 if size[0] == 1 else 4 < mirrored < 36 or size[0] < 4


def test_a_crop_keeps_the_area_and_nearly_the_aspect_ratio_of_its_settings() -> None:
    sizes = [augment(places(200, 100), PLAIN, str(number)).size for number in range(200)]
    areas = [width * height / 20_000 for width, height in sizes]
    factors = [max(width / height / 2, 2 * height / width) for width, height in sizes]
    assert 0.34 < min(areas) < 0.45
    assert max(areas) > 0.9
    assert 1.2 < max(factors) < 4 / 3 * 1.03


def test_colours_change_no_further_than_their_settings() -> None:
    grey = Image.new("RGB", (20, 20), (100, 100, 100))
    brightness = replace(PLAIN, colour=0.4)
    levels = [pixels(augment(grey, brightness, str(number))).mean() for number in range(100)]
    assert 60 <= min(levels) < 75
    assert 125 < max(levels) <= 140


def test_some_views_have_no_colour() -> None:
    red = Image.new("RGB", (20, 20), (200, 30, 30))
    views = [pixels(augment(red, ViewSettings(grey=0.5), str(number))) for number in range(100)]
    colourless = sum(bool((view == view[..., :1]).all()) for view in views)
    assert 35 < colourless < 65


@pytest.mark.parametrize("size", [(3, 2), (1, 1), (900, 7), (7, 900), (60, 40)])
def test_pictures_of_every_shape_have_views_in_colour(size: tuple[int, int]) -> None:
    for number in range(10):
        view = augment(
            places(*(min(each, 255) for each in size)).resize(size), ViewSettings(), str(number)
        )
        assert view.mode == "RGB"
        assert 1 <= view.width <= size[0]
        assert 1 <= view.height <= size[1]


def test_a_grey_picture_stays_grey() -> None:
    ramp = Image.fromarray(np.arange(120, dtype=np.uint8).reshape(10, 12)).convert("RGB")
    for number in range(10):
        view = pixels(augment(ramp, ViewSettings(), str(number)))
        assert np.abs(view - view[..., :1]).max() <= 1


def test_a_file_name_that_is_not_utf_8_is_a_seed_too() -> None:
    assert augment(places(9, 9), ViewSettings(), "0/caf\udce9.jpg").width >= 1
