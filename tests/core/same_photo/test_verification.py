"""Two pictures are the same photo whatever was done to one of them, and different ones are not."""

import io
from collections.abc import Callable
from functools import cache
from itertools import combinations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageEnhance, ImageOps

from desktop_app.core.photos.thumbnails import decoded_thumbnail, make_thumbnail
from desktop_app.core.same_photo.look import Look
from desktop_app.core.same_photo.turns import Turn
from desktop_app.core.same_photo.verification import Part, Verdict, verify
from desktop_app.samples.sample_pictures import draw_scene

SCENES = ["beach", "balloon", "mountain", "portrait", "car", "night_city"]

Edit = Callable[[Image.Image], Image.Image]


@cache
def _scene(kind: str, variation: int = 0) -> Image.Image:
    return draw_scene(kind, variation)


def _look(image: Image.Image) -> Look:
    return Look(decoded_thumbnail(make_thumbnail(image)))


def _saved(image: Image.Image, quality: int) -> Image.Image:
    data = io.BytesIO()
    image.save(data, "JPEG", quality=quality)
    return Image.open(data)


def _inner(image: Image.Image, left: float, top: float, side: float) -> Image.Image:
    width, height = image.size
    corner = round(left * width), round(top * height)
    return image.crop((*corner, corner[0] + round(side * width), corner[1] + round(side * height)))


def _with_sticker(image: Image.Image) -> Image.Image:
    image = image.copy()
    width, height = image.size
    box = (width * 0.5, height * 0.5, width * 0.95, height * 0.95)
    ImageDraw.Draw(image).rectangle(box, fill=(200, 30, 90))
    return image


