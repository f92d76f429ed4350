"""What the camera wrote beside the picture: orientation, date and model. Broken EXIF is common."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from datetime import datetime

from PIL import ExifTags, Image, ImageOps

BROKEN_EXIF = (
    OSError,
    ValueError,
    SyntaxError,
    KeyError,
    TypeError,
    IndexError,
    struct.error,
    ZeroDivisionError,
    OverflowError,
    AttributeError,
)


@dataclass(frozen=True)
class Capture:
    """`taken_at` is local time as ISO 8601 without a zone; both are empty where unknown."""

    taken_at: str = ""
    camera: str = ""


def read_capture(image: Image.Image) -> Capture:
    try:
        return capture_of(image.getexif())
    except BROKEN_EXIF:
        return Capture()


def capture_of(exif: Image.Exif) -> Capture:
    """May raise one of BROKEN_EXIF."""
    details = exif.get_ifd(ExifTags.IFD.Exif)
    when = details.get(ExifTags.Base.DateTimeOriginal) or exif.get(ExifTags.Base.DateTime)
    maker = text_of(exif.get(ExifTags.Base.Make))
    model = text_of(exif.get(ExifTags.Base.Model))
    named_in_model = maker.split(" ")[0].lower() in model.lower()
    return Capture(_iso_time(when), model if named_in_model else f"{maker} {model}".strip())


def upright(image: Image.Image) -> Image.Image:
    """Turn and mirror as EXIF (or XMP) says; as it is where EXIF is broken."""
    try:
        return ImageOps.exif_transpose(image)
    except BROKEN_EXIF:
        return image


def is_turned(image: Image.Image) -> bool:
    """Does the orientation swap width and height?"""
    try:
        return image.getexif().get(ExifTags.Base.Orientation) in {5, 6, 7, 8}
    except BROKEN_EXIF:
        return False


def _iso_time(value: object) -> str:
    try:
        return datetime.strptime(text_of(value)[:19], "%Y:%m:%d %H:%M:%S").isoformat()  # noqa: DTZ007
    except ValueError:
        return ""


def text_of(value: object) -> str:
    """Printable and not long, whatever the file says; empty where it is no text."""
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    text = value if isinstance(value, str) else ""
    return "".join(letter for letter in text if letter.isprintable()).strip()[:100]
