"""Roots whose photos were moved away are empty, not disconnected; unmounted ones are."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.library_status import library_status
from desktop_app.core.search.code_index import CodeIndex
from tests.core.indexing.catalogue_rows import Index, rows
from tests.namespace import run_in_namespace


@pytest.fixture
def inbox(tmp_path: Path, photo_folder: Path) -> Path:
    """Three photos in a folder, which are nowhere else."""
    folder = tmp_path / "inbox"
    (photo_folder / "trip").rename(folder)
    return folder


def empty_into(source: Path, target: Path) -> None:
    target.mkdir(exist_ok=True)
    for path in list(source.iterdir()):
        shutil.move(path, target / path.name)


def forget_identities(files: LibraryFiles) -> None:
    """Make the library one of an earlier version, which did not record the identity of folders."""
    connection = sqlite3.connect(files.catalogue)
    with connection:
        connection.execute("UPDATE roots SET identity = ''")
    connection.close()


def found_paths(files: LibraryFiles, encoder: Encoder) -> list[Path]:
    """The paths of the photos that a search can find."""
    with Catalogue(files) as catalogue:
        codes = CodeIndex(encoder.bundle.manifest)
        codes.refresh(catalogue)
        ids = [row[0] for row in catalogue.rows("SELECT id FROM photos")]
        shown = [number for number in ids if codes.code(number) is not None]
        return sorted(photo.path for photo in catalogue.photos(shown))


def offline_roots(files: LibraryFiles) -> list[Path]:
    with Catalogue(files) as catalogue:
        return [root.path for root in catalogue.roots() if root.offline]


@pytest.mark.parametrize("is_older_library", [False, True])
@pytest.mark.slow
def test_an_inbox_emptied_into_another_root_is_empty_and_its_photos_are_found_once(
    run: Index,
    files: LibraryFiles,
    photo_folder: Path,
    inbox: Path,
    encoder: Encoder,
    is_older_library: bool,
) -> None:
    run(inbox, photo_folder)
    if is_older_library:
        forget_identities(files)
    empty_into(inbox, photo_folder / "new")
    summary = run()
    assert (summary.offline_roots, summary.missing, summary.indexed) == ([], 0, 3)
    assert offline_roots(files) == []
    assert found_paths(files, encoder) == sorted(photo_folder.rglob("*.jpg"))
    assert run().offline_roots == []


@pytest.mark.slow
def test_photos_moved_out_of_an_inbox_keep_their_ids(
    run: Index, files: LibraryFiles, photo_folder: Path, inbox: Path
) -> None:
    run(inbox, photo_folder)
    before = rows(files)
    empty_into(inbox, photo_folder / "new")
    run()
    assert rows(files) == before


@pytest.mark.slow
def test_an_inbox_that_was_deleted_and_made_again_is_empty(
    run: Index, files: LibraryFiles, photo_folder: Path, inbox: Path, encoder: Encoder
) -> None:
    run(inbox, photo_folder)
    inbox.rename(photo_folder / "new")
    inbox.mkdir()
    assert run().offline_roots == []
    assert found_paths(files, encoder) == sorted(photo_folder.rglob("*.jpg"))


@pytest.mark.slow
def test_of_a_root_moved_into_another_one_each_photo_is_found_once(
    run: Index, files: LibraryFiles, photo_folder: Path, inbox: Path, encoder: Encoder
) -> None:
    run(inbox, photo_folder)
    inbox.rename(photo_folder / "new")
    assert run().offline_roots == [inbox]
    assert found_paths(files, encoder) == sorted(photo_folder.rglob("*.jpg"))


def test_a_root_whose_photos_were_all_deleted_is_empty(
    run: Index, files: LibraryFiles, photo_folder: Path, inbox: Path, encoder: Encoder
) -> None:
    run(inbox, photo_folder)
    for path in inbox.iterdir():
        path.unlink()
    summary = run()
    assert (summary.offline_roots, summary.missing) == ([], 3)
    assert len(found_paths(files, encoder)) == 6


@pytest.mark.slow
def test_a_folder_that_took_the_place_of_a_root_is_offline_if_only_some_photos_are_elsewhere(
    run: Index, files: LibraryFiles, photo_folder: Path, inbox: Path, encoder: Encoder
) -> None:
    run(inbox, photo_folder)
    inbox.rename(inbox.with_name("unplugged"))
    inbox.mkdir()
    shutil.copy(inbox.with_name("unplugged") / "beach-2.jpg", photo_folder)
    assert run().offline_roots == [inbox]
    assert len(found_paths(files, encoder)) == 10


@pytest.mark.slow
def test_photos_that_come_back_to_an_emptied_root_are_found_there_again(
    run: Index, files: LibraryFiles, photo_folder: Path, inbox: Path, encoder: Encoder
) -> None:
    run(inbox, photo_folder)
    empty_into(inbox, photo_folder / "new")
    run()
    empty_into(photo_folder / "new", inbox)
    run()
    expected = sorted([*photo_folder.rglob("*.jpg"), *inbox.rglob("*.jpg")])
    assert found_paths(files, encoder) == expected


_MOUNTS = """
import json, shutil, subprocess, sys
from pathlib import Path
from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import read_bundle
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.library_status import library_status
from desktop_app.core.indexing.indexer import index, index_changes

