"""A part of a picture, told without its pixels."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window tells regions without opening pictures
    from PIL import Image


@dataclass(frozen=True)
class Region:
    """Edges as shares of the upright picture's width and height: 0 <= left < right <= 1,
    0 <= top < bottom <= 1.
    """

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_possible(self) -> bool:
        """Does it keep to what is said above?"""
        return 0 <= self.left < self.right <= 1 and 0 <= self.top < self.bottom <= 1

    @property
    def least_share(self) -> float:
        """Of its two sides, the one that is shorter as a share."""
        return min(self.right - self.left, self.bottom - self.top)

    def box(self, width: int, height: int) -> tuple[int, int, int, int]:
        """In pixels: left, top, right, bottom; whole pixels that it touches, at least one."""
        left, top = math.floor(self.left * width), math.floor(self.top * height)
        right, bottom = math.ceil(self.right * width), math.ceil(self.bottom * height)
        left, top = min(left, width - 1), min(top, height - 1)
        return left, top, max(right, left + 1), max(bottom, top + 1)

    def cut_from(self, image: Image.Image) -> Image.Image:
        return image.crop(self.box(*image.size))
