"""Drawn photos that differ from each other, as files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from training.data.pictures import PictureSet


def drawn_photo(number: int, size: tuple[int, int] = (96, 64)) -> Image.Image:
    """Large blots of colour."""
    blots = np.random.default_rng(number).integers(0, 256, (4, 6, 3), np.uint8)
    return Image.fromarray(blots).resize(size, Image.Resampling.BICUBIC)


def drawn_photos(folder: Path, count: int) -> PictureSet:
    folder.mkdir(parents=True)
    names = tuple(f"{number}.png" for number in range(count))
    for number, name in enumerate(names):
        drawn_photo(number).save(folder / name)
    return PictureSet(folder, names)
