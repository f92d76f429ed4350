"""Open one photo safely: limits first, then no more pixels than are needed, upright, in sRGB."""

from __future__ import annotations

import os
import stat
import struct
import warnings
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import pillow_heif
from PIL import AvifImagePlugin, Image, UnidentifiedImageError

from desktop_app.core.base.errors import PhotoError, PhotoProblem
from desktop_app.core.base.memory_gate import MemoryGate
from desktop_app.core.photos.capture import Capture, is_turned, read_capture, upright
from desktop_app.core.photos.colour import eight_bits, to_srgb
from desktop_app.core.photos.picture_formats import (
    HEAD_BYTES,
    PictureFormat,
    named_like_an_unread_format,
    named_like_raw,
    sniff,
)
from desktop_app.core.photos.raw_preview import open_raw

SMALLEST_SIDE = 16
MOST_PIXELS = 600_000_000
MOST_DECODE_BYTES = 800 * 2**20

PILLOW_NAMES = {
    PictureFormat.JPEG: "JPEG",
    PictureFormat.PNG: "PNG",
    PictureFormat.WEBP: "WEBP",
    PictureFormat.TIFF: "TIFF",
    PictureFormat.GIF: "GIF",
    PictureFormat.BMP: "BMP",
    PictureFormat.HEIF: "HEIF",
    PictureFormat.AVIF: "AVIF",
    PictureFormat.JPEG2000: "JPEG2000",
}

_BYTES_A_PIXEL = {"HEIF": 8, "AVIF": 8, "TIFF": 8}

_DECODER_ERRORS = (
    OSError,
    ValueError,
    SyntaxError,
    struct.error,
    zlib.error,
    TypeError,
    KeyError,
    IndexError,
    OverflowError,
    EOFError,
    RuntimeError,
    AttributeError,
    ZeroDivisionError,
    NotImplementedError,
)

pillow_heif.register_heif_opener()
# Threads are ours to give: the indexer runs one decoder on each.
pillow_heif.options.DECODE_THREADS = 1
AvifImagePlugin.DEFAULT_MAX_THREADS = 1
# Broken metadata is common, and is no news to anybody.
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")
# Our own check, before anything is decoded, takes the place of Pillow's.
Image.MAX_IMAGE_PIXELS = None


@dataclass(frozen=True)
class Photo:
    """A decoded photo. `width` and `height` are of the whole upright picture, in pixels."""

    image: Image.Image
    width: int
    height: int
    format: PictureFormat
    capture: Capture


class PhotoReader:
    """Opens photos, from any number of threads, within one limit of memory for all of them."""

    def __init__(self, memory_bytes: int = MOST_DECODE_BYTES) -> None:
        self._gate = MemoryGate(memory_bytes)

    def open(self, path: Path, short_side: int, long_side: int = 0) -> Photo:
        """Decode a photo: mode RGB, upright, sRGB.

        The picture comes reduced (never enlarged), but its sides are not below `short_side` and
        `long_side` pixels where the file has as many. Raises PhotoError.
        """
        try:
            with open_regular_file(path) as file:
                return self.read(file, path, short_side, long_side)
        except OSError as error:
            raise file_error(path, error) from error

    def read(self, file: BinaryIO, path: Path, short_side: int, long_side: int = 0) -> Photo:
        """As `open`, from a file that is open already; `path` is only named."""
        file.seek(0)
        kind = _format(file.read(HEAD_BYTES), path)
        file.seek(0)
        try:
            return self._decode(file, path, kind, (short_side, long_side))
        except _DECODER_ERRORS as error:
            raise PhotoError(path, _problem(error), str(error)[:200]) from error
        except MemoryError as error:
            raise PhotoError(path, PhotoProblem.TOO_MANY_PIXELS, "memory") from error

    def _decode(
        self, file: BinaryIO, path: Path, kind: PictureFormat, needed: tuple[int, int]
    ) -> Photo:
        image = self._opened(file, path, kind)
        full_size = image.size
        _check_size(image, path)
        capture, turned = read_capture(image), is_turned(image)
        target = _target(full_size, *needed)
        image.draft(None, target)  # JPEGs are then decoded at the scale that is needed
        with self._gate.taking(_affordable_bytes(image, full_size, path)):
            reduced = _reduced(image, target)
        width, height = reversed(full_size) if turned else full_size
        return Photo(to_srgb(upright(reduced)), width, height, kind, capture)

    def _opened(self, file: BinaryIO, path: Path, kind: PictureFormat) -> Image.Image:
        if kind is not PictureFormat.RAW:
            return Image.open(file, formats=[PILLOW_NAMES[kind]])
        with self._gate.taking(os.fstat(file.fileno()).st_size):
            return open_raw(file, path)


