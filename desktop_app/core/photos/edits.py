"""Common edits of photos: near-duplicate search must still find the original."""

from __future__ import annotations

import io
from collections.abc import Callable

from PIL import Image, ImageEnhance, ImageOps


def cropped(image: Image.Image) -> Image.Image:
    """Crop to 90 % of the width and of the height, off-centre."""
    width, height = image.size
    left, top = round(width * 0.07), round(height * 0.03)
    return image.crop((left, top, left + round(width * 0.9), top + round(height * 0.9)))


def brightened(image: Image.Image) -> Image.Image:
    """Brighten by about half a stop."""
    return ImageEnhance.Brightness(image).enhance(1.4)


def darkened(image: Image.Image) -> Image.Image:
    """Darken by about half a stop."""
    return ImageEnhance.Brightness(image).enhance(0.7)


def warmed(image: Image.Image) -> Image.Image:
    """Shift the white balance towards red."""
    red, green, blue = image.split()
    return Image.merge("RGB", (_scaled(red, 1.15), green, _scaled(blue, 0.8)))


def compressed(image: Image.Image) -> Image.Image:
    """Compress as a JPEG of quality 30, and decode again."""
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=30)
    buffer.seek(0)
    return Image.open(buffer).convert("RGB")


def grey(image: Image.Image) -> Image.Image:
    return ImageOps.grayscale(image).convert("RGB")


def _scaled(band: Image.Image, factor: float) -> Image.Image:
    return band.point([min(255, round(value * factor)) for value in range(256)])


EDITS: dict[str, Callable[[Image.Image], Image.Image]] = {
    "crop 10 %": cropped,
    "mirrored": ImageOps.mirror,
    "brighter": brightened,
    "darker": darkened,
    "warmer": warmed,
    "JPEG 30": compressed,
    "grey": grey,
}
