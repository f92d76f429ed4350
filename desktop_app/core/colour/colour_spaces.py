"""Convert colours that a file names by numbers, not by a profile, to sRGB: PNG, HEIF, AVIF, EXIF.

High dynamic range is shown with its reference white by ITU-R BT.2408, 203 cd/m2, as white; what is
brighter is cut off.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

Light = NDArray[np.float32]
Point = tuple[float, float]

_D65 = (0.3127, 0.3290)
_PEAK_OF_PQ = 10_000.0  # cd/m2, ITU-R BT.2100
_REFERENCE_WHITE = 203.0  # cd/m2, ITU-R BT.2408
_PEAK_OF_HLG, _GAMMA_OF_HLG = 1000.0, 1.2  # of the reference display, ITU-R BT.2100
# Differences that nobody sees; libpng leaves out gamma correction below the same limit.
_SAME_GAMMA = 0.05
_GAMMAS = (0.1, 10.0)
_BAND_PIXELS = 2**18


@dataclass(frozen=True)
class Primaries:
    """The chromaticities x and y of white and of the three primary colours."""

    white: Point
    red: Point
    green: Point
    blue: Point


BT709 = Primaries(_D65, (0.64, 0.33), (0.30, 0.60), (0.15, 0.06))
_ADOBE = Primaries(_D65, (0.64, 0.33), (0.21, 0.71), (0.15, 0.06))
_BT601 = Primaries(_D65, (0.630, 0.340), (0.310, 0.595), (0.155, 0.070))
# ITU-T H.273, table 2.
_PRIMARIES = {
    1: BT709,
    5: Primaries(_D65, (0.64, 0.33), (0.29, 0.60), (0.15, 0.06)),
    6: _BT601,
    7: _BT601,
    9: Primaries(_D65, (0.708, 0.292), (0.170, 0.797), (0.131, 0.046)),
    11: Primaries((0.314, 0.351), (0.680, 0.320), (0.265, 0.690), (0.150, 0.060)),
    12: Primaries(_D65, (0.680, 0.320), (0.265, 0.690), (0.150, 0.060)),
    22: Primaries(_D65, (0.630, 0.340), (0.295, 0.605), (0.155, 0.077)),
}


@dataclass(frozen=True)
class ColourSpace:
    """What the numbers of a picture mean.

    Attributes:
        primaries: Its primary colours.
        curve: From values in [0, 1] to light, of which 1 is white.
        is_scene: The light is that of the scene, as HLG's is, and a display changes it.
    """

    primaries: Primaries
    curve: Callable[[Light], Light]
    is_scene: bool = False

    @property
    def is_srgb(self) -> bool:
        return self == ColourSpace(BT709, _srgb_light)


def coded_space(primaries: int, transfer: int, *, is_full_range: bool = True) -> ColourSpace | None:
    """The colour space of two code points of ITU-T H.273; None where one says nothing.

    Black is 16 and white 235 of 255 where values have not their full range.
    """
    if primaries not in _PRIMARIES or transfer not in _CURVES:
        return None
    curve = _CURVES[transfer] if is_full_range else partial(_narrow_light, _CURVES[transfer])
    return ColourSpace(_PRIMARIES[primaries], curve, is_scene=transfer == _HLG)


def gamma_space(gamma: float, chromaticity: tuple[float, ...] = ()) -> ColourSpace | None:
    """The colour space of PNG's gAMA and cHRM; None where it is invalid, or sRGB's to the eye.

    Args:
        gamma: The exponent with which light was encoded, such as 1 / 2.2.
        chromaticity: x and y of white, red, green and blue; those of sRGB if it is left out.
    """
    if not _GAMMAS[0] <= gamma <= _GAMMAS[1]:
        return None
    primaries = _valid_primaries(chromaticity) or BT709
    is_usual = abs(gamma * 2.2 - 1) < _SAME_GAMMA
    if is_usual and primaries == BT709:
        return None
    return ColourSpace(primaries, _srgb_light if is_usual else partial(_power_light, 1 / gamma))


def srgb_values(values: NDArray[Any], space: ColourSpace) -> NDArray[np.uint8]:
    """Convert uint8 or uint16 [H, W, 1 or 3] of a colour space to uint8 of sRGB, same shape."""
    converted = np.empty(values.shape, np.uint8)
    highest = np.iinfo(values.dtype).max
    table = space.curve(np.linspace(0, 1, highest + 1, dtype=np.float32))
    rows = max(1, _BAND_PIXELS // values.shape[1])
    for top in range(0, len(values), rows):
        light = _display_light(table[values[top : top + rows]], space)
        converted[top : top + rows] = _srgb_bytes(light)
    return converted


def _display_light(light: Light, space: ColourSpace) -> Light:
    """Linear light in sRGB's primaries; that of grey in [H, W, 1]."""
    to_xyz, to_srgb = _matrices(space.primaries)
    is_grey = light.shape[2] == 1
    if space.is_scene:
        luminance = light if is_grey else light @ to_xyz[1:2].T
        light = light * np.power(luminance, _GAMMA_OF_HLG - 1) * (_PEAK_OF_HLG / _REFERENCE_WHITE)
    return light if is_grey else np.asarray(light @ to_srgb.T, np.float32)


