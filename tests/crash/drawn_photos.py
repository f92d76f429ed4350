"""Small photos, quickly drawn, and libraries of them."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from random import Random

from PIL import Image

from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import read_bundle
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.indexing.indexer import index
from desktop_app.core.photos.thumbnails import Thumbnails
from tests.bench.million import build_library

_SIDES = (96, 64)


def draw_photos(folder: Path, count: int, *, appended_bytes: int = 0) -> list[Path]:
    """Soft patterns, each another one.

    Args:
        folder: It is created.
        count: Of photos.
        appended_bytes: Behind each picture, which copying them takes longer for.
    """
    folder.mkdir(parents=True)
    paths = []
    for number in range(count):
        random = Random(number)
        grain = Image.frombytes("RGB", (4, 3), random.randbytes(36))
        path = folder / f"{number:03}.jpg"
        grain.resize(_SIDES, Image.Resampling.BICUBIC).save(path, quality=90)
        with path.open("ab") as file:
            file.write(random.randbytes(appended_bytes))
        paths.append(path)
    return paths


def index_folders(files: LibraryFiles, folders: list[Path]) -> None:
    """In this process."""
    for _ in index(files, Encoder(read_bundle(default_bundle())), folders, 1):
        pass


def large_library(folder: Path, photos: int, thumbnails: int) -> LibraryFiles:
    """Random descriptors and rows without photo files, and thumbnails for the first photos."""
    files = build_library(folder, photos)
    files.thumbnails.unlink()  # it has those of all photos, and each full check would decode them
    connection = sqlite3.connect(files.catalogue)
    rows = connection.execute("SELECT content_hash FROM photos LIMIT ?", (thumbnails,)).fetchall()
    connection.close()
    random = Random(0)
    store = Thumbnails(files.thumbnails)
    store.put_all({content: random.randbytes(2000) for (content,) in rows})
    store.close()
    return files
