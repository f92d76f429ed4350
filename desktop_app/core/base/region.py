"""A rectangular part of a picture, in relative coordinates."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window uses regions without loading Pillow
    from PIL import Image


@dataclass(frozen=True)
class Region:
    """Edges as shares of the upright picture's width and height.

    In a valid region, 0 <= left < right <= 1 and 0 <= top < bottom <= 1.
    """

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_valid(self) -> bool:
        return 0 <= self.left < self.right <= 1 and 0 <= self.top < self.bottom <= 1

    @property
    def shorter_side(self) -> float:
        """The smaller of its relative width and height."""
        return min(self.right - self.left, self.bottom - self.top)

    def box(self, width: int, height: int) -> tuple[int, int, int, int]:
        """Edges in pixels, rounded outwards, at least one pixel apart: left, top, right, bottom."""
        left, top = math.floor(self.left * width), math.floor(self.top * height)
        right, bottom = math.ceil(self.right * width), math.ceil(self.bottom * height)
        left, top = min(left, width - 1), min(top, height - 1)
        return left, top, max(right, left + 1), max(bottom, top + 1)

    def cut_from(self, image: Image.Image) -> Image.Image:
        return image.crop(self.box(*image.size))
