"""Each engine finds the photos that Lookalike's own search of the codes finds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.exporting.library_source import LibrarySource
from desktop_app.core.search.code_index import CodeIndex
from tests.core.exporting.engine_searches import ENGINES, SearchedEngine
from tests.core.exporting.made_source import MadeSource, written
from tests.core.exporting.own_neighbours import check_nearest


@pytest.fixture
def drawn(trainable_library: LibraryFiles) -> Iterator[Catalogue]:
    """220 sample pictures, with the codes that the default model gives them."""
    with Catalogue(trainable_library) as catalogue:
        yield catalogue


@pytest.fixture(params=ENGINES, ids=lambda engine: engine.name)
def engine(request: pytest.FixtureRequest) -> SearchedEngine:
    searched: SearchedEngine = request.param
    if searched.name == "pgvector":
        request.getfixturevalue("pictures")
    return searched


def test_the_nearest_sample_pictures_are_those_of_lookalike(
    engine: SearchedEngine, drawn: Catalogue, encoder: Encoder, tmp_path: Path
) -> None:
    own = CodeIndex(encoder.bundle.manifest)
    own.refresh(drawn)
    source = LibrarySource(drawn, encoder.bundle.manifest)
    assert written(engine.write, tmp_path / "photos", source).photos == 220
    for row in (0, 17, 219):
        found = engine.nearest(tmp_path / "photos", own.codes[row], 20)
        check_nearest(found, own.ids, own.codes, own.codes[row], 20)


@pytest.mark.parametrize("top", [5, 200])
def test_photos_at_equal_distances_are_found_by_their_distance(
    engine: SearchedEngine, tmp_path: Path, top: int
) -> None:
    source = MadeSource()
    written(engine.write, tmp_path / "photos", source)
    for row in (0, 1700):
        found = engine.nearest(tmp_path / "photos", source.codes[row], top)
        check_nearest(found, source.ids, source.codes, source.codes[row], top)