@lru_cache(maxsize=16)
def _matrices(primaries: Primaries) -> tuple[Light, Light]:
    """Of linear light to CIE XYZ, and to linear sRGB; float32 [3, 3]."""
    to_xyz = _xyz_matrix(primaries)
    adapted = _adaptation(primaries.white) @ to_xyz
    to_srgb = np.linalg.inv(_xyz_matrix(BT709)) @ adapted
    return to_xyz.astype(np.float32), to_srgb.astype(np.float32)


def _xyz_matrix(primaries: Primaries) -> NDArray[np.float64]:
    """From linear light to CIE XYZ. Raises LinAlgError where the primaries span no triangle."""
    columns = np.stack([_xyz(each) for each in (primaries.red, primaries.green, primaries.blue)], 1)
    return np.asarray(columns * np.linalg.solve(columns, _xyz(primaries.white)))


def _xyz(point: Point) -> NDArray[np.float64]:
    x, y = point
    return np.array([x / y, 1, (1 - x - y) / y])


def _adaptation(white: Point) -> NDArray[np.float64]:
    """Bradford's adaptation of a white to D65, as ICC profiles use it."""
    cones = np.array(
        [[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]]
    )
    scales = (cones @ _xyz(_D65)) / (cones @ _xyz(white))
    return np.asarray(np.linalg.inv(cones) @ (scales[:, np.newaxis] * cones))


def _valid_primaries(chromaticity: tuple[float, ...]) -> Primaries | None:
    if len(chromaticity) != 8 or min(chromaticity[1::2]) <= 0:
        return None
    white, red, green, blue = zip(chromaticity[::2], chromaticity[1::2], strict=True)
    primaries = Primaries(white, red, green, blue)
    try:
        scales = np.linalg.inv(_xyz_matrix(primaries))
    except np.linalg.LinAlgError:
        return None
    is_srgb = np.allclose(chromaticity, [*_D65, *BT709.red, *BT709.green, *BT709.blue], atol=2e-3)
    return BT709 if is_srgb or not np.isfinite(scales).all() else primaries


def _srgb_bytes(light: Light) -> NDArray[np.uint8]:
    return _srgb_table()[(light.clip(0, 1) * 65535 + 0.5).astype(np.uint16)]


@lru_cache(maxsize=1)
def _srgb_table() -> NDArray[np.uint8]:
    light = np.linspace(0, 1, 65536)
    values = np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return np.asarray(values * 255 + 0.5, np.uint8)


def _srgb_light(values: Light) -> Light:
    """IEC 61966-2-1."""
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def _power_light(exponent: float, values: Light) -> Light:
    return np.asarray(values**exponent, np.float32)


def _narrow_light(curve: Callable[[Light], Light], values: Light) -> Light:
    return curve(((values * 255 - 16) / 219).clip(0, 1))


def _pq_light(values: Light) -> Light:
    """SMPTE ST 2084."""
    root = values.astype(np.float64) ** (32 / 2523)
    share = np.maximum(root - 0.8359375, 0) / (18.8515625 - 18.6875 * root)
    return np.asarray(share ** (8192 / 1305) * (_PEAK_OF_PQ / _REFERENCE_WHITE), np.float32)


def _hlg_light(values: Light) -> Light:
    """The light of the scene by ITU-R BT.2100."""
    bright = (np.exp((values - 0.55991073) / 0.17883277) + 0.28466892) / 12
    return np.where(values <= 0.5, values**2 / 3, bright)


_HLG = 18
# ITU-T H.273, table 3. Viewers show pictures of the curves of television like those of sRGB.
_CURVES: dict[int, Callable[[Light], Light]] = {
    **dict.fromkeys((1, 6, 7, 11, 12, 13, 14, 15), _srgb_light),
    4: partial(_power_light, 2.2),
    5: partial(_power_light, 2.8),
    8: partial(_power_light, 1.0),
    16: _pq_light,
    17: partial(_power_light, 2.6),
    _HLG: _hlg_light,
}

ADOBE_RGB = ColourSpace(_ADOBE, partial(_power_light, 563 / 256))  # Adobe RGB (1998), 4.3
