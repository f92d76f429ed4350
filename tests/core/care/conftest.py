"""A small library that each test may damage."""

from __future__ import annotations

import pytest

from desktop_app.core.catalogue.library_files import LibraryFiles


@pytest.fixture
def files(small_library: LibraryFiles, quick_trials: None) -> LibraryFiles:
    """It is of nobody whom the user trusts: its model runs in a process with limits."""
    del quick_trials
    return small_library
