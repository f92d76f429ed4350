"""Convert images of any colours and transparency to RGB in sRGB.

docs/decisions/0039-colours.md says whom we follow where programs disagree.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop_app.core.colour.colour_spaces import (
    ADOBE_RGB,
    ColourSpace,
    coded_space,
    gamma_space,
    srgb_values,
)
from desktop_app.core.colour.icc_profiles import (
    from_profile,
    from_profile_deep,
    is_srgb_profile,
)

# Shown behind transparent pixels: grey, so that neither black nor white drawings vanish.
BACKGROUND = (128, 128, 128)

# What opened images say of their colours in `info`; of EXIF, the reader of photos sets it there.
EXIF_ADOBE_RGB = "exif_adobe_rgb"
COLOUR_INFO = (
    *("cicp", "icc_profile", "nclx_profile", "srgb", "gamma", "chromaticity"),
    EXIF_ADOBE_RGB,
)

_Statement = bytes | ColourSpace


def to_srgb(image: Image.Image) -> Image.Image:
    """Convert an image of a mode of `eight_bits` to mode RGB in sRGB, on grey where transparent.

    A profile that is broken or belongs to another mode is ignored, as image viewers do.
    """
    if _is_transparent(image):
        return _on_background(image)
    for statement in _statements(image.info):
        converted = _converted(image, statement)
        if converted is not None:
            return converted
    return image if image.mode == "RGB" else image.convert("RGB")


def is_srgb(info: dict[Any, Any], mode: str) -> bool:
    """Whether the colours of an image of mode L or RGB stay as they are in `to_srgb`."""
    for statement in _statements(info):
        if isinstance(statement, ColourSpace):
            return statement.is_srgb
        if (found := is_srgb_profile(statement, mode)) is not None:
            return found
    return True


def deep_to_srgb(values: NDArray[np.uint16], info: dict[Any, Any]) -> NDArray[np.uint8]:
    """Convert uint16 [H, W, 1 or 3] like `to_srgb` to uint8, same shape or with 3 channels.

    Rounding to 8 bits comes last, so that the shadows of linear light keep their tones.
    """
    for statement in _statements(info):
        if isinstance(statement, ColourSpace):
            return srgb_values(values, statement)
        converted = from_profile_deep(values, statement)
        if converted is not None:
            return converted
    return np.asarray(values >> 8, np.uint8)


def _statements(info: dict[Any, Any]) -> Iterator[_Statement]:
    """What a file says of its colours, the statement that counts most first.

    For PNG that is cICP, iCCP, sRGB, and gAMA with cHRM, for HEIF and AVIF the profile, and the
    code points; EXIF comes last.
    """
    found = (
        _cicp_space(info.get("cicp")),
        info.get("icc_profile") or None,
        _nclx_space(info.get("nclx_profile")),
        _gamma_space(info),
        ADOBE_RGB if EXIF_ADOBE_RGB in info and "srgb" not in info else None,
    )
    return (statement for statement in found if statement is not None)


def _cicp_space(codes: tuple[int, int, int, int] | None) -> ColourSpace | None:
    if codes is None or codes[2] != 0:  # PNG has no luma and chroma
        return None
    return coded_space(codes[0], codes[1], is_full_range=codes[3] != 0)


def _nclx_space(nclx: dict[str, Any] | None) -> ColourSpace | None:
    if nclx is None:
        return None
    return coded_space(nclx["color_primaries"], nclx["transfer_characteristics"])


def _gamma_space(info: dict[Any, Any]) -> ColourSpace | None:
    if "gamma" not in info or "srgb" in info:
        return None
    return gamma_space(info["gamma"], info.get("chromaticity", ()))


def _converted(image: Image.Image, statement: _Statement) -> Image.Image | None:
    """None where the statement does not help."""
    if isinstance(statement, bytes):
        return from_profile(image, statement)
    if image.mode not in {"L", "RGB"}:
        return None
    if statement.is_srgb:
        return image.convert("RGB")
    values = np.asarray(image).reshape(image.height, image.width, -1)
    converted = srgb_values(values, statement)
    return Image.fromarray(converted if image.mode == "RGB" else converted[:, :, 0]).convert("RGB")


def _is_transparent(image: Image.Image) -> bool:
    return not {"A", "a"}.isdisjoint(image.getbands())


def _on_background(image: Image.Image) -> Image.Image:
    layered = image.convert("RGBA")
    is_grey = image.mode in {"L", "LA", "La"}
    colours = layered.getchannel("R") if is_grey else layered.convert("RGB")
    colours.info = {name: image.info[name] for name in COLOUR_INFO if name in image.info}
    canvas = Image.new("RGB", layered.size, BACKGROUND)
    canvas.paste(to_srgb(colours), mask=layered.getchannel("A"))
    return canvas
