"""BMP files of any bit masks."""

from __future__ import annotations

import struct
from typing import Any

import numpy as np
from numpy.typing import NDArray

BGRA = (0xFF0000, 0xFF00, 0xFF, 0xFF000000)


def bmp_file(
    picture: NDArray[Any],
    masks: tuple[int, int, int, int] = BGRA,
    bits: int = 32,
    *,
    header_bytes: int = 124,
    alpha: int = 255,
    is_upward: bool = True,
) -> bytes:
    """A picture, uint8 [H, W, 3], whose alpha channel has one value everywhere."""
    height, width = picture.shape[:2]
    layered = np.dstack([picture, np.full((height, width), alpha)])
    values = sum(_placed(layered[:, :, at], mask) for at, mask in enumerate(masks) if mask)
    rows = np.asarray(values).astype(f"<u{bits // 8}")[:: -1 if is_upward else 1]
    padding = b"\0" * (-width * bits // 8 % 4)
    pixels = b"".join(row.tobytes() + padding for row in rows)
    sides = width, height if is_upward else -height
    fields = struct.pack("<IiiHHIIiiII", header_bytes, *sides, 1, bits, 3, len(pixels), 0, 0, 0, 0)
    count = 4 if header_bytes >= 56 else 3
    header = (fields + struct.pack(f"<{count}I", *masks[:count])).ljust(header_bytes, b"\0")
    at = 14 + len(header)
    return b"BM" + struct.pack("<IHHI", at + len(pixels), 0, 0, at) + header + pixels


def _placed(values: NDArray[Any], mask: int) -> NDArray[Any]:
    """Values from 0 to 255, rounded to the bits of a mask."""
    lowest = mask & -mask
    rounded: NDArray[Any] = (values * (mask // lowest) / 255).round().astype(np.uint64)
    return rounded * np.uint64(lowest)
