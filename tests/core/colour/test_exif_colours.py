"""A camera states Adobe RGB in EXIF alone, by an interoperability index."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import ExifTags, Image

from desktop_app.core.photos.photo_reader import PhotoReader
from tests.icc_files import icc_profile

# Of linear light, from the primaries of BT.709 to those of Adobe RGB (1998), of the same white.
TO_ADOBE = np.array([[0.71516, 0.28484, 0.0], [0.0, 1.0, 0.0], [0.0, 0.04116, 0.95884]])
SRGB, UNCALIBRATED = 1, 65535
BEST: dict[str, Any] = {"quality": 100, "subsampling": 0}


@pytest.fixture
def picture(scene: Callable[[str, int], Image.Image]) -> Image.Image:
    return scene("flower", 0).resize((96, 64))


@pytest.fixture
def adobe(picture: Image.Image) -> Image.Image:
    """The same colours in Adobe RGB."""
    values = np.asarray(picture, np.float64) / 255
    light = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    encoded = (light @ TO_ADOBE.T).clip(0, 1) ** (256 / 563)
    return Image.fromarray((encoded * 255 + 0.5).astype(np.uint8))


def exif(colour_space: int | None, index: str | None) -> Image.Exif:
    tags = Image.Exif()
    tags[ExifTags.Base.Make] = "Camera"
    settings = tags.get_ifd(ExifTags.IFD.Exif)
    if colour_space is not None:
        settings[ExifTags.Base.ColorSpace] = colour_space
    if index is not None:
        settings[ExifTags.IFD.Interop] = {1: index}
    return tags


def difference(path: Path, expected: Image.Image) -> float:
    shown = np.asarray(PhotoReader().open(path, 1_000_000).image, np.float64)
    return float(np.abs(shown - np.asarray(expected)).mean())


@pytest.mark.parametrize("suffix", ["jpg", "webp", "png"])
def test_adobe_rgb_that_exif_states_is_converted(
    tmp_path: Path, picture: Image.Image, adobe: Image.Image, suffix: str
) -> None:
    path = tmp_path / f"a.{suffix}"
    options: dict[str, dict[str, Any]] = {"jpg": BEST, "webp": {"lossless": True}, "png": {}}
    adobe.save(path, exif=exif(UNCALIBRATED, "R03"), **options[suffix])
    assert difference(path, picture) < 1.5
    assert difference(path, adobe) > 2


@pytest.mark.parametrize(
    ("colour_space", "index"),
    [(SRGB, "R98"), (SRGB, "R03"), (UNCALIBRATED, "R98"), (UNCALIBRATED, None), (None, "R03")],
)
def test_other_statements_of_exif_change_nothing(
    tmp_path: Path, picture: Image.Image, colour_space: int | None, index: str | None
) -> None:
    path = tmp_path / "a.jpg"
    picture.save(path, exif=exif(colour_space, index), **BEST)
    assert difference(path, picture) < 1.5


def test_a_profile_counts_more_than_exif(tmp_path: Path, picture: Image.Image) -> None:
    path = tmp_path / "a.jpg"
    picture.save(path, exif=exif(UNCALIBRATED, "R03"), icc_profile=icc_profile(2.2, "a"), **BEST)
    assert difference(path, picture) < 2.5


def test_a_reduced_photo_is_converted_too(
    tmp_path: Path, picture: Image.Image, adobe: Image.Image
) -> None:
    path = tmp_path / "a.jpg"
    adobe.resize((768, 512)).save(path, exif=exif(UNCALIBRATED, "R03"), **BEST)
    shown = PhotoReader().open(path, 64).image
    assert shown.size == picture.size
    assert float(np.abs(np.asarray(shown, float) - np.asarray(picture)).mean()) < 3
