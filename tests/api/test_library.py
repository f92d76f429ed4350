"""A program opens a library, indexes photos, and looks at them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import lookalike
import pytest
from lookalike import Library, Progress
from PIL import ExifTags, Image

from desktop_app.core.catalogue.library_files import LibraryFiles


def test_a_new_library_is_made_only_where_this_is_wanted(tmp_path: Path) -> None:
    with pytest.raises(lookalike.NoLibraryError):
        Library.open(tmp_path / "library")
    assert not (tmp_path / "library").exists()
    with Library.open(tmp_path / "library", create=True) as library:
        assert library.status().photos == 0
        assert list(library.photos()) == []
    with Library.open(tmp_path / "library") as library:
        assert library.folder == tmp_path / "library"


def test_without_a_folder_it_is_the_users_own_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    with pytest.raises(lookalike.NoOwnLibraryError):
        Library.open()
    with Library.open(create=True) as library:
        assert library.folder == tmp_path / "Lookalike" / "library"


def test_a_file_that_has_come_since_is_indexed(
    library: Library, photos: Path, tmp_path: Path, scene: Callable[[str, int], Image.Image]
) -> None:
    more = shutil.copytree(photos, tmp_path / "more")
    scene("boat", 0).save(more / "boat.jpg")
    (more / "broken.jpg").write_bytes(b"\xff\xd8\xff" + bytes(100))
    states: list[Progress] = []
    summary = library.index(more, progress=states.append)
    assert (summary.indexed, summary.failed) == (10, 1)
    assert states[0].stage == "scanning"
    assert Progress("indexing", 11, 11) in states
    assert len(list(library.photos(folder=more))) == 10
    [failure] = library.failures()
    assert failure.path == more / "broken.jpg"
    assert str(failure).startswith(f"{failure.path} ")


def test_an_exception_of_the_caller_ends_indexing_and_frees_the_library(
    library: Library, photos: Path
) -> None:
    def stop(_: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt) as raised:
        library.index(photos, progress=stop)
    assert library.index(photos).unchanged == 9
    assert raised.tb  # it has held on to all that the interrupted work had open


def test_photos_have_the_facts_of_their_files(opened: Library, photos: Path) -> None:
    listed = list(opened.photos())
    assert [photo.id for photo in listed] == sorted(photo.id for photo in listed)
    assert {photo.path for photo in listed} == set(photos.rglob("*.jpg"))
    first = listed[0]
    assert (first.width, first.height, first.format) == (240, 160, "JPEG")
    assert first.size_bytes == first.path.stat().st_size
    assert (first.taken_at, first.camera, first.is_away) == (None, "", False)


def test_photos_are_filtered_by_folder_and_day(
    library: Library, photos: Path, tmp_path: Path
) -> None:
    assert len(list(library.photos(folder=photos / "trip"))) == 3
    dated = tmp_path / "dated"
    dated.mkdir()
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2020:05:17 12:30:00"
    Image.new("RGB", (64, 64), "teal").save(dated / "may.jpg", exif=exif)
    library.index(dated)
    [found] = library.photos(since=date(2020, 5, 17), until=date(2020, 5, 17))
    assert found.taken_at == datetime(2020, 5, 17, 12, 30)  # noqa: DTZ001 - local time
    assert list(library.photos(since=date(2020, 5, 18))) == []
    assert list(library.photos(until=date(2020, 5, 16))) == []


def test_a_library_that_is_opened_for_reading_refuses_changes(opened: Library) -> None:
    assert opened.is_read_only
    assert opened.status().indexed == 9
    with pytest.raises(lookalike.LibraryReadOnlyError):
        opened.index()


def test_a_damaged_library_is_opened_from_its_backup(library: Library) -> None:
    library.close()
    LibraryFiles(library.folder).catalogue.write_bytes(b"no database")
    with Library.open(library.folder) as recovered:
        assert recovered.status().indexed == 9


def test_a_folder_that_is_not_there_is_named(library: Library, tmp_path: Path) -> None:
    with pytest.raises(lookalike.NotAFolderError) as raised:
        library.index(tmp_path / "nowhere")
    assert str(tmp_path / "nowhere") in str(raised.value)


def test_a_library_that_is_closed_says_so(indexed: Path, photos: Path) -> None:
    with Library.open(indexed / "library", read_only=True) as library:
        listed = library.photos()
    library.close()  # again, which does nothing
    for use in (lambda: next(listed), library.status, library.index, library.duplicates):
        with pytest.raises(ValueError, match="is closed"):
            use()
    with pytest.raises(ValueError, match="is closed"):
        library.search(photos / "beach-0.jpg")
