"""A library that is large enough for a retraining, and a window on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import IndexedLibrary
from tests.ui.retraining.model_dialog_steps import Opener
from tests.ui.training_library import copy_library, forked_trainer, library_in


@pytest.fixture(scope="session")
def shared_training_library(shared_trainable_library: LibraryFiles) -> IndexedLibrary:
    """With the photos, which lie elsewhere now; tests only copy it."""
    return library_in(shared_trainable_library.folder.parent)


@pytest.fixture
def library(shared_training_library: IndexedLibrary, tmp_path: Path) -> Path:
    return copy_library(shared_training_library, tmp_path).library


@pytest.fixture
def window(open_window: Opener, library: Path) -> MainWindow:
    return open_window(library, forked_trainer())
