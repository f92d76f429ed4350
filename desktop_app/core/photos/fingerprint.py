"""A 64-bit perceptual hash, for "the same photo": resized, recompressed or retouched copies."""

from __future__ import annotations

import numpy as np
from PIL import Image


def fingerprint(image: Image.Image) -> bytes:
    """dHash: is each of 8 x 8 cells darker than its right neighbour? Returns 8 bytes.

    Source: N. Krawetz, "Kind of Like That", The Hacker Factor Blog, 2013.
    """
    grey = image.convert("L").resize((9, 8), Image.Resampling.BOX)
    cells = np.asarray(grey, np.int16)
    return np.packbits(cells[:, :-1] < cells[:, 1:], bitorder="little").tobytes()
