"""A query picture that takes for ever does not keep the search thread from the next one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import psutil
import pytest
from pytestqt.qtbot import QtBot

from desktop_app.core.base.errors import PhotoError, PhotoProblem
from desktop_app.core.base.paths import default_bundle
from desktop_app.core.reading import bounded_reader
from desktop_app.core.reading.limits import ReadingLimits
from desktop_app.ui.engine.answers import SearchAnswer, SearchFailed, SearchResults
from desktop_app.ui.engine.queries import NO_LIMITS, DataSource, FileSource, SearchQuery
from desktop_app.ui.engine.search_client import SearchClient
from tests.core.hostile_worker import PROGRAM
from tests.ui.conftest import WAIT_MS, IndexedLibrary

pytestmark = pytest.mark.slow


@pytest.fixture
def decoding_seconds() -> float:
    return 3600


@pytest.fixture
def client(
    qapp: object,
    monkeypatch: pytest.MonkeyPatch,
    shared_library: IndexedLibrary,
    decoding_seconds: float,
) -> Iterator[SearchClient]:
    """Its worker never finishes a picture that is named so."""
    del qapp
    limits = ReadingLimits(decoding_seconds=decoding_seconds, program=PROGRAM)
    monkeypatch.setattr(bounded_reader, "ReadingLimits", lambda: limits)
    client = SearchClient(shared_library.library, default_bundle(), picture_side=1200)
    yield client
    client.close()


@pytest.fixture
def hanging(tmp_path: Path, shared_library: IndexedLibrary) -> Path:
    return Path(shutil.copy(shared_library.picture("boat", 1), tmp_path / "hang.jpg"))


def answers_of(client: SearchClient) -> list[SearchAnswer]:
    received: list[SearchAnswer] = []
    client.answer_ready.connect(received.append)
    return received


def test_the_next_query_ends_a_picture_that_takes_for_ever(
    client: SearchClient, qtbot: QtBot, hanging: Path, shared_library: IndexedLibrary
) -> None:
    answers = answers_of(client)
    before = len(psutil.Process().children())
    client.search(SearchQuery.from_sources([FileSource(hanging)]), NO_LIMITS)
    qtbot.waitUntil(lambda: len(psutil.Process().children()) > before, timeout=WAIT_MS)
    flower = shared_library.picture("flower", 2)
    client.search(SearchQuery.from_sources([FileSource(flower)]), NO_LIMITS)
    is_found = partial(any_of, answers, SearchResults)
    qtbot.waitUntil(is_found, timeout=WAIT_MS)
    results = next(answer for answer in answers if isinstance(answer, SearchResults))
    assert results.found[0].photo.path == flower
    assert not any_of(answers, SearchFailed)


def test_closing_the_window_does_not_wait_for_a_picture(
    client: SearchClient, qtbot: QtBot, hanging: Path
) -> None:
    before = psutil.Process().children()
    client.search(SearchQuery.from_sources([FileSource(hanging)]), NO_LIMITS)
    qtbot.waitUntil(lambda: len(psutil.Process().children()) > len(before), timeout=WAIT_MS)
    client.close()
    assert psutil.Process().children() == before


class TestWithinTheLimit:
    """The limit of time, lowered from 20 seconds."""

    @pytest.fixture
    def decoding_seconds(self) -> float:
        return 1

    def test_a_picture_that_takes_too_long_is_reported(
        self, client: SearchClient, qtbot: QtBot, hanging: Path
    ) -> None:
        answers = answers_of(client)
        client.search(SearchQuery.from_sources([FileSource(hanging)]), NO_LIMITS)
        qtbot.waitUntil(partial(any_of, answers, SearchFailed), timeout=WAIT_MS)
        assert problem_of(answers) == PhotoProblem.TOO_SLOW

    def test_dropped_data_that_takes_too_long_is_reported(
        self, client: SearchClient, qtbot: QtBot, hanging: Path
    ) -> None:
        answers = answers_of(client)
        source = DataSource(hanging.read_bytes(), Path("hang"))
        client.search(SearchQuery.from_sources([source]), NO_LIMITS)
        qtbot.waitUntil(partial(any_of, answers, SearchFailed), timeout=WAIT_MS)
        assert problem_of(answers) == PhotoProblem.TOO_SLOW


def any_of(answers: list[SearchAnswer], kind: type[SearchAnswer]) -> bool:
    return any(isinstance(answer, kind) for answer in answers)


def problem_of(answers: list[SearchAnswer]) -> PhotoProblem:
    failed = next(answer for answer in answers if isinstance(answer, SearchFailed))
    assert isinstance(failed.error, PhotoError)
    return failed.error.problem
