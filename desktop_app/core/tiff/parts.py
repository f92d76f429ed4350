"""Decode the first picture of a TIFF file part by part, with tifffile."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tifffile import TiffPage

_READ_BYTES = 2**24
_PART_VALUES = 2**20


@dataclass(frozen=True)
class Part:
    """Values of a picture: [H, W, samples], and the first sample, row and column that they have."""

    values: NDArray[Any]
    sample: int
    y: int
    x: int


@contextmanager
def first_page(file: BinaryIO) -> Iterator[TiffPage]:
    """Open the first picture. Raises NotImplementedError, in the block too, if it is not read."""
    import tifffile  # takes 40 ms, and few files need it

    logging.getLogger("tifffile").setLevel(logging.CRITICAL)  # broken tags are common
    file.seek(0)
    try:
        with tifffile.TiffFile(file, name="picture") as opened:
            yield opened.pages.first
    except ImportError as error:  # imagecodecs is built without this compression
        raise NotImplementedError("compression") from error
    except ValueError as error:
        if any(part in str(error) for part in ("not supported", "requires", "not a known")):
            raise NotImplementedError(str(error)) from error
        raise


def parts(page: TiffPage, file: BinaryIO) -> Iterator[Part]:
    """Decode the picture in parts of bounded size, each of whole rows of a tile or strip.

    Raises:
        NotImplementedError: The kind is not read.
        OSError: The file is truncated.
    """
    if page.dtype is None:
        raise NotImplementedError("the kind of number")
    whole = _uncompressed(page, file) if page.is_contiguous else _segments(page, file)
    for part in whole:
        rows = max(1, _PART_VALUES // (part.values.shape[1] * part.values.shape[2]))
        for top in range(0, part.values.shape[0], rows):
            yield Part(part.values[top : top + rows], part.sample, part.y + top, part.x)


def _segments(page: TiffPage, file: BinaryIO) -> Iterator[Part]:
    """Tiles and strips. Those that a file leaves out are black."""
    stated = page.databytecounts
    page.databytecounts = _counts_in_file(page, file.seek(0, os.SEEK_END))
    try:
        for values, place, _ in page.segments(maxworkers=1, buffersize=_READ_BYTES):
            sample, depth, y, x, _ = place
            if values is not None and depth == 0:
                inside = values[0, : page.imagelength - y, : page.imagewidth - x]
                yield Part(inside, sample, y, x)
    except (RuntimeError, ValueError) as error:
        if page.databytecounts == stated:
            raise
        raise OSError("image file is truncated") from error


def _counts_in_file(page: TiffPage, size: int) -> tuple[int, ...]:
    """The bytes of each tile or strip, no more than the file has."""
    places = zip(page.dataoffsets, page.databytecounts, strict=False)
    return tuple(max(0, min(count, size - at)) for at, count in places)


def _uncompressed(page: TiffPage, file: BinaryIO) -> Iterator[Part]:
    """Rows of a file that holds them as they are: strips may be as large as the picture."""
    planes, _, height, width, samples = page.shaped
    dtype = np.dtype(page.dtype).newbyteorder(page.parent.byteorder)
    row_bytes = width * samples * dtype.itemsize
    rows = max(1, _READ_BYTES // row_bytes)
    for plane in range(planes):
        for y in range(0, height, rows):
            file.seek(page.dataoffsets[0] + (plane * page.imagedepth * height + y) * row_bytes)
            wanted = min(rows, height - y) * row_bytes
            data = file.read(wanted)
            if len(data) < wanted:
                raise OSError("image file is truncated")
            values = np.frombuffer(data, dtype).reshape(-1, width, samples)
            yield Part(values, plane, y, 0)
