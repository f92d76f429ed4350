"""A library that is large enough for a retraining, and the stub that trains it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.root_edits import relocate_root
from tests.drawn_library import ELSEWHERE, ROOT
from tests.fork_server import shared_server
from tests.ui.conftest import IndexedLibrary


def forked_trainer() -> list[str]:
    """The command of the stub of the training (stub_trainer.py)."""
    return shared_server().program("tests.ui.stub_trainer")


def library_in(base: Path) -> IndexedLibrary:
    """The library that was drawn in this folder."""
    return IndexedLibrary(base / ELSEWHERE, base / "library")


def copy_library(whole: IndexedLibrary, base: Path) -> IndexedLibrary:
    """Copy the library, but not the photos, for a test that changes the library."""
    shutil.copytree(whole.library, base / "library")
    return IndexedLibrary(whole.photos, base / "library")


def copy_library_and_photos(whole: IndexedLibrary, base: Path) -> IndexedLibrary:
    """As `copy_library`, for a test that needs photos where the library looks for them."""
    photos = Path(shutil.copytree(whole.photos, base / ROOT))
    library = copy_library(whole, base).library
    for _ in relocate_root(LibraryFiles(library), whole.photos.with_name(ROOT), photos):
        pass
    return IndexedLibrary(photos, library)


def configure_trainer(library: Path, **settings: float) -> None:
    """Set how the trainings of this library go (stub_trainer.TrainerSettings)."""
    (library.parent / "trainer.json").write_text(json.dumps(settings), "utf-8")
