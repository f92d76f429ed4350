"""TIFF files are shown as bright as their numbers are meant, whatever numbers they hold."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from numpy.typing import NDArray

from desktop_app.core.base.errors import PhotoError, PhotoProblem
from desktop_app.core.photos.photo_reader import PhotoReader
from tests.core.tiff.conftest import Values, assert_shown, scaled

Shown = Callable[..., Values]


def said(lowest_tag: int, values: list[float], kind: int = 3) -> list[tuple[Any, ...]]:
    """Tags of the lowest and the highest value, in tifffile's form."""
    return [(lowest_tag + at, kind, 1, value, True) for at, value in enumerate(values)]


@pytest.mark.parametrize("bits", [8, 10, 12, 14, 16])
def test_fewer_bits_in_16_are_spread(
    shown: Shown, grey: Values, colours: Values, bits: int
) -> None:
    white = 2**bits - 1
    assert_shown(shown(scaled(grey, white, "u2")), grey)
    assert_shown(shown(scaled(colours, white, "u2"), photometric="rgb"), colours)


@pytest.mark.parametrize("bits", [10, 12, 14])
def test_numbers_that_are_packed_to_few_bits_are_read(
    shown: Shown, grey: Values, bits: int
) -> None:
    dark = grey // 3
    assert_shown(shown(scaled(dark, 2**bits - 1, "u2"), bitspersample=bits), dark)


def test_a_dark_picture_that_uses_16_bits_stays_dark(shown: Shown, grey: Values) -> None:
    dark = grey // 8
    assert_shown(shown(dark.astype("u2") * 257), dark)
    assert_shown(shown(dark.astype("u2") << 8), dark)


def test_the_highest_value_that_a_file_states_is_white(shown: Shown, grey: Values) -> None:
    dark = grey // 8
    assert_shown(shown(scaled(grey, 2000, "u2"), extratags=said(280, [0, 2000])), grey)
    assert_shown(shown(scaled(dark, 4095, "u2"), extratags=said(280, [0, 4095])), dark)
    assert_shown(shown(scaled(dark, 8.0, "f4"), extratags=said(340, [0, 8.0], 11)), dark)


def test_a_stated_value_that_pixels_exceed_is_ignored(shown: Shown, grey: Values) -> None:
    assert_shown(shown(scaled(grey, 65535, "u2"), extratags=said(280, [0, 255])), grey)


@pytest.mark.parametrize(
    ("dtype", "white"),
    [
        ("u4", 2**32 - 1),
        ("u4", 65535),
        ("u4", 255),
        ("i4", 2**31 - 1),
        ("i4", 4095),
        ("i2", 32767),
        ("i2", 1023),
    ],
)
def test_integers_of_16_and_32_bits_are_read(
    shown: Shown, grey: Values, dtype: str, white: int
) -> None:
    assert_shown(shown(scaled(grey, white, dtype)), grey)


def test_negative_values_are_darker_than_zero(shown: Shown, grey: Values) -> None:
    assert_shown(shown(((grey.astype(int) - 128) * 256).astype("i2")), grey)
    assert_shown(shown((grey.astype(int) - 128).astype("i1")), grey)
    assert_shown(shown((grey / 127.5 - 1).astype("f4")), grey)


def test_a_few_negative_values_are_noise(shown: Shown, grey: Values) -> None:
    noisy = scaled(grey, 4095, "i2")
    noisy[:5] = -3
    expected = grey.copy()
    expected[:5] = 0
    assert_shown(shown(noisy), expected)


@pytest.mark.parametrize("dtype", ["f2", "f4", "f8"])
@pytest.mark.parametrize("white", [1, 255, 4095, 65535])
def test_floats_of_any_usual_range_are_read(
    shown: Shown, grey: Values, dtype: str, white: int
) -> None:
    if white < 2**15 or dtype != "f2":
        assert_shown(shown(scaled(grey, white, dtype)), grey)


@pytest.mark.parametrize("dtype", ["f2", "f4", "f8"])
def test_highlights_of_floats_are_cut_off(shown: Shown, grey: Values, dtype: str) -> None:
    values, expected = scaled(grey, 1, dtype), grey.copy()
    values[:20, :30], expected[:20, :30] = 4, 255
    assert_shown(shown(values), expected)


