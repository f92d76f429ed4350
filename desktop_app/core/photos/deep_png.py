"""Convert PNG files of 16 bits to sRGB, and find their transparent colour, before rounding them."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from PIL import Image, PngImagePlugin

from desktop_app.core.colour.srgb import deep_to_srgb, is_srgb
from desktop_app.core.photos.png_picture import pixel_chunks

_COLOURS = {"RGB;16B": "RGB", "RGBA;16B": "RGB", "LA;16B": "L", "I;16B": "L"}


def is_converted_deep(image: Image.Image) -> bool:
    """Whether `deep_srgb` is needed for an opened image: Pillow would round it at first."""
    mode = _colour_mode(image)
    return mode is not None and ("transparency" in image.info or not is_srgb(image.info, mode))


def deep_srgb(image: Image.Image) -> Image.Image:
    """Decode and convert an opened image to L, LA, RGB or RGBA in sRGB.

    Raises one of DECODER_ERRORS where the file is broken.
    """
    values = _decoded(cast(PngImagePlugin.PngImageFile, image))
    colours = values.shape[2] - (values.shape[2] in {2, 4})
    srgb = deep_to_srgb(values[:, :, :colours], image.info)
    alpha = (values[:, :, colours:] >> 8).astype(np.uint8)
    return Image.fromarray(np.concatenate([srgb, alpha], axis=2).squeeze())


def _colour_mode(image: Image.Image) -> str | None:
    if not isinstance(image, PngImagePlugin.PngImageFile) or not image.tile:
        return None
    return _COLOURS.get(str(image.tile[0].args))


def _decoded(image: PngImagePlugin.PngImageFile) -> NDArray[Any]:
    """Uint16 [H, W, 1 to 4]."""
    from imagecodecs import png_decode  # Pillow has 16 bits for grey only

    assert image.fp is not None
    values = png_decode(pixel_chunks(image.fp))
    return values.reshape(image.height, image.width, -1)
