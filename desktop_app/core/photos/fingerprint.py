"""A 64-bit perceptual hash that resized, recompressed and retouched copies share."""

from __future__ import annotations

import numpy as np
from PIL import Image


def fingerprint(image: Image.Image) -> bytes:
    """Compute the dHash: for each of 8 x 8 cells, whether it is darker than its right neighbour.

    Args:
        image: Any mode that converts to grey.

    Returns:
        8 bytes; bit i (lowest first) belongs to cell i, in rows.

    Source: N. Krawetz, "Kind of Like That", The Hacker Factor Blog, 2013.
    """
    grey = image.convert("L").resize((9, 8), Image.Resampling.BOX)
    cells = np.asarray(grey, np.int16)
    return np.packbits(cells[:, :-1] < cells[:, 1:], bitorder="little").tobytes()
