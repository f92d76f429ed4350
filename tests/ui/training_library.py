"""A library that is large enough for a retraining, and the stub that trains it."""

from __future__ import annotations

import json
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PIL import Image, ImageEnhance

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.indexing.indexer import index
from desktop_app.samples.sample_pictures import KINDS
from tests.ui.conftest import IndexedLibrary

PHOTOS = 220
TRAINER = [sys.executable, str(Path(__file__).with_name("stub_trainer.py"))]


def build_library(
    base: Path, scene: Callable[[str, int], Image.Image], encoder: Encoder
) -> IndexedLibrary:
    """Index drawn scenes, each with its own brightness."""
    photos = base / "photos"
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
    _delete_thumbnails(files)
    return IndexedLibrary(photos, base / "library")


def _delete_thumbnails(files: LibraryFiles) -> None:
    """Delete two of three thumbnails: a comparison encodes eight copies of each that exists."""
    with closing(sqlite3.connect(files.thumbnails)) as thumbnails, thumbnails:
        thumbnails.execute("DELETE FROM thumbnails WHERE rowid % 3")


def copy_library(whole: IndexedLibrary, base: Path) -> IndexedLibrary:
    """Copy the library, but not the photos, for a test that changes the library."""
    shutil.copytree(whole.library, base / "library")
    return IndexedLibrary(whole.photos, base / "library")


def configure_trainer(library: Path, **settings: float) -> None:
    """Set how the trainings of this library go (stub_trainer.TrainerSettings)."""
    (library.parent / "trainer.json").write_text(json.dumps(settings), "utf-8")
