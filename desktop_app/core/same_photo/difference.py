"""Show where two pictures of one photo differ, laid over each other as well as possible."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from desktop_app.core.same_photo.alignment import aligned_places
from desktop_app.core.same_photo.grey_pictures import pixel_places, sampled
from desktop_app.core.same_photo.look import Look
from desktop_app.core.same_photo.overlay import best_alignment

DIFFERENCE_GAIN = 4
_LARGEST_SIDE = 512
_OUTSIDE = 96


def difference_picture(first: Image.Image, second: Image.Image) -> NDArray[np.uint8]:
    """Return the differences of the second RGB picture from the first, in the frame of the first.

    Returns:
        uint8 [H, W], at most 512 pixels wide and high: 0 where both are the same, the largest
        difference of a channel times DIFFERENCE_GAIN elsewhere, and a grey of 96 outside of the
        second picture.
    """
    alignment, _ = best_alignment(Look(first), Look(second))
    ours = _with_side(first, _LARGEST_SIDE)
    magnification = float(np.sqrt(abs(np.linalg.det(alignment[:, :2]))))
    theirs = _with_side(second, round(max(ours.size) / max(magnification, 0.1)))
    places = aligned_places(alignment, pixel_places((ours.height, ours.width)))
    values, inside = sampled(_smooth(theirs), places)
    differences = np.abs(_smooth(ours).reshape(-1, 3) - values).max(axis=1) * DIFFERENCE_GAIN
    shown = np.where(inside, differences.clip(0, 255), _OUTSIDE)
    return shown.reshape(ours.height, ours.width).astype(np.uint8)


def _with_side(image: Image.Image, side: int) -> Image.Image:
    """Return a picture that is not larger than this."""
    reduced = image.copy()
    reduced.thumbnail((side, side), Image.Resampling.BOX)
    return reduced


def _smooth(image: Image.Image) -> NDArray[np.float32]:
    """Blur what only differs by a shift of less than a pixel: float32 [H, W, 3]."""
    return np.asarray(image.filter(ImageFilter.BoxBlur(1)), np.float32)
