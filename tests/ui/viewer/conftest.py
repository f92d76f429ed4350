"""Windows with photos that are worth a close look."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import ExifTags, Image, ImageCms, TiffImagePlugin
from pytestqt.qtbot import QtBot

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.indexing.indexer import index
from desktop_app.ui.shell.main_window import MainWindow
from tests.raw_files import dng_file
from tests.ui.conftest import WAIT_MS, IndexedLibrary, copy_with_photos
from tests.ui.gestures import drop_files, wait_for_results
from tests.ui.viewer.viewer_steps import SIZE


@pytest.fixture
def found(qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary) -> MainWindow:
    """Results for a picture."""
    window.resize(1000, 800)
    drop_files(window, shared_library.picture("flower", 2))
    wait_for_results(qtbot, window, "flower-2.jpg")
    return window


@pytest.fixture(scope="session")
def five_photos(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> IndexedLibrary:
    """A photo that is large, one turned by its camera, one in another colour space, one with EXIF,
    and a RAW file that is turned too. Indexed once, and copied for each test.
    """
    base = tmp_path_factory.mktemp("five")
    photos = base / "photos"
    photos.mkdir()
    rng = np.random.default_rng(0)
    noise = Image.fromarray(rng.integers(0, 256, (SIZE[1], SIZE[0], 3), np.uint8))
    noise.save(photos / "a-large.jpg", quality=60)
    turned = Image.new("RGB", (900, 600), "red")
    turned.paste("blue", (0, 0, 450, 600))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    turned.save(photos / "b-turned.jpg", exif=exif, quality=95)
    profile = ImageCms.createProfile("LAB")
    lab = Image.new("LAB", (400, 300), (136, 208, 195))
    lab.save(photos / "c-lab.tif", icc_profile=ImageCms.ImageCmsProfile(profile).tobytes())
    _save_as_a_camera(photos / "d-camera.jpg")
    (photos / "e-raw.dng").write_bytes(dng_file(turned, orientation=6))
    for _ in index(LibraryFiles(base / "library"), encoder, [photos]):
        pass
    return IndexedLibrary(photos, base / "library")


@pytest.fixture
def large(
    qtbot: QtBot,
    tmp_path: Path,
    five_photos: IndexedLibrary,
    open_window: Callable[[Path], MainWindow],
) -> MainWindow:
    """All photos of a library of five (`five_photos`)."""
    library = copy_with_photos(five_photos, tmp_path).library
    window = open_window(library)
    window.resize(1000, 800)
    qtbot.waitUntil(lambda: window.browse.model.rowCount() == 5, timeout=WAIT_MS)
    return window


def _save_as_a_camera(path: Path) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Nikon"
    exif[ExifTags.Base.Model] = "Nikon Z 6"
    details = exif.get_ifd(ExifTags.IFD.Exif)
    details[ExifTags.Base.DateTimeOriginal] = "2023:07:14 18:05:09"
    details[ExifTags.Base.LensModel] = "NIKKOR Z 50mm"
    details[ExifTags.Base.ExposureTime] = TiffImagePlugin.IFDRational(1, 250)
    details[ExifTags.Base.FNumber] = 2.8
    details[ExifTags.Base.ISOSpeedRatings] = 200
    details[ExifTags.Base.FocalLength] = 50.0
    Image.effect_noise((600, 400), 60).convert("RGB").save(path, exif=exif)
