"""Decode photos safely: check limits first, decode no more pixels than needed, upright, in sRGB."""

from __future__ import annotations

import io
import math
import os
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from PIL import Image, ImageFile, UnidentifiedImageError

from desktop_app.core.base.errors import PhotoError, PhotoProblem
from desktop_app.core.base.memory_gate import Gate, MemoryGate
from desktop_app.core.base.regular_file import open_regular_file
from desktop_app.core.colour.srgb import EXIF_ADOBE_RGB, to_srgb
from desktop_app.core.photos.bmp_picture import register_bmp
from desktop_app.core.photos.capture import Capture, read_capture
from desktop_app.core.photos.decoder_errors import DECODER_ERRORS
from desktop_app.core.photos.exif import exif_of, is_adobe_rgb
from desktop_app.core.photos.orientation import orientation_of, turned, upright_size
from desktop_app.core.photos.picture_formats import HEAD_BYTES, PictureFormat
from desktop_app.core.photos.png_picture import register_png
from desktop_app.core.photos.recognition import recognise
from desktop_app.core.photos.reduction import decode_bytes, reduced
from desktop_app.core.tiff.picture import register_tiff

MIN_SIDE = 16
# More take too long to decode, even in little memory.
MAX_PIXELS = 1_000_000_000
MAX_DECODE_BYTES = 800 * 2**20

register_tiff()
register_png()
register_bmp()
# Broken metadata is common, and not worth a warning.
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")
# _check_size replaces Pillow's check, which only warns below twice its limit.
Image.MAX_IMAGE_PIXELS = None


@dataclass(frozen=True)
class Photo:
    """A decoded photo.

    Attributes:
        image: Upright, mode RGB, sRGB, possibly reduced.
        width: Of the full-size upright photo, in pixels.
        height: Of the full-size upright photo, in pixels.
        format: Of the file.
        capture: Date and camera.
    """

    image: Image.Image
    width: int
    height: int
    format: PictureFormat
    capture: Capture


class PictureOpener(Protocol):
    """Opens picture files: PhotoReader in this process, BoundedReader in a worker."""

    def open(self, path: Path, short_side: int, long_side: int = 0) -> Photo:
        """See PhotoReader.open."""


class PhotoReader:
    """Decodes photos from any number of threads, within one memory limit for all of them."""

    def __init__(self, gate: Gate | None = None) -> None:
        """`gate` grants the memory of pixels; without one, the reader has its own."""
        self._gate: Gate = gate or MemoryGate(MAX_DECODE_BYTES)

    def open(self, path: Path, short_side: int, long_side: int = 0) -> Photo:
        """Decode a photo, reduced where it is larger than needed, and never enlarged.

        Args:
            path: The file.
            short_side: Pixels that the shorter side needs.
            long_side: Pixels that the longer side needs.

        Raises:
            PhotoError: The file cannot be read or decoded, or exceeds a limit.
        """
        try:
            with open_regular_file(path) as file:
                return self.read(file, path, short_side, long_side)
        except OSError as error:
            raise file_error(path, error) from error

    def read(self, file: BinaryIO, path: Path, short_side: int, long_side: int = 0) -> Photo:
        """Decode a photo like `open`, from an open file; `path` serves the format and errors."""
        kind = check_format(file, path)
        try:
            return self._decode(file, path, kind, (short_side, long_side))
        except DECODER_ERRORS as error:
            raise PhotoError(path, _problem(error), _detail(error, kind)) from error
        except MemoryError as error:
            raise PhotoError(path, PhotoProblem.TOO_MUCH_MEMORY) from error

    def _decode(
        self, file: BinaryIO, path: Path, kind: PictureFormat, needed: tuple[int, int]
    ) -> Photo:
        image = self._opened(file, path, kind)
        full_size = image.size
        _check_size(image, path)
        # A PNG may have its metadata behind its pixels: Pillow decodes these to find them.
        facts = None if kind is PictureFormat.PNG else _facts(image)
        target = _target(full_size, *needed)
        image.draft(None, target)  # JPEG and TIFF are then decoded at the scale that is needed
        needed_bytes = decode_bytes(image, full_size, target)
        if needed_bytes > MAX_DECODE_BYTES:
            raise PhotoError(path, PhotoProblem.TOO_MANY_PIXELS, _size_text(full_size))
        with self._gate.reserve(needed_bytes):
            decoded = reduced(image, target)
            facts = facts or _facts(image)
        if facts.is_adobe_rgb:
            decoded.info[EXIF_ADOBE_RGB] = True
        return Photo(
            to_srgb(turned(decoded, facts.orientation)),
            *facts.upright_size,
            kind,
            facts.capture,
        )

    def _opened(self, file: BinaryIO, path: Path, kind: PictureFormat) -> Image.Image:
        if kind is not PictureFormat.RAW:
            return open_image(file, kind)
        # Loading LibRaw, and libheif below, takes time that few photos need.
        from desktop_app.core.photos.raw_preview import open_raw

        with self._gate.reserve(os.fstat(file.fileno()).st_size):
            return open_raw(file, path)


