import numpy as np
import pytest

from desktop_app.core.learning.initial_hash import (
    InitialSettings,
    initial_hash,
    neighbour_whitening,
    smooth_neighbours,
    smoothing_map,
)
from desktop_app.core.learning.linear_hash import itq, unit_rows
from tests.training.similarity_photos import clouds
from training.base.arrays import Floats

SIZE = 12


def lengthy(photos: int) -> Floats:
    """Clouds of photos about 1 in length, centred: float32 [photos, 12]."""
    features = clouds(photos, SIZE)
    return unit_rows(features - features.mean(axis=0))


def slow_neighbours(features: Floats, count: int) -> list[list[int]]:
    """By cosine about the mean of all; of equally near ones the lower row."""
    centred = features.astype(np.float64) - features.mean(axis=0, dtype=np.float64)
    found = []
    for row, photo in enumerate(centred):
        cosines = [
            float(photo @ other / np.linalg.norm(photo) / np.linalg.norm(other))
            for other in centred
        ]
        others = [column for column in range(len(features)) if column != row]
        found.append(sorted(others, key=lambda column: -cosines[column])[:count])
    return found


def slow_whitening(features: Floats, neighbours: int, ridge: float) -> Floats:
    """(W / w + ridge)^(-1/2), by the differences of one pair after the other."""
    scatter = np.zeros((SIZE, SIZE))
    for row, columns in enumerate(slow_neighbours(features, neighbours)):
        for column in columns:
            difference = (features[row] - features[column]).astype(np.float64)
            scatter += np.outer(difference, difference)
    mean_eigenvalue = np.trace(scatter) / SIZE
    values, axes = np.linalg.eigh(scatter / mean_eigenvalue + ridge * np.eye(SIZE))
    root = sum(
        np.outer(axis, axis) / np.sqrt(value) for value, axis in zip(values, axes.T, strict=True)
    )
    return np.asarray(root, np.float32)


def slow_smoothed(placed: Floats, neighbours: int) -> Floats:
    moved = np.zeros(placed.shape)
    for row, columns in enumerate(slow_neighbours(placed, neighbours)):
        moved[row] = placed[row]
        for column in columns:
            cosine = max(float(placed[row] @ placed[column]), 0.0)
            moved[row] += cosine**4 * placed[column]
    moved -= moved.mean(axis=0)
    return np.asarray(moved / np.linalg.norm(moved, axis=1, keepdims=True), np.float32)


def test_whitening_is_the_inverse_root_of_the_scatter_between_neighbours() -> None:
    features = clouds(90, SIZE)
    expected = slow_whitening(features, 5, 0.5)
    assert np.allclose(neighbour_whitening(features, 5, 0.5), expected, atol=1e-4)


def test_a_direction_in_which_neighbours_differ_is_shrunk() -> None:
    features = clouds(200, SIZE)
    features[:, 3] += np.random.default_rng(1).standard_normal(200) * 6
    lengths = np.linalg.norm(neighbour_whitening(features, 10, 0.1), axis=0)
    assert lengths[3] == lengths.min()


def test_photos_that_are_all_alike_have_a_whitening_too() -> None:
    same = np.ones((20, SIZE), np.float32)
    assert np.isfinite(neighbour_whitening(same, 5, 0.5)).all()


def test_smoothing_takes_each_photo_to_the_mean_of_itself_and_its_neighbours() -> None:
    placed = lengthy(70)
    once = slow_smoothed(placed, 4)
    assert np.allclose(smooth_neighbours(placed, 4, 1), once, atol=1e-5)
    assert np.allclose(smooth_neighbours(placed, 4, 2), slow_smoothed(once, 4), atol=1e-4)
    assert np.array_equal(smooth_neighbours(placed, 4, 0), placed)


def test_smoothing_leaves_what_it_is_given_alone() -> None:
    placed = lengthy(70)
    before = placed.copy()
    smooth_neighbours(placed, 4, 2)
    assert np.array_equal(placed, before)


