"""Transparent pixels show the background, however a file says which they are."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from desktop_app.core.colour.srgb import BACKGROUND
from desktop_app.core.photos.photo_reader import PhotoReader
from tests.core.photos.bmp_files import bmp_file
from tests.core.photos.png_files import GREY, RGB, chunk, png_file

Scene = Callable[[str, int], Image.Image]
HALF = 32


def shown(path: Path, short_side: int = 1000) -> NDArray[Any]:
    return np.asarray(PhotoReader().open(path, short_side).image)


def halves(left: Any, right: Any) -> NDArray[Any]:
    values = np.empty((64, 64, *np.shape(left)), np.uint16)
    values[:, :HALF], values[:, HALF:] = left, right
    return values


@pytest.mark.parametrize("bits", [1, 2, 4, 8, 16])
def test_a_grey_that_is_declared_transparent_is(tmp_path: Path, bits: int) -> None:
    white = 2**bits - 1
    for key, kept, seen in ((white, 0, 0), (0, white, 255)):
        transparent = chunk(b"tRNS", struct.pack(">H", key))
        content = png_file(halves(key, kept), bits, GREY, transparent)
        (tmp_path / "key.png").write_bytes(content)
        for short_side in (64, 16):
            pixels = shown(tmp_path / "key.png", short_side)
            assert tuple(pixels[5, 0]) == BACKGROUND
            assert tuple(pixels[5, -1]) == (seen, seen, seen)


def test_a_colour_beside_the_transparent_one_is_kept_in_16_bits(tmp_path: Path) -> None:
    transparent = chunk(b"tRNS", struct.pack(">3H", 256, 512, 768))
    values = halves((256, 512, 768), (256, 512, 769))
    (tmp_path / "key.png").write_bytes(png_file(values, 16, RGB, transparent))
    pixels = shown(tmp_path / "key.png")
    assert tuple(pixels[5, 0]) == BACKGROUND
    assert tuple(pixels[5, -1]) == (1, 2, 3)


def test_a_grey_beside_the_transparent_one_is_kept_in_16_bits(tmp_path: Path) -> None:
    transparent = chunk(b"tRNS", struct.pack(">H", 40_000))
    (tmp_path / "key.png").write_bytes(png_file(halves(40_000, 40_001), 16, GREY, transparent))
    pixels = shown(tmp_path / "key.png")
    assert tuple(pixels[5, 0]) == BACKGROUND
    assert tuple(pixels[5, -1]) == (156, 156, 156)


@pytest.mark.parametrize("bits", [8, 16])
def test_a_colour_that_is_declared_transparent_is(tmp_path: Path, bits: int) -> None:
    scale = (2**bits - 1) // 255
    key, kept = (255 * scale, 0, 128 * scale), (0, 200 * scale, 0)
    transparent = chunk(b"tRNS", struct.pack(">3H", *key))
    (tmp_path / "key.png").write_bytes(png_file(halves(key, kept), bits, RGB, transparent))
    for short_side in (64, 16):
        pixels = shown(tmp_path / "key.png", short_side)
        assert tuple(pixels[5, 0]) == BACKGROUND
        assert tuple(pixels[5, -1]) == (0, 200, 0)


@pytest.mark.parametrize("header_bytes", [56, 108, 124])
def test_an_alpha_channel_of_a_bmp_that_was_never_filled_is_ignored(
    tmp_path: Path, scene: Scene, header_bytes: int
) -> None:
    picture = scene("boat", 0)
    for alpha in (0, 255):
        (tmp_path / "photo.bmp").write_bytes(
            bmp_file(np.asarray(picture), header_bytes=header_bytes, alpha=alpha)
        )
        assert np.array_equal(shown(tmp_path / "photo.bmp"), np.asarray(picture))
        small = shown(tmp_path / "photo.bmp", 40)
        assert np.array_equal(small, np.asarray(picture.reduce(4)))


def test_an_alpha_channel_of_a_bmp_that_has_values_is_used(tmp_path: Path, scene: Scene) -> None:
    (tmp_path / "photo.bmp").write_bytes(bmp_file(np.asarray(scene("boat", 0)), alpha=1))
    assert abs(float(shown(tmp_path / "photo.bmp").mean()) - BACKGROUND[0]) < 2


@pytest.mark.parametrize("name", ["clear.png", "clear.webp"])
def test_a_picture_that_is_wholly_transparent_is_shown_as_browsers_show_it(
    tmp_path: Path, scene: Scene, name: str
) -> None:
    clear = scene("boat", 0).convert("RGBA")
    clear.putalpha(0)
    clear.save(tmp_path / name, lossless=True, exact=True)
    assert set(np.unique(shown(tmp_path / name))) == {BACKGROUND[0]}


def test_transparent_colours_do_not_tint_the_edges_of_a_reduced_picture(tmp_path: Path) -> None:
    """A red that no one can see beside a blue."""
    layered = Image.new("RGBA", (256, 256), (255, 0, 0, 0))
    layered.paste((0, 0, 255, 255), (0, 0, 100, 256))
    layered.save(tmp_path / "edge.png")
    assert shown(tmp_path / "edge.png", 32)[:, :, 0].max() <= BACKGROUND[0]