@dataclass(frozen=True)
class _Facts:
    capture: Capture
    orientation: int
    upright_size: tuple[int, int]
    is_adobe_rgb: bool


def _facts(image: Image.Image) -> _Facts:
    return _Facts(
        read_capture(image),
        orientation_of(image),
        upright_size(image),
        is_adobe_rgb(exif_of(image)),
    )


def open_image(file: BinaryIO, kind: PictureFormat) -> Image.Image:
    """Open a file of any format but RAW with Pillow, which tries no other format."""
    if kind in {PictureFormat.HEIF, PictureFormat.AVIF}:
        from desktop_app.core.photos.heif_container import open_heif

        return open_heif(file, kind)
    image = Image.open(file, formats=[kind.pillow_name])
    if isinstance(file, io.BytesIO):
        _decode_at_once(image, file.getbuffer().nbytes)
    return image


def _decode_at_once(image: ImageFile.ImageFile, size_bytes: int) -> None:
    """Have Pillow give a decoder all of a file, where it would copy it in small blocks."""
    image.decodermaxblock = max(image.decodermaxblock, size_bytes)


def file_error(path: Path, error: OSError) -> PhotoError:
    """The PhotoError for a file that the system did not open or read."""
    is_missing = isinstance(error, FileNotFoundError)
    problem = PhotoProblem.VANISHED if is_missing else PhotoProblem.UNREADABLE
    return PhotoError(path, problem, error.strerror or str(error))


def check_format(file: BinaryIO, path: Path) -> PictureFormat:
    """Read the first bytes of an open file, and go back to its beginning.

    Raises PhotoError where it is no picture, is of a format that cannot be read, or is larger than
    any photo.
    """
    size_bytes = file.seek(0, os.SEEK_END)
    file.seek(0)
    kind = check_head(file.read(HEAD_BYTES), size_bytes, path)
    file.seek(0)
    return kind


def check_head(head: bytes, size_bytes: int, path: Path) -> PictureFormat:
    """As `check_format`, of the first HEAD_BYTES of a file."""
    kind = recognise(head, path)
    if size_bytes > kind.max_bytes:
        raise PhotoError(path, PhotoProblem.TOO_LARGE, f"{size_bytes / 10**9:.1f}")
    return kind


def _check_size(image: Image.Image, path: Path) -> None:
    size = _size_text(image.size)
    if math.prod(image.size) > MAX_PIXELS:
        raise PhotoError(path, PhotoProblem.TOO_MANY_PIXELS, size)
    if min(image.size) < MIN_SIDE:
        raise PhotoError(path, PhotoProblem.TOO_SMALL, size)


def _size_text(size: tuple[int, int]) -> str:
    return f"{size[0]} × {size[1]}"


def _target(size: tuple[int, int], short_side: int, long_side: int) -> tuple[int, int]:
    """The smallest size of the same aspect ratio with the sides that are needed."""
    scale = max(short_side / min(size), long_side / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _detail(error: Exception, kind: PictureFormat) -> str:
    """What is wrong, or where the format is read in general, the format and what is rare in it."""
    if isinstance(error, UnidentifiedImageError):
        return ""  # it names the opened file as an object of Python, with its address
    text = str(error)[:200]
    return f"{kind} ({text})" if _problem(error) is PhotoProblem.UNSUPPORTED_FORMAT else text


def _problem(error: Exception) -> PhotoProblem:
    if isinstance(error, UnidentifiedImageError):
        return PhotoProblem.UNDECODABLE
    text = str(error).lower()
    if isinstance(error, NotImplementedError) or text.startswith("unsupported"):
        return PhotoProblem.UNSUPPORTED_FORMAT
    is_truncated = any(part in text for part in ("truncated", "unexpected end", "end of file"))
    return PhotoProblem.TRUNCATED if is_truncated else PhotoProblem.UNDECODABLE
