"""Decode an opened image no larger than needed, and say beforehand how much memory it takes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from PIL import Image

from desktop_app.core.colour.alpha import with_alpha_channel, without_unused_alpha
from desktop_app.core.colour.bands import stacked
from desktop_app.core.colour.bit_depth import eight_bits
from desktop_app.core.photos.bmp_picture import has_rare_masks
from desktop_app.core.photos.decoder_errors import DECODER_ERRORS
from desktop_app.core.photos.deep_png import deep_srgb, is_converted_deep
from desktop_app.core.tiff.picture import TiffPicture

# Of a decoded pixel, by mode; of all other modes 4.
_PIXEL_BYTES = {"1": 1, "L": 1, "P": 1, "I;16": 2, "I;16B": 2}
# These decoders hold planes and pixels at the same time.
_DECODER_PIXEL_BYTES = {"HEIF": 8, "AVIF": 8}
# A progressive JPEG keeps the coefficients of the full size.
_COEFFICIENT_BYTES = 6
# Of a reduced pixel: with alpha, and converted to sRGB.
_REDUCED_PIXEL_BYTES = 8
# Of a pixel of 16 bits or rare masks, before and after it is converted.
_DEEP_PIXEL_BYTES = 16
_BAND_PIXELS = 2**24
_PLAIN_MODES = frozenset({"L", "LA", "RGB", "RGBA", "CMYK", "LAB"})

Size = tuple[int, int]


def decode_bytes(image: Image.Image, full_size: Size, target: Size) -> int:
    """Estimate the bytes that `reduced` takes, of an image for which `draft` was called."""
    result = _result_bytes(image, _factor(image, target))
    if isinstance(image, TiffPicture):
        return image.decode_bytes + result
    pixel = _DECODER_PIXEL_BYTES.get(image.format or "", _PIXEL_BYTES.get(image.mode, 4))
    if is_converted_deep(image) or has_rare_masks(image):
        pixel = _DEEP_PIXEL_BYTES
    is_progressive = "progressive" in image.info
    coefficients = full_size[0] * full_size[1] * _COEFFICIENT_BYTES if is_progressive else 0
    return image.width * image.height * pixel + coefficients + result


def _result_bytes(image: Image.Image, factor: int) -> int:
    """Of what the decoded image is converted and reduced to, if it is."""
    if factor > 1:
        return image.width * image.height // factor**2 * _REDUCED_PIXEL_BYTES
    return 0 if _is_plain(image) else image.width * image.height * 4


def reduced(image: Image.Image, target: Size) -> Image.Image:
    """Decode the image, and reduce it by an integer factor to no less than `target`.

    Returns a mode of `eight_bits`. Large images are converted band by band: in more bytes per
    pixel, they might not fit.
    """
    decoded, factor = _decoded(image), _factor(image, target)
    rows = max(1, _BAND_PIXELS // (decoded.width * factor)) * factor
    if decoded.height <= rows or _is_plain(decoded):
        return _reduced_band(decoded, factor)
    bands = (_reduced_band(band, factor) for band in _bands(decoded, rows))
    return stacked(bands, -(-decoded.height // factor))


def _bands(image: Image.Image, rows: int) -> Iterator[Image.Image]:
    for top in range(0, image.height, rows):
        yield image.crop((0, top, image.width, min(top + rows, image.height)))


def _decoded(image: Image.Image) -> Image.Image:
    if is_converted_deep(image):
        with suppress(*DECODER_ERRORS):  # Pillow says what is wrong, or reads it all the same
            return deep_srgb(image)
    image.load()
    return without_unused_alpha(image)


def _is_plain(image: Image.Image) -> bool:
    """Whether `eight_bits` and `with_alpha_channel` leave it as it is."""
    return image.mode in _PLAIN_MODES and "transparency" not in image.info


def _factor(image: Image.Image, target: Size) -> int:
    return max(1, min(image.width // target[0], image.height // target[1]))


def _reduced_band(band: Image.Image, factor: int) -> Image.Image:
    converted = eight_bits(with_alpha_channel(band))
    return converted.reduce(factor) if factor > 1 else converted