def test_the_smoothing_map_is_a_ridge_regression_on_aims_and_on_places_to_keep() -> None:
    placed, kept = lengthy(70), unit_rows(clouds(31, SIZE) - 3)
    settings = InitialSettings(neighbours=4, smoothing=0.7)
    goals = slow_smoothed(placed, 4)
    aims = 0.7 * goals + 0.3 * placed
    # A ridge of 3: photos at the root of 3 on every axis, whose aim is the origin.
    rows = np.vstack([placed, kept, np.sqrt(3) * np.eye(SIZE)]).astype(np.float64)
    wanted = np.vstack([aims, kept, np.zeros((SIZE, SIZE))]).astype(np.float64)
    expected = np.linalg.lstsq(rows, wanted, rcond=None)[0]
    assert np.allclose(smoothing_map(placed, goals, settings, kept), expected, atol=1e-4)
    alone = np.linalg.lstsq(
        np.delete(rows, range(70, 101), 0), np.delete(wanted, range(70, 101), 0), rcond=None
    )[0]
    assert np.allclose(smoothing_map(placed, goals, settings), alone, atol=1e-4)


def test_foreign_photos_that_are_remembered_keep_their_places_better() -> None:
    placed, foreign = lengthy(300), unit_rows(clouds(301, SIZE)[:, ::-1] - 3)
    settings = InitialSettings(neighbours=10, smoothing=1.0, rounds=2)
    goals = smooth_neighbours(placed, 10, 2)

    def moved(mapping: Floats) -> float:
        return float(np.linalg.norm(unit_rows(foreign @ mapping) - foreign, axis=1).mean())

    forgetful, faithful = (smoothing_map(placed, goals, settings, kept) for kept in (None, foreign))
    assert moved(faithful) < 0.8 * moved(forgetful)


def test_smoothing_brings_photos_of_one_cloud_nearer() -> None:
    features = clouds(300, 24)
    labels = np.arange(300) % 6

    def agreement(smoothing: float) -> float:
        settings = InitialSettings(neighbours=10, smoothing=smoothing, rounds=2, iterations=10)
        bits = initial_hash(features, 16, settings, 0).logits(features) > 0
        same = (labels[:, None] == labels) & ~np.eye(300, dtype=bool)
        equal = (bits[:, None] == bits).mean(axis=2)
        return float(equal[same].mean() - equal[labels[:, None] != labels].mean())

    assert agreement(1.0) > agreement(0.0)


def test_the_initial_hash_is_itq_of_the_whitened_directions() -> None:
    features = clouds(200, SIZE)
    settings = InitialSettings(neighbours=5, ridge=0.5, iterations=10)
    found = initial_hash(features, 8, settings, 3)
    whitening = neighbour_whitening(features, 5, 0.5)
    centred = features - features.mean(axis=0)
    expected = whitening @ itq(unit_rows(centred @ whitening), 8, 10, 3).weights
    assert np.allclose(found.mean, features.mean(axis=0), atol=1e-5)
    assert np.allclose(found.weights, expected, atol=1e-5)


def test_remembered_photos_change_nothing_where_nothing_is_smoothed() -> None:
    features, foreign = clouds(100, SIZE), clouds(50, SIZE)
    settings = InitialSettings(neighbours=5, iterations=3)
    alone = initial_hash(features, 8, settings, 0)
    together = initial_hash(features, 8, settings, 0, foreign)
    assert np.array_equal(alone.weights, together.weights)


@pytest.mark.parametrize("smoothing", [0.0, 0.8])
def test_the_same_seed_makes_the_same_hash(smoothing: float) -> None:
    features = clouds(100, SIZE)
    settings = InitialSettings(neighbours=5, smoothing=smoothing, iterations=3)
    first, second = (initial_hash(features, 8, settings, 1) for _ in range(2))
    assert np.array_equal(first.weights, second.weights)
    assert not np.array_equal(first.weights, initial_hash(features, 8, settings, 2).weights)


def test_no_iterations_leave_a_random_rotation() -> None:
    features = clouds(100, SIZE)
    settings = InitialSettings(neighbours=5, iterations=0)
    assert initial_hash(features, 8, settings, 0).weights.shape == (SIZE, 8)


def test_remembered_photos_keep_their_places_in_the_whitened_space() -> None:
    features, foreign = clouds(200, SIZE), clouds(50, SIZE)[:, ::-1] + 4
    settings = InitialSettings(neighbours=5, ridge=0.5, smoothing=0.8, iterations=10)
    found = initial_hash(features, 8, settings, 3, foreign)
    mean, whitening = features.mean(axis=0), neighbour_whitening(features, 5, 0.5)
    points, kept = (unit_rows((each - mean) @ whitening) for each in (features, foreign))
    mapping = smoothing_map(points, smooth_neighbours(points, 5, 1), settings, kept)
    expected = whitening @ mapping @ itq(unit_rows(points @ mapping), 8, 10, 3).weights
    assert np.allclose(found.weights, expected, atol=1e-4)
