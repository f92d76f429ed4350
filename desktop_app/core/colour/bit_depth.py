"""Bring pixels of any number of bits to 8 bits for each channel."""

from __future__ import annotations

import numpy as np
from PIL import Image

from desktop_app.core.colour.srgb import COLOUR_INFO


def eight_bits(image: Image.Image) -> Image.Image:
    """Convert any mode to L, LA, RGB, RGBA, CMYK or LAB: 8 bits per channel, no palette."""
    if image.mode.startswith("I;16"):
        return _rounded_grey(image)
    if image.mode in {"1", "HSV", "YCbCr", "RGBX"}:
        return image.convert("L" if image.mode == "1" else "RGB")
    if image.mode == "P":
        return image.convert("RGBA" if "transparency" in image.info else "RGB")
    return image


def _rounded_grey(image: Image.Image) -> Image.Image:
    """Convert grey values of 16 bits to mode L; keep what is said of colours."""
    grey = Image.fromarray((np.asarray(image) >> 8).astype(np.uint8))
    grey.info = {key: image.info[key] for key in COLOUR_INFO if key in image.info}
    return grey
