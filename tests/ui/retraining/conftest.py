"""A library that is large enough for a retraining, and a window on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.ui.shell.main_window import MainWindow
from tests.made_once import made_once
from tests.ui.conftest import IndexedLibrary
from tests.ui.retraining.model_dialog_steps import Opener
from tests.ui.training_library import TRAINER, build_library, copy_library, library_in


@pytest.fixture(scope="session")
def shared_training_library(
    tmp_path_factory: pytest.TempPathFactory,
    scene: Callable[[str, int], Image.Image],
    encoder: Encoder,
) -> IndexedLibrary:
    """Built once for all tests, which only copy it."""
    base = made_once(tmp_path_factory, "training", lambda base: build_library(base, scene, encoder))
    return library_in(base)


@pytest.fixture
def library(shared_training_library: IndexedLibrary, tmp_path: Path) -> Path:
    return copy_library(shared_training_library, tmp_path).library


@pytest.fixture
def window(open_window: Opener, library: Path) -> MainWindow:
    return open_window(library, TRAINER)
