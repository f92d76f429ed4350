"""Thumbnails that are missing or broken are made while the window is open."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.files.export_columns import ExportedPhoto
from desktop_app.core.photos.thumbnails import Thumbnails
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader, ThumbnailRequest
from desktop_app.ui.grid.thumbnail_sources import LibraryThumbnails
from desktop_app.ui.photos.photo_exports import write_contact_sheet
from tests.ui.conftest import WAIT_MS, IndexedLibrary

pytestmark = pytest.mark.slow


@pytest.fixture
def files(own_library: IndexedLibrary) -> LibraryFiles:
    return LibraryFiles(own_library.library)


@pytest.fixture
def loader(files: LibraryFiles, qtbot: QtBot) -> Iterator[ThumbnailLoader]:
    del qtbot
    loader = ThumbnailLoader(LibraryThumbnails(files), 2**20)
    yield loader
    loader.close()


@pytest.fixture
def photos(files: LibraryFiles) -> list[bytes]:
    with Catalogue(files) as catalogue:
        return [content for (content,) in catalogue.rows("SELECT content_hash FROM photos")]


def load(qtbot: QtBot, loader: ThumbnailLoader, photo: bytes) -> None:
    with qtbot.waitSignal(loader.loaded, timeout=WAIT_MS, check_params_cb=photo.__eq__):
        assert loader.get(ThumbnailRequest(photo, 100, 100)) is None
    assert loader.get(ThumbnailRequest(photo, 100, 100)) is not None


def empty_store(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as store:
        store.execute("UPDATE thumbnails SET jpeg = x'ffd8'")


@pytest.mark.parametrize("damage", [Path.unlink, empty_store], ids=["deleted", "broken"])
def test_a_thumbnail_comes_back_whatever_happens_to_its_file(
    qtbot: QtBot,
    loader: ThumbnailLoader,
    files: LibraryFiles,
    photos: list[bytes],
    damage: Callable[[Path], object],
) -> None:
    load(qtbot, loader, photos[0])
    damage(files.thumbnails)
    load(qtbot, loader, photos[1])
    with closing(Thumbnails(files.thumbnails)) as thumbnails:
        assert len(thumbnails.get(photos[1]) or b"") > 1000


def test_thumbnails_are_stored_while_another_process_indexes(
    qtbot: QtBot, loader: ThumbnailLoader, files: LibraryFiles, photos: list[bytes]
) -> None:
    files.thumbnails.unlink()
    with files.writing():
        load(qtbot, loader, photos[0])
    with closing(Thumbnails(files.thumbnails)) as thumbnails:
        assert thumbnails.get(photos[0])


def test_a_contact_sheet_shows_photos_whose_thumbnails_were_lost(
    qapp: object, files: LibraryFiles, tmp_path: Path
) -> None:
    files.thumbnails.unlink()
    with Catalogue(files) as catalogue:
        shown = [ExportedPhoto(row) for row in catalogue.photos([1, 2])]
    assert len(list(write_contact_sheet(tmp_path / "sheet.png", shown, files))) == 2
    with closing(Thumbnails(files.thumbnails)) as thumbnails:
        assert thumbnails.get(shown[0].photo.content_hash)
