"""Compute what indexing stores of one photo, except for its code."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop_app.core.base.regular_file import open_regular_file
from desktop_app.core.fingerprints.fingerprint import fingerprints
from desktop_app.core.photos.content_hash import content_hash_of
from desktop_app.core.photos.photo_reader import PhotoReader, check_format
from desktop_app.core.photos.picture_formats import PictureFormat
from desktop_app.core.photos.preprocess import network_input
from desktop_app.core.photos.thumbnails import THUMBNAIL_SIDE, make_thumbnail, thumbnail_image
from desktop_app.core.reading.messages import IndexedContent

_MAX_IN_MEMORY_BYTES = 16 * 2**20


def photo_content(
    reader: PhotoReader,
    path: Path,
    side: int,
    is_wanted: Callable[[bytes], bool],
    data: bytearray | None = None,
) -> tuple[IndexedContent, NDArray[np.uint8]] | None:
    """Read a file: first its format, then its hash, then its pixels.

    Args:
        reader: Decodes it.
        path: The file.
        side: Side of the network's input in pixels.
        is_wanted: Says for the hash of the content whether it is to be decoded.
        data: The content of the file, which is not opened then.

    Returns:
        The content and the network's input, uint8 [S, S, 3]; None if it is not wanted.

    Raises:
        PhotoError, OSError: The file is no photo, or cannot be read.
    """
    with open_regular_file(path) if data is None else io.BytesIO(data) as opened:
        is_jpeg = check_format(opened, path) is PictureFormat.JPEG
        file = _in_memory(opened) if is_jpeg and data is None else opened
        if not is_wanted(content_hash_of(file)):
            return None
        photo = reader.read(file, path, side, THUMBNAIL_SIDE)
    small = thumbnail_image(photo.image)
    content = IndexedContent(
        width=photo.width,
        height=photo.height,
        format=photo.format,
        capture=photo.capture,
        mean_colour=_mean_colour(photo.image),
        fingerprints=fingerprints(small),
        thumbnail=make_thumbnail(small),
    )
    return content, network_input(photo.image, side)


def _in_memory(file: BinaryIO) -> BinaryIO:
    """Return the content of a file, unless that is large: to read it twice takes longer."""
    size_bytes = os.fstat(file.fileno()).st_size
    return io.BytesIO(file.read(size_bytes)) if size_bytes <= _MAX_IN_MEMORY_BYTES else file


def _mean_colour(image: Image.Image) -> int:
    """Return the mean colour of an RGB picture as 0xRRGGBB."""
    pixel = image.resize((1, 1), Image.Resampling.BOX).tobytes()
    return int.from_bytes(pixel, "big")
