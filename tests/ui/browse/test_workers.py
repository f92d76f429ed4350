"""What the threads that read the library do, run here in the thread of the test."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from desktop_app.core.base.errors import AppError
from desktop_app.core.catalogue.browse import BrowseQuery
from desktop_app.ui.browse import browse_worker
from desktop_app.ui.browse.browse_worker import BrowseWorker
from desktop_app.ui.browse.folder_client import FolderClient, FolderWorker
from desktop_app.ui.browse.folder_rows import FolderListing
from desktop_app.ui.browse.listing_blocks import Block, BlockRows
from tests.ui.conftest import IndexedLibrary


class Clock:
    """Goes on by a second each time that somebody looks at it."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        self.now += 1
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    made = SimpleNamespace(monotonic=clock.monotonic)
    monkeypatch.setattr(browse_worker, "time", made)
    return clock


@pytest.fixture
def worker(own_library: IndexedLibrary, clock: Clock) -> Iterator[BrowseWorker]:
    worker = BrowseWorker(own_library.library)
    yield worker
    worker.close()


@pytest.fixture
def log(worker: BrowseWorker) -> list[str]:
    log: list[str] = []
    worker.listed.connect(lambda listing: log.append(f"listed {len(listing.ids)}"))
    worker.refreshed.connect(lambda: log.append("refreshed"))
    worker.failed.connect(lambda error: log.append(type(error).__name__))
    worker.name_found.connect(lambda _: log.append("found"))
    return log


def change(library: IndexedLibrary) -> None:
    """Let another process change the library."""
    with closing(sqlite3.connect(library.library / "catalogue.sqlite")) as connection:
        connection.execute("UPDATE photos SET width = width + 1")
        connection.commit()


def test_photos_are_listed_again_only_when_the_library_has_changed(
    worker: BrowseWorker, log: list[str], own_library: IndexedLibrary
) -> None:
    worker.refresh(at_once=True)  # nothing was asked for
    worker.list_photos(BrowseQuery())
    worker.refresh(at_once=True)
    change(own_library)
    worker.refresh(at_once=True)
    assert log == ["refreshed", "listed 8", "refreshed", "listed 8", "refreshed"]


def test_while_photos_are_indexed_listing_takes_a_sixth_of_the_time(
    worker: BrowseWorker, log: list[str], own_library: IndexedLibrary, clock: Clock
) -> None:
    worker.list_photos(BrowseQuery())  # takes one second: the next five are for other things
    change(own_library)
    clock.now += 3
    worker.refresh(at_once=False)
    assert log == ["listed 8", "refreshed"]
    clock.now += 1
    worker.refresh(at_once=False)
    assert log[2:] == ["listed 8", "refreshed"]


def test_rows_are_read_and_an_error_has_an_empty_answer(
    worker: BrowseWorker, log: list[str], own_library: IndexedLibrary
) -> None:
    answers: list[BlockRows] = []
    worker.rows_read.connect(answers.append)
    block = Block(1, 0, np.array([1, 2, 999]))
    worker.read_rows(block)
    assert [row.id for row in answers[0].rows] == [1, 2]
    assert answers[0].block is block
    worker.close()
    (own_library.library / "catalogue.sqlite").write_bytes(b"no database")
    worker.read_rows(block)
    assert answers[1].rows == []
    assert len(log) == 1
    assert log[0].endswith("Error")


def test_facets_are_counted_once_after_each_change(
    worker: BrowseWorker, own_library: IndexedLibrary
) -> None:
    counted: list[object] = []
    worker.facets_counted.connect(counted.append)
    worker.list_photos(BrowseQuery())
    for _ in range(2):
        worker.count_facets()
    change(own_library)
    worker.refresh(at_once=True)
    worker.count_facets()
    assert counted[0] is counted[1]
    assert counted[2] is not counted[0]


def test_a_name_is_found_or_not(worker: BrowseWorker, log: list[str]) -> None:
    worker.find_name(BrowseQuery(), "no such name", 0)
    assert log == []
    worker.find_name(BrowseQuery(), "", 0)
    assert log == ["found"]


def test_folders_are_counted_once_after_each_change(own_library: IndexedLibrary) -> None:
    worker = FolderWorker(own_library.library)
    listed: list[FolderListing] = []
    worker.listed.connect(lambda listing, _: listed.append(listing))
    failed: list[AppError] = []
    worker.failed.connect(failed.append)
    for _ in range(2):
        worker.list_folders(frozenset([own_library.photos]))
    assert listed[0] is listed[1]
    change(own_library)
    worker.list_folders(frozenset([own_library.photos]))
    assert listed[2] == listed[0]
    worker.close()
    assert failed == []


@pytest.mark.parametrize(("seconds", "rest_ms"), [(0.1, 1000), (0.2, 1000), (4.0, 20_000)])
def test_reading_folders_takes_at_most_a_fifth_of_the_time(
    tmp_path: Path, seconds: float, rest_ms: int
) -> None:
    client = FolderClient(tmp_path)
    client._pass_listing(FolderListing(), seconds)
    assert client._rest.interval() == rest_ms
    client.close()
