"""A 64-bit perceptual hash that resized, recompressed and retouched copies share.

It is the sign of each low frequency of the picture, as in pHash, but of a picture that fades out
towards its edges: a narrow crop, a border or a small turn then changes few bits. Measured on 100
photos of Corel, within 5 bits: crops of 5 % .91 (without the window .55), turns by 2 degrees .75
(.20), text .97 (.73); of 1.1 million pairs of different photos, none.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop_app.core.same_photo.inner_picture import inner_picture

SIDE = 8  # frequencies in each direction
_PIXELS = 32


def fingerprints(image: Image.Image) -> bytes:
    """Compute the fingerprint of a picture, and of what is inside its borders where it has any.

    Args:
        image: Any mode that converts to grey.

    Returns:
        8 bytes, or 16 if there is an inner picture.
    """
    inner = inner_picture(image)
    return fingerprint(image) + (fingerprint(inner.image) if inner else b"")


def fingerprint(image: Image.Image) -> bytes:
    """Compute the signs of the 8 x 8 lowest frequencies (DCT-II) of the picture as a square.

    Args:
        image: Any mode that converts to grey.

    Returns:
        8 bytes; bit i (lowest first) belongs to frequency i, in rows: from slow to fast from top to
        bottom, and from left to right within each row. Bit 0, the mean, is always 0.

    Source: C. Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions", 2010.
    """
    square = image.convert("L").resize((_PIXELS, _PIXELS), Image.Resampling.BILINEAR)
    grey, window = np.asarray(square, np.float32), _window()
    faded = (grey - (grey * window).sum() / window.sum()) * window
    frequencies = _waves() @ faded @ _waves().T
    bits = frequencies > 0
    bits[0, 0] = False
    return np.packbits(bits, bitorder="little").tobytes()


@cache
def _window() -> NDArray[np.float32]:
    fading = np.sin(np.pi * (np.arange(_PIXELS) + 0.5) / _PIXELS)
    return np.outer(fading, fading).astype(np.float32)


@cache
def _waves() -> NDArray[np.float32]:
    """Return the cosines of the DCT-II, float32 [8, 32]."""
    places = (2 * np.arange(_PIXELS) + 1) / (2 * _PIXELS)
    return np.cos(np.pi * np.outer(np.arange(SIDE), places)).astype(np.float32)
