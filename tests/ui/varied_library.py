"""A library whose photos differ in all that they can be filtered by."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import ExifTags, Image

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.root_edits import relocate_root
from desktop_app.core.indexing.indexer import index


@dataclass(frozen=True)
class VariedLibrary:
    """Two roots: `photos`, with a folder 'trip' in it, and `disk`."""

    photos: Path
    disk: Path
    library: Path


PHOTOS = (
    # path, scene, camera, taken, size
    ("photos/beach.jpg", ("beach", 0), "Pixel 8", "2019:03:21 11:04:22", (300, 200)),
    ("photos/beach 2.jpg", ("beach", 1), "Canon EOS 7D", "2019:03:22 09:00:00", (300, 200)),
    ("photos/trip/beach 3.jpg", ("beach", 2), "Pixel 8", "2020:07:01 10:00:00", (200, 300)),
    ("photos/trip/boat.png", ("boat", 0), "", "", (240, 240)),
    ("photos/trip/flower.jpg", ("flower", 0), "Canon EOS 7D", "2020:07:30 10:00:00", (300, 200)),
    ("disk/car.jpg", ("car", 0), "Pixel 8", "2021:12:24 18:00:00", (300, 200)),
)


def build(base: Path, scene: Callable[[str, int], Image.Image], encoder: Encoder) -> VariedLibrary:
    for name, (kind, variation), camera, taken, size in PHOTOS:
        path = base / name
        path.parent.mkdir(parents=True, exist_ok=True)
        exif = Image.Exif()
        if camera:
            exif[ExifTags.Base.Model] = camera
        if taken:
            exif[ExifTags.Base.DateTime] = taken
        scene(kind, variation).resize(size).save(path, exif=exif)
    folders = [base / "photos", base / "disk"]
    for _ in index(LibraryFiles(base / "library"), encoder, folders):
        pass
    return VariedLibrary(base / "photos", base / "disk", base / "library")


def copy_varied(built: VariedLibrary, base: Path) -> VariedLibrary:
    """Copy the photos and the library into a folder, for a test that may change them."""
    files = LibraryFiles(Path(shutil.copytree(built.library, base / "library")))
    photos, disk = base / "photos", base / "disk"
    for old, new in ((built.photos, photos), (built.disk, disk)):
        shutil.copytree(old, new)
        for _ in relocate_root(files, old, new):
            pass
    return VariedLibrary(photos, disk, files.folder)
