"""How all methods of this program read the pictures."""

from __future__ import annotations

from pathlib import Path

from PIL import Image


def read_rgb(path: Path) -> Image.Image:
    """Read a picture in full; also one that is smaller than any photo of a library."""
    with Image.open(path) as image:
        return image.convert("RGB")
