"""The metadata of a photo that is shown to users: lens, exposure, date."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from PIL import ExifTags, Image

from desktop_app.core.base.errors import PhotoError
from desktop_app.core.photos.annotations import exif_annotations, read_annotations
from desktop_app.core.photos.capture import Capture, capture_of, number_of, read_capture
from desktop_app.core.photos.decoder_errors import DECODER_ERRORS
from desktop_app.core.photos.exif import exif_directory, exif_of
from desktop_app.core.photos.photo_reader import open_image
from desktop_app.core.photos.picture_formats import HEAD_BYTES, PictureFormat, sniff
from desktop_app.core.xmp.annotations import NO_ANNOTATIONS, Annotations

_Tag = ExifTags.Base


@dataclass(frozen=True)
class Metadata:
    """Unknown texts are empty, and unknown numbers 0.

    Attributes:
        capture: What the catalogue has, too.
        exposure: Exposure time in seconds.
        focal_length_35: In millimetres, of a 35-mm camera with the same angle of view.
        annotations: The user's rating and keywords.
    """

    capture: Capture = field(default_factory=Capture)
    exposure: float = 0.0
    focal_length_35: int = 0
    annotations: Annotations = NO_ANNOTATIONS


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
    return replace(
        _exif_metadata(exif_of(image)),
        capture=read_capture(image),
        annotations=read_annotations(image),
    )


def _exif_metadata(exif: Image.Exif) -> Metadata:
    details = exif_directory(exif, ExifTags.IFD.Exif)
    return Metadata(
        capture=capture_of(exif),
        exposure=number_of(details.get(_Tag.ExposureTime)),
        focal_length_35=round(number_of(details.get(_Tag.FocalLengthIn35mmFilm))),
        annotations=exif_annotations(exif),
    )
