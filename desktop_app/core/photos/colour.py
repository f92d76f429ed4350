"""Convert images of any mode, colour profile and transparency to RGB in sRGB."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

# Shown behind transparent pixels: grey, so that neither black nor white drawings vanish.
BACKGROUND = (128, 128, 128)

_KEPT_INFO = ("exif", "icc_profile", "xmp", "XML:com.adobe.xmp")
_SRGB = ImageCms.createProfile("sRGB")
_PROFILE_MODES = {"RGB": b"RGB ", "L": b"GRAY", "CMYK": b"CMYK", "LAB": b"Lab "}


def eight_bits(image: Image.Image) -> Image.Image:
    """Convert any mode to L, LA, RGB, RGBA, CMYK or LAB: 8 bits per channel, no palette."""
    if image.mode in {"I", "F"} or image.mode.startswith("I;16"):
        return _scaled_to_bytes(image)
    if image.mode in {"1", "HSV", "YCbCr", "RGBX"}:
        return image.convert("L" if image.mode == "1" else "RGB")
    if image.mode == "P":
        return image.convert("RGBA" if "transparency" in image.info else "RGB")
    return image


def _scaled_to_bytes(image: Image.Image) -> Image.Image:
    """Convert grey values of 16 or 32 bits or floats to mode L; keep orientation and profile."""
    grey = Image.fromarray(_grey_bytes(np.asarray(image)))
    grey.info = {key: image.info[key] for key in _KEPT_INFO if key in image.info}
    return grey


def _grey_bytes(stored: NDArray[Any]) -> NDArray[np.uint8]:
    """Scale grey values, any dtype [H, W], to uint8 [H, W].

    16-bit integers are divided by 256. Floats are taken as [0, 1] if none exceeds 1; other values
    are scaled by their maximum.
    """
    if stored.dtype == np.uint16:
        return np.asarray(stored >> 8, np.uint8)
    values = np.nan_to_num(stored.astype(np.float32), posinf=0, neginf=0)
    top = float(values.max(initial=0))
    if stored.dtype.kind == "f" and top <= 1:
        values = values * 255
    elif top > 255:
        values = values / (256 if top <= 65535 else top / 255)
    return np.asarray(np.clip(values, 0, 255), np.uint8)


def to_srgb(image: Image.Image) -> Image.Image:
    """Convert an image of a mode of `eight_bits` to mode RGB in sRGB, on grey where transparent.

    A profile that is broken or belongs to another mode is ignored, as image viewers do.
    """
    if _is_transparent(image):
        return _on_background(image)
    transform = _transform(image.info.get("icc_profile") or b"", image.mode)
    if transform is not None:
        applied = ImageCms.applyTransform(image, transform)
        if applied is not None:
            return applied
    return image if image.mode == "RGB" else image.convert("RGB")


def _is_transparent(image: Image.Image) -> bool:
    return "A" in image.getbands() or "a" in image.getbands() or "transparency" in image.info


def _on_background(image: Image.Image) -> Image.Image:
    layered = image.convert("RGBA")
    colours = layered.convert("RGB")
    if "icc_profile" in image.info:
        colours.info["icc_profile"] = image.info["icc_profile"]
        colours = to_srgb(colours)
    canvas = Image.new("RGB", layered.size, BACKGROUND)
    canvas.paste(colours, mask=layered.getchannel("A"))
    return canvas


@lru_cache(maxsize=32)
def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """The transform from an embedded profile to sRGB; None if it is missing, broken or sRGB."""
    if not profile or mode not in _PROFILE_MODES or profile[16:20] != _PROFILE_MODES[mode]:
        return None
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if mode == "RGB" and "sRGB" in ImageCms.getProfileDescription(source):
            return None
        return ImageCms.buildTransform(source, _SRGB, mode, "RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None
