"""Real files, a real model, real libraries in temporary folders."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import read_bundle
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.samples.sample_pictures import draw_scene

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SHARED_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    return Encoder(read_bundle(default_bundle()))


@pytest.fixture
def files(tmp_path: Path) -> LibraryFiles:
    return LibraryFiles(tmp_path / "library")


@pytest.fixture(scope="session")
def scene() -> Callable[[str, int], Image.Image]:
    """Draw a sample scene once, however many tests want it."""
    drawn: dict[tuple[str, int], Image.Image] = {}

    def draw(kind: str, variation: int) -> Image.Image:
        key = (kind, variation)
        if key not in drawn:
            drawn[key] = draw_scene(kind, variation, (240, 160))
        return drawn[key].copy()

    return draw


@pytest.fixture
def photo_folder(tmp_path: Path, scene: Callable[[str, int], Image.Image]) -> Path:
    """Nine JPEGs of three kinds, in a folder and a folder inside it."""
    folder = tmp_path / "photos"
    (folder / "trip").mkdir(parents=True)
    for kind in ("beach", "flower", "night_city"):
        for variation in range(3):
            place = folder / "trip" if variation == 2 else folder
            scene(kind, variation).save(place / f"{kind}-{variation}.jpg", quality=90)
    return folder


@pytest.fixture(scope="session")
def shared_data() -> Callable[[str], Path]:
    """Path of a file in ../shared/data; skips the test, naming the file, where it is not there."""

    def find(name: str) -> Path:
        path = SHARED_DATA / name
        if not path.exists():
            pytest.skip(f"{path} is missing")
        return path

    return find
