"""Each installed way to search finds what was planted."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.bundle.encoder import Encoder
from tests.peers.other_searchers import searchers
from tests.peers.searchers import Searcher
from tests.peers.vectors import TOP, Vectors, write_vectors

pytestmark = pytest.mark.filterwarnings("ignore")  # other libraries' own warnings


@pytest.fixture(scope="module")
def vectors(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Vectors:
    """1,000 vectors, and questions that are hardly moved from one of them."""
    return write_vectors(tmp_path_factory.mktemp("vectors"), encoder, 1000, 3, moved=0.05)


@pytest.mark.slow
@pytest.mark.parametrize("searcher", searchers(), ids=lambda searcher: searcher.title)
def test_the_planted_nearest_neighbour_is_found(
    searcher: Searcher, vectors: Vectors, tmp_path: Path
) -> None:
    if searcher.needs.missing:
        pytest.skip(searcher.needs.missing)
    searcher.build(vectors, tmp_path, threads=1)
    search = searcher.load(tmp_path, threads=1)
    for question, planted in zip(vectors.questions, vectors.moved_rows, strict=True):
        found = search(question, searcher.efforts[-1])
        assert len(set(found)) == TOP
        assert found[0] == planted


def test_lookalike_comes_first_and_it_and_faiss_need_nothing_else() -> None:
    titles = [each.title for each in searchers() if not each.needs.missing]
    assert titles[0] == "Lookalike"
    assert sum(title.startswith("faiss") for title in titles) == 5


def test_the_nearest_by_floats_are_those_of_all_cosines(vectors: Vectors) -> None:
    for question, nearest in zip(vectors.questions, vectors.nearest, strict=True):
        best = np.argsort(-(vectors.floats @ question.floats))[:TOP]
        assert {*best} == {*nearest}


def test_recall_is_the_share_of_the_nearest_that_were_found(vectors: Vectors) -> None:
    nearest = vectors.nearest.tolist()
    assert vectors.recall(nearest) == 1
    assert vectors.recall([[*rows[:5], -1, -2, -3, -4, -5] for rows in nearest]) == 0.5


def test_vectors_are_the_same_each_time(vectors: Vectors, encoder: Encoder, tmp_path: Path) -> None:
    again = write_vectors(tmp_path, encoder, 1000, 3, moved=0.05)
    assert np.array_equal(again.floats, vectors.floats)
    assert np.array_equal(again.codes, vectors.codes)