photos, library, drive, root = map(Path, sys.argv[1:])
files, encoder = LibraryFiles(library), Encoder(read_bundle(default_bundle()))
told = []


def mount(copies):
    drive.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "none", str(drive)], check=True)
    if copies:
        shutil.copytree(photos / "trip", drive / "trip")


def tell(steps):
    *_, summary = steps
    with Catalogue(files) as catalogue:
        away = sum(photo.away for photo in catalogue.photos(list(range(1, 30))))
        offline = library_status(catalogue).offline
    told.append([summary.indexed, summary.missing, len(summary.offline_roots),
                 len(summary.offline_folders), offline, away])


mount(copies=True)
tell(index(files, encoder, [root]))
subprocess.run(["umount", str(drive)], check=True)
STEPS
print(json.dumps(told))
"""


def told(steps: str, files: LibraryFiles, photos: Path, drive: Path, root: Path) -> Any:
    code = _MOUNTS.replace("STEPS", steps)
    return json.loads(run_in_namespace(code, photos, files.folder, drive, root))


@pytest.mark.slow
@pytest.mark.parametrize(
    "leaves",
    ["pass", "(drive / 'NOT MOUNTED').touch()", "drive.rmdir()"],
    ids=["an empty folder", "a folder with a note", "no folder"],
)
@pytest.mark.parametrize("is_the_root", [False, True], ids=["inside the root", "the root itself"])
def test_photos_on_an_unmounted_drive_are_offline_and_not_missing(
    files: LibraryFiles, photo_folder: Path, tmp_path: Path, leaves: str, is_the_root: bool
) -> None:
    drive = tmp_path / "root" / "drive"
    root = drive if is_the_root else drive.parent
    steps = f"""
{leaves}
tell(index(files, encoder, []))
tell(index_changes(files, encoder, [drive, drive / "trip" / "beach-2.jpg"]))
mount(copies=True)
for path in drive.rglob("*.jpg"):
    path.touch()
tell(index(files, encoder, []))
"""
    roots, folders = (1, 0) if is_the_root else (0, 1)
    first, *unmounted, last = told(steps, files, photo_folder, drive, root)
    assert first == [3, 0, 0, 0, 0, 0]
    assert unmounted[0] == [0, 0, roots, folders, 3, 3]
    assert unmounted[1][4:] == [3, 3]
    assert last == [0, 0, 0, 0, 0, 0]


@pytest.mark.slow
def test_a_folder_with_photos_where_a_drive_was_mounted_is_an_ordinary_folder(
    files: LibraryFiles, photo_folder: Path, tmp_path: Path
) -> None:
    drive = tmp_path / "root" / "drive"
    steps = """
shutil.copy(photos / "beach-0.jpg", drive)
tell(index(files, encoder, []))
"""
    _, now = told(steps, files, photo_folder, drive, drive.parent)
    assert now == [1, 3, 0, 0, 0, 3]


@pytest.mark.slow
def test_photos_that_wait_on_an_unmounted_drive_are_not_read(
    files: LibraryFiles, photo_folder: Path, tmp_path: Path
) -> None:
    drive = tmp_path / "root" / "drive"
    steps = """
import sqlite3
connection = sqlite3.connect(files.catalogue)
with connection:
    connection.execute("UPDATE photos SET state = 'pending'")
tell(index(files, encoder, []))
"""
    _, now = told(steps, files, photo_folder, drive, drive.parent)
    assert now == [0, 0, 0, 1, 3, 3]


@pytest.mark.slow
def test_a_root_does_not_wait_for_photos_on_an_unmounted_drive(
    files: LibraryFiles, photo_folder: Path, tmp_path: Path
) -> None:
    drive = tmp_path / "root" / "drive"
    steps = """
import sqlite3
from desktop_app.core.catalogue.library_status import root_counts
connection = sqlite3.connect(files.catalogue)
with connection:
    connection.execute("UPDATE photos SET state = 'pending'")
tell(index(files, encoder, []))
with Catalogue(files) as catalogue:
    (counts,) = root_counts(catalogue).values()
    told.append([counts.waiting, counts.away, counts.photos])
"""
    *_, counted = told(steps, files, photo_folder, drive, drive.parent)
    assert counted == [0, 3, 3]


def test_a_library_counts_photos_of_disconnected_roots_as_offline(
    run: Index, files: LibraryFiles, inbox: Path
) -> None:
    run(inbox)
    inbox.rename(inbox.with_name("unplugged"))
    run()
    with Catalogue(files) as catalogue:
        assert library_status(catalogue).offline == 3
