import numpy as np
import pytest

from desktop_app.core.learning.linear_hash import (
    itq,
    itq_rotation,
    principal_axes,
    random_rotation,
    unit_rows,
)
from training.base.arrays import Floats
from training.measuring.baselines import lsh, pca_sign


@pytest.fixture
def clouds() -> Floats:
    """Four clouds of points in 24 dimensions, away from the origin: float32 [400, 24]."""
    rng = np.random.default_rng(0)
    centres = rng.standard_normal((4, 24)) * 3 + 5
    points = centres[rng.integers(0, 4, 400)] + rng.standard_normal((400, 24))
    return points.astype(np.float32)


def quantisation_error(v: Floats, rotation: Floats) -> float:
    turned = v @ rotation
    return float(((np.where(turned > 0, 1, -1) - turned) ** 2).sum())


def slow_itq(v: Floats, iterations: int, seed: int) -> Floats:
    """The paper's two steps, bit by bit: B = sgn(VR), then R = S_hat S' of B'V = S Omega S_hat'."""
    rotation = random_rotation(v.shape[1], seed).astype(np.float64)
    for _ in range(iterations):
        turned = v @ rotation
        signs = np.ones_like(turned)
        for row, column in np.argwhere(turned <= 0):
            signs[row, column] = -1
        s, _, s_hat_t = np.linalg.svd(signs.T @ v)
        rotation = s_hat_t.T @ s.T
    return rotation.astype(np.float32)


def test_principal_axes_give_uncorrelated_components_largest_first(clouds: Floats) -> None:
    projected = principal_axes(clouds, 10).logits(clouds)
    covariance = np.cov(projected.T)
    variances = np.diag(covariance)
    assert np.all(np.diff(variances) <= 0)
    assert np.abs(covariance - np.diag(variances)).max() < 1e-3 * variances[0]
    assert np.abs(projected.mean(axis=0)).max() < 1e-3


def test_fewer_photos_than_features_have_the_axes_of_their_scatter() -> None:
    x = np.random.default_rng(2).standard_normal((30, 50)).astype(np.float32)
    found = principal_axes(x, 8)
    _, axes = np.linalg.eigh(np.cov(x.T.astype(np.float64)))
    cosines = np.abs(np.sum(found.weights * axes[:, ::-1][:, :8], axis=0))
    np.testing.assert_allclose(cosines, 1, atol=1e-5)


def test_photos_that_vary_in_few_directions_have_as_many_axes_as_wanted() -> None:
    x = np.zeros((30, 50), np.float32)
    x[:, :3] = np.random.default_rng(3).standard_normal((30, 3))
    axes = principal_axes(x, 8).weights
    np.testing.assert_allclose(axes.T @ axes, np.eye(8), atol=1e-5)


def test_the_itq_rotation_is_orthogonal(clouds: Floats) -> None:
    rotation = itq_rotation(principal_axes(clouds, 8).logits(clouds), 20, seed=1)
    assert np.allclose(rotation.T @ rotation, np.eye(8), atol=1e-5)


def test_quantisation_error_never_rises(clouds: Floats) -> None:
    v = unit_rows(principal_axes(clouds, 8).logits(clouds))
    errors = [quantisation_error(v, itq_rotation(v, turns, seed=0)) for turns in range(12)]
    assert np.all(np.diff(errors) <= 1e-3)
    assert errors[-1] < errors[0]


def test_itq_is_what_the_paper_writes() -> None:
    v = np.random.default_rng(2).standard_normal((400, 8)).astype(np.float32)
    assert np.allclose(itq_rotation(v, 5, seed=3), slow_itq(v, 5, seed=3), atol=1e-4)


@pytest.mark.parametrize("photos", [400, 12])
def test_itq_fits_as_well_as_by_the_svd(photos: int) -> None:
    """With 12 photos and 16 bits the rank is low: then many rotations fit equally well."""
    v = unit_rows(np.random.default_rng(2).standard_normal((photos, 16)).astype(np.float32))
    rotation = itq_rotation(v, 5, seed=3)
    assert rotation.dtype == np.float32
    assert np.allclose(rotation.T @ rotation, np.eye(16), atol=1e-5)
    expected = quantisation_error(v, slow_itq(v, 5, seed=3))
    assert quantisation_error(v, rotation) == pytest.approx(expected, rel=1e-2)


@pytest.mark.parametrize("bits", [8, 16])
def test_every_baseline_gives_as_many_logits_as_bits(clouds: Floats, bits: int) -> None:
    for hashing in (lsh(clouds, bits, 0), pca_sign(clouds, bits), itq(clouds, bits, 3, 0)):
        assert hashing.logits(clouds).shape == (400, bits)


def test_itq_keeps_clouds_apart_better_than_chance(clouds: Floats) -> None:
    bits = itq(clouds, 8, 20, 0).logits(clouds) > 0
    nearest = np.argsort(((clouds[:, None] - clouds[None]) ** 2).sum(-1), axis=1)
    apart = (bits[:, None] != bits[None]).sum(-1)
    rows = np.arange(400)
    assert apart[rows, nearest[:, 1]].mean() < apart[rows, nearest[:, -1]].mean() - 1


def test_a_row_of_zeros_has_no_direction() -> None:
    assert np.array_equal(unit_rows(np.zeros((2, 3), np.float32)), np.zeros((2, 3)))
