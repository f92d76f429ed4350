import numpy as np
import pytest

from desktop_app.core.learning.directions import directions, row_blocks
from tests.training.similarity_photos import clouds
from training.base.arrays import Floats
from training.similarity.distances import cosine_distances, pair_distances
from training.similarity.feature_similarity import (
    HalfGaussians,
    fit_half_gaussians,
    sampled_distances,
)


def two_halves(pairs: int, mode: float, left: float, right: float) -> Floats:
    """As many distances on each side of the mode as make the density continuous there."""
    rng = np.random.default_rng(0)
    is_left = rng.random(pairs) < left / (left + right)
    away = np.abs(rng.standard_normal(pairs))
    return (mode + np.where(is_left, -left, right) * away).astype(np.float32)


def test_distances_are_one_minus_the_cosine_of_centred_features() -> None:
    features = clouds(60, size=1280)
    centred = features.astype(np.float64) - features.mean(axis=0)
    lengths = np.linalg.norm(centred, axis=1)
    expected = 1 - centred @ centred.T / np.outer(lengths, lengths)
    seen = directions(features)
    assert np.abs(cosine_distances(seen, seen) - expected).max() < 0.001


def test_a_distance_is_the_same_in_whatever_block_it_is_computed() -> None:
    seen = directions(clouds(90, size=700))
    whole = cosine_distances(seen, seen)
    for rows in (np.array([7]), np.arange(3, 50), np.array([80, 2, 2])):
        assert np.array_equal(cosine_distances(seen[rows], seen), whole[rows])
    rows, columns = np.divmod(np.arange(90 * 90), 90)
    assert np.array_equal(pair_distances(seen, rows, columns), whole.ravel())


def test_all_sums_stay_where_float32_is_exact() -> None:
    seen = directions(clouds(30, size=2048)).astype(np.float64)
    assert np.array_equal(seen, np.rint(seen))
    assert (seen**2).sum(axis=1).max() < 2**24


def test_stored_descriptors_do_as_well_as_floats() -> None:
    descriptors = np.rint(clouds(40) * 10).astype(np.int8)
    assert np.array_equal(directions(descriptors), directions(descriptors.astype(np.float32)))


def test_photos_that_are_all_alike_are_at_distance_one() -> None:
    seen = directions(np.ones((5, 3), np.float32))
    assert np.array_equal(cosine_distances(seen, seen), np.ones((5, 5)))


def test_row_blocks_hold_every_row_once() -> None:
    blocks = list(row_blocks(100, among=2**19))
    assert np.array_equal(np.concatenate(blocks), np.arange(100))
    assert {len(block) for block in blocks} == {32, 4}
    assert list(row_blocks(0, among=5)) == []


def test_the_fit_finds_the_two_halves_that_distances_were_drawn_from() -> None:
    fit = fit_half_gaussians(two_halves(1_000_000, mode=1.03, left=0.14, right=0.07))
    expected = (1.03, 0.14, 0.07)
    assert np.allclose((fit.mode, fit.left, fit.right), expected, atol=0.01)


def test_few_pairs_do_not_mislead_the_mode_by_much() -> None:
    fit = fit_half_gaussians(two_halves(1000, mode=1.03, left=0.14, right=0.07))
    assert abs(fit.mode - 1.03) < 0.04


def test_deviations_are_of_each_side_alone() -> None:
    distances = two_halves(500, mode=0.9, left=0.1, right=0.2)
    fit = fit_half_gaussians(distances)
    left = [(float(d) - fit.mode) ** 2 for d in distances if d < fit.mode]
    right = [(float(d) - fit.mode) ** 2 for d in distances if d > fit.mode]
    assert np.isclose(fit.left, (sum(left) / len(left)) ** 0.5, rtol=1e-5)
    assert np.isclose(fit.right, (sum(right) / len(right)) ** 0.5, rtol=1e-5)


def test_near_and_far_are_so_many_deviations_from_the_mode() -> None:
    fit = HalfGaussians(mode=1, left=0.1, right=0.05)
    assert np.isclose(fit.near(2), 0.8)
    assert np.isclose(fit.far(3), 1.15)


def test_equal_distances_are_neither_near_nor_far() -> None:
    fit = fit_half_gaussians(np.ones(10, np.float32))
    assert (fit.left, fit.right) == (0, 0)
    assert fit.near(2) <= 1 <= fit.far(2)


def test_no_pairs_at_all_can_be_fitted() -> None:
    fit = fit_half_gaussians(np.empty(0, np.float32))
    assert (fit.left, fit.right) == (0, 0)


def test_few_photos_are_measured_pair_by_pair() -> None:
    seen = directions(clouds(50))
    distances = cosine_distances(seen, seen)
    expected = [distances[i, j] for i in range(50) for j in range(i)]
    assert sampled_distances(seen, seed=0).tolist() == expected


@pytest.mark.slow
def test_of_many_photos_a_sample_stands_for_all() -> None:
    seen = directions(clouds(5500, size=4))
    sample = sampled_distances(seen, seed=1)
    assert len(sample) == 5000 * 4999 // 2
    assert np.array_equal(sample, sampled_distances(seen, seed=1))
    assert not np.array_equal(sample, sampled_distances(seen, seed=2))
    assert abs(sample.mean() - cosine_distances(seen, seen).mean()) < 0.01


def slow_mode(distances: Floats) -> float:
    """The highest of a row of places, by a bell over each distance; places are a thousandth apart.

    The bells are a deviation times P^(-1/7) wide.
    """
    width = float(distances.std()) * len(distances) ** (-1 / 7)
    places = np.arange(2001) / 1000
    bells = np.exp(-((places[:, None] - np.rint(distances * 1000) / 1000) ** 2) / (2 * width**2))
    return float(places[bells.sum(axis=1).argmax()])


@pytest.mark.parametrize("pairs", [60, 200, 500, 1000])
def test_the_mode_is_the_peak_of_a_histogram_as_smooth_as_suits_a_mode(pairs: int) -> None:
    distances = two_halves(pairs, mode=1.03, left=0.14, right=0.07)
    assert fit_half_gaussians(distances).mode == pytest.approx(slow_mode(distances), abs=0.0021)