def open_regular_file(path: Path) -> BinaryIO:
    """Open a file for reading; raises OSError, also for pipes and devices, and never blocks."""
    descriptor = os.open(
        path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    )
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(0, "not a regular file", str(path))
    return os.fdopen(descriptor, "rb")


def file_error(path: Path, error: OSError) -> PhotoError:
    """Why the system did not let us read a file."""
    gone = isinstance(error, FileNotFoundError)
    problem = PhotoProblem.VANISHED if gone else PhotoProblem.UNREADABLE
    return PhotoError(path, problem, error.strerror or str(error))


def _format(head: bytes, path: Path) -> PictureFormat:
    if not head:
        raise PhotoError(path, PhotoProblem.EMPTY_FILE)
    kind = sniff(head, path)
    if kind is not None:
        return kind
    if named_like_raw(path):
        raise PhotoError(path, PhotoProblem.NO_RAW_PREVIEW)
    unread = named_like_an_unread_format(path)
    raise PhotoError(
        path, PhotoProblem.UNSUPPORTED_FORMAT if unread else PhotoProblem.NOT_A_PICTURE
    )


def _check_size(image: Image.Image, path: Path) -> None:
    width, height = image.size
    size = f"{width} × {height}"
    if width * height > MOST_PIXELS:
        raise PhotoError(path, PhotoProblem.TOO_MANY_PIXELS, size)
    if min(width, height) < SMALLEST_SIDE:
        raise PhotoError(path, PhotoProblem.TOO_SMALL, size)


def _affordable_bytes(image: Image.Image, full_size: tuple[int, int], path: Path) -> int:
    """Memory that decoding will take, roughly; raises PhotoError where it is over the limit.

    Baseline JPEGs are decoded small from the start, progressive ones keep all the coefficients
    of the full size, HEIF and AVIF hold planes and pixels at once.
    """
    full_pixels = full_size[0] * full_size[1]
    needed = image.width * image.height * _BYTES_A_PIXEL.get(image.format or "", 4)
    if "progressive" in image.info:
        needed += full_pixels * 6
    if needed > MOST_DECODE_BYTES:
        raise PhotoError(path, PhotoProblem.TOO_MANY_PIXELS, f"{full_size[0]} × {full_size[1]}")
    return needed


def _target(size: tuple[int, int], short_side: int, long_side: int) -> tuple[int, int]:
    """The size, of the same proportions, that still has the sides that are needed."""
    scale = max(short_side / min(size), long_side / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _reduced(image: Image.Image, target: tuple[int, int]) -> Image.Image:
    """Decode now, and average whole blocks of pixels away where there are many too many."""
    image.load()
    plain = eight_bits(image)
    factor = min(image.width // target[0], image.height // target[1])
    return plain.reduce(factor) if factor > 1 else plain


def _problem(error: Exception) -> PhotoProblem:
    if isinstance(error, UnidentifiedImageError):
        return PhotoProblem.UNDECODABLE
    words = str(error).lower()
    cut_short = any(word in words for word in ("truncated", "unexpected end", "end of file"))
    return PhotoProblem.TRUNCATED if cut_short else PhotoProblem.UNDECODABLE
