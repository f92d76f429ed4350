"""What the boxes of a HEIF or AVIF file say about its primary picture."""

from __future__ import annotations

from typing import BinaryIO

import pillow_heif
from PIL import AvifImagePlugin, Image

from desktop_app.core.photos.orientation import AS_STORED, set_orientation
from desktop_app.core.photos.picture_formats import PictureFormat

_OPENERS = {
    PictureFormat.HEIF: pillow_heif.HeifImageFile,
    PictureFormat.AVIF: AvifImagePlugin.AvifImageFile,
}


def open_heif(file: BinaryIO, kind: PictureFormat) -> Image.Image:
    """Open a HEIF or AVIF file of any brand; `info["nclx_profile"]` has its colours.

    The boxes irot and imir turn the picture, which the decoders heed; EXIF then only repeats it.
    A file that has neither box is turned by EXIF or XMP, as phones do.

    Raises one of DECODER_ERRORS where the file is broken.
    """
    image: Image.Image = _OPENERS[kind](file)
    file.seek(0)
    container = pillow_heif.open_heif(file)
    primary = container[container.primary_index]
    if not primary._c_image.transformations:  # noqa: SLF001  # no public attribute tells it
        set_orientation(image, pillow_heif.set_orientation(primary.info) or AS_STORED)
    if "nclx_profile" in primary.info:
        image.info["nclx_profile"] = primary.info["nclx_profile"]
    return image
