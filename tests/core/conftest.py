"""What several tests of the core start from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.catalogue import Catalogue
from desktop_app.core.encoder import Encoder
from desktop_app.core.indexer import index
from desktop_app.core.library_files import LibraryFiles
from desktop_app.core.photo_search import PhotoSearch
from desktop_app.core.photos import PhotoReader


@pytest.fixture
def search(files: LibraryFiles, photo_folder: Path, encoder: Encoder) -> Iterator[PhotoSearch]:
    """Of three beaches, three flowers and three cities at night."""
    for _ in index(files, encoder, [photo_folder]):
        pass
    with Catalogue(files) as catalogue:
        opened = PhotoSearch(catalogue, encoder, PhotoReader())
        opened.refresh()
        yield opened
