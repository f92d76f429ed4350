"""A program asks for the duplicates in a library."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from lookalike import DuplicateLevel, KeepRule, Library, Progress
from PIL import Image


@pytest.fixture
def copied(library: Library, photos: Path, tmp_path: Path) -> Library:
    """A library with two identical files and a smaller copy of another photo."""
    more = tmp_path / "more"
    more.mkdir()
    shutil.copy(photos / "beach-0.jpg", more / "copy.jpg")
    with Image.open(photos / "flower-0.jpg") as image:
        image.resize((180, 120)).save(more / "small.jpg")
    library.index(more)
    return library


def test_groups_say_how_their_photos_are_related_and_which_to_keep(copied: Library) -> None:
    states: list[Progress] = []
    same_photo, identical = sorted(
        copied.duplicates(progress=states.append), key=lambda group: group.level, reverse=True
    )
    assert identical.level is DuplicateLevel.IDENTICAL
    assert {photo.path.name for photo in identical.photos} == {"beach-0.jpg", "copy.jpg"}
    assert identical.spare_bytes == identical.photos[0].size_bytes
    assert same_photo.level is DuplicateLevel.SAME_PHOTO
    assert same_photo.kept.path.name == "flower-0.jpg"
    assert same_photo.reason is KeepRule.MORE_PIXELS
    assert {state.stage for state in states} >= {"candidates", "copies"}


def test_only_the_wanted_levels_are_listed(copied: Library) -> None:
    [group] = copied.duplicates([DuplicateLevel.IDENTICAL])
    assert group.level is DuplicateLevel.IDENTICAL


def test_a_library_that_is_opened_for_reading_tells_what_is_known(copied: Library) -> None:
    with Library.open(copied.folder, read_only=True) as opened:
        [known] = opened.duplicates()
        assert known.level is DuplicateLevel.IDENTICAL
    found = copied.duplicates()
    with Library.open(copied.folder, read_only=True) as opened:
        assert opened.duplicates() == found
