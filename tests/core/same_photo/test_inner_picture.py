"""What is inside borders, frames and windows is found; nothing is cut out of ordinary photos."""

import io
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageOps

from desktop_app.core.fingerprints.fingerprint import fingerprint, fingerprints
from desktop_app.core.fingerprints.words import as_words
from desktop_app.core.same_photo.inner_picture import inner_picture
from desktop_app.samples.sample_pictures import draw_scene

PHOTO = draw_scene("flower", 0, (320, 240))


def bordered(photo: Image.Image) -> Image.Image:
    return ImageOps.expand(photo, 40, "white")


def framed(photo: Image.Image) -> Image.Image:
    for width, colour in ((12, "black"), (30, "ivory"), (15, "brown")):
        photo = ImageOps.expand(photo, width, colour)
    return photo


def in_a_window(photo: Image.Image) -> Image.Image:
    """Show the photo beside a list of names and under a bar."""
    window = Image.new("RGB", (photo.width + 160, photo.height + 120), (30, 30, 32))
    draw = ImageDraw.Draw(window)
    draw.rectangle((0, 0, window.width, 30), (70, 70, 74))
    for top in range(50, window.height, 20):
        draw.rectangle((8, top, 90, top + 8), (150, 150, 150))
    window.paste(photo, (130, 70))
    return window


def letterboxed(photo: Image.Image) -> Image.Image:
    """Add black bands above and below, with a line of text in the lower one."""
    page = Image.new("RGB", (photo.width, photo.height + 140))
    page.paste(photo, (0, 60))
    ImageDraw.Draw(page).text((100, page.height - 40), "a subtitle", "white")
    return page


def least_bits(one: Image.Image, other: Image.Image) -> int:
    words, rows = as_words([fingerprints(one), fingerprints(other)])
    differing = np.bitwise_count(words[rows == 0][:, None] ^ words[rows == 1])
    return int(differing.min())


@pytest.mark.parametrize("change", [bordered, framed, in_a_window, letterboxed])
def test_the_photo_is_recognised_inside(change: Callable[[Image.Image], Image.Image]) -> None:
    changed = change(PHOTO)

    assert least_bits(PHOTO, changed) <= 3
    whole, _ = as_words([fingerprint(PHOTO), fingerprint(changed)])
    assert int(np.bitwise_count(whole[0] ^ whole[1])) > 5


def test_the_borders_are_cut_off_to_the_pixel() -> None:
    page = Image.new("L", (300, 200), 255)
    photo = PHOTO.convert("L").resize((160, 120))
    page.paste(photo, (50, 30))

    found = inner_picture(page)

    assert found is not None
    assert found.box == (50, 30, 210, 150)
    assert found.image.tobytes() == page.crop(found.box).tobytes()


def test_a_large_picture_is_cut_within_one_step_of_the_search() -> None:
    page = Image.new("L", (3000, 2000))
    page.paste(PHOTO.convert("L").resize((1600, 1200)), (500, 300))

    found = inner_picture(page)

    assert found is not None
    assert found.box == pytest.approx((500, 300, 2100, 1500), abs=12)


@pytest.mark.parametrize(
    "picture",
    [
        Image.new("RGB", (300, 200), "blue"),
        Image.new("L", (1, 1)),
        Image.new("L", (4000, 1)),
        Image.effect_noise((300, 200), 60),
        ImageOps.expand(Image.effect_noise((300, 200), 60), 1, "white"),
        ImageOps.expand(Image.effect_noise((20, 20), 60), 200, "white"),
        ImageOps.expand(Image.effect_noise((100, 9), 60), 10, "white"),
    ],
    ids=["one tone", "a pixel", "a line", "noise", "thin border", "a stamp", "a strip"],
)
def test_nothing_is_inside(picture: Image.Image) -> None:
    assert inner_picture(picture) is None
    assert len(fingerprints(picture)) == 8


@pytest.mark.parametrize("change", [bordered, framed, in_a_window, letterboxed])
def test_what_was_put_around_a_photo_is_a_frame(
    change: Callable[[Image.Image], Image.Image],
) -> None:
    found = inner_picture(change(PHOTO))

    assert found is not None
    assert found.is_framed


def test_a_plain_sky_is_no_frame() -> None:
    page = Image.new("RGB", (320, 300), (120, 160, 220))
    page.paste(PHOTO, (0, 60))

    found = inner_picture(page)

    assert found is not None
    assert found.box[1] >= 58
    assert not found.is_framed


def test_a_white_sky_over_dark_ground_is_no_frame() -> None:
    page = Image.new("RGB", (320, 320), "white")
    page.paste((20, 20, 20), (0, 250, 320, 320))
    page.paste(PHOTO, (0, 40))

    found = inner_picture(page)

    assert found is not None
    assert not found.is_framed


@pytest.mark.parametrize("scale", [0.5, 0.7, 0.9, 1.3, 2.1])
def test_a_resized_and_compressed_frame_is_cut_off(scale: float) -> None:
    picture = framed(PHOTO)
    picture = picture.resize((round(picture.width * scale), round(picture.height * scale)))
    data = io.BytesIO()
    picture.save(data, "JPEG", quality=80)

    found = inner_picture(Image.open(data))

    assert found is not None
    assert found.is_framed
    assert least_bits(PHOTO, Image.open(data)) <= 5