def _on_a_page(image: Image.Image) -> Image.Image:
    page = Image.new("RGB", image.size, (40, 40, 44))
    page.paste(image.resize((image.width * 7 // 10, image.height * 7 // 10)), (90, 40))
    return page


def _small_in_a_window(image: Image.Image) -> Image.Image:
    """Show it at .4 of the width under a bar and beside a list of names."""
    window = Image.new("RGB", (image.width * 5 // 2, image.height * 9 // 4), (32, 32, 34))
    draw = ImageDraw.Draw(window)
    draw.rectangle((0, 0, window.width, 40), (70, 70, 74))
    for top in range(60, window.height, 24):
        draw.rectangle((10, top, 150, top + 10), (150, 150, 150))
    window.paste(image, (400, 200))
    return window


def _tilted(image: Image.Image) -> Image.Image:
    return _inner(image.rotate(2, Image.Resampling.BICUBIC), 0.04, 0.04, 0.92)


WHOLE: dict[str, Edit] = {
    "a tenth of the size": lambda image: image.resize((48, 32)),
    "JPEG 10": lambda image: _saved(image, 10),
    "stretched": lambda image: image.resize((320, 320)),
    "grey": lambda image: ImageOps.grayscale(image).convert("RGB"),
    "darker": lambda image: ImageEnhance.Brightness(image).enhance(0.6),
    "with a sticker": _with_sticker,
}
PARTS: dict[str, Edit] = {
    "cropped to two thirds of a side": lambda image: _inner(image, 0.25, 0.1, 0.67),
    "with a white border": lambda image: ImageOps.expand(image, 30, "white"),
    "on a page": _on_a_page,
    "small in a window": _small_in_a_window,
    "mirrored and cropped": lambda image: ImageOps.mirror(_inner(image, 0.1, 0.1, 0.85)),
}
TURNS = {
    Turn.MIRRORED: Image.Transpose.FLIP_LEFT_RIGHT,
    Turn.HALF_TURN: Image.Transpose.ROTATE_180,
    Turn.RIGHT: Image.Transpose.ROTATE_270,
    Turn.LEFT: Image.Transpose.ROTATE_90,
}


@pytest.mark.parametrize("kind", SCENES)
@pytest.mark.parametrize("edit", [*WHOLE, *PARTS])
def test_an_edited_photo_is_the_same_photo(kind: str, edit: str) -> None:
    change = {**WHOLE, **PARTS}[edit]

    verdict = verify(_look(_scene(kind)), _look(change(_scene(kind))))

    assert verdict.is_same_photo
    assert verdict.overlap > 0.9


@pytest.mark.parametrize("kind", SCENES)
def test_it_is_found_from_either_side(kind: str) -> None:
    whole, part = _look(_scene(kind)), _look(_inner(_scene(kind), 0.25, 0.1, 0.67))

    assert verify(whole, part).is_same_photo
    assert verify(part, whole).is_same_photo


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("kind", SCENES)
def test_the_verdict_says_how_a_copy_was_turned(kind: str, turn: Turn) -> None:
    verdict = verify(_look(_scene(kind)), _look(_scene(kind).transpose(TURNS[turn])))

    assert (verdict.is_same_photo, verdict.turn) == (True, turn)


@pytest.mark.parametrize("kind", SCENES)
def test_the_verdict_says_which_photo_is_a_part_of_the_other(kind: str) -> None:
    photo = _look(_scene(kind))
    cropped = _look(PARTS["cropped to two thirds of a side"](_scene(kind)))
    bordered = _look(PARTS["with a white border"](_scene(kind)))

    assert verify(photo, cropped).part is Part.SECOND
    assert verify(cropped, photo).part is Part.FIRST
    assert verify(photo, bordered).part is Part.FIRST


@pytest.mark.parametrize("kind", SCENES)
@pytest.mark.parametrize("edit", ["with a white border", "small in a window"])
def test_the_verdict_says_which_photo_is_framed(kind: str, edit: str) -> None:
    photo, framed = _look(_scene(kind)), _look(PARTS[edit](_scene(kind)))

    assert verify(photo, framed).framed is Part.SECOND
    assert verify(framed, photo).framed is Part.FIRST


@pytest.mark.parametrize("kind", SCENES)
def test_a_crop_frames_nothing(kind: str) -> None:
    photo = _scene(kind)
    without_top = photo.crop((0, 100, photo.width, photo.height))

    for part in (without_top, _inner(photo, 0.25, 0.1, 0.67)):
        assert verify(_look(photo), _look(part)).framed is Part.NONE


@pytest.mark.parametrize("edit", PARTS)
def test_the_verdict_tells_a_part_from_the_whole(edit: str) -> None:
    photo = _scene("mountain")

    assert verify(_look(photo), _look(PARTS[edit](photo))).is_part
    assert not verify(_look(photo), _look(WHOLE["grey"](photo))).is_part


@pytest.mark.parametrize("kinds", list(combinations(SCENES, 2)))
def test_different_photos_are_not_the_same(kinds: tuple[str, str]) -> None:
    assert not verify(*(_look(_scene(kind)) for kind in kinds)).is_same_photo


@pytest.mark.parametrize("kind", SCENES)
def test_another_photo_of_the_same_kind_is_not_the_same(kind: str) -> None:
    assert not verify(_look(_scene(kind)), _look(_scene(kind, 3))).is_same_photo


def _slide(birds: list[tuple[int, int]]) -> Image.Image:
    """Some birds in the sky, with the grain of film and the dark frame of a slide."""
    grain = np.random.default_rng(birds[0][0]).normal((90, 130, 200), 6, (256, 384, 3))
    sky = Image.fromarray(grain.clip(0, 255).astype(np.uint8))
    draw = ImageDraw.Draw(sky)
    for x, y in birds:
        draw.polygon([(x, y), (x + 14, y + 5), (x + 4, y + 12)], fill=(60, 60, 70))
    draw.rounded_rectangle((-1, -1, 384, 256), 18, outline="black", width=8)
    return sky


def test_the_dark_edges_of_slides_make_no_same_photo() -> None:
    one = _slide([(150, 100), (180, 120), (210, 90), (240, 140)])
    other = _slide([(120, 60), (260, 150), (150, 170), (220, 60), (300, 80)])

    assert not verify(_look(one), _look(other)).is_same_photo
    assert verify(_look(one), _look(one.resize((300, 200)))).is_same_photo


def _gradient(across: float, down: float) -> Image.Image:
    y, x = np.mgrid[:200, :300]
    return Image.fromarray((x * across + y * down).clip(0, 255).astype(np.uint8))


PLAIN = {
    "white": Image.new("L", (300, 200), "white"),
    "black": Image.new("L", (300, 200)),
    "a gradient": _gradient(0.8, 0),
    "a gradient of another slope": _gradient(0.5, 0.4),
    "half black": Image.fromarray(np.repeat([[0, 255]], 150, 1).repeat(200, 0).astype(np.uint8)),
    "stripes": Image.fromarray(np.tile([[40] * 15 + [200] * 15], (200, 10)).astype(np.uint8)),
}


@pytest.mark.parametrize("name", PLAIN)
def test_plain_pictures_are_not_the_same_photo(name: str) -> None:
    """They would agree with every picture of their kind."""
    plain = _look(PLAIN[name].convert("RGB"))

    assert plain.is_plain
    assert not verify(plain, _look(PLAIN[name].convert("RGB"))).is_same_photo
    assert not verify(plain, _look(PLAIN["a gradient"].convert("RGB"))).is_same_photo


@pytest.mark.parametrize("kind", SCENES)
def test_photos_are_not_plain(kind: str) -> None:
    assert not _look(_scene(kind)).is_plain


def test_a_picture_of_one_pixel_is_compared() -> None:
    tiny = Image.new("RGB", (1, 1), "red")

    assert not verify(_look(tiny), _look(_scene("beach"))).is_same_photo


def test_a_reversed_verdict_is_seen_from_the_other_photo() -> None:
    verdict = Verdict(0.9, 1.0, Turn.LEFT, Part.FIRST, Part.SECOND)

    assert verdict.reversed == Verdict(0.9, 1.0, Turn.RIGHT, Part.SECOND, Part.FIRST)
    assert verdict.reversed.reversed == verdict
