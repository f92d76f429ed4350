"""Open HEIF and AVIF files, and settle what their boxes say of their primary picture."""

from __future__ import annotations

import io
from contextlib import suppress
from typing import Any, BinaryIO

import pillow_heif
from PIL import AvifImagePlugin, Image

from desktop_app.core.photos.decoder_errors import DECODER_ERRORS
from desktop_app.core.photos.orientation import AS_STORED, set_orientation
from desktop_app.core.photos.picture_formats import HEAD_BYTES, PictureFormat

# The indexer runs one decoder on each of its threads.
pillow_heif.options.DECODE_THREADS = 1
AvifImagePlugin.DEFAULT_MAX_THREADS = 1

_AVIF_BRANDS = (b"avif", b"avis")


def open_heif(file: BinaryIO, kind: PictureFormat) -> Image.Image:
    """Open a HEIF or AVIF file of any brand; `info["nclx_profile"]` has its code points.

    The boxes irot and imir turn the picture, which the decoders heed; EXIF then only repeats it.
    A file that has neither box is turned by EXIF or XMP, as phones do.

    Raises one of DECODER_ERRORS where the file is broken.
    """
    image: Image.Image
    if kind is PictureFormat.AVIF:
        image = _open_avif(file)
        with suppress(*DECODER_ERRORS):  # pillow_heif reads the boxes of most AVIF files
            _settle(image, file)
        return image
    image = pillow_heif.HeifImageFile(file)  # type: ignore[no-untyped-call]
    # The plugin keeps here what EXIF or XMP said, whether or not a box says it as well.
    if image.info["original_orientation"] not in {None, AS_STORED}:
        _settle(image, file)
    return image


def _open_avif(file: BinaryIO) -> Image.Image:
    """Open an AVIF file. libavif insists on its own brands: one is put into a file without."""
    head = file.read(HEAD_BYTES)
    brands = head[: int.from_bytes(head[:4], "big")]
    file.seek(0)
    if not any(brand in brands for brand in _AVIF_BRANDS):
        content = file.read()
        return AvifImagePlugin.AvifImageFile(io.BytesIO(content[:8] + b"avif" + content[12:]))
    return AvifImagePlugin.AvifImageFile(file)


def _settle(image: Image.Image, file: BinaryIO) -> None:
    container = pillow_heif.open_heif(file)
    primary: Any = container[container.primary_index]
    if not primary._c_image.transformations:  # noqa: SLF001  # no public attribute tells it
        set_orientation(image, pillow_heif.set_orientation(primary.info) or AS_STORED)
    if "nclx_profile" in primary.info:
        image.info["nclx_profile"] = primary.info["nclx_profile"]
