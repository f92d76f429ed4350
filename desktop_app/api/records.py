"""The values that the library gives to programs: frozen, and without links to an open library."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop_app.core.catalogue.catalogue import PhotoRow

PathLike: TypeAlias = str | os.PathLike[str]


@dataclass(frozen=True)
class Photo:
    """An indexed photo of a library.

    Attributes:
        id: Its number in the library. It stays the same when the file is moved or renamed.
        path: Absolute path of the file.
        width: Pixels of the upright picture.
        height: Pixels of the upright picture.
        size_bytes: Size of the file.
        format: File format, such as "JPEG" or "RAW".
        taken_at: When it was taken, in local time without a zone; None if unknown.
        camera: Camera model; empty if unknown.
        lens: Lens model; empty if unknown.
        iso: ISO speed; 0 if unknown.
        focal_length: In millimetres; 0 if unknown.
        aperture: F-number; 0 if unknown.
        has_gps: Whether the file states its place; None if unknown.
        is_away: The file is missing, or its drive is not connected.
    """

    id: int
    path: Path
    width: int
    height: int
    size_bytes: int
    format: str
    taken_at: datetime | None
    camera: str
    lens: str
    iso: int
    focal_length: float
    aperture: float
    has_gps: bool | None
    is_away: bool


# A file, an upright image in sRGB, uint8 [H, W, 3] of one, or a photo of a library.
Picture: TypeAlias = PathLike | Image.Image | NDArray[np.uint8] | Photo


@dataclass(frozen=True)
class Match:
    """A photo that a search found.

    Attributes:
        photo: The photo.
        distance: Hamming distance to the query, in bits.
        score: Agreement in [0, 1], weighted by the query's confidence; 1 if all bits agree.
        related: True if the photo stands out from the library: it is probably similar.
    """

    photo: Photo
    distance: int
    score: float
    related: bool


@dataclass(frozen=True)
class Progress:
    """How far long work is.

    Attributes:
        stage: What is done, such as "scanning" or "indexing".
        done: Files, photos or pairs that are done.
        total: Of so many; None while that is unknown.
    """

    stage: str
    done: int
    total: int | None


def photo_of(row: PhotoRow) -> Photo:
    """Return the public record of a photo in the catalogue."""
    capture = row.capture
    return Photo(
        id=row.id,
        path=row.path,
        width=row.width,
        height=row.height,
        size_bytes=row.size_bytes,
        format=row.format,
        taken_at=_moment(capture.taken_at),
        camera=capture.camera,
        lens=capture.lens,
        iso=capture.iso,
        focal_length=capture.focal_length,
        aperture=capture.aperture,
        has_gps=capture.has_gps,
        is_away=row.away,
    )


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:  # empty: unknown
        return None
