"""A library is its user's alone, and one that earlier versions made becomes so."""

from __future__ import annotations

import os
import shutil
import stat
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.base.atomic_write import atomic_write
from desktop_app.core.care.back_up import back_up
from desktop_app.core.care.restore import restore
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.requests import TrainRequest
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.model_exchange import import_model
from desktop_app.core.models.retraining import Retraining
from desktop_app.core.photos.thumbnails import Thumbnails
from tests.core.tiny_bundle import MODEL_ID, tiny_files, write_folder

pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="permissions are inherited there"),
    pytest.mark.usefixtures("quick_trials"),
]


@pytest.fixture(autouse=True)
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def open_to_others(folder: Path) -> list[str]:
    """The names of a folder and of what is in it that others may open, read, write or run."""
    return [
        path.name
        for path in (folder, *folder.rglob("*"))
        if stat.S_IMODE(path.lstat().st_mode) & 0o077
    ]


@pytest.fixture
def used(files: LibraryFiles, tmp_path: Path) -> LibraryFiles:
    """A library with a file of every kind."""
    with Catalogue(files), files.writing():
        Thumbnails(files.thumbnails).close()
        atomic_write(files.searches, "{}")
        atomic_write(files.suggestion, "{}")
    models = LibraryModels(files)
    import_model(models, write_folder(tmp_path / "model", tiny_files()))
    models.rename(MODEL_ID, "mine")
    retraining = Retraining(files)
    with retraining.running(TrainRequest(files.folder, [], 64, 1, previews=False)):
        retraining.request_stop()
    return files


def test_nobody_else_can_open_anything_of_a_library(used: LibraryFiles) -> None:
    assert open_to_others(used.folder) == []


def test_a_library_of_an_earlier_version_is_closed_to_others(used: LibraryFiles) -> None:
    for path in (used.folder, *used.folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    used.close_to_others()
    assert open_to_others(used.folder) == []


def test_nobody_else_can_open_a_backup_nor_what_it_has_replaced(used: LibraryFiles) -> None:
    deque(back_up(used), maxlen=0)
    restore(used)
    assert open_to_others(used.folder) == []
    used.folder.chmod(0o755)
    used.close_to_others()
    assert open_to_others(used.folder) == []


def test_of_a_folder_that_also_holds_photos_only_the_library_is_closed(used: LibraryFiles) -> None:
    used.folder.chmod(0o755)
    used.catalogue.chmod(0o644)
    (used.folder / "beach.jpg").touch(0o644)
    used.close_to_others()
    assert open_to_others(used.folder) == ["library", "beach.jpg"]


def test_a_folder_without_a_library_is_left_alone(used: LibraryFiles) -> None:
    used.catalogue.unlink()
    (used.models / "of somebody").touch(0o644)
    used.close_to_others()
    assert open_to_others(used.folder) == ["of somebody"]


def test_a_library_that_is_shared_with_a_group_stays_shared(used: LibraryFiles) -> None:
    used.folder.chmod(0o2770)
    used.searches.chmod(0o660)
    used.close_to_others()
    assert open_to_others(used.folder) == ["library", "searches.json"]
    shutil.rmtree(used.models)
    LibraryModels(used).rename(LibraryModels(used).all()[0].model_id, "ours")
    assert open_to_others(used.models) == ["models", "names.json"]
