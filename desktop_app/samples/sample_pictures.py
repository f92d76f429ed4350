"""Draw sample pictures, for a machine without photos and for tests; nothing is downloaded.

The scenes are in `scenes`; this module seeds, frames, dates and writes them.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zlib import crc32

import numpy as np
from PIL import ExifTags, Image

from desktop_app.core.base.atomic_write import atomic_file, make_folder
from desktop_app.core.base.errors import LibraryUnwritableError, NotAFolderError
from desktop_app.core.jobs.progress import SamplesProgress
from desktop_app.samples.drawing.canvas import Canvas
from desktop_app.samples.repertoire import SCENES

KINDS: tuple[str, ...] = tuple(SCENES)

# Every fourth picture of a kind is upright; each kind starts at a different one.
FRAMES = ((480, 320), (480, 360), (480, 320), (320, 480))
FIRST_DAY = datetime(2016, 1, 1)  # noqa: DTZ001 - EXIF dates are local time without a zone
DAYS = 8 * 365
JPEG_QUALITY = 90
PER_KIND = 13  # with sixteen kinds, enough photos to try a retraining
CAMERA = "Sample"


def draw_scene(kind: str, variation: int, size: tuple[int, int] = (480, 320)) -> Image.Image:
    """Draw an RGB picture. The same arguments give the same pixels.

    Args:
        kind: One of KINDS.
        variation: A number from 0; it selects the composition, one for each aspect ratio.
        size: Columns and rows; with the same aspect ratio, it only changes the detail.

    Raises:
        KeyError: `kind` is not in KINDS.
        ValueError: `variation` is negative, or a side is under 16 pixels.
    """
    if min(size) < 16:
        raise ValueError(f"too small to draw on: {size}")
    rng = np.random.default_rng([_number(kind), variation])
    canvas = Canvas(size)
    SCENES[kind](canvas, rng)
    return canvas.develop(rng)


def write_samples(folder: Path, per_kind: int = PER_KIND) -> Iterator[SamplesProgress]:
    """Fill a folder, which is created if necessary, with pictures of every kind.

    Kinds take turns, so that a cancelled run leaves some of each. Existing files are kept. A new
    file gets its name once it is complete.

    Args:
        folder: Where to write.
        per_kind: Number of pictures of each kind.

    Yields:
        One event for each picture.

    Raises:
        NotAFolderError: `folder` is a file.
        LibraryUnwritableError: The disk is full or not writable.
    """
    _make_folder(folder)
    names = [(kind, variation) for variation in range(per_kind) for kind in KINDS]
    for done, (kind, variation) in enumerate(names, start=1):
        path = folder / f"{kind}-{variation + 1:02d}.jpg"
        if not _is_there(path):
            picture = draw_scene(kind, variation, _frame(kind, variation))
            _write(picture, _exif(kind, variation), path)
        yield SamplesProgress(done, len(names), path)


def _number(kind: str) -> int:
    """Return a seed that does not depend on the other kinds; hash() differs between runs."""
    return crc32(kind.encode())


def _frame(kind: str, variation: int) -> tuple[int, int]:
    return FRAMES[(variation + _number(kind)) % len(FRAMES)]


def _exif(kind: str, variation: int) -> Image.Exif:
    """Return EXIF data with a random day of eight years, between 8:00 and 20:00."""
    rng = np.random.default_rng([_number(kind), variation, 1])
    day, seconds = int(rng.integers(DAYS)), int(rng.integers(8 * 3600, 20 * 3600))
    taken = FIRST_DAY + timedelta(days=day, seconds=seconds)
    exif = Image.Exif()
    exif[ExifTags.Base.Model] = CAMERA
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = f"{taken:%Y:%m:%d %H:%M:%S}"
    return exif


def _make_folder(folder: Path) -> None:
    try:
        make_folder(folder)
    except (FileExistsError, NotADirectoryError) as error:
        raise NotAFolderError(folder) from error
    except OSError as error:
        raise LibraryUnwritableError(folder, str(error)) from error


def _is_there(path: Path) -> bool:
    """Return True if the file exists and is not empty, as a crash of the system leaves it."""
    return path.exists() and path.stat().st_size > 0


def _write(picture: Image.Image, exif: Image.Exif, path: Path) -> None:
    data = io.BytesIO()  # Pillow does not notice that a full disk takes only a part of a file
    picture.save(data, "JPEG", quality=JPEG_QUALITY, exif=exif)
    try:
        with atomic_file(path) as part:
            part.write_bytes(data.getvalue())
    except OSError as error:
        raise LibraryUnwritableError(path.parent, str(error)) from error
