from dataclasses import replace

import numpy as np
import pytest

from tests.training.similarity_photos import clouds
from training.similarity.matrix import (
    Combination,
    SemanticSimilarity,
    SimilaritySettings,
    semantic_similarity,
)
from training.similarity.partners import partners_of


@pytest.fixture
def similarity() -> SemanticSimilarity:
    """Of 300 photos; by features alone, most have more than 64 that are similar."""
    settings = SimilaritySettings(near_width=0.2, neighbours=8, best_shared=5)
    return semantic_similarity(clouds(300), settings)


def similar_to(similarity: SemanticSimilarity, photo: int) -> set[int]:
    row = similarity.between(np.array([photo]), np.arange(len(similarity)))[0]
    return set(np.flatnonzero(row == 1).tolist()) - {photo}


@pytest.mark.parametrize("combination", list(Combination))
def test_a_partner_is_another_photo_that_is_similar(
    similarity: SemanticSimilarity, combination: Combination
) -> None:
    similarity = replace(similarity, combination=combination)
    rows = np.random.default_rng(0).integers(0, 300, 400)
    drawn = partners_of(similarity, seed=0).sample(rows, np.random.default_rng(1).random(400))
    for row, partner in zip(rows.tolist(), drawn.tolist(), strict=True):
        assert partner in (similar_to(similarity, row) or {row})


def test_every_partner_is_drawn_equally_often(similarity: SemanticSimilarity) -> None:
    similarity = replace(similarity, combination=Combination.NEIGHBOUR)
    expected = similar_to(similarity, 7)
    chances = (np.arange(10 * len(expected)) + 0.5) / (10 * len(expected))
    drawn = partners_of(similarity, seed=0).sample(np.full(len(chances), 7), chances)
    found, counts = np.unique(drawn, return_counts=True)
    assert set(found.tolist()) == expected
    assert (counts == 10).all()


def test_the_largest_random_number_still_draws_a_partner(similarity: SemanticSimilarity) -> None:
    similarity = replace(similarity, combination=Combination.NEIGHBOUR)
    chances = np.full(300, np.nextafter(np.float32(1), np.float32(0)))
    everyone = np.arange(300)
    drawn = partners_of(similarity, seed=0).sample(everyone, chances)
    assert (similarity.shared[everyone, drawn] == 1).all()


def test_a_photo_without_similar_ones_is_its_own_partner(similarity: SemanticSimilarity) -> None:
    isolated = replace(similarity, near=0.0, combination=Combination.AGREEMENT)
    rows = np.array([5, 5, 299, 0])
    assert np.array_equal(partners_of(isolated, seed=0).sample(rows, np.zeros(4)), rows)


@pytest.mark.parametrize("combination", [Combination.FEATURE, Combination.EITHER])
def test_of_many_similar_photos_some_are_listed_at_random(
    similarity: SemanticSimilarity, combination: Combination
) -> None:
    similarity = replace(similarity, combination=combination)
    found = partners_of(similarity, seed=0)
    sizes = np.diff(found.table.indptr)
    expected = [len(similar_to(similarity, photo)) for photo in range(300)]
    assert max(expected) > 64
    assert sizes.tolist() == [min(64, size) for size in expected]
    assert (found.table != partners_of(similarity, seed=0).table).nnz == 0
    assert (found.table != partners_of(similarity, seed=1).table).nnz > 0
    listed = np.concatenate([found.table[[row]].indices for row in np.flatnonzero(sizes == 64)])
    assert len(np.unique(listed)) > 280


@pytest.mark.parametrize("combination", list(Combination))
def test_no_photo_is_listed_as_its_own_partner(
    similarity: SemanticSimilarity, combination: Combination
) -> None:
    found = partners_of(replace(similarity, combination=combination), seed=0)
    assert not found.table.diagonal().any()
