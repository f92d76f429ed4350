"""Fixtures for tests of the core."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.indexing.indexer import index
from desktop_app.core.photos.photo_reader import PhotoReader
from desktop_app.core.search.photo_search import PhotoSearch


@pytest.fixture
def search(files: LibraryFiles, photo_folder: Path, encoder: Encoder) -> Iterator[PhotoSearch]:
    """Search in an indexed library of three beaches, three flowers and three cities at night."""
    for _ in index(files, encoder, [photo_folder]):
        pass
    with Catalogue(files) as catalogue:
        opened = PhotoSearch(catalogue, encoder, PhotoReader())
        opened.refresh()
        yield opened
