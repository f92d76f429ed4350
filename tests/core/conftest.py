"""Fixtures for tests of the core."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pillow_heif
import pytest
from PIL import Image

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.saved_searches import (
    SavedExample,
    SavedSearch,
    SavedSearches,
    save_searches,
)
from desktop_app.core.indexing.indexer import index
from desktop_app.core.jobs.progress import IndexSummary
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.photos.photo_reader import PhotoReader
from desktop_app.core.search.photo_search import PhotoSearch
from tests.conftest import save_photos
from tests.core.indexing.catalogue_rows import Index
from tests.core.tiny_bundle import tiny_files, write_folder

pillow_heif.register_heif_opener()  # to write HEIF; it is read without


@pytest.fixture
def run(files: LibraryFiles, encoder: Encoder) -> Index:
    """Index folders (none: all roots) and give the summary."""

    def run(*folders: Path, threads: int = 2) -> IndexSummary:
        *_, summary = index(files, encoder, list(folders), threads)
        assert isinstance(summary, IndexSummary)
        return summary

    return run


@pytest.fixture
def search(files: LibraryFiles, photo_folder: Path, encoder: Encoder) -> Iterator[PhotoSearch]:
    """Search in an indexed library of three beaches, three flowers and three cities at night."""
    for _ in index(files, encoder, [photo_folder]):
        pass
    with Catalogue(files) as catalogue:
        opened = PhotoSearch(catalogue, encoder, PhotoReader())
        opened.refresh()
        yield opened


@pytest.fixture(scope="session")
def shared_small_library(
    tmp_path_factory: pytest.TempPathFactory, scene: Callable[[str, int], Image.Image]
) -> LibraryFiles:
    """Nine photos, indexed once with a tiny model of the library's own, and a saved search."""
    base = tmp_path_factory.mktemp("care")
    files = LibraryFiles(base / "library")
    photos = save_photos(base / "photos", scene)
    files.create()
    bundle = LibraryModels(files).add(write_folder(files.folder / "new", tiny_files()))
    for _ in index(files, Encoder(bundle), [photos]):
        pass
    example = SavedExample(photos / "beach-0.jpg")
    save_searches(files.searches, SavedSearches((SavedSearch("Beaches", (example,)),)))
    return files


@pytest.fixture
def small_library(shared_small_library: LibraryFiles, tmp_path: Path) -> LibraryFiles:
    """A copy of the library of nine photos for one test; its photos are those of all tests."""
    return LibraryFiles(shutil.copytree(shared_small_library.folder, tmp_path / "small"))
