"""Photo -> what the network sees. The only resize for the network in the whole project."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

# Pictures longer than this lose a little of both ends; what is left is squashed to a square.
# Measured against a square crop and against squashing all: resources/model/MODEL_CARD.md.
SQUASHED_ASPECT = 4 / 3
# However long a picture is, this share of it is seen: a panorama keeps its edges, but for a ninth.
LEAST_SEEN = 8 / 9


def network_input(image: Image.Image, side: int) -> NDArray[np.uint8]:
    """RGB picture of any shape -> uint8 [side, side, 3]."""
    resized = image.resize(
        (side, side), Image.Resampling.BICUBIC, box=_seen(*image.size), reducing_gap=3.0
    )
    return np.asarray(resized, np.uint8)


def _seen(width: int, height: int) -> tuple[float, float, float, float]:
    """The middle part of a picture that the network sees: left, top, right, bottom."""
    seen_width = min(width, max(height * SQUASHED_ASPECT, width * LEAST_SEEN))
    seen_height = min(height, max(width * SQUASHED_ASPECT, height * LEAST_SEEN))
    left, top = (width - seen_width) / 2, (height - seen_height) / 2
    return left, top, left + seen_width, top + seen_height
