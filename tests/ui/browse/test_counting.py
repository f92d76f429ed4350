"""What can be filtered by is counted once after each change of the library."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop_app.core.catalogue.browse import BrowseQuery
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.facets import Facets
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.ui.browse.browse_worker import BrowseWorker
from tests.ui.conftest import IndexedLibrary


@pytest.fixture
def worker(own_library: IndexedLibrary) -> Iterator[BrowseWorker]:
    """In the thread of the test, with the photos of the library listed."""
    worker = BrowseWorker(own_library.library)
    worker.list_photos(BrowseQuery())
    yield worker
    worker.close()


def test_the_panel_opens_again_without_counting_again(worker: BrowseWorker) -> None:
    counted: list[Facets] = []
    worker.facets_counted.connect(counted.append)
    worker.count_facets()
    assert worker._catalogue is not None
    asked: list[str] = []
    worker._catalogue.connection.set_trace_callback(asked.append)
    worker.count_facets()
    worker._catalogue.connection.set_trace_callback(None)
    assert asked == []
    assert counted[0] == counted[1]


@pytest.mark.parametrize("by_listing", [False, True])
def test_after_a_change_the_counts_are_new(
    worker: BrowseWorker, own_library: IndexedLibrary, by_listing: bool
) -> None:
    counted: list[Facets] = []
    worker.facets_counted.connect(counted.append)
    worker.count_facets()
    with Catalogue(LibraryFiles(own_library.library)) as other:
        other.connection.execute("UPDATE photos SET missing = 1 WHERE id = 1")
    if by_listing:
        worker.list_photos(BrowseQuery())
    else:
        worker.refresh(at_once=True)
    worker.count_facets()
    formats = [facets.values["formats"] for facets in counted]
    assert [sum(facet.count for facet in found) for found in formats] == [8, 7]
