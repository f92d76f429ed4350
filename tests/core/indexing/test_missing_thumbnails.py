"""Thumbnails that were lost are made anew by the next index, without decoding any other photo."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.indexing.indexer import index
from desktop_app.core.indexing.missing_thumbnails import (
    contents_without_photo,
    contents_without_thumbnail,
)
from desktop_app.core.jobs.progress import IndexSummary, Scanning
from desktop_app.core.models.library_models import encoder_in_use
from desktop_app.core.photos.thumbnails import Thumbnails
from tests.core.damage import run_sql


def indexed_again(files: LibraryFiles) -> int:
    """Index all roots, and return how many photos were decoded."""
    *_, summary = index(files, encoder_in_use(files), [], threads=1)
    assert isinstance(summary, IndexSummary)
    return summary.indexed


def lose(files: LibraryFiles, count: int) -> None:
    run_sql(files.thumbnails, "DELETE FROM thumbnails WHERE rowid <= ?", count)


def missing(files: LibraryFiles) -> int:
    with Catalogue(files) as catalogue, closing(Thumbnails(files.thumbnails)) as thumbnails:
        return sum(map(len, contents_without_thumbnail(catalogue, thumbnails)))


@pytest.mark.slow
def test_an_index_makes_the_thumbnails_that_are_missing_and_no_other(
    small_library: LibraryFiles,
) -> None:
    lose(small_library, 2)
    assert missing(small_library) == 2
    assert indexed_again(small_library) == 2
    assert missing(small_library) == 0


@pytest.mark.slow
def test_an_index_makes_all_thumbnails_where_their_file_is_damaged(
    small_library: LibraryFiles,
) -> None:
    small_library.thumbnails.write_bytes(b"garbage" * 999)
    assert indexed_again(small_library) == 9
    assert missing(small_library) == 0


@pytest.mark.slow
def test_of_photos_with_the_same_content_one_is_read(small_library: LibraryFiles) -> None:
    same = "UPDATE photos SET content_hash = (SELECT content_hash FROM photos WHERE id = 1)"
    run_sql(small_library.catalogue, f"{same} WHERE id = 2")
    lose(small_library, 9)
    assert missing(small_library) == 8
    assert indexed_again(small_library) == 8


def test_photos_that_cannot_be_read_now_stay_as_they_are(
    small_library: LibraryFiles, tmp_path: Path
) -> None:
    elsewhere = os.fsencode(tmp_path / "unplugged")
    run_sql(small_library.catalogue, "UPDATE roots SET path = ?", elsewhere)
    lose(small_library, 9)
    indexed_again(small_library)
    states = run_sql(small_library.catalogue, "SELECT DISTINCT state FROM photos")
    assert states == [("indexed",)]


def test_a_failed_photo_needs_no_thumbnail(small_library: LibraryFiles) -> None:
    run_sql(small_library.catalogue, "UPDATE photos SET state = 'failed' WHERE id = 1")
    lose(small_library, 9)
    assert missing(small_library) == 8


def test_contents_of_no_photo_are_told(small_library: LibraryFiles) -> None:
    with Catalogue(small_library) as catalogue:
        ((known,),) = catalogue.rows("SELECT content_hash FROM photos WHERE id = 1")
        assert contents_without_photo(catalogue, [known, b"\x00"]) == [b"\x00"]


def test_the_search_for_lost_thumbnails_tells_that_it_goes_on(
    small_library: LibraryFiles, tmp_path: Path
) -> None:
    elsewhere = os.fsencode(tmp_path / "unplugged")
    run_sql(small_library.catalogue, "UPDATE roots SET path = ?", elsewhere)
    events = list(index(small_library, encoder_in_use(small_library), [], threads=1))
    assert Scanning(0) in events
