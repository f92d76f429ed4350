"""Date and camera model from EXIF, which is often broken."""

from __future__ import annotations

from dataclasses import dataclass, fields

from PIL import ExifTags, Image

from desktop_app.core.photos.dates import taken_at
from desktop_app.core.photos.decoder_errors import DECODER_ERRORS
from desktop_app.core.photos.exif import exif_of


@dataclass(frozen=True)
class Capture:
    """What a file says about how it was taken.

    The catalogue has a column of the same name for each attribute. An attribute that is added
    needs a migration there (schema.py) that allows NULL: its value is unknown for photos that were
    indexed before.

    Attributes:
        taken_at: Local time in ISO 8601 without a zone, with milliseconds where they are known;
            empty if unknown.
        camera: Camera model; empty if unknown.
    """

    taken_at: str = ""
    camera: str = ""


CAPTURE_COLUMNS = tuple(field.name for field in fields(Capture))


def read_capture(image: Image.Image) -> Capture:
    """Read date and camera of an opened image; broken EXIF counts as unknown."""
    return capture_of(exif_of(image), image.info.get("xmp") or b"")


def capture_of(exif: Image.Exif, xmp: bytes | str = b"") -> Capture:
    """Date and camera from EXIF tags, or the date from an XMP packet."""
    try:
        return Capture(taken_at(exif, xmp), _camera(exif))
    except DECODER_ERRORS:
        return Capture()


def _camera(exif: Image.Exif) -> str:
    maker = text_of(exif.get(ExifTags.Base.Make))
    model = text_of(exif.get(ExifTags.Base.Model))
    named_in_model = maker.split(" ")[0].lower() in model.lower()
    return model if named_in_model else f"{maker} {model}".strip()


def text_of(value: object) -> str:
    """A text tag without unprintable characters, at most 100 long; empty where it is not text."""
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    text = value if isinstance(value, str) else ""
    return "".join(character for character in text if character.isprintable()).strip()[:100]
