"""Thumbnails that are missing or broken are made from photos when they are wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.core.base.errors import ReadingCancelledError
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.files.thumbnail_maker import ThumbnailMaker
from desktop_app.core.photos.thumbnails import Thumbnails, is_whole
from tests.core.damage import run_sql

pytestmark = pytest.mark.slow


@pytest.fixture
def maker(small_library: LibraryFiles) -> Iterator[ThumbnailMaker]:
    with closing(ThumbnailMaker(small_library)) as maker:
        yield maker


@pytest.fixture
def photo(small_library: LibraryFiles) -> bytes:
    """The content hash of a photo."""
    ((photo,),) = run_sql(small_library.catalogue, "SELECT content_hash FROM photos WHERE id = 1")
    assert isinstance(photo, bytes)
    return photo


def stored(files: LibraryFiles, photo: bytes) -> bytes | None:
    with closing(Thumbnails(files.thumbnails)) as thumbnails:
        return thumbnails.get(photo)


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: run_sql(path, "DELETE FROM thumbnails"),
        lambda path: run_sql(path, "UPDATE thumbnails SET jpeg = x'ffd8ff'"),
        Path.unlink,
        lambda path: path.write_bytes(b"garbage" * 999),
    ],
    ids=["missing", "broken", "deleted", "damaged"],
)
def test_a_thumbnail_is_made_and_stored_while_the_store_is_open(
    maker: ThumbnailMaker,
    small_library: LibraryFiles,
    photo: bytes,
    damage: Callable[[Path], object],
) -> None:
    assert maker.get(photo)
    damage(small_library.thumbnails)
    made = maker.get(photo)
    assert made is not None
    assert is_whole(made)
    assert stored(small_library, photo) == made


def test_a_photo_that_cannot_be_reached_gets_none_until_it_can(
    maker: ThumbnailMaker, small_library: LibraryFiles, photo: bytes
) -> None:
    small_library.thumbnails.unlink()
    run_sql(small_library.catalogue, "UPDATE roots SET paused = 1")
    assert maker.get(photo) is None
    run_sql(small_library.catalogue, "UPDATE roots SET paused = 0")
    assert maker.get(photo)


def test_a_file_with_another_content_lends_no_thumbnail_and_is_read_once(
    maker: ThumbnailMaker, small_library: LibraryFiles
) -> None:
    older = b"older content..."
    run_sql(small_library.catalogue, "UPDATE photos SET content_hash = ? WHERE id = 2", older)
    assert maker.get(older) is None
    assert maker._failed == {older}


def test_reading_can_be_cancelled(
    maker: ThumbnailMaker, small_library: LibraryFiles, photo: bytes
) -> None:
    small_library.thumbnails.unlink()
    maker._reader.cancel()
    with pytest.raises(ReadingCancelledError):
        maker.get(photo)
