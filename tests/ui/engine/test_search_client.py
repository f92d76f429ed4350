"""Requests to the search thread, and the answers that come back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from desktop_app.core.base.paths import default_bundle
from desktop_app.core.base.region import Region
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.photo_filter import PhotoFilter
from desktop_app.ui.engine.answers import (
    ExamplesFailed,
    ExamplesOpened,
    LensAnswer,
    PictureOpened,
    SearchAnswer,
    SearchFailed,
    SearchResults,
)
from desktop_app.ui.engine.queries import (
    NO_LIMITS,
    Example,
    FileSource,
    ImageSource,
    PhotoSource,
    ResultLimits,
    SearchQuery,
)
from desktop_app.ui.engine.search_client import SearchClient
from desktop_app.ui.kit.picture_data import to_qimage
from tests.ui.conftest import WAIT_MS, IndexedLibrary

_PHOTOS = 36


class Answers:
    """What a client has sent."""

    def __init__(self, client: SearchClient, qtbot: QtBot) -> None:
        self.all: list[SearchAnswer] = []
        self._qtbot = qtbot
        client.answer_ready.connect(self.all.append)

    @property
    def results(self) -> list[SearchResults]:
        return [answer for answer in self.all if isinstance(answer, SearchResults)]

    def wait(self, is_there: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(is_there, timeout=WAIT_MS)

    def next_results(self) -> SearchResults:
        """Wait for results after those that are there."""
        count = len(self.results)
        self.wait(lambda: len(self.results) > count)
        return self.results[-1]


@pytest.fixture
def client(qapp: object, shared_library: IndexedLibrary) -> Iterator[SearchClient]:
    del qapp
    client = SearchClient(shared_library.library, default_bundle(), picture_side=1200)
    yield client
    client.close()


@pytest.fixture
def answers(client: SearchClient, qtbot: QtBot) -> Answers:
    return Answers(client, qtbot)


@pytest.fixture
def flower(shared_library: IndexedLibrary) -> Path:
    return shared_library.picture("flower", 2)


def query_of(*paths: Path) -> SearchQuery:
    return SearchQuery.from_sources([FileSource(path) for path in paths])


def names(results: SearchResults) -> list[str]:
    return [item.photo.path.name for item in results.found]


def distances(results: SearchResults) -> list[int]:
    return [item.match.distance for item in results.found]


def scores(results: SearchResults) -> list[float]:
    return [item.match.score for item in results.found]


def test_a_search_sends_its_picture_its_examples_and_its_results(
    client: SearchClient, answers: Answers, flower: Path
) -> None:
    client.search(query_of(flower), NO_LIMITS)
    results = answers.next_results()
    assert [type(answer) for answer in answers.all[:3]] == [
        PictureOpened,
        ExamplesOpened,
        SearchResults,
    ]
    assert names(results)[0] == flower.name
    assert sum(results.histogram) == results.searched == _PHOTOS


def test_other_limits_do_not_open_the_examples_again(
    client: SearchClient, answers: Answers, flower: Path
) -> None:
    client.search(query_of(flower), NO_LIMITS)
    far = max(distances(answers.next_results()))
    answers.wait(lambda: isinstance(answers.all[-1], PictureOpened | SearchResults))
    client.set_limits(ResultLimits(max_distance=far - 1))
    limited = answers.next_results()
    assert max(distances(limited)) < far
    assert limited.is_limited
    assert sum(limited.histogram) == _PHOTOS
    assert sum(isinstance(answer, ExamplesOpened) for answer in answers.all) == 1


def test_a_filter_holds_for_the_present_search_and_the_next(
    client: SearchClient, answers: Answers, shared_library: IndexedLibrary, flower: Path
) -> None:
    client.search(query_of(flower), NO_LIMITS)
    answers.next_results()
    sizes = {path.name: path.stat().st_size for path in shared_library.photos.iterdir()}
    most_bytes = sorted(sizes.values())[9]
    small = {name for name, size in sizes.items() if size <= most_bytes}
    client.adjust(photo_filter=PhotoFilter(most_bytes=most_bytes))
    filtered = answers.next_results()
    assert set(names(filtered)) == small
    assert (filtered.searched, filtered.is_filtered) == (len(small), True)
    client.search(query_of(shared_library.picture("boat", 0)), NO_LIMITS)
    assert set(names(answers.next_results())) == small


def test_flips_stay_when_the_limits_change(
    client: SearchClient, answers: Answers, flower: Path, qtbot: QtBot
) -> None:
    client.search(query_of(flower), NO_LIMITS)
    assert distances(answers.next_results())[0] == 0
    with qtbot.waitSignal(client.lens_answered, timeout=WAIT_MS) as lens:
        client.inspect_code((3, 7), None)
    assert isinstance(lens.args[0], LensAnswer)
    assert lens.args[0].flips == (3, 7)
    assert min(distances(answers.results[-1])) == 2
    client.set_limits(ResultLimits(min_distance=1))
    assert min(distances(answers.next_results())) == 2


def test_only_other_flips_search_again(
    client: SearchClient, answers: Answers, flower: Path, qtbot: QtBot
) -> None:
    client.search(query_of(flower), NO_LIMITS)
    photo = answers.next_results().found[5].photo.id
    with qtbot.waitSignal(client.lens_answered, timeout=WAIT_MS) as lens:
        client.inspect_code((), photo)
    assert lens.args is not None
    assert lens.args[0].photo_id == photo
    assert len(answers.results) == 1


def test_a_search_that_was_cleared_is_not_answered(
    client: SearchClient, answers: Answers, shared_library: IndexedLibrary, flower: Path
) -> None:
    client.search(query_of(flower), NO_LIMITS)
    client.clear()
    client.search(query_of(shared_library.picture("car", 1)), NO_LIMITS)
    assert names(answers.next_results())[0] == "car-1.jpg"
    assert {answer.number for answer in answers.all} == {answers.results[0].number}


def test_answers_are_repeated_for_new_views_until_the_search_is_cleared(
    client: SearchClient, answers: Answers, flower: Path
) -> None:
    client.search(query_of(flower), NO_LIMITS)
    results = answers.next_results()
    answers.all.clear()
    client.repeat_answers()
    assert [type(answer) for answer in answers.all] == [
        PictureOpened,
        ExamplesOpened,
        SearchResults,
    ]
    assert answers.results == [results]
    client.clear()
    client.repeat_answers()
    assert len(answers.all) == 3


def test_an_example_that_cannot_be_opened_is_reported_and_the_others_are_searched(
    client: SearchClient, answers: Answers, flower: Path, tmp_path: Path
) -> None:
    gone = Example(FileSource(tmp_path / "gone.jpg"))
    client.search(SearchQuery((gone, Example(FileSource(flower)))), NO_LIMITS)
    assert names(answers.next_results())[0] == flower.name
    (failed,) = (answer for answer in answers.all if isinstance(answer, ExamplesFailed))
    assert [example for example, _ in failed.errors] == [gone]
    (opened,) = (answer for answer in answers.all if isinstance(answer, ExamplesOpened))
    assert len(opened.pictures) == 1


def test_a_search_without_an_example_that_opens_fails(
    client: SearchClient, answers: Answers, tmp_path: Path
) -> None:
    client.search(query_of(tmp_path / "gone.jpg"), NO_LIMITS)
    answers.wait(lambda: bool(answers.all))
    assert [type(answer) for answer in answers.all] == [SearchFailed]


def test_a_search_of_a_library_that_cannot_be_opened_fails(
    qtbot: QtBot, tmp_path: Path, flower: Path
) -> None:
    library = LibraryFiles(tmp_path / "library")
    library.folder.mkdir()
    library.catalogue.write_bytes(b"no database" * 1000)
    client = SearchClient(library.folder, default_bundle(), picture_side=400)
    answers = Answers(client, qtbot)
    client.search(query_of(flower), NO_LIMITS)
    answers.wait(lambda: bool(answers.all))
    client.close()
    assert [type(answer) for answer in answers.all] == [SearchFailed]


def test_picture_data_has_the_code_of_its_file(
    client: SearchClient, answers: Answers, tmp_path: Path, flower: Path
) -> None:
    """The picture is encoded as it was decoded, not as it is displayed."""
    small = Image.open(flower).convert("RGB").resize((300, 225))
    small.save(tmp_path / "small.png")
    client.search(query_of(tmp_path / "small.png"), NO_LIMITS)
    by_file = answers.next_results()
    pasted = SearchQuery.from_sources([ImageSource(to_qimage(small))])
    client.search(pasted, NO_LIMITS)
    assert scores(answers.next_results()) == scores(by_file)


@pytest.mark.slow
def test_a_sharper_picture_leaves_the_code_as_it_is(
    client: SearchClient, answers: Answers, flower: Path, tmp_path: Path
) -> None:
    large = tmp_path / "large.png"
    Image.open(flower).resize((1600, 1200)).save(large)
    whole = query_of(large)
    part = whole.with_region(Region(0, 0, 0.5, 0.5))
    client.search(part, NO_LIMITS)
    answers.next_results()
    answers.wait(lambda: isinstance(answers.all[-1], PictureOpened))  # the sharper one
    client.search(part.with_region(None), NO_LIMITS)
    after = answers.next_results()
    client.search(query_of(large), NO_LIMITS)
    assert scores(answers.next_results()) == scores(after)


def test_a_photo_of_the_library_is_found_by_its_id(
    client: SearchClient, answers: Answers, flower: Path
) -> None:
    client.search(query_of(flower), NO_LIMITS)
    photo = answers.next_results().found[0].photo
    client.search(SearchQuery.from_sources([PhotoSource(photo.id)]), NO_LIMITS)
    results = answers.next_results()
    assert results.found[0].photo == photo
    assert results.identical == {photo.content_hash}
