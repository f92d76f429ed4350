"""A library that is large enough to be learned, and a window on it."""

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
TEACHER = [sys.executable, str(Path(__file__).with_name("teaching_program.py"))]


def build(base: Path, scene: Callable[[str, int], Image.Image], encoder: Encoder) -> IndexedLibrary:
    """Scenes, each in lights of its own."""
    photos = base / "photos"
    photos.mkdir()
    for number in range(PHOTOS):
        drawn = scene(KINDS[number % len(KINDS)], number // len(KINDS) % 6)
        light = 0.6 + number / PHOTOS
        ImageEnhance.Brightness(drawn).enhance(light).save(photos / f"{number:03}.jpg", quality=90)
    files = LibraryFiles(base / "library")
    for _ in index(files, encoder, [photos]):
        pass
    _forget_thumbnails(files)
    return IndexedLibrary(photos, base / "library")


def _forget_thumbnails(files: LibraryFiles) -> None:
    """Of most photos: a comparison makes and encodes eight copies of each that has one."""
    with closing(sqlite3.connect(files.thumbnails)) as thumbnails, thumbnails:
        thumbnails.execute("DELETE FROM thumbnails WHERE rowid % 3")


def copy(whole: IndexedLibrary, base: Path) -> IndexedLibrary:
    """With the same photos, in a library that a test may change."""
    shutil.copytree(whole.library, base / "library")
    return IndexedLibrary(whole.photos, base / "library")


def write_lesson(library: Path, **lesson: float) -> None:
    """How the trainings of this library go (teaching_program.py)."""
    (library.parent / "lesson.json").write_text(json.dumps(lesson), "utf-8")
