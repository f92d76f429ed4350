"""Bring pixels of any number of bits to 8 bits for each channel."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop_app.core.colour.srgb import COLOUR_INFO


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
    """Convert grey values of 16 or 32 bits or floats to mode L; keep what is said of colours."""
    grey = Image.fromarray(_grey_bytes(np.asarray(image)))
    grey.info = {key: image.info[key] for key in COLOUR_INFO if key in image.info}
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
