"""Photos that take a decoder very long, or very much memory."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image


def write_scans(path: Path, scans: int) -> Path:
    """Write a progressive JPEG of 20 megapixels whose last scan is repeated.

    Each scan has about 90 bytes and is decoded for all pixels: 12 ms.
    """
    content = io.BytesIO()
    Image.new("RGB", (5000, 4000), "olive").save(content, "JPEG", progressive=True)
    before, mark, last = content.getvalue().rpartition(b"\xff\xda")
    path.write_bytes(before + (mark + last[:-2]) * scans + b"\xff\xd9")
    return path


def write_sparse(path: Path, size_bytes: int) -> Path:
    """Write a file that begins like a JPEG, and goes on with zeros that take no place on disk."""
    with path.open("wb") as file:
        file.write(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00")
        file.truncate(size_bytes)
    return path
