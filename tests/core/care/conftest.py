"""A small library that each test may damage."""

from __future__ import annotations

import pytest

from desktop_app.core.catalogue.library_files import LibraryFiles


@pytest.fixture
def files(small_library: LibraryFiles) -> LibraryFiles:
    return small_library
