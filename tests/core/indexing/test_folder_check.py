"""A folder outside the library is checked: its photos are compared, and all else is left out."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.core.base.errors import FolderGoneError, NotAFolderError, PhotoProblem
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.indexing.folder_check import check_folders
from desktop_app.core.jobs.duplicate_events import CheckingFolder, NewcomerChecked, Standing

Scene = Callable[[str, int], Image.Image]


@pytest.fixture
def card(tmp_path: Path, scene: Scene) -> Path:
    """Two new photos in two folders, and a text."""
    folder = tmp_path / "card"
    (folder / "DCIM").mkdir(parents=True)
    scene("car", 0).save(folder / "DCIM" / "car.jpg")
    scene("boat", 0).save(folder / "boat.jpg")
    (folder / "notes.txt").write_text("sunny")
    return folder


@pytest.fixture
def empty_library(files: LibraryFiles) -> LibraryFiles:
    files.create()
    return files


def test_photos_of_all_folders_are_told_and_other_files_are_not(
    empty_library: LibraryFiles, encoder: Encoder, card: Path
) -> None:
    events = list(check_folders(empty_library, encoder, [card]))

    photos = [event for event in events if isinstance(event, NewcomerChecked)]
    assert [photo.path for photo in photos] == [card / "boat.jpg", card / "DCIM" / "car.jpg"]
    assert {photo.standing for photo in photos} == {Standing.NEW}


def test_photos_of_several_folders_are_told_once(
    empty_library: LibraryFiles, encoder: Encoder, card: Path, scene: Scene
) -> None:
    """A folder inside another one is no second place, and a copy in the next folder is known."""
    other = card.with_name("other card")
    other.mkdir()
    scene("beach", 0).save(other / "beach.jpg")
    shutil.copy(card / "boat.jpg", other)
    folders = [card / "DCIM", card, other, other]
    events = list(check_folders(empty_library, encoder, folders))

    photos = [event for event in events if isinstance(event, NewcomerChecked)]
    assert [(photo.path, photo.standing) for photo in photos] == [
        (card / "boat.jpg", Standing.NEW),
        (card / "DCIM" / "car.jpg", Standing.NEW),
        (other / "beach.jpg", Standing.NEW),
        (other / "boat.jpg", Standing.KNOWN),
    ]
    assert events[-1] == CheckingFolder(5, 5)


def test_progress_counts_all_files(
    empty_library: LibraryFiles, encoder: Encoder, card: Path
) -> None:
    events = list(check_folders(empty_library, encoder, [card]))

    steps = [(each.done, each.total) for each in events if isinstance(each, CheckingFolder)]
    assert steps == [(0, 2), (0, 3), (1, 3), (2, 3), (3, 3)]


def test_what_is_no_folder_is_refused(
    empty_library: LibraryFiles, encoder: Encoder, card: Path
) -> None:
    with pytest.raises(NotAFolderError):
        next(check_folders(empty_library, encoder, [card / "boat.jpg"]))


@pytest.mark.parametrize("is_mount_point", [False, True])
def test_a_card_that_is_pulled_out_ends_the_check(
    empty_library: LibraryFiles, encoder: Encoder, card: Path, *, is_mount_point: bool
) -> None:
    events = check_folders(empty_library, encoder, [card])
    first = next(event for event in events if isinstance(event, NewcomerChecked))
    shutil.rmtree(card)
    if is_mount_point:
        card.mkdir()

    with pytest.raises(FolderGoneError) as raised:
        list(events)

    assert first.path == card / "boat.jpg"
    assert raised.value.path == card


def test_of_several_cards_the_one_that_is_pulled_out_is_named(
    empty_library: LibraryFiles, encoder: Encoder, card: Path, scene: Scene
) -> None:
    other = card.with_name("other card")
    other.mkdir()
    scene("beach", 0).save(other / "beach.jpg")
    events = check_folders(empty_library, encoder, [card, other])
    next(event for event in events if isinstance(event, NewcomerChecked))
    shutil.rmtree(other)

    with pytest.raises(FolderGoneError) as raised:
        list(events)

    assert raised.value.path == other


def test_a_file_that_is_deleted_meanwhile_does_not_end_the_check(
    empty_library: LibraryFiles, encoder: Encoder, card: Path
) -> None:
    events = check_folders(empty_library, encoder, [card])
    next(event for event in events if isinstance(event, NewcomerChecked))
    (card / "DCIM" / "car.jpg").unlink()

    (gone,) = (event for event in events if isinstance(event, NewcomerChecked))

    assert (gone.standing, gone.problem) == (Standing.UNREADABLE, PhotoProblem.VANISHED)


def test_a_folder_that_cannot_be_listed_is_told(
    empty_library: LibraryFiles, encoder: Encoder, card: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = card / "DCIM"
    forbid_listing(monkeypatch, closed)

    events = check_folders(empty_library, encoder, [card])
    photos = [event for event in events if isinstance(event, NewcomerChecked)]

    assert [(each.path, each.problem) for each in photos if each.problem] == [
        (closed, PhotoProblem.UNREADABLE)
    ]
    assert [each.detail for each in photos if each.problem] == ["Permission denied"]


def forbid_listing(monkeypatch: pytest.MonkeyPatch, closed: Path) -> None:
    """Let a folder refuse to be listed, also to root, who may read everything."""
    listed = os.scandir

    def scandir(path: str | Path = ".") -> object:
        if Path(path) == closed:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
