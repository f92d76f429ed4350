"""A library of drawn photos that is large enough for a training."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageEnhance

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.indexing.indexer import index
from desktop_app.samples.sample_pictures import KINDS

PHOTOS = 220
ROOT, ELSEWHERE = "photos", "elsewhere"


def draw_library(base: Path, scene: Callable[[str, int], Image.Image], encoder: Encoder) -> None:
    """Index drawn scenes, each with its own brightness, and move the photos elsewhere since."""
    photos = base / ROOT
    photos.mkdir()
    for number in range(PHOTOS):
        drawn = scene(KINDS[number % len(KINDS)], number // len(KINDS) % 6)
        brightness = 0.6 + number / PHOTOS
        ImageEnhance.Brightness(drawn).enhance(brightness).save(
            photos / f"{number:03}.jpg", quality=90
        )
    files = LibraryFiles(base / "library")
    for _ in index(files, encoder, [photos]):
        pass
    photos.rename(base / ELSEWHERE)
