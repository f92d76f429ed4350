"""What moved between two moments is told from what was changed in one of them."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from desktop_app.core.same_photo.grey_pictures import Grey, evened
from desktop_app.core.same_photo.look import Look
from desktop_app.core.same_photo.movement import movement
from desktop_app.core.same_photo.verification import verify
from desktop_app.samples.sample_pictures import draw_scene

SCENES = ["balloon", "mountain", "portrait", "car", "night_city"]


def picture(image: Image.Image) -> Grey:
    return evened(np.asarray(image.convert("L").resize((80, 53)), np.float32), 4)


def everywhere(like: Grey) -> Grey:
    return np.ones(like.shape, np.float32)


def written_on(image: Image.Image) -> Image.Image:
    copy = image.copy()
    font = ImageFont.load_default(copy.height / 8)
    ImageDraw.Draw(copy).text((20, copy.height * 0.7), "Summer 2019", "white", font)
    return copy


@pytest.mark.parametrize("kind", SCENES)
def test_nothing_has_moved_in_the_same_picture(kind: str) -> None:
    shown = picture(draw_scene(kind, 0))

    assert movement(shown, shown, everywhere(shown)) == 0


@pytest.mark.parametrize("kind", SCENES)
@pytest.mark.parametrize("axis", [0, 1])
def test_a_shift_by_a_pixel_is_measured(kind: str, axis: int) -> None:
    shown = picture(draw_scene(kind, 0).resize((80, 53)))

    assert movement(shown, np.roll(shown, 1, axis), everywhere(shown)) > 0.6


@pytest.mark.parametrize("kind", SCENES)
def test_writing_is_no_movement(kind: str) -> None:
    scene = draw_scene(kind, 0)

    ours, theirs = picture(scene), picture(written_on(scene))

    assert movement(ours, theirs, everywhere(ours)) < 0.3


def test_parts_outside_of_a_picture_do_not_count() -> None:
    shown = picture(draw_scene("car", 0))
    other, inside = shown.copy(), everywhere(shown)
    other[:, 40:], inside[:, 40:] = 0, 0

    assert movement(shown, other, inside) < 0.1
    assert movement(shown, other, np.zeros_like(inside)) == 0


def test_a_picture_without_texture_does_not_move() -> None:
    plain = np.zeros((53, 80), np.float32)

    assert movement(plain, plain, everywhere(plain)) == 0


@pytest.mark.parametrize("kind", ["sunset", "desert", "beach", "cake"])
def test_scenes_of_one_kind_are_not_the_same_photo(kind: str) -> None:
    looks = [Look(draw_scene(kind, number)) for number in range(10)]

    pairs = [(a, b) for a in range(10) for b in range(a)]

    assert [pair for pair in pairs if verify(looks[pair[0]], looks[pair[1]]).is_same_photo] == []
