"""The answers to a search of an archive come in steps, and end when nobody waits for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.core.base.paths import default_bundle
from desktop_app.ui.archive.archive_reader import ArchiveReader
from desktop_app.ui.archive.archive_session import ArchiveSession
from desktop_app.ui.engine.answers import SearchAnswer, SearchResults
from desktop_app.ui.engine.queries import PhotoSource, SearchQuery, SearchRequest
from desktop_app.ui.engine.request_counter import RequestCounter
from desktop_app.ui.engine.search_runner import SearchRunner

Search = Callable[[Callable[[RequestCounter], object]], list[SearchResults]]


@pytest.fixture
def search(shared_archive: Path, tmp_path: Path) -> Iterator[Search]:
    """Searches for the first photo, and does something after each answer with results."""
    counter = RequestCounter()
    libraries = [tmp_path / "library"]
    session = ArchiveSession(
        ArchiveReader(shared_archive),
        default_bundle(),
        libraries,
        lambda error: pytest.fail(str(error)),
        counter,
    )

    def run(then: Callable[[RequestCounter], object]) -> list[SearchResults]:
        results: list[SearchResults] = []

        def keep(answer: SearchAnswer) -> None:
            if isinstance(answer, SearchResults):
                results.append(answer)
                then(counter)

        query = SearchQuery.from_sources([PhotoSource(0)])
        SearchRunner(session, counter, keep, 64).run(SearchRequest(counter.next_number(), query))
        return results

    yield run
    session.close()


def test_the_nearest_photos_come_before_they_are_compared_and_the_others_after(
    search: Search,
) -> None:
    results = search(lambda _: None)
    assert [len(each.found) for each in results] == [8, 8, 36]
    first, compared, _ = results
    assert first.same_photos == frozenset()
    assert first.found[0].photo.content_hash in compared.same_photos


@pytest.mark.parametrize("otherwise", [RequestCounter.change, RequestCounter.next_number])
def test_no_more_is_read_once_another_answer_is_wanted(
    search: Search, otherwise: Callable[[RequestCounter], object]
) -> None:
    assert [len(each.found) for each in search(otherwise)] == [8]
