"""Open the preview that is embedded in a camera's RAW file."""

from __future__ import annotations

import io
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Literal

import rawpy
from PIL import ExifTags, Image

from desktop_app.core.base.errors import PhotoError, PhotoProblem
from desktop_app.core.photos.dates import DATE_TAGS, taken_at
from desktop_app.core.photos.decoder_errors import DECODER_ERRORS
from desktop_app.core.photos.exif import exif_directory, exif_of
from desktop_app.core.photos.orientation import (
    AS_STORED,
    orientation_of,
    set_orientation,
    turned_size,
)

# What LibRaw calls `flip`: 1 mirrors, 2 turns upside down, 4 swaps the sides, in this order.
_ORIENTATIONS = (1, 2, 4, 3, 5, 8, 6, 7)
_MIN_PREVIEW_SIDE = 200
_MAX_PIXELS_PER_BYTE = 8
_DIRECTORIES = (ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo)
_FIRST_YEAR = 1971  # LibRaw dates files that have no date to the beginning of 1970


def open_raw(file: BinaryIO, path: Path) -> Image.Image:
    """Open the embedded preview, or render the file quickly where that is missing or tiny.

    Returns an image at the preview's full size, whose EXIF has the tags of the file, and the
    orientation that turns the preview upright. Raises PhotoError, which names `path`.
    """
    try:
        with rawpy.imread(file) as raw:
            size_bytes = file.seek(0, io.SEEK_END)
            image = _embedded(raw) or _rendered(raw, size_bytes)
    except (rawpy.LibRawError, OSError, ValueError, SyntaxError) as error:
        raise PhotoError(path, PhotoProblem.NO_RAW_PREVIEW, str(error)[:200]) from error
    with suppress(*DECODER_ERRORS):
        _add_tags(exif_of(image), tiff_tags(file))
    return image


def tiff_tags(file: BinaryIO) -> Image.Exif:
    """Read the tags of a RAW file that is a TIFF; none of another.

    Raises one of DECODER_ERRORS where they are broken.
    """
    file.seek(0)
    head = file.read(8)
    exif = Image.Exif()
    if head[:2] in {b"II", b"MM"}:
        # The offset is read here: Olympus and Panasonic use their own magic numbers.
        exif.endian = "<" if head[:2] == b"II" else ">"
        order: Literal["little", "big"] = "little" if head[:2] == b"II" else "big"
        exif.load_from_fp(file, int.from_bytes(head[4:8], order))
    return exif


def _embedded(raw: rawpy.RawPy) -> Image.Image | None:
    try:
        thumbnail = raw.extract_thumb()
    except rawpy.LibRawError:
        return None
    if isinstance(thumbnail.data, bytes):
        image = _preview(thumbnail.data, raw)
    else:
        image = Image.fromarray(thumbnail.data)
        set_orientation(image, _preview_orientation(image, raw.sizes))
    return image if min(image.size) >= _MIN_PREVIEW_SIDE else None


def _preview(jpeg: bytes, raw: rawpy.RawPy) -> Image.Image:
    """Open the JPEG of a preview. Its EXIF is its own, and what LibRaw added to it."""
    made = _libraw_exif_bytes(jpeg)
    image = Image.open(io.BytesIO(jpeg[:2] + jpeg[2 + made :]), formats=["JPEG"])
    set_orientation(image, _preview_orientation(image, raw.sizes))
    if made:
        # LibRaw does not tell them of a file that ends within the sensor's pixels.
        with suppress(rawpy.LibRawError, *DECODER_ERRORS):
            _add_libraw_tags(exif_of(image), jpeg[6 : 2 + made], raw)
    return image


def _libraw_exif_bytes(jpeg: bytes) -> int:
    """The size of the segment that LibRaw puts before a preview that does not begin with EXIF."""
    size = int.from_bytes(jpeg[4:6], "big")
    is_made = jpeg[2:4] == b"\xff\xe1" and b"dcraw v" in jpeg[6 : 4 + size]
    return size + 2 if is_made else 0


def _preview_orientation(image: Image.Image, sizes: rawpy.ImageSizes) -> int:
    """The preview's own orientation, else the sensor's, else none: the first that gives the shape
    of the upright picture. Some cameras store previews that are upright already.
    """
    sensor = _ORIENTATIONS[sizes.flip] if sizes.flip in range(8) else AS_STORED
    has_own = ExifTags.Base.Orientation in exif_of(image)
    own = orientation_of(image) if has_own else sensor
    wanted = _shape(turned_size((sizes.width, sizes.height), sensor))
    choices = (own, sensor, AS_STORED)
    fitting = (each for each in choices if _shape(turned_size(image.size, each)) in {wanted, 0})
    return next(fitting, choices[0])


def _shape(size: tuple[int, int]) -> int:
    """1 for a landscape, -1 for a portrait, 0 for a square."""
    return (size[0] > size[1]) - (size[0] < size[1])


def _add_libraw_tags(exif: Image.Exif, block: bytes, raw: rawpy.RawPy) -> None:
    """Add what LibRaw knows of the photo where the preview's own EXIF says nothing of it."""
    added = Image.Exif()
    added.load(block)
    if raw.other.timestamp.year < _FIRST_YEAR:
        del added[ExifTags.Base.DateTime]
    _add_tags(added, exif)
    _add_tags(exif, added)


def _add_tags(exif: Image.Exif, tags: Image.Exif) -> None:
    """Add tags to those of an image, but for the orientation, which is decided already.

    They count more: if they have a date, no other stays.
    """
    details = exif.get_ifd(ExifTags.IFD.Exif)
    if taken_at(tags):
        for name in DATE_TAGS:
            exif.pop(name, None)
            details.pop(name, None)
    for directory in _DIRECTORIES:
        exif.get_ifd(directory).update(exif_directory(tags, directory))
    left_out = {ExifTags.Base.Orientation, *_DIRECTORIES}
    exif.update({tag: tags[tag] for tag in tags if tag not in left_out})


def _rendered(raw: rawpy.RawPy, size_bytes: int) -> Image.Image:
    """Render at half size. Raises OSError for a truncated file, of which LibRaw renders noise."""
    if size_bytes * _MAX_PIXELS_PER_BYTE < raw.sizes.raw_width * raw.sizes.raw_height:
        raise OSError("the picture data is missing")
    return Image.fromarray(raw.postprocess(half_size=True, use_camera_wb=True, output_bps=8))
