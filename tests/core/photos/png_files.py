"""PNG files, chunk by chunk: those that Pillow does not write."""

from __future__ import annotations

import struct
import zlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
GREY, RGB, PALETTE, GREY_ALPHA, RGB_ALPHA = 0, 2, 3, 4, 6


def chunk(name: bytes, content: bytes, crc: int | None = None) -> bytes:
    """A chunk, whose checksum is right unless one is given."""
    right = zlib.crc32(name + content)
    return (
        struct.pack(">I", len(content))
        + name
        + content
        + struct.pack(">I", right if crc is None else crc)
    )


def png_file(
    values: NDArray[Any], bits: int, kind: int, before: bytes = b"", after: bytes = b""
) -> bytes:
    """A file of values [H, W] or [H, W, samples], with chunks before and after the pixels."""
    height, width = values.shape[:2]
    header = struct.pack(">IIBBBBB", width, height, bits, kind, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + row for row in _rows(values, bits)), 1)
    parts = [chunk(b"IHDR", header), before, chunk(b"IDAT", pixels), after, chunk(b"IEND", b"")]
    return _SIGNATURE + b"".join(parts)


def _rows(values: NDArray[Any], bits: int) -> list[bytes]:
    if bits >= 8:
        return [row.astype(f">u{bits // 8}").tobytes() for row in values]
    shifts = np.arange(bits - 1, -1, -1)
    return [np.packbits((row[:, np.newaxis] >> shifts) & 1).tobytes() for row in values]
