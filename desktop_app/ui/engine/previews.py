"""Draw codes by the model's generator, as pictures in the proportions of their photos."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtGui import QImage

from desktop_app.core.base.errors import BundleError
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.ui.kit.picture_data import to_qimage

# On the longer side: previews are shown at 256 pixels, on screens of twice as many pixels at 512.
PREVIEW_SIDE = 512

Size = tuple[int, int]


class Previews:
    """What the generator of one model draws."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def draw(
        self, values: NDArray[np.float32], sizes: Sequence[Size]
    ) -> list[QImage] | BundleError | None:
        """Draw codes float32 [N, K] of -1 and +1, and 0 for bits that are left out.

        `sizes` [N] are the width and height of their photos. Returns a picture of each code; None
        if the model has no generator, or why it cannot be run.
        """
        if self._encoder.bundle.generator is None:
            return None
        try:
            drawn = self._encoder.pictures(values)
        except BundleError as error:
            return error
        return [_stretched(pixels, size) for pixels, size in zip(drawn, sizes, strict=True)]


def _stretched(pixels: NDArray[np.uint8], size: Size) -> QImage:
    """Photos were squashed to the square of the network; stretch uint8 [G, G, 3] back."""
    scale = PREVIEW_SIDE / max(*size, 1)
    width, height = (max(1, round(scale * length)) for length in size)
    smooth = Image.fromarray(pixels).resize((width, height), Image.Resampling.BICUBIC)
    return to_qimage(smooth)
