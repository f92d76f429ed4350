"""A library of drawn photos that is large enough for a training."""

from __future__ import annotations

from pathlib import Path

from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import read_bundle
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.indexing.indexer import index
from desktop_app.samples.sample_pictures import KINDS, draw_scene


def draw_library(folder: Path, library: Path, photos: int) -> LibraryFiles:
    """Different pictures, cut from the sample scenes, and indexed."""
    folder.mkdir()
    for number in range(-(-photos // 12)):
        scene = draw_scene(KINDS[number % len(KINDS)], number, (320, 240))
        for part in range(min(12, photos - 12 * number)):
            left, top = part % 4 * 16, part // 4 * 12
            scene.crop((left, top, left + 256, top + 192)).save(folder / f"{number}-{part}.jpg")
    files = LibraryFiles(library)
    for _ in index(files, Encoder(read_bundle(default_bundle())), [folder]):
        pass
    return files
