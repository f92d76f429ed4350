"""Augmented views of a photo: crops, flips and changes of colour that keep its subject."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from PIL import Image
from torch import Tensor

ImageOrTensor = TypeVar("ImageOrTensor", Image.Image, Tensor)


@dataclass(frozen=True)
class ViewSettings:
    """Limits of the augmentation.

    Attributes:
        smallest_area: smallest share of the photo's area that a crop keeps.
        aspect: largest factor by which a crop's aspect ratio differs from the photo's.
        colour: largest change of brightness, contrast and saturation, as a share.
        hue: largest rotation of the hue, as a share of the colour circle.
        grey: probability of a view without colour.
    """

    smallest_area: float = 0.35
    aspect: float = 4 / 3
    colour: float = 0.4
    hue: float = 0.05
    grey: float = 0.1


def augment(image: ImageOrTensor, settings: ViewSettings, seed: str) -> ImageOrTensor:
    """Crop, flip and recolour a picture, deterministically for a `seed`.

    Uses a random generator of its own: views are computed in many threads, which share torch's.

    Args:
        image: a PIL image, or uint8 [3, H, W] on any device; both give the same up to rounding.
        settings: limits of the changes.
        seed: any text, such as the picture's name.
    """
    from torchvision.transforms.v2 import functional as transform  # takes two seconds

    digest = hashlib.sha256(seed.encode(errors="surrogatepass")).digest()
    rng = np.random.default_rng(int.from_bytes(digest[:8], "little"))
    height, width = transform.get_size(image)
    view: ImageOrTensor = transform.crop(image, *_random_crop((width, height), settings, rng))
    if rng.random() < 0.5:
        view = transform.horizontal_flip(view)
    return _recoloured(view, settings, rng)


def _recoloured(
    view: ImageOrTensor, settings: ViewSettings, rng: np.random.Generator
) -> ImageOrTensor:
    from torchvision.transforms.v2 import functional as transform

    for adjust in (
        transform.adjust_brightness, transform.adjust_contrast, transform.adjust_saturation
    ):  # fmt: skip
        view = adjust(view, 1 + settings.colour * rng.uniform(-1, 1))
    if settings.hue:  # even a rotation by 0 would round every colour
        view = transform.adjust_hue(view, settings.hue * rng.uniform(-1, 1))
    if rng.random() < settings.grey:
        view = transform.rgb_to_grayscale(view, num_output_channels=3)
    same_type: ImageOrTensor = view
    return same_type


def _random_crop(
    size: tuple[int, int], settings: ViewSettings, rng: np.random.Generator
) -> tuple[int, int, int, int]:
    """Draw a crop inside a picture of `size` (width, height): top, left, height, width."""
    area = rng.uniform(settings.smallest_area, 1)
    aspect = settings.aspect ** rng.uniform(-1, 1)
    width = max(1, round(size[0] * min(1, np.sqrt(area * aspect))))
    height = max(1, round(size[1] * min(1, np.sqrt(area / aspect))))
    left = int(rng.integers(0, size[0] - width + 1))
    top = int(rng.integers(0, size[1] - height + 1))
    return top, left, height, width
