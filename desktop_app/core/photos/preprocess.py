"""Resize photos to the input of the network: the only place of the project that does."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

# Longer pictures are cropped to this aspect ratio, and then squashed to a square. Measured against
# a square crop and against squashing without a crop: resources/model/MODEL_CARD.md.
MAX_SQUASHED_ASPECT = 4 / 3
# Of a panorama, at most a ninth is cropped away.
MIN_VISIBLE_SHARE = 8 / 9


def network_input(image: Image.Image, side: int) -> NDArray[np.uint8]:
    """Crop and resize an RGB image of any size to uint8 [side, side, 3]."""
    resized = image.resize(
        (side, side), Image.Resampling.BICUBIC, box=_crop_box(*image.size), reducing_gap=3.0
    )
    return np.asarray(resized, np.uint8)


def _crop_box(width: int, height: int) -> tuple[float, float, float, float]:
    """The centre crop that the network sees, in pixels: left, top, right, bottom."""
    crop_width = min(width, max(height * MAX_SQUASHED_ASPECT, width * MIN_VISIBLE_SHARE))
    crop_height = min(height, max(width * MAX_SQUASHED_ASPECT, height * MIN_VISIBLE_SHARE))
    left, top = (width - crop_width) / 2, (height - crop_height) / 2
    return left, top, left + crop_width, top + crop_height
