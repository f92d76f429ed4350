"""Colours that are named by numbers are converted as LittleCMS converts those of a profile."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageCms

from desktop_app.core.colour.colour_spaces import coded_space, gamma_space, srgb_values
from desktop_app.core.colour.icc_profiles import from_profile, is_srgb_profile
from desktop_app.core.colour.srgb import is_srgb
from tests.icc_files import BT709, P3, icc_profile

D65 = (0.3127, 0.3290)
# ITU-T H.273, table 2: white, and red, green and blue.
PRIMARIES = {
    1: (D65, BT709),
    5: (D65, ((0.64, 0.33), (0.29, 0.60), (0.15, 0.06))),
    6: (D65, ((0.630, 0.340), (0.310, 0.595), (0.155, 0.070))),
    7: (D65, ((0.630, 0.340), (0.310, 0.595), (0.155, 0.070))),
    9: (D65, ((0.708, 0.292), (0.170, 0.797), (0.131, 0.046))),
    11: ((0.314, 0.351), P3),
    12: (D65, P3),
    22: (D65, ((0.630, 0.340), (0.295, 0.605), (0.155, 0.077))),
}
GAMMAS = {4: 2.2, 5: 2.8, 8: 1.0, 17: 2.6}  # table 3
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def colours() -> Image.Image:
    levels = np.linspace(0, 255, 9, dtype=np.uint8)
    return Image.fromarray(np.stack(np.meshgrid(levels, levels, levels), -1).reshape(27, 27, 3))


@pytest.mark.parametrize("transfer", GAMMAS)
@pytest.mark.parametrize("primaries", PRIMARIES)
def test_code_points_mean_what_the_profile_of_the_same_numbers_means(
    primaries: int, transfer: int
) -> None:
    white, points = PRIMARIES[primaries]
    profile = icc_profile(GAMMAS[transfer], "By numbers", points, white=white)
    space = coded_space(primaries, transfer)
    assert space is not None
    expected = from_profile(colours(), profile)
    assert expected is not None
    converted = srgb_values(np.asarray(colours()), space).astype(int)
    # LittleCMS rounds its steps where linear light is dark.
    assert np.abs(converted - np.asarray(expected)).max() <= 3


@pytest.mark.parametrize("transfer", [1, 6, 7, 11, 12, 13, 14, 15])
def test_the_curves_of_television_are_that_of_srgb(transfer: int) -> None:
    space = coded_space(1, transfer)
    assert space is not None
    assert space.is_srgb


@pytest.mark.parametrize(
    ("primaries", "transfer"), [(2, 13), (1, 2), (0, 13), (1, 0), (1, 3), (3, 13), (1, 19), (23, 1)]
)
def test_numbers_that_say_nothing_are_told(primaries: int, transfer: int) -> None:
    assert coded_space(primaries, transfer) is None


@pytest.mark.parametrize("primaries", [code for code in PRIMARIES if code != 1])
def test_greys_stay_grey_whatever_the_primaries(primaries: int) -> None:
    greys = np.arange(256, dtype=np.uint8).reshape(16, 16, 1)
    space = coded_space(primaries, 13)
    assert space is not None
    assert (srgb_values(greys, space) == greys).all()
    assert np.abs(srgb_values(greys.repeat(3, 2), space).astype(int) - greys).max() <= 1


def test_large_pictures_are_converted_like_small_ones() -> None:
    space = coded_space(9, 16)
    assert space is not None
    tall = np.random.default_rng(0).integers(0, 256, (1200, 500, 3)).astype(np.uint8)
    parts = [srgb_values(tall[top : top + 100], space) for top in range(0, 1200, 100)]
    assert (srgb_values(tall, space) == np.concatenate(parts)).all()


@pytest.mark.parametrize(
    ("gamma", "is_told"),
    [(0.1, True), (10.0, True), (0.09, False), (10.1, False), (0.435, False), (0.43, True)],
)
def test_a_gamma_counts_if_it_is_possible_and_not_the_usual_one(
    gamma: float, is_told: bool
) -> None:
    assert (gamma_space(gamma) is not None) == is_told


def test_the_usual_gamma_with_wide_primaries_is_the_curve_of_srgb() -> None:
    points = (*D65, *(value for point in P3 for value in point))
    assert gamma_space(1 / 2.2, points) == coded_space(12, 13)


@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_profile_of_srgb_is_recognised_by_what_it_does(mode: str) -> None:
    assert is_srgb_profile(SRGB, mode) is True
    assert is_srgb_profile(icc_profile(1, "sRGB"), mode) is False
    assert is_srgb_profile(icc_profile(1, "Grey", space=b"GRAY"), mode) is (
        False if mode == "L" else None
    )
    assert is_srgb_profile(b"broken", mode) is None


def test_wide_primaries_alone_make_a_profile_another_than_that_of_srgb() -> None:
    usual, wide = icc_profile(2.2, "sRGB"), icc_profile(2.2, "sRGB", P3)
    assert from_profile(Image.new("RGB", (2, 2), (255, 0, 0)), usual) is not None
    assert is_srgb_profile(wide, "RGB") is False


def test_an_image_without_a_statement_is_of_srgb() -> None:
    assert is_srgb({}, "RGB")
    assert is_srgb({"icc_profile": b""}, "RGB")
    assert is_srgb({"icc_profile": b"broken"}, "L")
    assert not is_srgb({"icc_profile": b"broken", "gamma": 1.0}, "L")
    assert is_srgb({"gamma": 1.0, "srgb": 0}, "L")
