"""Read BMP files of any bit masks: Pillow reads the usual ones."""

from __future__ import annotations

import struct
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray
from PIL import BmpImagePlugin, Image, ImageFile

_BIT_MASKS, _ALPHA_BIT_MASKS = 3, 6
_DECODER = "bmp_masks"
# The header begins at 14; the masks follow those of its fields that all versions have.
_HEADER_AT, _MASKS_AT = 14, 54
_BYTES_WITH_ALPHA = 56


class BmpPicture(BmpImagePlugin.BmpImageFile):
    """A BMP file whose colours lie in any bits of a pixel of 16 or 32 bits."""

    def _bitmap(self, header: int = 0, offset: int = 0) -> None:
        try:
            super()._bitmap(header, offset)
        except OSError:
            assert self.fp is not None
            masks, bits, is_upward = _masks(self.fp)
            if not all(masks[:3]):
                raise
            self._mode = "RGBA" if masks[3] else "RGB"
            extents, args = (0, 0, *self._size), (bits, masks, is_upward)
            self.tile = [ImageFile._Tile(_DECODER, extents, offset, args)]  # noqa: SLF001


def has_rare_masks(image: Image.Image) -> bool:
    """Whether an opened image is a BMP that is decoded here, in more memory than by Pillow."""
    return any(tile.codec_name == _DECODER for tile in getattr(image, "tile", []))


class _MaskDecoder(ImageFile.PyDecoder):
    _pulls_fd = True

    def decode(self, buffer: Any) -> tuple[int, int]:  # noqa: ARG002
        """Decode the whole picture at once. Raises OSError where the file ends within it."""
        bits, masks, is_upward = self.args
        assert self.fd is not None
        pixels = _pixels(self.fd, self.state.xsize, self.state.ysize, bits)
        samples = [_sample(pixels, mask) for mask in masks if mask]
        values = np.dstack(samples)[:: -1 if is_upward else 1]
        self.set_as_raw(np.ascontiguousarray(values).tobytes())
        return -1, 0


def register_bmp() -> None:
    """Let Pillow open BMP files as BmpPicture."""
    Image.register_open("BMP", BmpPicture, lambda beginning: beginning.startswith(b"BM"))
    Image.register_decoder(_DECODER, _MaskDecoder)


def _masks(file: IO[bytes]) -> tuple[tuple[int, ...], int, bool]:
    """The masks of red, green, blue and alpha, 0 for none; bits of a pixel; the order of rows."""
    file.seek(_HEADER_AT)
    size, _, height, _, bits, compression = struct.unpack("<IiiHHI", file.read(20))
    file.seek(_MASKS_AT)
    red, green, blue, alpha = struct.unpack("<4I", file.read(16).ljust(16, b"\0"))
    if compression not in {_BIT_MASKS, _ALPHA_BIT_MASKS} or bits not in {16, 32}:
        return (0, 0, 0, 0), bits, False
    has_alpha = size >= _BYTES_WITH_ALPHA or compression == _ALPHA_BIT_MASKS
    return (red, green, blue, alpha if has_alpha else 0), bits, height > 0


def _pixels(file: IO[bytes], width: int, height: int, bits: int) -> NDArray[np.uint32]:
    row_bytes = (width * bits + 31) // 32 * 4
    data = file.read(row_bytes * height)
    if len(data) < row_bytes * height:
        raise OSError("image file is truncated")
    rows = np.frombuffer(data, f"<u{bits // 8}").reshape(height, -1)
    return rows[:, :width].astype(np.uint32)


def _sample(pixels: NDArray[np.uint32], mask: int) -> NDArray[np.uint8]:
    """The bits of a mask, which lie side by side, spread over 8 bits."""
    lowest = mask & -mask
    white = mask // lowest
    values = (pixels & np.uint32(mask)) // np.uint32(lowest)
    return (values * np.float32(255 / white) + np.float32(0.5)).astype(np.uint8)
