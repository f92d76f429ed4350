"""Alpha, palettes and colour spaces of TIFF files."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from PIL import Image, ImageCms

from desktop_app.core.colour.srgb import BACKGROUND
from desktop_app.core.photos.photo_reader import PhotoReader
from tests.core.tiff.conftest import Values, assert_shown, scaled

Shown = Callable[..., Values]

WHITES = {"u1": 255, "u2": 65535, "f4": 1}


@pytest.fixture
def alpha(grey: Values) -> Values:
    """From hidden at the left to opaque at the right."""
    return np.linspace(0, 255, grey.shape[1]).astype(np.uint8)[np.newaxis].repeat(len(grey), 0)


def on_background(picture: Values, alpha: Values) -> Values:
    share = alpha[:, :, np.newaxis] / 255
    rgb = picture if picture.ndim == 3 else np.dstack([picture] * 3)
    return np.asarray(rgb * share + BACKGROUND[0] * (1 - share)).round()


@pytest.mark.parametrize("is_associated", [False, True])
@pytest.mark.parametrize("dtype", WHITES)
@pytest.mark.parametrize("photometric", ["minisblack", "rgb"])
def test_alpha_shows_the_background(
    shown: Shown,
    grey: Values,
    colours: Values,
    alpha: Values,
    photometric: str,
    dtype: str,
    is_associated: bool,
) -> None:
    picture = colours if photometric == "rgb" else grey[:, :, np.newaxis]
    stored = picture * (alpha[:, :, np.newaxis] / 255) if is_associated else picture
    values = scaled(np.dstack([stored, alpha]), WHITES[dtype], dtype)
    kind = "assocalpha" if is_associated else "unassalpha"
    seen = shown(values, photometric=photometric, extrasamples=[kind], planarconfig="contig")
    assert_shown(seen, on_background(np.squeeze(picture), alpha), 2)


def test_alpha_of_its_own_plane_is_read(shown: Shown, colours: Values, alpha: Values) -> None:
    values = np.dstack([colours, alpha]).transpose(2, 0, 1).astype("u2") * 257
    seen = shown(values, photometric="rgb", extrasamples=["unassalpha"], planarconfig="separate")
    assert_shown(seen, on_background(colours, alpha), 2)


@pytest.mark.parametrize("dtype", WHITES)
@pytest.mark.parametrize("kind", ["assocalpha", "unassalpha"])
def test_an_alpha_channel_that_was_never_filled_is_ignored(
    shown: Shown, colours: Values, dtype: str, kind: str
) -> None:
    values = scaled(np.dstack([colours, colours[:, :, 0] * 0]), WHITES[dtype], dtype)
    assert_shown(shown(values, photometric="rgb", extrasamples=[kind]), colours)


def test_samples_of_no_meaning_are_ignored(shown: Shown, grey: Values, colours: Values) -> None:
    values = np.dstack([colours, grey]).astype("u2") * 257
    assert_shown(shown(values, photometric="rgb", extrasamples=["unspecified"]), colours)


def test_grey_with_two_samples_of_no_meaning_is_in_colour(shown: Shown, colours: Values) -> None:
    values = scaled(colours, 1, "f4")
    assert_shown(shown(values, photometric="minisblack", planarconfig="contig"), colours)


def palette_file(path: Path, samples: Values, palette: Values, extra: int) -> None:
    """A palette with a second sample, which tifffile does not write: it is written as grey."""
    tags: list[Any] = [(320, 3, palette.size, palette.T.ravel().tolist(), True)]
    tifffile.imwrite(
        path,
        samples,
        photometric="minisblack",
        extrasamples=[extra],
        planarconfig="contig",
        extratags=tags,
    )
    with tifffile.TiffFile(path, mode="r+") as opened:
        opened.pages.first.tags["PhotometricInterpretation"].overwrite(3)


@pytest.mark.parametrize("highest", [255, 65535])
def test_palettes_with_alpha_are_read(
    tmp_path: Path, grey: Values, alpha: Values, highest: int
) -> None:
    """Some programs write palettes of 8 bits into the 16 that the format has."""
    ramp = np.linspace(0, highest, 256).astype(np.uint16)
    palette = np.stack([ramp, ramp[::-1], ramp // 2], axis=1)
    palette_file(tmp_path / "palette.tif", np.dstack([grey, alpha]), palette, 2)
    seen = np.asarray(PhotoReader().open(tmp_path / "palette.tif", 1000).image)
    assert_shown(seen, on_background(np.dstack([grey, 255 - grey, grey // 2]), alpha), 2)


def test_a_palette_of_8_bits_is_read(shown: Shown, grey: Values) -> None:
    ramp = np.arange(256, dtype=np.uint16)
    seen = shown(grey, photometric="palette", colormap=np.stack([ramp, ramp[::-1], ramp]))
    assert_shown(seen, np.dstack([grey, 255 - grey, grey]))


@pytest.mark.parametrize("dtype", ["u1", "u2"])
def test_cmyk_is_read_in_8_and_16_bits(shown: Shown, colours: Values, dtype: str) -> None:
    inks = np.dstack([255 - colours, colours[:, :, 0] * 0])
    values = scaled(inks, WHITES[dtype], dtype)
    assert_shown(shown(values, photometric="separated"), colours, 2)


def test_thin_ink_of_16_bits_stays_thin(shown: Shown, colours: Values) -> None:
    """Values of 12 bits in 16 are spread for grey and colours only."""
    inks = np.dstack([255 - colours, colours[:, :, 0] * 0])
    values = scaled(inks, 4095, "u2")
    assert shown(values, photometric="separated").min() > 230


def test_lab_of_16_bits_looks_like_lab_of_8_bits(shown: Shown, scene: Any) -> None:
    to_lab = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB"
    )
    lab = np.asarray(ImageCms.applyTransform(scene("beach", 0), to_lab))  # signed a and b
    eight = shown(lab, photometric="cielab")
    assert eight.std() > 20
    assert_shown(shown(lab.astype("u2") << 8, photometric="cielab"), eight, 3)


def test_raw_ycbcr_whose_colours_are_halved_is_read(tmp_path: Path, scene: Any) -> None:
    picture = scene("beach", 0)
    path = tmp_path / "ycbcr.tif"
    path.write_bytes(raw_ycbcr(picture))
    seen = np.asarray(PhotoReader().open(path, 1000).image, float)
    assert np.abs(seen - np.asarray(picture)).mean() < 6


def raw_ycbcr(picture: Image.Image) -> bytes:
    """Each two by two pixels have four Y, one Cb and one Cr."""
    values = np.asarray(picture.convert("YCbCr"))
    height, width, _ = values.shape
    blocks = values.reshape(height // 2, 2, width // 2, 2, 3).transpose(0, 2, 1, 3, 4)
    luma = blocks[..., 0].reshape(height // 2, width // 2, 4)
    chroma = blocks[..., 1:].mean(axis=(2, 3))
    data = np.concatenate([luma, chroma], axis=2).astype(np.uint8).tobytes()
    return tiff_of({256: width, 257: height, 258: 8, 259: 1, 262: 6, 277: 3, 278: height}, data)


def tiff_of(tags: dict[int, int], data: bytes) -> bytes:
    """A TIFF file of these tags, each a number of 32 bits, and one strip."""
    tags = {**tags, 273: 8 + 2 + 12 * (len(tags) + 2) + 4, 279: len(data)}
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, tags[tag]) for tag in sorted(tags))
    return b"II*\0" + struct.pack("<IH", 8, len(tags)) + entries + bytes(4) + data
