"""What a camera wrote into a photo's file, for people to read: lens, exposure, date."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Literal

from PIL import ExifTags, Image

from desktop_app.core.base.errors import PhotoError
from desktop_app.core.photos.capture import BROKEN_EXIF, Capture, capture_of, text_of
from desktop_app.core.photos.photo_reader import PILLOW_NAMES
from desktop_app.core.photos.picture_formats import HEAD_BYTES, PictureFormat, sniff
from desktop_app.core.photos.raw_preview import open_raw

_Tag = ExifTags.Base


@dataclass(frozen=True)
class Metadata:
    """Texts are empty, and numbers 0, where the file does not say. `exposure` in seconds,
    `aperture` the f-number, `focal_length` in millimetres, `focal_length_35` that of a 35-mm camera
    with the same angle of view.
    """

    capture: Capture = field(default_factory=Capture)
    lens: str = ""
    exposure: float = 0.0
    aperture: float = 0.0
    iso: int = 0
    focal_length: float = 0.0
    focal_length_35: int = 0


NOTHING_KNOWN = Metadata()


def read_metadata(file: BinaryIO, path: Path) -> Metadata:
    """Of a picture that is open; `path` tells RAW files from others. What is broken counts as not
    said.
    """
    file.seek(0)
    kind = sniff(file.read(HEAD_BYTES), path)
    file.seek(0)
    if kind is None:
        return NOTHING_KNOWN
    try:
        if kind is PictureFormat.RAW:
            return _of_raw(file, path)
        with Image.open(file, formats=[PILLOW_NAMES[kind]]) as image:
            return _of_image(image)
    except (*BROKEN_EXIF, PhotoError):
        return NOTHING_KNOWN


def _of_raw(file: BinaryIO, path: Path) -> Metadata:
    """Most RAW files are TIFF outside; in the others, the picture inside has it."""
    with contextlib.suppress(*BROKEN_EXIF):
        found = _of_exif(_tiff_exif(file))
        if found != NOTHING_KNOWN:
            return found
    file.seek(0)
    return _of_image(open_raw(file, path))


def _tiff_exif(file: BinaryIO) -> Image.Exif:
    """Without asking whether Pillow could decode the pixels."""
    head = file.read(8)
    exif = Image.Exif()
    if head[:2] in {b"II", b"MM"}:
        # The offset is read here: Olympus and Panasonic have marks of their own in the head.
        exif.endian = "<" if head[:2] == b"II" else ">"
        order: Literal["little", "big"] = "little" if head[:2] == b"II" else "big"
        exif.load_from_fp(file, int.from_bytes(head[4:8], order))
    return exif


def _of_image(image: Image.Image) -> Metadata:
    return _of_exif(image.getexif())


def _of_exif(exif: Image.Exif) -> Metadata:
    details = exif.get_ifd(ExifTags.IFD.Exif)
    return Metadata(
        capture=capture_of(exif),
        lens=text_of(details.get(_Tag.LensModel)),
        exposure=_number(details.get(_Tag.ExposureTime)),
        aperture=_number(details.get(_Tag.FNumber)),
        iso=round(_number(details.get(_Tag.ISOSpeedRatings))),
        focal_length=_number(details.get(_Tag.FocalLength)),
        focal_length_35=round(_number(details.get(_Tag.FocalLengthIn35mmFilm))),
    )


def _number(value: object) -> float:
    """A number that EXIF gives alone or as the first of several; 0 where it is none."""
    first = value[0] if isinstance(value, tuple) and value else value
    try:
        number = float(first)  # type: ignore[arg-type]
    except (TypeError, ValueError, ZeroDivisionError):
        return 0.0
    return number if 0 < number < 1e9 else 0.0
