"""Random changes of pictures through which gradients pass, so that a discriminator with few photos
does not learn them by heart (Zhao, Liu, Lin, Zhu and Han, Differentiable Augmentation for
Data-Efficient GAN Training, NeurIPS 2020).
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from training.base.group_batches import drawn_part

# Largest changes, as there, except for the shift: an eighth there.
_BRIGHTNESS, _SATURATION, _CONTRAST, _SHIFT = 0.4, 0.6, 0.25, 0.1


@dataclass(frozen=True, eq=False)
class PictureChanges:
    """Changes that are drawn once and applied to photos and generated pictures alike.

    Attributes:
        brightness: float32 [N, 1, 1, 1], is added.
        saturation: float32 [N, 1, 1, 1], factor of the distance to grey.
        contrast: float32 [N, 1, 1, 1], factor of the distance to the mean colour.
        left, top: shift in pixels, of all pictures; what comes into view is mirrored.
        margin: largest shift.
    """

    brightness: Tensor
    saturation: Tensor
    contrast: Tensor
    left: int
    top: int
    margin: int

    def __call__(self, pictures: Tensor) -> Tensor:
        """Change pictures float32 [N, 3, G, G]."""
        pictures = pictures + self.brightness
        grey = pictures.mean(1, keepdim=True)
        pictures = (pictures - grey) * self.saturation + grey
        mean = pictures.mean((1, 2, 3), keepdim=True)
        pictures = (pictures - mean) * self.contrast + mean
        side, margin = pictures.shape[-1], self.margin
        wider = functional.pad(pictures, (margin,) * 4, mode="reflect")
        shifted = wider[:, :, self.top : self.top + side, self.left : self.left + side]
        return shifted.contiguous(memory_format=torch.channels_last)


def draw_changes(count: int, side: int, device: torch.device) -> PictureChanges:
    """Draw changes of `count` pictures of so many pixels a side, this process's part of a batch."""

    def uniform(count: int) -> Tensor:
        return torch.rand(count, 1, 1, 1, device=device)

    def between(middle: float, most: float) -> Tensor:
        return middle + most * (2 * drawn_part(uniform, count) - 1)

    margin = round(_SHIFT * side)
    left, top = torch.randint(0, 2 * margin + 1, (2,)).tolist()
    return PictureChanges(
        between(0, _BRIGHTNESS / 2), between(1, _SATURATION), between(1, _CONTRAST),
        left, top, margin,
    )  # fmt: skip
