"""The photos of groups are measured once, if the rules need it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image, ImageFilter

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.clearing.ranked_groups import library_ranked
from desktop_app.core.clearing.suggestions import KeepRule, KeepRules
from desktop_app.core.duplicates.finder import find_duplicates
from desktop_app.core.duplicates.levels import Level
from desktop_app.core.duplicates.pair_store import PairStore
from desktop_app.core.indexing.indexer import index
from desktop_app.core.jobs.duplicate_events import FindingDuplicates, FindingStage

Scene = Callable[[str, int], Image.Image]
RULES = KeepRules((KeepRule.SHARPER,))


@pytest.fixture
def files(tmp_path: Path, encoder: Encoder, scene: Scene) -> LibraryFiles:
    """A beach, one that is blurred, and a car."""
    photos, beach = tmp_path / "photos", scene("beach", 0)
    photos.mkdir()
    beach.filter(ImageFilter.GaussianBlur(2)).save(photos / "blurred.jpg")
    beach.save(photos / "sharp.jpg")
    scene("car", 0).save(photos / "car.jpg")
    library = LibraryFiles(tmp_path / "library")
    for _ in index(library, encoder, [photos]):
        pass
    return library


def measured(files: LibraryFiles, *, is_wanted: bool = True) -> list[FindingDuplicates]:
    """Search, and return the steps that measure."""
    events = find_duplicates(files, 0, measures_sharpness=is_wanted)
    steps = [event for event in events if isinstance(event, FindingDuplicates)]
    return [step for step in steps if step.stage is FindingStage.SHARPNESS]


def kept(files: LibraryFiles) -> tuple[str, KeepRule | None]:
    with Catalogue(files) as catalogue:
        (ranked,) = library_ranked(catalogue, RULES)[Level.SAME_PHOTO]
    return ranked.suggestion.kept.photo.path.name, ranked.suggestion.reason


def test_the_photos_of_groups_are_measured_once(files: LibraryFiles) -> None:
    steps = measured(files)
    assert [(step.done, step.total) for step in steps] == [(0, 2), (1, 2)]
    assert measured(files) == []
    assert kept(files) == ("sharp.jpg", KeepRule.SHARPER)


def test_nothing_is_measured_unless_it_is_wanted(files: LibraryFiles) -> None:
    assert measured(files, is_wanted=False) == []
    assert kept(files) == ("blurred.jpg", None)
    assert len(measured(files)) == 2


def test_a_photo_that_cannot_be_read_is_measured_by_the_next_search(files: LibraryFiles) -> None:
    sharp = files.folder.with_name("photos") / "sharp.jpg"
    content = sharp.read_bytes()
    measured(files, is_wanted=False)
    sharp.write_bytes(b"no photo")
    measured(files)
    assert kept(files) == ("blurred.jpg", None)
    sharp.write_bytes(content)
    assert len(measured(files)) == 1
    assert kept(files) == ("sharp.jpg", KeepRule.SHARPER)


def test_a_search_that_is_cancelled_keeps_what_it_has_measured(files: LibraryFiles) -> None:
    events = find_duplicates(files, 0, measures_sharpness=True)
    steps = (event for event in events if isinstance(event, FindingDuplicates))
    measuring = (step for step in steps if step.stage is FindingStage.SHARPNESS)
    assert next(step for step in measuring if step.done == 1)
    events.close()
    with closing(PairStore(files.duplicates)) as store:
        assert len(store.sharpness()) == 1
    assert len(measured(files)) == 1
