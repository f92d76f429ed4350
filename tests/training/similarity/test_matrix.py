from dataclasses import replace

import numpy as np
import pytest
from scipy.sparse import csr_array

from tests.training.similarity_photos import clouds
from training.similarity.distances import cosine_distances
from training.similarity.matrix import (
    Combination,
    SemanticSimilarity,
    SimilarityEntries,
    SimilaritySettings,
    semantic_similarity,
)
from training.similarity.partners import partners_of

SETTINGS = SimilaritySettings(near_width=1, far_width=1, neighbours=8, best_shared=5)
every_combination = pytest.mark.parametrize("combination", list(Combination))


@pytest.fixture
def similarity() -> SemanticSimilarity:
    """Of 90 photos, three of which are one and the same."""
    return semantic_similarity(clouds(90, identical=3), SETTINGS)


def whole(similarity: SemanticSimilarity) -> SimilarityEntries:
    return similarity.among(np.arange(len(similarity)))


def spelled_out(combination: Combination, *, near: bool, far: bool, shared: bool) -> int:
    match combination:
        case Combination.FEATURE:
            return 1 if near else -1 if far else 0
        case Combination.NEIGHBOUR:
            return 1 if shared else -1
        case Combination.AGREEMENT:
            return 1 if near and shared else -1 if far and not shared else 0
        case Combination.EITHER:
            return 1 if near or shared else -1 if far else 0


@every_combination
def test_each_combination_says_what_its_rule_says(
    similarity: SemanticSimilarity, combination: Combination
) -> None:
    similarity = replace(similarity, combination=combination)
    distances = cosine_distances(similarity.directions, similarity.directions)
    shared = similarity.shared.toarray()
    near, far = np.float32(similarity.near), np.float32(similarity.far)
    expected = [
        [
            spelled_out(combination, near=d < near, far=d > far, shared=s) if i != j else 1
            for j, (d, s) in enumerate(zip(distances[i], shared[i], strict=True))
        ]
        for i in range(90)
    ]
    found = whole(similarity)
    assert found.dtype == np.int8
    assert found.tolist() == expected
    assert set(np.unique(found)) == ({-1, 1} if combination == "neighbour" else {-1, 0, 1})


@every_combination
def test_s_is_symmetric_and_a_photo_is_similar_to_itself(
    similarity: SemanticSimilarity, combination: Combination
) -> None:
    found = whole(replace(similarity, combination=combination))
    assert np.array_equal(found, found.T)
    assert (found.diagonal() == 1).all()


@every_combination
def test_a_block_of_s_equals_that_of_the_whole_matrix(
    similarity: SemanticSimilarity, combination: Combination
) -> None:
    similarity = replace(similarity, combination=combination)
    rows, columns = np.array([88, 4, 4, 0, 31]), np.array([0, 1, 2, 4, 89, 31])
    assert np.array_equal(
        similarity.between(rows, columns), whole(similarity)[np.ix_(rows, columns)]
    )
    assert np.array_equal(similarity.among(rows), whole(similarity)[np.ix_(rows, rows)])


@every_combination
def test_photos_in_another_order_give_s_in_that_order(combination: Combination) -> None:
    features, settings = clouds(200), replace(SETTINGS, combination=combination)
    order = np.random.default_rng(1).permutation(200)
    assert np.array_equal(
        whole(semantic_similarity(features[order], settings)),
        whole(semantic_similarity(features, settings))[np.ix_(order, order)],
    )


@every_combination
def test_identical_photos_are_similar(
    similarity: SemanticSimilarity, combination: Combination
) -> None:
    assert (replace(similarity, combination=combination).among(np.arange(3)) == 1).all()


def test_wider_thresholds_leave_more_unknown() -> None:
    narrow = semantic_similarity(clouds(90), SETTINGS)
    wide = semantic_similarity(clouds(90), replace(SETTINGS, near_width=1.5, far_width=1.2))
    assert wide.near < narrow.near < narrow.distances.mode < narrow.far < wide.far
    assert np.count_nonzero(whole(wide)) < np.count_nonzero(whole(narrow))


@pytest.mark.slow
def test_the_same_photos_and_settings_give_the_same_s() -> None:
    features = clouds(5200, size=4)
    one, two = (semantic_similarity(features, SETTINGS) for _ in range(2))
    assert one.distances == two.distances
    assert (one.shared != two.shared).nnz == 0


def test_photos_that_are_all_alike_are_of_unknown_similarity_by_their_features() -> None:
    settings = replace(SETTINGS, combination=Combination.FEATURE)
    found = whole(semantic_similarity(np.ones((4, 3), np.float32), settings))
    assert np.array_equal(found, np.eye(4))


@every_combination
def test_one_photo_is_similar_to_itself_alone(combination: Combination) -> None:
    settings = replace(SETTINGS, combination=combination)
    similarity = semantic_similarity(clouds(1), settings)
    assert whole(similarity).tolist() == [[1]]
    assert partners_of(similarity, seed=0).sample(np.array([0]), np.array([0.5])).tolist() == [0]


@pytest.mark.parametrize("combination", [Combination.NEIGHBOUR, Combination.AGREEMENT])
def test_positives_of_neighbours_can_be_listed(
    similarity: SemanticSimilarity, combination: Combination
) -> None:
    similarity = replace(similarity, combination=combination)
    expected = whole(similarity) == 1
    np.fill_diagonal(expected, val=False)
    assert np.array_equal(similarity.sparse_positives().toarray(), expected)


@pytest.mark.parametrize("combination", [Combination.FEATURE, Combination.EITHER])
def test_positives_by_features_are_too_many_to_be_listed(
    similarity: SemanticSimilarity, combination: Combination
) -> None:
    with pytest.raises(ValueError, match=combination):
        replace(similarity, combination=combination).sparse_positives()


@every_combination
def test_features_and_neighbours_that_disagree_are_combined_by_the_rule(
    similarity: SemanticSimilarity, combination: Combination
) -> None:
    """Near and far pairs that do and do not share neighbours: all four kinds occur."""
    marks = np.random.default_rng(5).random((90, 90)) < 0.5
    similarity = replace(similarity, combination=combination, shared=csr_array(marks | marks.T))
    distances = cosine_distances(similarity.directions, similarity.directions)
    near, far = distances < similarity.near, distances > similarity.far
    shared = similarity.shared.toarray()
    assert min((near & shared).sum(), (near & ~shared).sum()) > 90
    assert min((far & shared).sum(), (far & ~shared).sum()) > 90
    expected = [
        [
            spelled_out(combination, near=near[i, j], far=far[i, j], shared=shared[i, j])
            if i != j
            else 1
            for j in range(90)
        ]
        for i in range(90)
    ]
    assert whole(similarity).tolist() == expected


def test_a_pair_at_a_threshold_is_neither_near_nor_far(similarity: SemanticSimilarity) -> None:
    similarity = replace(similarity, combination=Combination.FEATURE)
    distance = cosine_distances(similarity.directions[[7]], similarity.directions[[50]])[0, 0]
    pair = np.array([7]), np.array([50])
    for near, far, expected in ((distance, 2, 0), (0, distance, 0), (2, 2, 1), (0, 0, -1)):
        found = replace(similarity, near=float(near), far=float(far)).between(*pair)
        assert found.tolist() == [[expected]]
