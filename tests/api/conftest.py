"""A library that was made by the interface for programmers, and photos for it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lookalike import Encoder, Library, write_samples
from PIL import Image

from tests.conftest import save_photos
from tests.made_once import made_once


@pytest.fixture(scope="session")
def indexed(
    tmp_path_factory: pytest.TempPathFactory, scene: Callable[[str, int], Image.Image]
) -> Path:
    """A folder with nine photos, and a library of them, indexed once; only to be read."""

    def make(base: Path) -> None:
        save_photos(base / "photos", scene)
        with Library.open(base / "library", create=True) as library:
            library.index(base / "photos")

    return made_once(tmp_path_factory, "api", make)


@pytest.fixture
def library(indexed: Path, tmp_path: Path) -> Iterator[Library]:
    """A copy of the library of nine photos."""
    with Library.open(shutil.copytree(indexed / "library", tmp_path / "library")) as library:
        yield library


@pytest.fixture(scope="session")
def opened(indexed: Path) -> Iterator[Library]:
    """The library of nine photos, opened once for all tests that only read."""
    with Library.open(indexed / "library", read_only=True) as library:
        yield library


@pytest.fixture
def photos(indexed: Path) -> Path:
    """The folder of the nine photos."""
    return indexed / "photos"


@pytest.fixture
def samples(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Path:
    """A folder with the sample pictures that examples write, so that they are drawn only once."""

    def draw(base: Path) -> None:
        write_samples(base / "pictures", per_kind=3)

    drawn = made_once(tmp_path_factory, "api-samples", draw)
    return Path(shutil.copytree(drawn, tmp_path / "samples"))


@pytest.fixture(scope="session")
def model() -> Iterator[Encoder]:
    with Encoder.default() as encoder:
        yield encoder
