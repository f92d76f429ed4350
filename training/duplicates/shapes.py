"""Edits of size, shape and position: pixels move. All take an RGB image."""

from __future__ import annotations

import math

import numpy as np
from PIL import Image

_LANCZOS = Image.Resampling.LANCZOS


def scale(image: Image.Image, factor: float) -> Image.Image:
    """Resize, but no side to less than a pixel."""
    width, height = (max(1, round(side * factor)) for side in image.size)
    return image.resize((width, height), _LANCZOS)


def stretch(image: Image.Image, aspect: float) -> Image.Image:
    """Change the longer side alone, to `aspect` times the shorter one."""
    short = min(image.size)
    width, height = (short if side == short else round(short * aspect) for side in image.size)
    return image.resize((width, height), _LANCZOS)


def crop(image: Image.Image, share: float, rng: np.random.Generator) -> Image.Image:
    """Cut `share` of the area off, at a random place; the aspect ratio stays."""
    return image.crop(random_box(image.size, 1 - share, rng))


def turn(image: Image.Image, degrees: float) -> Image.Image:
    """Turn by a few degrees, counterclockwise, and cut the empty corners off."""
    width, height = image.size
    slope = math.sin(math.radians(abs(degrees))) / 2
    across, down = round(height * slope + 1), round(width * slope + 1)
    turned = image.rotate(degrees, Image.Resampling.BICUBIC)
    return turned.crop((across, down, width - across, height - down))


def random_box(
    size: tuple[int, int], share: float, rng: np.random.Generator
) -> tuple[int, int, int, int]:
    """Choose a box with `share` of the area of a picture, and its aspect ratio."""
    width, height = (round(side * math.sqrt(share)) for side in size)
    left = int(rng.integers(0, size[0] - width + 1))
    top = int(rng.integers(0, size[1] - height + 1))
    return left, top, left + width, top + height
