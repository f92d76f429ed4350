import numpy as np
import pytest

from desktop_app.core.learning.directions import directions
from desktop_app.core.learning.neighbours import nearest_neighbours
from tests.training.similarity_photos import clouds
from training.base.arrays import Floats
from training.similarity.distances import cosine_distances
from training.similarity.neighbour_similarity import neighbour_positives


def slow_nearest(seen: Floats, count: int) -> list[list[int]]:
    distances = cosine_distances(seen, seen).tolist()
    everyone = range(len(seen))
    return [
        sorted((j for j in everyone if j != i), key=lambda j: (row[j], j))[:count]
        for i, row in enumerate(distances)
    ]


def slow_positives(seen: Floats, neighbours: int, best_shared: int) -> set[tuple[int, int]]:
    distances = cosine_distances(seen, seen).tolist()
    own = [{i, *found} for i, found in enumerate(slow_nearest(seen, neighbours))]
    pairs = set()
    for i, mine in enumerate(own):
        shared = {j: len(mine & theirs) for j, theirs in enumerate(own) if j != i and mine & theirs}
        best = sorted(shared, key=lambda j: (-shared[j], distances[i][j], j))[:best_shared]
        pairs |= {(i, j) for j in best} | {(j, i) for j in best}
    return pairs


def pairs_of(seen: Floats, neighbours: int, best_shared: int) -> set[tuple[int, int]]:
    found = neighbour_positives(seen, neighbours, best_shared).tocoo()
    assert found.data.all()
    return set(zip(found.row.tolist(), found.col.tolist(), strict=True))


@pytest.mark.parametrize("identical", [0, 2, 12, 60])
def test_neighbours_are_the_nearest_and_then_the_first(identical: int) -> None:
    seen = directions(clouds(120, identical=identical))
    assert nearest_neighbours(seen, 5).tolist() == slow_nearest(seen, 5)


def test_photos_that_are_all_alike_take_the_first_for_neighbours() -> None:
    seen = directions(np.ones((40, 3), np.float32))
    assert nearest_neighbours(seen, 3).tolist() == slow_nearest(seen, 3)


@pytest.mark.parametrize("photos", [1, 2, 4])
def test_where_there_are_too_few_photos_all_others_are_neighbours(photos: int) -> None:
    seen = directions(clouds(6)[:photos])
    assert nearest_neighbours(seen, 20).tolist() == slow_nearest(seen, 20)
    everyone = {(i, j) for i in range(photos) for j in range(photos) if i != j}
    assert pairs_of(seen, 20, 30) == everyone


@pytest.mark.parametrize(("photos", "identical"), [(50, 0), (150, 0), (150, 9), (150, 70)])
@pytest.mark.parametrize(("neighbours", "best_shared"), [(6, 4), (3, 10), (20, 30)])
def test_similar_are_those_that_share_most_neighbours(
    photos: int, identical: int, neighbours: int, best_shared: int
) -> None:
    seen = directions(clouds(photos, identical=identical))
    expected = slow_positives(seen, neighbours, best_shared)
    assert pairs_of(seen, neighbours, best_shared) == expected


def test_photos_that_share_no_neighbour_are_not_similar() -> None:
    features = np.zeros((8, 8), np.float32)
    features[:4, 0], features[4:, 1] = 1, 1
    found = pairs_of(directions(features), 3, 30)
    assert found == {(i, j) for i in range(8) for j in range(8) if i != j and i // 4 == j // 4}


def test_many_photos_are_taken_in_blocks_without_a_trace() -> None:
    """1,150 photos, in two and three blocks, against one dense matrix of shared neighbours."""
    seen = directions(clouds(1150, identical=3))
    mine = np.eye(1150, dtype=np.float32)
    np.put_along_axis(mine, nearest_neighbours(seen, 8), 1, axis=1)
    shared, distances = mine @ mine.T, cosine_distances(seen, seen)
    np.fill_diagonal(shared, 0)
    expected = np.zeros(shared.shape, np.bool_)
    for row in range(1150):
        candidates = np.flatnonzero(shared[row])
        order = np.lexsort((candidates, distances[row, candidates], -shared[row, candidates]))
        expected[row, candidates[order[:5]]] = True
    found = neighbour_positives(seen, 8, 5).toarray()
    assert np.array_equal(found, expected | expected.T)
