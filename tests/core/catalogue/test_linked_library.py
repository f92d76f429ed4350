"""Nothing in the folder of a library is followed elsewhere, whoever made the folder."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from pathlib import Path

import pytest

from desktop_app.core.base.errors import AppError, LinkedEntryError
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.requests import TrainRequest
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.model_exchange import clear_leftovers
from desktop_app.core.models.retraining import Retraining
from desktop_app.core.photos.thumbnails import Thumbnails

FILES = [
    *("catalogue.sqlite", "catalogue.sqlite-wal", "catalogue.sqlite-journal"),
    *("thumbnails.sqlite", "thumbnails.sqlite-wal", "writer.lock", "import.lock"),
    *("searches.json", "suggestion.json", "reading.bin", "models/names.json"),
    *("retraining/request.json", "retraining/stop", "retraining/code.pt", "backups/1.sqlite"),
]
FOLDERS = ["models", "retraining", "backups", "models/passed-on", "retraining/bundle"]


@pytest.fixture
def library(files: LibraryFiles) -> LibraryFiles:
    """A new library with all of its folders."""
    Catalogue(files).close()
    for name in ("models", "retraining", "backups"):
        (files.folder / name).mkdir()
    return files


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder of the user's with files that have the names of the program's own."""
    folder = tmp_path / "elsewhere"
    for name in (
        *("request.json", "stop", "code.pt", "model.json", "running.lock"),
        *("bundle/encoder.onnx", ".passing-1/model.json"),
    ):
        write_text(folder / name)
    return folder


def write_text(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("the user's")


def contents(folder: Path) -> dict[str, str]:
    return {str(path): path.read_text() for path in folder.rglob("*") if path.is_file()}


def link(library: LibraryFiles, name: str, target: Path) -> Path:
    path = library.folder / name
    if path.is_dir():
        path.rmdir()
    path.unlink(missing_ok=True)
    path.symlink_to(target)
    return path


def write(files: LibraryFiles) -> None:
    with files.writing():
        pass


def train(files: LibraryFiles) -> None:
    with Retraining(files).running(TrainRequest(files.folder, [], 64, None, previews=False)):
        pass


def use_all(files: LibraryFiles) -> None:
    """Use what does not open the library's database first."""
    retraining, models = Retraining(files), LibraryModels(files)
    assert models.all()
    for use in (retraining.discard, retraining.request_stop, lambda: clear_leftovers(files)):
        with suppress(AppError):
            use()


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_a_link_is_named_and_not_followed(
    library: LibraryFiles, elsewhere: Path, name: str
) -> None:
    path = link(library, name, elsewhere / "model.json")
    before = contents(elsewhere)
    for use in (Catalogue, write):
        with pytest.raises(LinkedEntryError) as refused:
            use(library)
        assert refused.value.path == path
    use_all(library)
    assert contents(elsewhere) == before


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_that_is_a_link_is_named_and_not_followed(
    library: LibraryFiles, elsewhere: Path, name: str
) -> None:
    path = link(library, name, elsewhere)
    before = contents(elsewhere)
    for use in (Catalogue, write):
        with pytest.raises(LinkedEntryError) as refused:
            use(library)
        assert refused.value.path == path
    use_all(library)
    assert contents(elsewhere) == before


@pytest.mark.parametrize("name", ["retraining", "retraining/bundle", "retraining/request.json"])
def test_a_training_deletes_nothing_behind_a_link(
    library: LibraryFiles, elsewhere: Path, name: str
) -> None:
    link(library, name, elsewhere / "request.json" if "." in name else elsewhere)
    before = contents(elsewhere)
    with pytest.raises(LinkedEntryError):
        train(library)
    assert contents(elsewhere) == before


def test_a_training_deletes_only_files_that_a_training_makes(library: LibraryFiles) -> None:
    for name in ("code.pt", "stats.jsonl", "thesis.txt"):
        (library.retraining / name).write_text(name)
    train(library)
    assert {path.name for path in library.retraining.iterdir()} >= {"request.json", "thesis.txt"}
    assert not (library.retraining / "code.pt").exists()
    Retraining(library).discard()
    assert [path.name for path in library.retraining.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize("name", ["thumbnails.sqlite", "thumbnails.sqlite-wal"])
def test_thumbnails_behind_a_link_are_not_opened(
    library: LibraryFiles, elsewhere: Path, name: str
) -> None:
    link(library, name, elsewhere / "model.json")
    with pytest.raises(LinkedEntryError):
        Thumbnails(library.thumbnails)


def test_a_link_that_leads_nowhere_creates_nothing(library: LibraryFiles, tmp_path: Path) -> None:
    link(library, "thumbnails.sqlite", tmp_path / "new")
    with pytest.raises(LinkedEntryError):
        Thumbnails(library.thumbnails)
    assert not (tmp_path / "new").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes among its files")
def test_a_pipe_is_no_file_of_a_library(library: LibraryFiles) -> None:
    os.mkfifo(library.searches)
    with pytest.raises(LinkedEntryError):
        Catalogue(library)


def test_a_library_folder_may_be_a_link(library: LibraryFiles, tmp_path: Path) -> None:
    (tmp_path / "data").symlink_to(library.folder)
    files = LibraryFiles(tmp_path / "data")
    with files.writing(), Catalogue(files), closing(Thumbnails(files.thumbnails)):
        pass


def test_links_among_other_files_in_the_folder_of_a_library_do_no_harm(
    library: LibraryFiles, elsewhere: Path
) -> None:
    (library.folder / "my photos").symlink_to(elsewhere)
    Catalogue(library).close()
