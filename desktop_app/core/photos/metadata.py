"""The metadata of a photo that is shown to users: lens, exposure, date."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from PIL import ExifTags, Image

from desktop_app.core.base.errors import PhotoError
from desktop_app.core.photos.capture import Capture, capture_of, read_capture, text_of
from desktop_app.core.photos.decoder_errors import DECODER_ERRORS
from desktop_app.core.photos.exif import exif_directory, exif_of
from desktop_app.core.photos.photo_reader import open_image
from desktop_app.core.photos.picture_formats import HEAD_BYTES, PictureFormat, sniff

_Tag = ExifTags.Base


@dataclass(frozen=True)
class Metadata:
    """Unknown texts are empty, and unknown numbers 0.

    Attributes:
        capture: Date and camera.
        lens: Model of the lens.
        exposure: Exposure time in seconds.
        aperture: F-number.
        iso: ISO speed.
        focal_length: In millimetres.
        focal_length_35: In millimetres, of a 35-mm camera with the same angle of view.
    """

    capture: Capture = field(default_factory=Capture)
    lens: str = ""
    exposure: float = 0.0
    aperture: float = 0.0
    iso: int = 0
    focal_length: float = 0.0
    focal_length_35: int = 0


NO_METADATA = Metadata()


def read_metadata(file: BinaryIO, path: Path) -> Metadata:
    """Read the metadata of an open file. Broken values count as unknown.

    `path` distinguishes RAW files from TIFF.
    """
    file.seek(0)
    kind = sniff(file.read(HEAD_BYTES), path)
    file.seek(0)
    if kind is None:
        return NO_METADATA
    try:
        if kind is PictureFormat.RAW:
            return _raw_metadata(file, path)
        with open_image(file, kind) as image:
            return _image_metadata(image)
    except (*DECODER_ERRORS, PhotoError):
        return NO_METADATA


def _raw_metadata(file: BinaryIO, path: Path) -> Metadata:
    """Read the TIFF tags of the file, and those of the preview where they leave something open."""
    from desktop_app.core.photos.raw_preview import open_raw, tiff_tags

    found = NO_METADATA
    with contextlib.suppress(*DECODER_ERRORS):
        found = _exif_metadata(tiff_tags(file))
    if found.capture.taken_at and found.capture.camera:
        return found
    file.seek(0)
    try:
        return _image_metadata(open_raw(file, path))
    except PhotoError:
        return found


def _image_metadata(image: Image.Image) -> Metadata:
    return replace(_exif_metadata(exif_of(image)), capture=read_capture(image))


def _exif_metadata(exif: Image.Exif) -> Metadata:
    details = exif_directory(exif, ExifTags.IFD.Exif)
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
    """An EXIF number, or the first of several; 0 where it is not a plausible number."""
    first = value[0] if isinstance(value, tuple) and value else value
    try:
        number = float(first)  # type: ignore[arg-type]
    except (TypeError, ValueError, ZeroDivisionError):
        return 0.0
    return number if 0 < number < 1e9 else 0.0
