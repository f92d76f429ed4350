"""Open the preview that is embedded in a camera's RAW file."""

from __future__ import annotations

import io
from pathlib import Path
from typing import BinaryIO

import rawpy
from PIL import Image

from desktop_app.core.base.errors import PhotoError, PhotoProblem

_TURNS = {
    3: Image.Transpose.ROTATE_180,
    5: Image.Transpose.ROTATE_90,
    6: Image.Transpose.ROTATE_270,
}
_MIN_PREVIEW_SIDE = 200
_MAX_PIXELS_PER_BYTE = 8


def open_raw(file: BinaryIO, path: Path) -> Image.Image:
    """Open the embedded preview, or render the file quickly where that is missing or tiny.

    Returns an upright image at the preview's full size. Raises PhotoError, which names `path`.
    """
    try:
        with rawpy.imread(file) as raw:
            size_bytes = file.seek(0, io.SEEK_END)
            return _embedded(raw) or _rendered(raw, size_bytes)
    except (rawpy.LibRawError, OSError, ValueError, SyntaxError) as error:
        raise PhotoError(path, PhotoProblem.NO_RAW_PREVIEW, str(error)[:200]) from error


def _embedded(raw: rawpy.RawPy) -> Image.Image | None:
    try:
        thumbnail = raw.extract_thumb()
    except rawpy.LibRawError:
        return None
    if isinstance(thumbnail.data, bytes):
        image: Image.Image = Image.open(io.BytesIO(thumbnail.data), formats=["JPEG"])
    else:
        image = Image.fromarray(thumbnail.data)
    if min(image.size) < _MIN_PREVIEW_SIDE:
        return None
    turn = _TURNS.get(raw.sizes.flip)
    has_its_own = image.getexif().get(0x0112, 1) != 1
    return image if turn is None or has_its_own else image.transpose(turn)


def _rendered(raw: rawpy.RawPy, size_bytes: int) -> Image.Image:
    """Render at half size. Raises OSError for a truncated file, of which LibRaw renders noise."""
    if size_bytes * _MAX_PIXELS_PER_BYTE < raw.sizes.raw_width * raw.sizes.raw_height:
        raise OSError("the picture data is missing")
    return Image.fromarray(raw.postprocess(half_size=True, use_camera_wb=True, output_bps=8))
