"""A library with copies, and a window that shows them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageOps
from pytestqt.qtbot import QtBot

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.duplicates.finder import find_duplicates
from desktop_app.core.duplicates.levels import Level
from desktop_app.core.indexing.indexer import index
from desktop_app.ui.duplicates.duplicates_view import DuplicatesView
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, IndexedLibrary, copy_with_photos


def _save_photos(folder: Path, scene: Callable[[str, int], Image.Image]) -> None:
    """A beach with a smaller and an identical copy, a car with a mirrored one, three others."""
    (folder / "old").mkdir(parents=True)
    for kind in ("beach", "car", "flower", "boat", "portrait"):
        scene(kind, 0).save(folder / f"{kind}.jpg", quality=92)
    beach, car = scene("beach", 0), scene("car", 0)
    half = beach.width // 2, beach.height // 2
    beach.resize(half).save(folder / "old" / "beach-small.jpg", quality=80)
    shutil.copy2(folder / "beach.jpg", folder / "old" / "beach-again.jpg")
    ImageOps.mirror(car).save(folder / "old" / "car-mirrored.jpg", quality=60)


@pytest.fixture(scope="session")
def shared_uncompared(
    tmp_path_factory: pytest.TempPathFactory,
    encoder: Encoder,
    scene: Callable[[str, int], Image.Image],
) -> IndexedLibrary:
    base = tmp_path_factory.mktemp("uncompared")
    _save_photos(base / "photos", scene)
    for _ in index(LibraryFiles(base / "library"), encoder, [base / "photos"]):
        pass
    return IndexedLibrary(base / "photos", base / "library")


@pytest.fixture(scope="session")
def shared_compared(
    tmp_path_factory: pytest.TempPathFactory, shared_uncompared: IndexedLibrary
) -> IndexedLibrary:
    own = copy_with_photos(shared_uncompared, tmp_path_factory.mktemp("compared"))
    for _ in find_duplicates(LibraryFiles(own.library), similar_distance=0):
        pass
    return own


@pytest.fixture
def uncompared(tmp_path: Path, shared_uncompared: IndexedLibrary) -> IndexedLibrary:
    """A library in which duplicates were not looked for yet."""
    return copy_with_photos(shared_uncompared, tmp_path)


@pytest.fixture
def compared(tmp_path: Path, shared_compared: IndexedLibrary) -> IndexedLibrary:
    """A library whose duplicates are known."""
    return copy_with_photos(shared_compared, tmp_path)


def duplicates_of(window: MainWindow) -> DuplicatesView:
    photos = window.views["duplicates"].photos
    assert isinstance(photos, DuplicatesView)
    return photos


def open_duplicates(qtbot: QtBot, window: MainWindow) -> DuplicatesView:
    """Choose the view of duplicates, and wait for the groups."""
    window.resize(1300, 900)
    qtbot.waitUntil(lambda: bool(window.browse.count), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: window.library.indexed is not None, timeout=WAIT_MS)
    window.commands.show_view("duplicates")
    qtbot.waitUntil(lambda: window._services.duplicates.is_listed, timeout=WAIT_MS)
    return duplicates_of(window)


@pytest.fixture
def window(
    open_window: Callable[[Path], MainWindow], compared: IndexedLibrary, trash: Path
) -> MainWindow:
    return open_window(compared.library)


@pytest.fixture
def view(qtbot: QtBot, window: MainWindow) -> DuplicatesView:
    """The groups of the same photo: the beach, and the car."""
    view = open_duplicates(qtbot, window)
    qtbot.waitUntil(view.tabs.isVisible, timeout=WAIT_MS)
    view.tabs.choose(Level.SAME_PHOTO)
    return view


def groups(view: DuplicatesView) -> list[list[str]]:
    """The names of the files of each group that is shown."""
    return [
        [member.photo.path.name for member in ranked.group.members] for ranked in view.model.groups
    ]


def go_to(view: DuplicatesView, name: str) -> None:
    """Move the cursor to a photo."""
    rows = range(view.model.rowCount())
    row = next(row for row in rows if view.model.photo(row).path.name == name)
    view.grid.setCurrentIndex(view.model.index(row, 0))
