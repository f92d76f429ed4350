"""What the thread that reads the groups does, run here in the thread of the test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop_app.core.base.errors import AppError
from desktop_app.core.catalogue.photo_filter import PhotoFilter
from desktop_app.core.clearing.discards import Discards
from desktop_app.core.clearing.suggestions import KeepRules
from desktop_app.core.duplicates.levels import Level
from desktop_app.ui.duplicates.duplicate_worker import DuplicateListing, DuplicateWorker
from tests.ui.conftest import IndexedLibrary

EVERYTHING, RULES = PhotoFilter(), KeepRules()


@pytest.fixture
def worker(compared: IndexedLibrary) -> Iterator[DuplicateWorker]:
    worker = DuplicateWorker(compared.library)
    yield worker
    worker.close()


@pytest.fixture
def listings(worker: DuplicateWorker) -> list[DuplicateListing]:
    listings: list[DuplicateListing] = []
    worker.listed.connect(lambda listing, _: listings.append(listing))
    return listings


def test_the_groups_are_counted_and_their_files_measured(
    worker: DuplicateWorker, listings: list[DuplicateListing], compared: IndexedLibrary
) -> None:
    worker.list_groups(EVERYTHING, RULES)
    (listing,) = listings
    assert listing.has_compared
    assert not listing.is_empty
    assert (listing.counts[Level.IDENTICAL], listing.counts[Level.SAME_PHOTO]) == (1, 2)
    assert listing.counts[Level.BURST] == 0
    assert {level: len(found) for level, found in listing.levels.items()} == listing.counts
    assert (compared.photos / "beach.jpg").stat().st_size in listing.sizes.values()
    assert DuplicateListing().is_empty


def test_the_same_groups_are_the_same_object(
    worker: DuplicateWorker, listings: list[DuplicateListing]
) -> None:
    worker.list_groups(EVERYTHING, RULES)
    worker.list_groups(EVERYTHING, RULES)
    assert listings[0] is listings[1]


def test_a_filter_shows_whole_groups_and_counts_the_others(
    worker: DuplicateWorker, listings: list[DuplicateListing], compared: IndexedLibrary
) -> None:
    small = (compared.photos / "old" / "beach-small.jpg").stat().st_size
    worker.list_groups(PhotoFilter(most_bytes=small), RULES)
    (listing,) = listings
    (group,) = listing.levels[Level.SAME_PHOTO]
    assert {photo.path.name for photo in group.files} >= {"beach.jpg", "beach-small.jpg"}
    assert listing.counts[Level.SAME_PHOTO] == 2
    assert not listing.levels[Level.IDENTICAL]


def test_what_is_marked_is_checked(worker: DuplicateWorker, compared: IndexedLibrary) -> None:
    checked: list[Discards] = []
    worker.checked.connect(checked.append)
    found: list[DuplicateListing] = []
    worker.listed.connect(lambda listing, _: found.append(listing))
    worker.list_groups(EVERYTHING, RULES)
    (identical,) = found[0].levels[Level.IDENTICAL]
    ids = [photo.id for photo in identical.files]
    worker.check(frozenset(ids), RULES)
    worker.check(frozenset(), RULES)
    assert [len(one.allowed) for one in checked] == [2, 0]  # the smaller copy stays for both


def test_an_error_is_told(worker: DuplicateWorker, compared: IndexedLibrary) -> None:
    failed: list[AppError] = []
    worker.failed.connect(failed.append)
    (compared.library / "catalogue.sqlite").write_bytes(b"no database")
    worker.list_groups(EVERYTHING, RULES)
    worker.check(frozenset(), RULES)
    assert len(failed) == 2
