"""Removing a root leaves nothing of its photos, and gives the disk space back."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.root_edits import remove_root
from desktop_app.core.database.opening import give_space_back, open_database
from desktop_app.core.indexing.indexer import index
from desktop_app.core.photos.thumbnails import Thumbnails

Scene = Callable[[str, int], Image.Image]
TABLE = ("CREATE TABLE blobs (id INTEGER PRIMARY KEY, data BLOB)",)


def thumbnails(files: LibraryFiles) -> set[bytes]:
    connection = sqlite3.connect(files.thumbnails)
    found = {content for (content,) in connection.execute("SELECT content_hash FROM thumbnails")}
    connection.close()
    return found


def contents(files: LibraryFiles) -> set[bytes]:
    with Catalogue(files) as catalogue:
        return {content for (content,) in catalogue.rows("SELECT content_hash FROM photos")}


def free_pages(path: Path) -> int:
    connection = sqlite3.connect(path)
    (count,) = connection.execute("PRAGMA freelist_count").fetchone()
    connection.close()
    return int(count)


def filled(path: Path, *, is_older: bool) -> sqlite3.Connection:
    """A database of 4 MB, nine tenths of which were deleted."""
    if is_older:
        old = sqlite3.connect(path)
        old.execute("PRAGMA journal_mode = WAL")
        old.close()
    connection = open_database(path, [TABLE])
    with connection:
        connection.execute("BEGIN")
        connection.executemany(
            "INSERT INTO blobs (data) VALUES (?)", [(os.urandom(4000),) for _ in range(1000)]
        )
    connection.execute("DELETE FROM blobs WHERE id % 10")
    return connection


@pytest.mark.slow
def test_thumbnails_of_overwritten_photos_are_dropped_too(
    files: LibraryFiles, photo_folder: Path, encoder: Encoder, scene: Scene
) -> None:
    other = photo_folder.with_name("others")
    (photo_folder / "trip").rename(other)
    list(index(files, encoder, [photo_folder, other], 2))
    before = thumbnails(files)
    scene("portrait", 0).save(photo_folder / "beach-0.jpg")
    list(index(files, encoder, [], 2))
    assert len(before | thumbnails(files)) == 10
    list(remove_root(files, photo_folder))
    assert thumbnails(files) == contents(files)
    assert len(contents(files)) == 3


def test_a_removal_gives_the_space_back(
    files: LibraryFiles, photo_folder: Path, encoder: Encoder
) -> None:
    list(index(files, encoder, [photo_folder], 2))
    size = files.thumbnails.stat().st_size
    list(remove_root(files, photo_folder))
    assert thumbnails(files) == set()
    assert (free_pages(files.catalogue), free_pages(files.thumbnails)) == (0, 0)
    assert files.thumbnails.stat().st_size < size


@pytest.mark.parametrize("is_older", [False, True])
def test_free_space_is_given_back_while_others_read(tmp_path: Path, *, is_older: bool) -> None:
    path = tmp_path / "db.sqlite"
    connection = filled(path, is_older=is_older)
    reader = open_database(path, [TABLE])
    for _ in give_space_back(connection, path):
        assert reader.execute("SELECT count(*) FROM blobs").fetchone() == (100,)
    assert reader.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    reader.close()
    connection.close()
    assert free_pages(path) == 0
    assert path.stat().st_size < 600_000


@pytest.mark.slow
def test_a_reader_in_the_middle_of_a_query_only_delays_the_end(tmp_path: Path) -> None:
    path = tmp_path / "db.sqlite"
    connection = filled(path, is_older=False)
    reader = open_database(path, [TABLE])
    rows = reader.execute("SELECT data FROM blobs")
    rows.fetchone()
    list(give_space_back(connection, path))
    assert len(rows.fetchall()) == 99
    reader.close()
    connection.close()
    assert path.stat().st_size < 600_000


def test_a_step_that_is_cut_off_leaves_a_sound_database(tmp_path: Path) -> None:
    path = tmp_path / "db.sqlite"
    connection = filled(path, is_older=False)
    steps = give_space_back(connection, path)
    steps.close()  # type: ignore[attr-defined]
    connection.close()
    again = open_database(path, [TABLE])
    list(give_space_back(again, path))
    assert again.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert again.execute("SELECT count(*) FROM blobs").fetchone() == (100,)
    again.close()


def test_all_thumbnails_are_listed(tmp_path: Path) -> None:
    store = Thumbnails(tmp_path / "thumbnails.sqlite")
    expected = {number.to_bytes(2, "big"): b"jpeg" for number in range(1, 9000)}
    store.put_all(expected)
    lists = list(store.contents())
    assert len(lists) == 3
    assert {content for contents in lists for content in contents} == set(expected)
    store.close()
