"""The colours of a photo are those that its file states, brought to sRGB.

Each test writes colours of sRGB in another way, by the formulas of the standard concerned, and
expects them back.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pillow_heif
import pytest
import tifffile
from numpy.typing import NDArray
from PIL import Image, ImageCms

from desktop_app.core.base.errors import PhotoError, PhotoProblem
from desktop_app.core.photos.photo_reader import PhotoReader
from tests.icc_files import P3, icc_profile

Values = NDArray[np.float64]
Scene = Callable[[str, int], Image.Image]

# Of linear light: BT.709 to BT.2020 (ITU-R BT.2087) and to Display P3 (of the same white).
TO_BT2020 = np.array([[0.6274, 0.3293, 0.0433], [0.0691, 0.9195, 0.0114], [0.0164, 0.0880, 0.8956]])
TO_P3 = np.array([[0.8225, 0.1775, 0.0], [0.0332, 0.9668, 0.0], [0.0171, 0.0724, 0.9105]])
LUMINANCE_2020 = np.array([0.2627, 0.6780, 0.0593])
PQ, HLG, SRGB_CURVE = 16, 18, 13
BT2020, P3_D65 = 9, 12


@pytest.fixture
def picture(scene: Scene) -> Image.Image:
    return scene("flower", 0).resize((96, 64))


def light_of(picture: Image.Image) -> Values:
    values = np.asarray(picture, np.float64) / 255
    return np.asarray(
        np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    )


def srgb_curve(light: Values) -> Values:
    light = light.clip(0, 1)
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)


def pq_curve(light: Values) -> Values:
    """SMPTE ST 2084, of light of which 1 is 203 cd/m2."""
    power = (light.clip(0) * 203 / 10_000) ** 0.1593017578125
    return ((0.8359375 + 18.8515625 * power) / (1 + 18.6875 * power)) ** 78.84375


def hlg_curve(light: Values) -> Values:
    """ITU-R BT.2100, of light of a display of 1,000 cd/m2, of which 1 is 203 cd/m2."""
    display = light.clip(1e-9) * 0.203
    luminance = (display @ LUMINANCE_2020)[..., np.newaxis]
    scene_light = display * luminance ** (1 / 1.2 - 1)
    bright = 0.17883277 * np.log((12 * scene_light - 0.28466892).clip(1e-9)) + 0.55991073
    signal = np.where(scene_light <= 1 / 12, np.sqrt(3 * scene_light), bright)
    return np.asarray(signal.clip(0, 1))


def eight_bits(values: Values) -> Image.Image:
    return Image.fromarray((values.clip(0, 1) * 255 + 0.5).astype(np.uint8))


def png(picture: Image.Image, **chunks: bytes) -> bytes:
    """A PNG with these chunks before its pixels."""
    data = io.BytesIO()
    picture.save(data, "PNG")
    added = b"".join(chunk(name, content) for name, content in chunks.items())
    return data.getvalue()[:33] + added + data.getvalue()[33:]


def chunk(name: str, content: bytes) -> bytes:
    body = name.encode() + content
    return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))


def iccp(profile: bytes) -> bytes:
    return b"profile\0\0" + zlib.compress(profile)


def gama(gamma: float) -> bytes:
    return struct.pack(">I", round(gamma * 100_000))


def chrm(*points: tuple[float, float]) -> bytes:
    return struct.pack(">8I", *(round(value * 100_000) for point in points for value in point))


def difference(path: Path, expected: Image.Image) -> float:
    shown = PhotoReader().open(path, 1_000_000).image
    first, second = (np.asarray(each.convert("RGB"), np.float64) for each in (shown, expected))
    return float(np.abs(first - second).mean())


def difference_of_png(folder: Path, data: bytes, expected: Image.Image) -> float:
    (folder / "a.png").write_bytes(data)
    return difference(folder / "a.png", expected)


LINEAR = icc_profile(1, "sRGB built-in with linear light")


@pytest.mark.parametrize("name", ["sRGB built-in with linear light", "Linear", ""])
def test_a_profile_is_judged_by_its_curve_and_not_by_its_name(
    tmp_path: Path, picture: Image.Image, name: str
) -> None:
    linear = eight_bits(light_of(picture))
    for suffix in ("png", "tif", "jpg", "webp"):
        path = tmp_path / f"linear.{suffix}"
        lossless = {"lossless": True} if suffix == "webp" else {}
        best = {"quality": 100, "subsampling": 0} if suffix == "jpg" else lossless
        linear.save(path, icc_profile=icc_profile(1, name), **best)
        assert difference(path, picture) < 5


def test_the_profile_of_srgb_changes_nothing(tmp_path: Path, picture: Image.Image) -> None:
    picture.save(tmp_path / "a.png", icc_profile=SRGB)
    assert difference(tmp_path / "a.png", picture) == 0


def test_a_profile_of_wide_primaries_is_converted(tmp_path: Path, picture: Image.Image) -> None:
    wide = eight_bits((light_of(picture) @ TO_P3.T) ** (1 / 2.2))
    profile = icc_profile(2.2, "sRGB IEC61966-2.1", P3)
    wide.save(tmp_path / "a.png", icc_profile=profile)
    assert difference(tmp_path / "a.png", picture) < 2
    assert difference(tmp_path / "a.png", wide) > 4


@pytest.mark.parametrize(
    "profile",
    [
        b"",
        b"no profile at all",
        LINEAR[:200],
        LINEAR[:128] + b"\xff" * 400,
        icc_profile(1, "Grey", space=b"GRAY"),
        LINEAR.replace(b"RGB ", b"CMYK"),
    ],
)
def test_a_profile_that_is_broken_or_of_other_colours_is_ignored(
    tmp_path: Path, picture: Image.Image, profile: bytes
) -> None:
    assert difference_of_png(tmp_path, png(picture, iCCP=iccp(profile)), picture) == 0


def test_grey_has_a_profile_of_grey_or_of_rgb(tmp_path: Path, picture: Image.Image) -> None:
    grey = picture.convert("L")
    linear = eight_bits(light_of(grey))
    for profile in (icc_profile(1, "Grey", space=b"GRAY"), LINEAR):
        linear.save(tmp_path / "a.png", icc_profile=profile)
        assert difference(tmp_path / "a.png", grey) < 3


def test_the_profile_counts_beside_transparency(tmp_path: Path, picture: Image.Image) -> None:
    for mode, profile in (("RGB", LINEAR), ("L", icc_profile(1, "Grey", space=b"GRAY"))):
        expected = picture.convert(mode)
        linear = eight_bits(light_of(expected))
        linear.putalpha(255)
        linear.save(tmp_path / "a.png", icc_profile=profile)
        assert difference(tmp_path / "a.png", expected) < 3


def test_cmyk_is_read_with_and_without_a_profile_of_other_colours(
    tmp_path: Path, picture: Image.Image
) -> None:
    path = tmp_path / "print.jpg"
    for profile in (b"", LINEAR):
        picture.convert("CMYK").save(path, quality=95, subsampling=0, icc_profile=profile)
        assert difference(path, picture) < 8


@pytest.mark.parametrize("gamma", [1.0, 0.7, 1 / 1.8, 0.3])
def test_the_gamma_of_a_png_is_applied(tmp_path: Path, picture: Image.Image, gamma: float) -> None:
    for expected in (picture, picture.convert("L")):
        stored = eight_bits(light_of(expected) ** gamma)
        assert difference_of_png(tmp_path, png(stored, gAMA=gama(gamma)), expected) < 5


@pytest.mark.parametrize("gamma", [1 / 2.2, 0.45, 0.0, 1e-5, 40_000.0])
def test_a_gamma_that_is_usual_or_impossible_changes_nothing(
    tmp_path: Path, picture: Image.Image, gamma: float
) -> None:
    assert difference_of_png(tmp_path, png(picture, gAMA=gama(gamma)), picture) == 0


def test_the_primaries_of_a_png_are_converted(tmp_path: Path, picture: Image.Image) -> None:
    wide = eight_bits((light_of(picture) @ TO_P3.T) ** (1 / 1.8))
    points = chrm((0.3127, 0.3290), *P3)
    assert difference_of_png(tmp_path, png(wide, gAMA=gama(1 / 1.8), cHRM=points), picture) < 2


@pytest.mark.parametrize("points", [(0.0,) * 8, (0.3127, 0.329) * 4, (0.3, 0.3) + (0.0, 0.9) * 3])
def test_impossible_primaries_are_ignored(
    tmp_path: Path, picture: Image.Image, points: tuple[float, ...]
) -> None:
    pairs = list(zip(points[::2], points[1::2], strict=True))
    data = png(picture, gAMA=gama(1 / 2.2), cHRM=chrm(*pairs))
    assert difference_of_png(tmp_path, data, picture) == 0


SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
SRGB_CICP = bytes([1, SRGB_CURVE, 0, 1])


@pytest.mark.parametrize(
    "others",
    [
        {"cICP": SRGB_CICP, "iCCP": iccp(LINEAR)},
        {"cICP": SRGB_CICP, "gAMA": gama(1.0)},
        {"iCCP": iccp(SRGB), "gAMA": gama(1.0)},
        {"sRGB": b"\0", "gAMA": gama(1.0)},
        {"gAMA": gama(1 / 2.2)},
    ],
)
def test_the_statement_of_a_png_that_counts_most_is_heeded(
    tmp_path: Path, picture: Image.Image, others: dict[str, bytes]
) -> None:
    assert difference_of_png(tmp_path, png(picture, **others), picture) < 2


@pytest.mark.parametrize(
    "unusable",
    [
        {"cICP": bytes([2, 2, 0, 1])},  # unspecified
        {"cICP": bytes([1, SRGB_CURVE, 6, 1])},  # luma and chroma, which PNG has not
        {"cICP": b"\x01"},
        {"iCCP": iccp(b"broken")},
    ],
)
def test_a_statement_that_says_nothing_leaves_it_to_the_next(
    tmp_path: Path, picture: Image.Image, unusable: dict[str, bytes]
) -> None:
    linear = eight_bits(light_of(picture))
    assert difference_of_png(tmp_path, png(linear, **unusable, gAMA=gama(1.0)), picture) < 5


def test_a_profile_counts_more_than_the_curve_of_srgb(tmp_path: Path, picture: Image.Image) -> None:
    linear = eight_bits(light_of(picture))
    data = png(linear, iCCP=iccp(LINEAR), sRGB=b"\0")
    assert difference_of_png(tmp_path, data, picture) < 5


CODED: dict[str, tuple[int, int, Callable[[Values], Values]]] = {
    "P3": (P3_D65, SRGB_CURVE, lambda light: srgb_curve(light @ TO_P3.T)),
    "P3 with PQ": (P3_D65, PQ, lambda light: pq_curve(light @ TO_P3.T)),
    "BT.2020": (BT2020, SRGB_CURVE, lambda light: srgb_curve(light @ TO_BT2020.T)),
    "PQ": (BT2020, PQ, lambda light: pq_curve(light @ TO_BT2020.T)),
    "HLG": (BT2020, HLG, lambda light: hlg_curve(light @ TO_BT2020.T)),
}


@pytest.mark.parametrize("name", CODED)
def test_the_code_points_of_a_png_are_converted(
    tmp_path: Path, picture: Image.Image, name: str
) -> None:
    primaries, transfer, encoded = CODED[name]
    stored = eight_bits(encoded(light_of(picture)))
    data = png(stored, cICP=bytes([primaries, transfer, 0, 1]))
    converted = difference_of_png(tmp_path, data, picture)
    assert converted < 2
    assert converted * 4 < difference_of_png(tmp_path, png(stored), picture)


def test_a_png_of_narrow_range_is_widened(tmp_path: Path, picture: Image.Image) -> None:
    stored = eight_bits((np.asarray(picture) / 255 * 219 + 16) / 255)
    data = png(stored, cICP=bytes([1, SRGB_CURVE, 0, 0]))
    assert difference_of_png(tmp_path, data, picture) < 2


@pytest.mark.parametrize("name", CODED)
@pytest.mark.parametrize("suffix", ["heic", "avif"])
def test_the_code_points_of_heif_and_avif_are_converted(
    tmp_path: Path, picture: Image.Image, name: str, suffix: str
) -> None:
    primaries, transfer, encoded = CODED[name]
    stored = eight_bits(encoded(light_of(picture)))
    path = tmp_path / f"a.{suffix}"
    path.write_bytes(heif_file(stored, suffix, primaries, transfer))
    assert difference(path, picture) < 8


def heif_file(stored: Image.Image, suffix: str, primaries: int, transfer: int) -> bytes:
    data = io.BytesIO()
    if suffix == "heic":
        pillow_heif.from_pillow(stored).save(data, quality=100, chroma=444)
    else:
        stored.save(data, "AVIF", quality=100, subsampling="4:4:4")
    usual = b"nclx" + struct.pack(">HH", 1, SRGB_CURVE)
    assert usual in data.getvalue()
    return data.getvalue().replace(usual, b"nclx" + struct.pack(">HH", primaries, transfer))


@pytest.mark.parametrize("suffix", ["heic", "avif"])
def test_a_heif_that_says_nothing_of_its_colours_is_of_srgb(
    tmp_path: Path, picture: Image.Image, suffix: str
) -> None:
    path = tmp_path / f"a.{suffix}"
    for primaries, transfer in ((2, 2), (1, 1), (1, 6)):
        path.write_bytes(heif_file(picture, suffix, primaries, transfer))
        assert difference(path, picture) < 4


def test_what_is_brighter_than_white_is_white(tmp_path: Path) -> None:
    """Greys from black to five times the reference white."""
    light = np.linspace(0, 5, 256)[np.newaxis, :, np.newaxis].repeat(16, 0).repeat(3, 2)
    for transfer, curve in ((PQ, pq_curve), (HLG, hlg_curve)):
        data = png(eight_bits(curve(light)), cICP=bytes([BT2020, transfer, 0, 1]))
        assert difference_of_png(tmp_path, data, eight_bits(srgb_curve(light))) < 2


def ramp() -> NDArray[np.uint16]:
    """Linear light in the shadows, 16 bits: one of 60 tones of sRGB after the other."""
    light = light_of(Image.fromarray(np.arange(60, dtype=np.uint8)[np.newaxis].repeat(16, 0)))
    return (light.repeat(2, axis=1) * 65535).round().astype(np.uint16)


def tones(path: Path) -> Any:
    shown = PhotoReader().open(path, 1_000_000).image
    return np.asarray(shown)[8, :, 1].astype(int)


@pytest.mark.parametrize("channels", [1, 2, 3, 4])
@pytest.mark.parametrize("statement", ["gAMA", "iCCP", "cICP"])
def test_the_shadows_of_linear_light_in_a_png_of_16_bits_keep_their_tones(
    tmp_path: Path, channels: int, statement: str
) -> None:
    is_grey = channels < 3
    profile = icc_profile(1, "Linear", space=b"GRAY" if is_grey else b"RGB ")
    content = {"gAMA": gama(1.0), "iCCP": iccp(profile), "cICP": bytes([1, 8, 0, 1])}[statement]
    values = ramp()[:, :, np.newaxis].repeat(channels, 2)
    if channels in {2, 4}:
        values[:, :, -1] = 65535
    path = tmp_path / "deep.png"
    path.write_bytes(deep_png(values, statement, content))
    assert np.abs(tones(path) - np.arange(60).repeat(2)).max() <= 1


def deep_png(values: NDArray[np.uint16], statement: str, content: bytes) -> bytes:
    height, width, channels = values.shape
    kind = {1: 0, 2: 4, 3: 2, 4: 6}[channels]
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in values)
    head = chunk("IHDR", struct.pack(">IIBBBBB", width, height, 16, kind, 0, 0, 0))
    parts = (
        head,
        chunk(statement, content),
        chunk("IDAT", zlib.compress(rows)),
        chunk("IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def test_a_truncated_png_of_16_bits_of_linear_light_is_called_truncated(tmp_path: Path) -> None:
    noise = np.random.default_rng(0).integers(0, 65536, (64, 64, 3)).astype(np.uint16)
    content = deep_png(noise, "gAMA", gama(1.0))
    (tmp_path / "half.png").write_bytes(content[: len(content) // 2])
    with pytest.raises(PhotoError) as raised:
        PhotoReader().open(tmp_path / "half.png", 32)
    assert raised.value.problem is PhotoProblem.TRUNCATED


@pytest.mark.parametrize("dtype", [np.uint16, np.float32])
@pytest.mark.parametrize("channels", [1, 3])
def test_the_shadows_of_linear_light_in_a_tiff_keep_their_tones(
    tmp_path: Path, channels: int, dtype: type
) -> None:
    values = ramp()
    values[:, -1] = 65535
    stored = values if dtype is np.uint16 else (values / 65535).astype(np.float32)
    stored = stored if channels == 1 else stored[:, :, np.newaxis].repeat(3, 2)
    path = tmp_path / "deep.tif"
    profile = icc_profile(1, "Linear", space=b"GRAY" if channels == 1 else b"RGB ")
    photometric = "minisblack" if channels == 1 else "rgb"
    tifffile.imwrite(path, stored, photometric=photometric, iccprofile=profile)
    assert np.abs(tones(path)[:-1] - np.arange(60).repeat(2)[:-1]).max() <= 1


def test_a_deep_png_of_srgb_is_read_as_before(tmp_path: Path) -> None:
    values = (np.arange(60, dtype=np.uint16) * 257)[np.newaxis].repeat(16, 0)
    wide = bytes([P3_D65, SRGB_CURVE, 0, 1])  # in which greys are the same
    for statement, content in (("sRGB", b"\0"), ("gAMA", gama(1 / 2.2)), ("cICP", wide)):
        path = tmp_path / "deep.png"
        path.write_bytes(deep_png(values[:, :, np.newaxis].repeat(3, 2), statement, content))
        assert tones(path).tolist() == list(range(60))
