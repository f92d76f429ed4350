"""How sharp a picture is, whatever it shows and however bright it is."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

# Longer sides at which pictures are measured: two are compared at the largest that both have.
SIDES = (1024, 724, 512, 362, 256, 181, 128)
_REACH = 4  # pixels to each side over which the picture is blurred for comparison


def sharpness(image: Image.Image) -> dict[int, float]:
    """Return for each of SIDES that a picture has how sharp it is at that size, 0 to 1.

    The blur of Crété et al., "The blur effect: perception and estimation with a new no-reference
    perceptual blur metric" (SPIE 2007), turned round: how much of a picture is lost when it is
    blurred. The less sharp direction counts, so that a camera that was moved is noticed.
    """
    grey, found = image.convert("L"), {}
    for side in SIDES:
        if side <= max(grey.size):
            grey = _reduced(grey, side)
            picture = np.asarray(grey, np.float32)
            found[side] = min(_loss(picture), _loss(picture.T))
    return found


def _reduced(grey: Image.Image, side: int) -> Image.Image:
    scale = side / max(grey.size)
    size = (max(1, round(grey.width * scale)), max(1, round(grey.height * scale)))
    return grey.resize(size, Image.Resampling.BICUBIC, reducing_gap=3.0)


def _loss(picture: NDArray[np.float32]) -> float:
    """Share of the differences of neighbours below each other that is lost in a vertical blur."""
    before, after = (np.abs(np.diff(each, axis=0)) for each in (picture, _blurred(picture)))
    total = float(before.sum())
    return float(np.maximum(before - after, 0).sum()) / total if total else 0.0


def _blurred(picture: NDArray[np.float32]) -> NDArray[np.float64]:
    """The mean of the pixels above and below each one."""
    padded = np.pad(picture, ((_REACH + 1, _REACH), (0, 0)), mode="edge")
    sums = np.cumsum(padded, axis=0, dtype=np.float64)
    width = 2 * _REACH + 1
    return (sums[width:] - sums[:-width]) / width
