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
from desktop_app.core.catalogue.root_edits import relocate_root
from desktop_app.core.indexing.indexer import index
from desktop_app.samples.sample_pictures import KINDS
from tests.ui.conftest import IndexedLibrary

PHOTOS = 220
_ROOT, _ELSEWHERE = "photos", "elsewhere"
_MOST_THUMBNAILS = 64  # what a training needs
TRAINER = [sys.executable, str(Path(__file__).with_name("stub_trainer.py"))]


def build_library(base: Path, scene: Callable[[str, int], Image.Image], encoder: Encoder) -> None:
    """Index drawn scenes, each with its own brightness, and move the photos elsewhere since."""
    photos = base / _ROOT
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
    keep_thumbnails(base / "library", _MOST_THUMBNAILS)
    photos.rename(base / _ELSEWHERE)


def library_in(base: Path) -> IndexedLibrary:
    """The library that was built in this folder."""
    return IndexedLibrary(base / _ELSEWHERE, base / "library")


def keep_thumbnails(library: Path, count: int) -> None:
    """Delete all thumbnails but the first: a comparison encodes seven copies of each that exists,
    and makes those anew whose photos it finds.
    """
    thumbnails_file = LibraryFiles(library).thumbnails
    with closing(sqlite3.connect(thumbnails_file)) as thumbnails, thumbnails:
        thumbnails.execute("DELETE FROM thumbnails WHERE rowid > ?", (count,))


def copy_library(whole: IndexedLibrary, base: Path) -> IndexedLibrary:
    """Copy the library, but not the photos, for a test that changes the library."""
    shutil.copytree(whole.library, base / "library")
    return IndexedLibrary(whole.photos, base / "library")


def copy_library_and_photos(whole: IndexedLibrary, base: Path) -> IndexedLibrary:
    """As `copy_library`, for a test that needs photos where the library looks for them."""
    photos = Path(shutil.copytree(whole.photos, base / _ROOT))
    library = copy_library(whole, base).library
    for _ in relocate_root(LibraryFiles(library), whole.photos.with_name(_ROOT), photos):
        pass
    return IndexedLibrary(photos, library)


def configure_trainer(library: Path, **settings: float) -> None:
    """Set how the trainings of this library go (stub_trainer.TrainerSettings)."""
    (library.parent / "trainer.json").write_text(json.dumps(settings), "utf-8")
