"""Put a picture together from bands of rows, one after the other."""

from __future__ import annotations

from collections.abc import Iterable

from PIL import Image


def stacked(bands: Iterable[Image.Image], height: int) -> Image.Image:
    """A picture of this height from bands of one mode and width, the top one first.

    `info` is that of the first band.
    """
    rest = iter(bands)
    first = next(rest)
    whole = Image.new(first.mode, (first.width, height))
    whole.info = first.info
    whole.paste(first)
    top = first.height
    for band in rest:
        whole.paste(band, (0, top))
        top += band.height
    return whole
