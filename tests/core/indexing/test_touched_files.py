"""Files whose times changed are known by their content; replaced files are noticed."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.root_edits import relocate_root
from desktop_app.core.search.code_index import CodeIndex
from tests.core.indexing.catalogue_rows import Index, all_columns, rows

Scene = Callable[[str, int], Image.Image]
HOUR_NS = 3600 * 10**9

has_change_times = pytest.mark.skipif(os.name == "nt", reason="Windows has no change time")


def mark(files: LibraryFiles) -> None:
    """Store a camera that decoding a photo would overwrite."""
    change(files, "UPDATE photos SET camera = 'not decoded'")


def change(files: LibraryFiles, statement: str) -> None:
    connection = sqlite3.connect(files.catalogue)
    with connection:
        connection.execute(statement)
    connection.close()


def decoded(files: LibraryFiles) -> set[str]:
    """The names of the photos that were decoded since `mark`."""
    return {name for name in rows(files) if all_columns(files, name)["camera"] != "not decoded"}


def searchable(files: LibraryFiles, encoder: Encoder) -> int:
    with Catalogue(files) as catalogue:
        codes = CodeIndex(encoder.bundle.manifest)
        codes.refresh(catalogue)
        return sum(codes.code(number) is not None for number, _, _ in rows(files).values())


def shift_times(folder: Path, nanoseconds: int) -> None:
    for path in folder.rglob("*.jpg"):
        time = path.stat().st_mtime_ns + nanoseconds
        os.utime(path, ns=(time, time))


def replace_unnoticeably(path: Path, scene: Scene) -> None:
    """Overwrite a photo by another one of the same size and time."""
    before = path.stat()
    scene("portrait", 0).save(path, quality=20)
    with path.open("ab") as file:
        file.write(bytes(before.st_size - path.stat().st_size))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize("shift_ns", [HOUR_NS, -HOUR_NS, 1])
@pytest.mark.slow
def test_touched_photos_are_known_by_their_content_and_not_decoded_again(
    run: Index, files: LibraryFiles, photo_folder: Path, encoder: Encoder, shift_ns: int
) -> None:
    run(photo_folder)
    mark(files)
    before = rows(files)
    shift_times(photo_folder, shift_ns)
    summary = run()
    assert (summary.indexed, summary.unchanged, summary.missing) == (0, 9, 0)
    assert decoded(files) == set()
    assert rows(files) == before
    assert searchable(files, encoder) == 9


@pytest.mark.slow
def test_a_relocated_copy_without_times_is_known_by_its_content(
    run: Index, files: LibraryFiles, photo_folder: Path, tmp_path: Path
) -> None:
    run(photo_folder)
    mark(files)
    copied = tmp_path / "copied"
    shutil.copytree(photo_folder, copied, copy_function=shutil.copyfile)
    shift_times(copied, 5 * HOUR_NS)
    list(relocate_root(files, photo_folder, copied))
    summary = run()
    assert (summary.indexed, summary.unchanged, summary.missing) == (0, 9, 0)
    assert decoded(files) == set()


@pytest.mark.slow
def test_a_photo_that_was_away_and_is_touched_is_searched_again(
    run: Index, files: LibraryFiles, photo_folder: Path, tmp_path: Path, encoder: Encoder
) -> None:
    run(photo_folder)
    mark(files)
    shutil.move(photo_folder / "beach-0.jpg", tmp_path / "aside.jpg")
    run()
    shutil.copyfile(tmp_path / "aside.jpg", photo_folder / "beach-0.jpg")
    shift_times(photo_folder, HOUR_NS)
    run()
    assert decoded(files) == set()
    assert searchable(files, encoder) == 9


@pytest.mark.slow
def test_of_touched_photos_that_swapped_names_each_keeps_its_own_code(
    run: Index, files: LibraryFiles, photo_folder: Path
) -> None:
    run(photo_folder)
    one, two = photo_folder / "beach-0.jpg", photo_folder / "flower-0.jpg"
    hashes = [all_columns(files, path.name)["content_hash"] for path in (one, two)]
    one.rename(photo_folder / "aside")
    two.rename(one)
    (photo_folder / "aside").rename(two)
    shift_times(photo_folder, HOUR_NS)
    run()
    assert [all_columns(files, path.name)["content_hash"] for path in (two, one)] == hashes
    assert {state for _, state, _ in rows(files).values()} == {"indexed"}


@has_change_times
@pytest.mark.slow
def test_a_photo_replaced_by_one_of_the_same_size_and_time_is_noticed(
    run: Index, files: LibraryFiles, photo_folder: Path, scene: Scene
) -> None:
    run(photo_folder)
    mark(files)
    replace_unnoticeably(photo_folder / "beach-0.jpg", scene)
    summary = run()
    assert (summary.indexed, summary.unchanged) == (1, 8)
    assert decoded(files) == {"beach-0.jpg"}


@has_change_times
@pytest.mark.slow
def test_other_permissions_links_and_names_cost_no_decoding(
    run: Index, files: LibraryFiles, photo_folder: Path, tmp_path: Path
) -> None:
    run(photo_folder)
    mark(files)
    (photo_folder / "beach-0.jpg").chmod(0o600)
    os.link(photo_folder / "beach-1.jpg", tmp_path / "link.jpg")
    (photo_folder / "flower-0.jpg").rename(photo_folder / "renamed.jpg")
    summary = run()
    assert (summary.indexed, summary.unchanged, summary.missing) == (1, 8, 0)
    assert decoded(files) == set()
    assert run().unchanged == 9


@has_change_times
def test_a_library_without_change_times_learns_them_without_reading_a_file(
    run: Index, files: LibraryFiles, photo_folder: Path, scene: Scene
) -> None:
    """As after an update of the program: what happened before it cannot be noticed."""
    run(photo_folder)
    change(files, "UPDATE photos SET ctime_ns = NULL, inode = NULL, content_hash = x'00'")
    replace_unnoticeably(photo_folder / "beach-0.jpg", scene)
    assert run().unchanged == 9
    assert all_columns(files, "flower-0.jpg")["content_hash"] == b"\x00"
    status = (photo_folder / "beach-0.jpg").stat()
    learnt = all_columns(files, "beach-0.jpg")
    assert (learnt["ctime_ns"], learnt["inode"]) == (status.st_ctime_ns, status.st_ino)


def test_a_touched_hidden_file_is_still_not_read(
    run: Index, files: LibraryFiles, photo_folder: Path
) -> None:
    shutil.copy(photo_folder / "beach-0.jpg", photo_folder / ".hidden.jpg")
    run(photo_folder)
    os.utime(photo_folder / ".hidden.jpg", (1, 1))
    summary = run()
    assert (summary.indexed, summary.ignored) == (0, 1)
    assert rows(files)[".hidden.jpg"][1] == "ignored"


@pytest.mark.slow
def test_renamed_photos_are_not_reported_as_missing(run: Index, photo_folder: Path) -> None:
    run(photo_folder)
    (photo_folder / "beach-0.jpg").rename(photo_folder / "BEACH-0.JPG")
    (photo_folder / "beach-1.jpg").rename(photo_folder / "trip" / "beach-1.jpg")
    (photo_folder / "flower-0.jpg").unlink()
    summary = run()
    assert (summary.indexed, summary.missing) == (2, 1)
    assert run().missing == 0


@pytest.mark.slow
def test_a_file_of_another_time_is_read_again_where_nothing_else_is_known_of_it(
    run: Index, files: LibraryFiles, photo_folder: Path, scene: Scene
) -> None:
    """In the library of an earlier version, or on a drive without lasting numbers of files."""
    run(photo_folder)
    change(files, "UPDATE photos SET ctime_ns = NULL, inode = NULL")
    mark(files)
    replace_unnoticeably(photo_folder / "beach-0.jpg", scene)
    shift_times(photo_folder / "trip", 0)
    os.utime(photo_folder / "beach-0.jpg", (1, 1))
    run()
    assert decoded(files) == {"beach-0.jpg"}
