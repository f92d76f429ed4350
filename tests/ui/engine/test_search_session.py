"""What the search thread keeps of the last query, and how much of the results it sends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageOps

from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import read_bundle
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.indexing.indexer import index
from desktop_app.ui.engine.answers import SearchResults
from desktop_app.ui.engine.queries import (
    NO_LIMITS,
    Example,
    FileSource,
    ResultLimits,
    SearchQuery,
    SearchRequest,
)
from desktop_app.ui.engine.search_session import SearchSession
from tests.ui.conftest import IndexedLibrary


@pytest.fixture
def session(qapp: object, shared_library: IndexedLibrary) -> Iterator[SearchSession]:
    del qapp
    yield from opened(shared_library.library)


def opened(library: Path) -> Iterator[SearchSession]:
    session = SearchSession(library, default_bundle())
    session.refresh()
    yield session
    session.close()


def results(session: SearchSession, path: Path, limits: ResultLimits = NO_LIMITS) -> SearchResults:
    request = SearchRequest(1, SearchQuery((Example(FileSource(path)),)), limits)
    session.queries.open(request.query.lead)
    return session.search(request, session.queries.combine(1, request.query))


@pytest.mark.slow
def test_of_unrelated_photos_a_hundred_are_sent(
    qapp: object, shared_library: IndexedLibrary, encoder: Encoder, tmp_path: Path
) -> None:
    del qapp
    (tmp_path / "noise").mkdir()
    for number in range(110):
        Image.effect_noise((64, 64), 20 + number).save(tmp_path / "noise" / f"{number}.png")
    for _ in index(LibraryFiles(tmp_path / "library"), encoder, [tmp_path / "noise"]):
        pass
    for session in opened(tmp_path / "library"):
        found = results(session, shared_library.picture("flower", 2))
        assert found.related < 10
        assert len(found.found) == found.related + 100


def test_only_photos_at_the_distance_of_copies_are_hidden_as_duplicates(
    session: SearchSession, shared_library: IndexedLibrary
) -> None:
    photo = shared_library.picture("flower", 2)
    everything = results(session, photo)
    same = read_bundle(default_bundle()).manifest.same_distance
    further = [item for item in everything.found if item.match.distance > same]
    assert further[0].match.distance <= everything.scale.similar
    hidden = results(session, photo, ResultLimits(hides_duplicates=True))
    assert hidden.found[1].photo == further[0].photo


@pytest.mark.parametrize("edit", ["cropped", "mirrored", "grey", "small"])
def test_edited_copies_of_the_query_are_the_same_photo_and_come_first(
    session: SearchSession, shared_library: IndexedLibrary, tmp_path: Path, edit: str
) -> None:
    with Image.open(shared_library.picture("flower", 2)) as image:
        edits = {
            "cropped": image.crop((20, 10, image.width * 4 // 5, image.height * 4 // 5)),
            "mirrored": ImageOps.mirror(image),
            "grey": ImageOps.grayscale(image),
            "small": image.resize((image.width // 4, image.height // 4)),
        }
        edits[edit].save(tmp_path / "query.png")

    found = results(session, tmp_path / "query.png")

    first = found.found[0].photo
    assert first.path.name == "flower-2.jpg"
    assert found.same_photos == {first.content_hash}
    assert found.related >= 1


def test_similar_photos_are_not_called_the_same(
    session: SearchSession, tmp_path: Path, scene: Callable[[str, int], Image.Image]
) -> None:
    scene("flower", 40).save(tmp_path / "query.png")

    assert results(session, tmp_path / "query.png").same_photos == frozenset()


def test_a_file_is_read_again_by_a_later_query(
    session: SearchSession, shared_library: IndexedLibrary, tmp_path: Path
) -> None:
    """It may have changed since; while its query is edited it is kept."""
    example = Example(FileSource(tmp_path / "changing.png"))
    other = Example(FileSource(shared_library.picture("boat", 0)))
    widths: list[int] = []
    for query in (SearchQuery((example,)), SearchQuery((example, other)), SearchQuery((other,))):
        Image.new("RGB", (100 * (1 + len(widths)), 50)).save(tmp_path / "changing.png")
        session.queries.keep_only(query)
        widths.append(session.queries.open(example).width)
    assert widths == [100, 100, 300]


def test_a_picture_that_is_large_enough_is_not_decoded_again(
    session: SearchSession, tmp_path: Path
) -> None:
    path = tmp_path / "gone.png"
    Image.new("RGB", (900, 600)).save(path)
    example = Example(FileSource(path))
    known = session.queries.open(example).image
    path.unlink()
    side = max(known.width(), known.height())
    assert session.queries.sharpen(example, side) is None


def test_a_small_file_has_no_sharper_picture(session: SearchSession, tmp_path: Path) -> None:
    Image.new("RGB", (300, 200)).save(tmp_path / "small.png")
    example = Example(FileSource(tmp_path / "small.png"))
    session.queries.open(example)
    assert session.queries.sharpen(example, 1200) is None
