"""Photos are read again where the user wants that, whether or not they have changed."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.core.base.errors import NotIndexedError
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.root_edits import pause_root
from desktop_app.core.files.library_edits import RereadRequest
from desktop_app.core.indexing.indexer import index_changes, reread
from desktop_app.core.jobs.progress import IndexSummary
from desktop_app.core.photos.thumbnails import Thumbnails
from tests.core.indexing.catalogue_rows import Index, all_columns, rows

Reread = Callable[..., IndexSummary]


@pytest.fixture
def again(files: LibraryFiles, encoder: Encoder) -> Reread:
    def again(*places: Path) -> IndexSummary:
        *_, summary = reread(files, encoder, list(places), 2)
        assert isinstance(summary, IndexSummary)
        return summary

    return again


@pytest.fixture
def indexed(run: Index, files: LibraryFiles, photo_folder: Path) -> Path:
    """A folder of nine photos; in the library, each has a camera that decoding overwrites."""
    run(photo_folder)
    connection = sqlite3.connect(files.catalogue)
    with connection:
        connection.execute("UPDATE photos SET camera = 'not decoded'")
    connection.close()
    return photo_folder


def decoded(files: LibraryFiles) -> set[str]:
    return {name for name in rows(files) if all_columns(files, name)["camera"] != "not decoded"}


@pytest.mark.slow
def test_all_photos_are_read_again(
    again: Reread, run: Index, files: LibraryFiles, indexed: Path
) -> None:
    shutil.copy(indexed / "beach-0.jpg", indexed / "copy.jpg")
    assert again().indexed == 10
    assert decoded(files) == set(rows(files))
    assert (run().indexed, run().unchanged) == (0, 10)


@pytest.mark.slow
def test_a_file_or_a_folder_is_read_again_alone(
    again: Reread, files: LibraryFiles, indexed: Path
) -> None:
    before = rows(files)
    assert again(indexed / "beach-0.jpg").indexed == 1
    assert decoded(files) == {"beach-0.jpg"}
    assert again(indexed / "trip").indexed == 3
    assert decoded(files) == {"beach-0.jpg", "beach-2.jpg", "flower-2.jpg", "night_city-2.jpg"}
    assert rows(files) == before


@pytest.mark.slow
def test_a_thumbnail_is_made_again(again: Reread, files: LibraryFiles, indexed: Path) -> None:
    content = all_columns(files, "beach-0.jpg")["content_hash"]
    store = Thumbnails(files.thumbnails)
    store.drop([content])
    store.put_all({content: b"broken"})
    again(indexed / "beach-0.jpg")
    jpeg = store.get(content)
    store.close()
    assert jpeg is not None
    assert jpeg.startswith(b"\xff\xd8")


def test_what_is_in_no_folder_of_the_library_cannot_be_read_again(
    again: Reread, files: LibraryFiles, indexed: Path, tmp_path: Path
) -> None:
    for path in (tmp_path, indexed / "nothing.jpg"):
        with pytest.raises(NotIndexedError):
            again(path)
    assert {state for _, state, _ in rows(files).values()} == {"indexed"}


@pytest.mark.slow
def test_hidden_files_and_paused_folders_are_left_alone(
    again: Reread, files: LibraryFiles, indexed: Path
) -> None:
    shutil.copy(indexed / "beach-0.jpg", indexed / ".hidden.jpg")
    assert again().ignored == 1
    list(pause_root(files, indexed, is_paused=True))
    assert again().paused_roots == [indexed]
    assert {state for _, state, _ in rows(files).values()} == {"indexed", "ignored"}


@pytest.mark.slow
def test_the_window_names_photos_by_their_ids(
    files: LibraryFiles, indexed: Path, encoder: Encoder
) -> None:
    with Catalogue(files) as catalogue:
        photo_id = catalogue.photo_id(indexed / "beach-0.jpg")
    assert photo_id is not None
    list(RereadRequest(files.folder, [photo_id], [indexed / "trip"]).run(files))
    *_, summary = index_changes(files, encoder, [], 2)
    assert isinstance(summary, IndexSummary)
    assert summary.indexed == 4
    assert "beach-0.jpg" in decoded(files)
