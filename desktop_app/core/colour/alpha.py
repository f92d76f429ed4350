"""Give images whose transparency is stored in an unusual way an alpha channel, or none."""

from __future__ import annotations

from PIL import Image

_WITH_ALPHA = {"1": "LA", "L": "LA", "RGB": "RGBA"}


def with_alpha_channel(image: Image.Image) -> Image.Image:
    """Turn a transparent colour into an alpha channel; other images are returned as they are."""
    key = image.info.get("transparency")
    if image.mode in _WITH_ALPHA and key is not None:
        return image.convert(_WITH_ALPHA[image.mode])
    return image


def without_unused_alpha(image: Image.Image) -> Image.Image:
    """Leave out the alpha channel of a BMP that is 0 everywhere: many programs write it so."""
    if image.format != "BMP" or image.mode != "RGBA":
        return image
    is_unused = image.getchannel("A").getextrema() == (0, 0)
    return image.convert("RGB") if is_unused else image