def test_highlights_are_cut_off_before_pixels_are_averaged(shown: Shown) -> None:
    values = np.full((512, 512), 0.25, np.float32)
    values[::8, ::8] = 1000
    assert abs(float(shown(values, 64).mean()) - 255 * (0.25 + 0.75 / 64)) < 1


def test_numbers_that_are_not_finite_do_no_harm(shown: Shown, grey: Values) -> None:
    values, expected = scaled(grey, 1, "f4"), grey.copy()
    values[:3], expected[:3] = np.nan, 0
    values[3:6], expected[3:6] = np.inf, 255
    values[6:9], expected[6:9] = -np.inf, 0
    assert_shown(shown(values), expected)
    assert shown(np.full((64, 64), 1e300)).shape == (64, 64, 3)


@pytest.mark.parametrize("dtype", ["u1", "u2", "f2", "f4", "f8"])
def test_min_is_white_is_inverted(shown: Shown, grey: Values, dtype: str) -> None:
    white = {"u1": 255, "u2": 65535}.get(dtype, 1)
    assert_shown(shown(scaled(255 - grey, white, dtype), photometric="miniswhite"), grey)


def test_min_is_white_of_one_bit_is_inverted(shown: Shown, grey: Values) -> None:
    bright = grey > 100
    assert_shown(shown(~bright, photometric="miniswhite"), bright * 255)


LAYOUTS = [
    {},
    {"compression": "deflate"},
    {"compression": "lzw", "predictor": True},
    {"compression": "zstd"},
    {"byteorder": ">"},
    {"byteorder": ">", "compression": "deflate", "predictor": True},
    {"bigtiff": True},
    {"rowsperstrip": 7},
    {"tile": (48, 32)},
    {"tile": (64, 64), "compression": "lzw"},
]


@pytest.mark.parametrize("is_planar", [False, True])
@pytest.mark.parametrize("dtype", ["u1", "u2", "f2", "f4", "f8"])
@pytest.mark.parametrize("options", LAYOUTS, ids=str)
def test_colours_are_read_however_they_are_stored(
    shown: Shown, colours: Values, options: dict[str, Any], dtype: str, is_planar: bool
) -> None:
    if dtype == "f2" and "predictor" in options:
        pytest.skip("tifffile has no predictor for half floats")
    values = scaled(colours, {"u1": 255, "u2": 65535}.get(dtype, 1), dtype)
    if is_planar:
        options, values = {**options, "planarconfig": "separate"}, values.transpose(2, 0, 1)
    assert_shown(shown(values, photometric="rgb", **options), colours)


@pytest.mark.parametrize("compression", ["webp", "jpegxl", "jpeg2000", "lzma", "packbits"])
def test_rare_compressions_are_read(shown: Shown, colours: Values, compression: str) -> None:
    options = {"compressionargs": {"level": 100}} if compression in {"webp", "jpegxl"} else {}
    is_right = shown(colours, photometric="rgb", compression=compression, **options)
    assert np.abs(is_right.astype(int) - colours).mean() < 3


def test_pixels_are_reduced_to_their_means(shown: Shown, colours: Values) -> None:
    """By 3, from tiles, strips and planes whose edges lie within blocks."""
    expected = scaled(colours, 65535, "u2")[:159].reshape(53, 3, 80, 3, 3).mean(axis=(1, 3)) / 257
    for options in ({"tile": (32, 16)}, {"rowsperstrip": 7}, {}):
        reduced = shown(scaled(colours, 65535, "u2"), 53, photometric="rgb", **options)
        assert reduced.shape == (54, 80, 3)
        assert_shown(reduced[:53], expected)


def test_parts_that_a_file_leaves_out_are_black(tmp_path: Path) -> None:
    """Sparse files have tiles of no bytes."""
    tifffile.imwrite(tmp_path / "sparse.tif", shape=(64, 64), dtype="u2", tile=(32, 32))
    assert np.asarray(PhotoReader().open(tmp_path / "sparse.tif", 64).image).max() == 0


def problem_of(path: Path) -> PhotoProblem:
    with pytest.raises(PhotoError) as caught:
        PhotoReader().open(path, 64)
    return caught.value.problem


