"""Augmented views of a photo: other pictures of what a person would call the same."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from PIL import Image
from torch import Tensor
from torchvision.transforms.v2 import functional as transform

T = TypeVar("T", Image.Image, Tensor)


@dataclass(frozen=True)
class ViewSettings:
    """How far a view may go from its photo.

    smallest_area   least share of the photo's area that a crop keeps
    aspect          a crop's proportion differs from the photo's by at most this factor
    colour          largest change of brightness, contrast and saturation, as a share
    hue             largest turn of the hues, of a whole circle
    grey            how often a view has no colour at all
    """

    smallest_area: float = 0.35
    aspect: float = 4 / 3
    colour: float = 0.4
    hue: float = 0.05
    grey: float = 0.1


def augmented(image: T, settings: ViewSettings, seed: str) -> T:
    """A crop of `image`, mirrored half of the time, in other colours; the same for a `seed`.

    A picture, or a tensor uint8 [3, H, W] on any device: the same view up to rounding.

    The draws come from a generator of the call's own: many threads make views at once, and
    torch's generator is one for all of them.
    """
    digest = hashlib.sha256(seed.encode(errors="surrogatepass")).digest()
    rng = np.random.default_rng(int.from_bytes(digest[:8], "little"))
    height, width = transform.get_size(image)
    view = transform.crop(image, *_box((width, height), settings, rng))
    if rng.random() < 0.5:
        view = transform.horizontal_flip(view)
    for change in (
        transform.adjust_brightness,
        transform.adjust_contrast,
        transform.adjust_saturation,
    ):
        view = change(view, 1 + settings.colour * rng.uniform(-1, 1))
    if settings.hue:  # a turn by nothing, too, would round every colour
        view = transform.adjust_hue(view, settings.hue * rng.uniform(-1, 1))
    if rng.random() < settings.grey:
        view = transform.rgb_to_grayscale(view, num_output_channels=3)
    same_kind: T = view
    return same_kind


def _box(
    size: tuple[int, int], settings: ViewSettings, rng: np.random.Generator
) -> tuple[int, int, int, int]:
    """Top, left, height and width of a crop that lies inside a picture of `size`."""
    area = rng.uniform(settings.smallest_area, 1)
    aspect = settings.aspect ** rng.uniform(-1, 1)
    width = max(1, round(size[0] * min(1, np.sqrt(area * aspect))))
    height = max(1, round(size[1] * min(1, np.sqrt(area / aspect))))
    left = int(rng.integers(0, size[0] - width + 1))
    top = int(rng.integers(0, size[1] - height + 1))
    return top, left, height, width
