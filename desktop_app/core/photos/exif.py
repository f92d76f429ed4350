"""EXIF tags of an image, which are often broken."""

from __future__ import annotations

from collections.abc import Mapping

from PIL import ExifTags, Image

from desktop_app.core.photos.decoder_errors import DECODER_ERRORS


def exif_of(image: Image.Image) -> Image.Exif:
    """The EXIF tags of an image, as far as they are readable. Changes of them stay with it."""
    try:
        return image.getexif()
    except DECODER_ERRORS:
        return image.getexif()  # what was read until then: Pillow reads the tags once


def exif_directory(exif: Image.Exif, name: ExifTags.IFD) -> Mapping[int, object]:
    """One of the directories within EXIF; empty where it is broken."""
    try:
        return exif.get_ifd(name)
    except DECODER_ERRORS:
        return {}
