"""The picture inside borders, frames and windows: what is left when plain bands are cut away.

This is the recursive X-Y cut of page analysis, which here keeps the largest part only.

Source: G. Nagy and S. Seth, "Hierarchical Representation of Optically Scanned Documents", ICPR
1984.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

_SIDE = 256  # pixels of the longer side of the picture that is searched
_PLAIN = 3.0  # the standard deviation of grey values up to which a row or column is plain
_SMALLEST_SIDE = 16
_MIXED = 2  # pixels
_FRAME = 3  # pixels that a frame takes at least
_TONE = 8.0  # a difference of grey values
_SMALLEST_SHARE, _LARGEST_SHARE = 0.12, 0.97  # of the area

Box = tuple[int, int, int, int]  # left, top, right, bottom


@dataclass(frozen=True, eq=False)
class InnerPicture:
    """The largest part of a picture between plain bands.

    Attributes:
        image: The part, in grey.
        box: Where it is, in pixels.
        is_framed: Whether it has bands of one tone on opposite sides, as borders, mats and windows
            have; a plain sky is above the rest only.
    """

    image: Image.Image
    box: Box
    is_framed: bool


def inner_picture(image: Image.Image) -> InnerPicture | None:
    """Find what is inside plain bands; None if hardly anything is plain, or nearly everything.

    `image` may have any mode that converts to grey.
    """
    grey = image.convert("L")
    scale = max(1.0, max(grey.size) / _SIDE)
    size = (max(1, round(grey.width / scale)), max(1, round(grey.height / scale)))
    small = np.asarray(grey.resize(size, Image.Resampling.BOX), np.float32)
    left, top, right, bottom = _inner_box(small)
    width, height = right - left, bottom - top
    share = width * height / small.size
    if min(width, height) < _SMALLEST_SIDE or not _SMALLEST_SHARE <= share <= _LARGEST_SHARE:
        return None
    across, down = grey.width / size[0], grey.height / size[1]
    box = (round(left * across), round(top * down), round(right * across), round(bottom * down))
    return InnerPicture(grey.crop(box), box, _is_framed(small, (left, top, right, bottom)))


def _is_framed(picture: NDArray[np.float32], box: Box) -> bool:
    """Whether the lines beside a part have one tone, at the left and right or above and below."""
    left, top, right, bottom = box
    rows, columns = picture[top:bottom], picture[:, left:right]
    has_sides = min(left, picture.shape[1] - right) >= _FRAME
    has_ends = min(top, picture.shape[0] - bottom) >= _FRAME
    return (has_sides and _have_one_tone(rows[:, left - _FRAME], rows[:, right + _FRAME - 1])) or (
        has_ends and _have_one_tone(columns[top - _FRAME], columns[bottom + _FRAME - 1])
    )


def _have_one_tone(one: NDArray[np.float32], other: NDArray[np.float32]) -> bool:
    return abs(float(one.mean() - other.mean())) < _TONE and one.std() + other.std() < 2 * _PLAIN


def _inner_box(picture: NDArray[np.float32]) -> Box:
    """Cut rows and columns in turn until none of those that are left is plain; float32 [H, W]."""
    left, top, right, bottom = 0, 0, picture.shape[1], picture.shape[0]
    while bottom > top and right > left:
        first, last = _kept(picture[top:bottom, left:right])
        top, bottom = top + first, top + last
        if first == last:
            break
        first, last = _kept(picture[top:bottom, left:right].T)
        is_stable = last - first == right - left
        left, right = left + first, left + last
        if is_stable:
            break
    return left, top, right, bottom


def _kept(picture: NDArray[np.float32]) -> tuple[int, int]:
    """Return the first of the rows to keep, and the one after the last.

    They are the longest run of rows that are not plain, without those at its ends that are plain
    but for the pixels at their own ends, where the lines of a frame mix.
    """
    first, last = _longest_run(picture.std(axis=1) > _PLAIN)
    mixed = min(_MIXED, (picture.shape[1] - 1) // 2)
    inner = picture[first:last, mixed : picture.shape[1] - mixed].std(axis=1) > _PLAIN
    kept = np.flatnonzero(inner)
    return (first + int(kept[0]), first + int(kept[-1]) + 1) if len(kept) else (first, first)


def _longest_run(is_wanted: NDArray[np.bool_]) -> tuple[int, int]:
    """Return where the longest run of True, of bool [N], starts and ends; (0, 0) for none."""
    edges = np.flatnonzero(np.diff(is_wanted, prepend=False, append=False))
    if len(edges) == 0:
        return 0, 0
    starts, ends = edges[::2], edges[1::2]
    longest = int(np.argmax(ends - starts))
    return int(starts[longest]), int(ends[longest])