@pytest.mark.parametrize("compression", [None, "deflate"])
def test_a_file_that_is_cut_off_is_called_so(tmp_path: Path, compression: str | None) -> None:
    noise: NDArray[Any] = np.random.default_rng(0).integers(0, 65535, (64, 64, 3), np.uint16)
    tifffile.imwrite(tmp_path / "half.tif", noise, photometric="rgb", compression=compression)
    content = (tmp_path / "half.tif").read_bytes()
    (tmp_path / "half.tif").write_bytes(content[: len(content) // 2])
    assert problem_of(tmp_path / "half.tif") is PhotoProblem.TRUNCATED


def test_a_kind_of_number_that_is_not_read_is_not_called_damaged(tmp_path: Path) -> None:
    tifffile.imwrite(tmp_path / "complex.tif", np.ones((64, 64), np.complex64))
    tifffile.imwrite(tmp_path / "untold.tif", np.ones((64, 64, 3), np.uint32), photometric="rgb")
    tifffile.imwrite(tmp_path / "later.tif", np.ones((64, 64), np.uint8))
    with tifffile.TiffFile(tmp_path / "later.tif", mode="r+") as opened:
        opened.pages.first.tags["Compression"].overwrite(54_321)
    for name in ("complex.tif", "untold.tif", "later.tif"):
        assert problem_of(tmp_path / name) is PhotoProblem.UNSUPPORTED_FORMAT


def test_whole_numbers_of_0_and_1_are_dark_and_not_black_and_white(
    shown: Shown, grey: Values
) -> None:
    """Only in floating point is 1 white."""
    barely = (grey > 128).astype(np.uint16)
    assert shown(barely).max() <= 1


def test_a_compression_that_is_not_installed_is_not_called_damaged(tmp_path: Path) -> None:
    tifffile.imwrite(tmp_path / "photo.tif", np.ones((64, 64), np.uint16))
    with tifffile.TiffFile(tmp_path / "photo.tif", mode="r+") as opened:
        # imagecodecs decodes this one with a library that may not be given away.
        opened.pages.first.tags["Compression"].overwrite(tifffile.COMPRESSION.JETRAW)
    with pytest.raises(PhotoError) as caught:
        PhotoReader().open(tmp_path / "photo.tif", 10)
    assert caught.value.problem is PhotoProblem.UNSUPPORTED_FORMAT
    assert caught.value.detail == "TIFF (compression)"


@pytest.mark.parametrize(
    ("tag", "value", "kind"),
    [
        ("ImageWidth", "wide", "s"),
        ("Compression", "none", "s"),
        ("BitsPerSample", "many", "s"),
        ("BitsPerSample", 0, "H"),
        ("BitsPerSample", 60_000, "H"),
        ("SamplesPerPixel", "three", "s"),
        ("StripByteCounts", "all", "s"),
    ],
)
def test_a_file_whose_tags_make_no_sense_is_called_damaged(
    tmp_path: Path, tag: str, value: str | int, kind: str
) -> None:
    tifffile.imwrite(tmp_path / "photo.tif", np.ones((64, 64), np.uint16), compression="zlib")
    with tifffile.TiffFile(tmp_path / "photo.tif", mode="r+") as opened:
        opened.pages.first.tags[tag].overwrite(value, dtype=kind)
    with pytest.raises(PhotoError) as caught:
        PhotoReader().open(tmp_path / "photo.tif", 10)
    assert caught.value.problem is PhotoProblem.UNDECODABLE
    assert caught.value.detail.startswith(("tag ", "bits per sample"))


def test_a_stated_value_that_is_no_number_is_ignored(shown: Shown, grey: Values) -> None:
    values = scaled(grey, 65535, "uint16")
    assert_shown(shown(values, extratags=[(281, "s", 0, "white", True)]), shown(values), 0)


def test_lab_of_few_bits_is_not_called_damaged(tmp_path: Path) -> None:
    tifffile.imwrite(tmp_path / "photo.tif", np.ones((64, 64, 3), np.uint8), photometric="icclab")
    with tifffile.TiffFile(tmp_path / "photo.tif", mode="r+") as opened:
        opened.pages.first.tags["BitsPerSample"].overwrite((4, 4, 4))
    assert problem_of(tmp_path / "photo.tif") is PhotoProblem.UNSUPPORTED_FORMAT
