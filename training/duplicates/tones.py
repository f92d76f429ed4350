"""Edits of colours, brightness and sharpness: every pixel stays where it was.

All take an RGB image, and random numbers where they need them.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike
from PIL import Image, ImageEnhance, ImageFilter

# Rows are red, green and blue of the photo, columns those of the copy.
_SEPIA = ((0.393, 0.349, 0.272), (0.769, 0.686, 0.534), (0.189, 0.168, 0.131))


def exposure(image: Image.Image, factor: float) -> Image.Image:
    return _curve(image, lambda value: value * factor)


def gamma(image: Image.Image, exponent: float) -> Image.Image:
    return _curve(image, lambda value: value**exponent)


def contrast(image: Image.Image, factor: float) -> Image.Image:
    return ImageEnhance.Contrast(image).enhance(factor)


def saturation(image: Image.Image, factor: float) -> Image.Image:
    return ImageEnhance.Color(image).enhance(factor)


def white_balance(image: Image.Image, factors: tuple[float, float, float]) -> Image.Image:
    return _picture(np.asarray(image, float) * factors)


def sepia(image: Image.Image) -> Image.Image:
    return _picture(np.asarray(image, float) @ _SEPIA)


def blur(image: Image.Image) -> Image.Image:
    """Blur by a Gaussian with a deviation of a 96th of the width."""
    return image.filter(ImageFilter.GaussianBlur(image.width / 96))


def sharpen(image: Image.Image) -> Image.Image:
    return image.filter(ImageFilter.UnsharpMask(radius=2, percent=200, threshold=0))


def noise(image: Image.Image, rng: np.random.Generator) -> Image.Image:
    """Add Gaussian noise with a deviation of 15 of 255."""
    pixels = np.asarray(image, float)
    return _picture(pixels + rng.normal(0, 15, pixels.shape))


def _curve(image: Image.Image, curve: Callable[[float], float]) -> Image.Image:
    values = [min(255, int(curve(value / 255) * 255)) for value in range(256)]
    return image.point(values * 3)


def _picture(pixels: ArrayLike) -> Image.Image:
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
