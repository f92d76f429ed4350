"""A library that is large enough to be learned, and a window on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui import learning_library
from tests.ui.conftest import IndexedLibrary
from tests.ui.learning_library import TEACHER
from tests.ui.retraining.walk import Opener


@pytest.fixture(scope="session")
def learned_from(
    tmp_path_factory: pytest.TempPathFactory,
    scene: Callable[[str, int], Image.Image],
    encoder: Encoder,
) -> IndexedLibrary:
    return learning_library.build(tmp_path_factory.mktemp("learned"), scene, encoder)


@pytest.fixture
def library(learned_from: IndexedLibrary, tmp_path: Path) -> Path:
    return learning_library.copy(learned_from, tmp_path).library


@pytest.fixture
def window(open_window: Opener, library: Path) -> MainWindow:
    return open_window(library, TEACHER)
