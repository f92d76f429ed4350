"""EXIF tags of an image, which are often broken."""

from __future__ import annotations

from collections.abc import Mapping

from PIL import ExifTags, Image

from desktop_app.core.photos.decoder_errors import DECODER_ERRORS

_SRGB = 1  # of the tag ColorSpace


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


def is_adobe_rgb(exif: Image.Exif) -> bool:
    """Whether a camera states Adobe RGB: DCF 2.0 (JEITA CP-3461) has no other place for it."""
    settings = exif_directory(exif, ExifTags.IFD.Exif)
    if settings.get(ExifTags.Base.ColorSpace) in {None, _SRGB}:
        return False
    index = exif_directory(exif, ExifTags.IFD.Interop).get(ExifTags.Interop.InteropIndex)
    return isinstance(index, str) and index.rstrip("\0 ") == "R03"
