"""How a photo was taken, from EXIF, which is often broken."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args, get_type_hints

from PIL import ExifTags, Image

from desktop_app.core.photos.dates import taken_at
from desktop_app.core.photos.decoder_errors import DECODER_ERRORS
from desktop_app.core.photos.exif import exif_directory, exif_of

_Tag = ExifTags.Base


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
        lens: Lens model; empty if unknown.
        iso: ISO speed; 0 if unknown.
        focal_length: In millimetres; 0 if unknown.
        aperture: F-number; 0 if unknown.
        has_gps: Whether the place is stated; None if unknown.
    """

    taken_at: str = ""
    camera: str = ""
    lens: str = ""
    iso: int = 0
    focal_length: float = 0.0
    aperture: float = 0.0
    has_gps: bool | None = None


# The name of each column, and the type of what is not NULL.
CAPTURE_COLUMNS: dict[str, type] = {
    name: next(iter(get_args(kind)), kind) for name, kind in get_type_hints(Capture).items()
}


def read_capture(image: Image.Image) -> Capture:
    """Read what an opened image says; broken EXIF counts as unknown."""
    return capture_of(exif_of(image), image.info.get("xmp") or b"")


def capture_of(exif: Image.Exif, xmp: bytes | str = b"") -> Capture:
    """What EXIF tags say, or the date from an XMP packet."""
    details = exif_directory(exif, ExifTags.IFD.Exif)
    try:
        return Capture(
            taken_at=taken_at(exif, xmp),
            camera=_camera(exif),
            lens=text_of(details.get(_Tag.LensModel)),
            iso=round(number_of(details.get(_Tag.ISOSpeedRatings))),
            focal_length=round(number_of(details.get(_Tag.FocalLength)), 2),
            aperture=round(number_of(details.get(_Tag.FNumber)), 2),
            has_gps=_has_place(exif_directory(exif, ExifTags.IFD.GPSInfo)),
        )
    except DECODER_ERRORS:
        return Capture()


def _camera(exif: Image.Exif) -> str:
    maker = text_of(exif.get(ExifTags.Base.Make))
    model = text_of(exif.get(ExifTags.Base.Model))
    named_in_model = maker.split(" ")[0].lower() in model.lower()
    return model if named_in_model else f"{maker} {model}".strip()


def _has_place(gps: Mapping[int, object]) -> bool:
    """Cameras without a fix leave the place out, or write 0/0, or 0 degrees north and east."""
    north = _angle(gps.get(ExifTags.GPS.GPSLatitude))
    east = _angle(gps.get(ExifTags.GPS.GPSLongitude))
    return bool(north) and bool(east) and any(north + east)


def _angle(value: object) -> list[float]:
    """Degrees, minutes and seconds; empty where it is no angle."""
    try:
        parts = [float(part) for part in value]  # type: ignore[attr-defined]
    except (TypeError, ValueError, ZeroDivisionError):
        return []
    return parts if all(map(math.isfinite, parts)) else []


def number_of(value: object) -> float:
    """A number tag, or the first of several; 0 where it is not a plausible number."""
    first = value[0] if isinstance(value, tuple) and value else value
    try:
        number = float(first)  # type: ignore[arg-type]
    except (TypeError, ValueError, ZeroDivisionError):
        return 0.0
    return number if 0 < number < 1e9 else 0.0


def text_of(value: object) -> str:
    """A text tag without unprintable characters, at most 100 long; empty where it is not text."""
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    text = value if isinstance(value, str) else ""
    return "".join(character for character in text if character.isprintable()).strip()[:100]
