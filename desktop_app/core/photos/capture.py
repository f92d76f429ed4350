"""Orientation, date and camera model from EXIF, which is often broken."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime

from PIL import ExifTags, Image, ImageOps

from desktop_app.core.photos.decoder_errors import DECODER_ERRORS


@dataclass(frozen=True)
class Capture:
    """What a file says about how it was taken.

    The catalogue has a column of the same name for each attribute. An attribute that is added
    needs a migration there (schema.py) that allows NULL: its value is unknown for photos that were
    indexed before.

    Attributes:
        taken_at: Local time in ISO 8601 without a zone; empty if unknown.
        camera: Camera model; empty if unknown.
    """

    taken_at: str = ""
    camera: str = ""


CAPTURE_COLUMNS = tuple(field.name for field in fields(Capture))


def read_capture(image: Image.Image) -> Capture:
    """Read date and camera of an opened image; broken EXIF counts as unknown."""
    try:
        return capture_of(image.getexif())
    except DECODER_ERRORS:
        return Capture()


def capture_of(exif: Image.Exif) -> Capture:
    """Date and camera from EXIF tags. Raises one of DECODER_ERRORS where they are broken."""
    details = exif.get_ifd(ExifTags.IFD.Exif)
    when = details.get(ExifTags.Base.DateTimeOriginal) or exif.get(ExifTags.Base.DateTime)
    maker = text_of(exif.get(ExifTags.Base.Make))
    model = text_of(exif.get(ExifTags.Base.Model))
    named_in_model = maker.split(" ")[0].lower() in model.lower()
    return Capture(_iso_time(when), model if named_in_model else f"{maker} {model}".strip())


def upright(image: Image.Image) -> Image.Image:
    """Apply the orientation of EXIF or XMP; return the image unchanged where it is broken."""
    try:
        return ImageOps.exif_transpose(image)
    except DECODER_ERRORS:
        return image


def is_turned(image: Image.Image) -> bool:
    """Whether the EXIF orientation swaps width and height."""
    try:
        return image.getexif().get(ExifTags.Base.Orientation) in {5, 6, 7, 8}
    except DECODER_ERRORS:
        return False


def _iso_time(value: object) -> str:
    try:
        return datetime.strptime(text_of(value)[:19], "%Y:%m:%d %H:%M:%S").isoformat()  # noqa: DTZ007
    except ValueError:
        return ""


def text_of(value: object) -> str:
    """A text tag without unprintable characters, at most 100 long; empty where it is not text."""
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    text = value if isinstance(value, str) else ""
    return "".join(character for character in text if character.isprintable()).strip()[:100]
