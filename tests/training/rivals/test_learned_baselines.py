import math
from collections.abc import Iterator

import numpy as np
import pytest
import torch
from torch import Tensor

from training.base.arrays import Floats
from training.measuring.baselines import lsh
from training.rivals.bihalf import (
    BihalfSettings,
    bihalf_layer,
    cosine_matching_loss,
    fit_bihalf,
    half_and_half,
)
from training.rivals.cibhash import (
    CibhashSettings,
    bit_divergence,
    fit_cibhash,
    nt_xent,
    straight_through_sign,
)
from training.rivals.head import Schedule
from training.rivals.methods import rivals
from training.rivals.ssdh import SsdhSettings, fit_ssdh, structure, structure_loss

_SHORT = Schedule(epochs=3, batch=50, learning_rate=1e-3)
_LONGER = Schedule(epochs=20, batch=50, learning_rate=1e-2)


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    """With networks this small, more threads only wait for each other."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture
def clouds() -> Floats:
    """Six clouds of points in 32 dimensions, away from the origin: float32 [300, 32]."""
    rng = np.random.default_rng(0)
    centres = rng.standard_normal((6, 32)) + 5
    points = centres[np.arange(300) % 6] + 0.6 * rng.standard_normal((300, 32))
    return points.astype(np.float32)


def random(*shape: int, seed: int = 0) -> Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed))


def slow_cosine(first: Tensor, second: Tensor) -> float:
    product = sum(a * b for a, b in zip(first.tolist(), second.tolist(), strict=True))
    return float(product / math.hypot(*first.tolist()) / math.hypot(*second.tolist()))


def slow_nt_xent(first: Tensor, second: Tensor, temperature: float) -> float:
    """For each code: - log of its other view's share among all codes but itself."""
    codes = [*first, *second]
    total = 0.0
    for row, code in enumerate(codes):
        other = (row + len(first)) % len(codes)
        weights = [math.exp(slow_cosine(code, one) / temperature) for one in codes]
        total -= math.log(weights[other] / (sum(weights) - weights[row]))
    return total / len(codes)


def same_cloud_is_nearer(logits: Floats) -> float:
    """How much farther, as a share of the bits, points of other clouds are than of the same."""
    bits = logits > 0
    apart = (bits[:, None] != bits[None]).mean(-1)
    same = np.arange(len(bits))[:, None] % 6 == np.arange(len(bits))[None] % 6
    return float(apart[~same].mean() - apart[same].mean())


def test_the_larger_half_of_every_bit_is_one() -> None:
    outputs = random(9, 5)
    for column, codes in zip(outputs.T, half_and_half(outputs).T, strict=True):
        largest = sorted(column.tolist(), reverse=True)[:4]
        assert codes.tolist() == [1 if value in largest else -1 for value in column.tolist()]


def test_the_bihalf_layer_passes_gradients_and_pulls_to_its_codes() -> None:
    outputs = random(6, 4).requires_grad_()
    wanted = random(6, 4, seed=1)
    codes = bihalf_layer(outputs, gamma=3)
    torch.autograd.backward((codes * wanted).sum())
    expected = wanted + 3 * (outputs.detach() - codes.detach()) / 24
    assert outputs.grad is not None
    assert torch.allclose(outputs.grad, expected)


def test_cosine_matching_is_the_mean_square_over_pairs() -> None:
    codes, features = half_and_half(random(7, 8)), random(7, 5, seed=1)
    errors = [
        (slow_cosine(codes[a], codes[b]) - slow_cosine(features[a], features[b])) ** 2
        for a in range(7)
        for b in range(7)
        if a != b
    ]
    loss = cosine_matching_loss(codes, features)
    assert float(loss) == pytest.approx(sum(errors) / len(errors), rel=1e-4)


def test_nt_xent_tells_the_other_view_from_all_other_codes() -> None:
    first, second = random(5, 8), random(5, 8, seed=1)
    loss = nt_xent(first, second, temperature=0.3)
    assert float(loss) == pytest.approx(slow_nt_xent(first, second, 0.3), rel=1e-4)


def test_bit_divergence_is_kullback_and_leiblers() -> None:
    first, second = random(4, 3).sigmoid(), random(4, 3, seed=1).sigmoid()
    total = 0.0
    for p, q in zip(first.flatten().tolist(), second.flatten().tolist(), strict=True):
        total += p * math.log(p / q) + (1 - p) * math.log((1 - p) / (1 - q))
    assert float(bit_divergence(first, second)) == pytest.approx(total / 4, rel=1e-4)


def test_bit_divergence_has_a_gradient_for_the_first_view_only() -> None:
    first, second = random(4, 3).requires_grad_(), random(4, 3, seed=1).requires_grad_()
    torch.autograd.backward(bit_divergence(first.sigmoid(), second.sigmoid()))
    assert first.grad is not None
    assert second.grad is None


def test_sure_bits_diverge_by_a_finite_amount() -> None:
    assert bit_divergence(torch.ones(1, 1), torch.zeros(1, 1)).isfinite()


def test_bits_are_signs_and_gradients_pass_through_them() -> None:
    probabilities = torch.tensor([0.2, 0.7], requires_grad=True)
    codes = straight_through_sign(probabilities)
    torch.autograd.backward(codes, torch.tensor([3.0, 4.0]))
    assert torch.equal(codes, torch.tensor([-1.0, 1.0]))
    assert probabilities.grad is not None
    assert probabilities.grad.tolist() == [3, 4]


def test_only_clearly_near_and_clearly_far_pairs_have_a_structure() -> None:
    cosines = torch.tensor([[1.0, 0.6, 0.0], [0.6, 1.0, -0.4], [0.0, -0.4, 1.0]])
    expected = torch.tensor([[1.0, 1.0, 0.0], [1.0, 1.0, -1.0], [0.0, -1.0, 1.0]])
    assert torch.equal(structure(cosines, near=0.5, far=1.3), expected)


def test_structure_loss_is_the_mean_over_pairs() -> None:
    relaxed, similarity = random(6, 4).tanh(), random(6, 6, seed=1).sign().triu(2)
    total = 0.0
    for a in range(6):
        for b in range(6):
            s = float(similarity[a, b])
            agreement = sum(float(relaxed[a, k] * relaxed[b, k]) for k in range(4)) / 4
            total += 0 if a == b else abs(s) * (agreement - s) ** 2
    assert float(structure_loss(relaxed, similarity)) == pytest.approx(total / 30, rel=1e-4)


def test_structure_loss_has_a_gradient() -> None:
    relaxed = random(6, 4).requires_grad_()
    torch.autograd.backward(structure_loss(relaxed.tanh(), torch.ones(6, 6)))
    assert relaxed.grad is not None
    assert relaxed.grad.isfinite().all()


@pytest.mark.slow
def test_every_rival_separates_clusters(clouds: Floats) -> None:
    chance = same_cloud_is_nearer(lsh(clouds, 16, 0).logits(clouds))
    for learned in (
        fit_bihalf(clouds, 16, 0, BihalfSettings(_LONGER)),
        fit_cibhash(clouds, 16, 0, CibhashSettings(_LONGER)),
        fit_ssdh(clouds, 16, 0, SsdhSettings(_LONGER, deviations=1)),
    ):
        assert same_cloud_is_nearer(learned.logits(clouds)) > 1.2 * chance


def test_the_same_seed_gives_the_same_rival(clouds: Floats) -> None:
    for seeds, same in (((1, 1), True), ((1, 2), False)):
        for fits in (
            [fit_bihalf(clouds, 8, seed, BihalfSettings(_SHORT)) for seed in seeds],
            [fit_cibhash(clouds, 8, seed, CibhashSettings(_SHORT)) for seed in seeds],
            [fit_ssdh(clouds, 8, seed, SsdhSettings(_SHORT)) for seed in seeds],
        ):
            first, second = (fitted.logits(clouds) for fitted in fits)
            assert np.array_equal(first, second) == same


def test_a_rival_does_not_change_the_random_state(clouds: Floats) -> None:
    torch.manual_seed(5)
    expected = torch.rand(3)
    torch.manual_seed(5)
    fit_bihalf(clouds, 8, 0, BihalfSettings(_SHORT))
    assert torch.equal(torch.rand(3), expected)


def test_views_take_the_place_of_dropped_features(clouds: Floats) -> None:
    copies = clouds + 0.1 * np.random.default_rng(1).standard_normal(clouds.shape, np.float32)
    settings = CibhashSettings(_SHORT)
    with_views = fit_cibhash(clouds, 8, 0, settings, (copies,)).logits(clouds)
    assert not np.array_equal(with_views, fit_cibhash(clouds, 8, 0, settings).logits(clouds))


def test_fewer_photos_than_a_batch_are_one_batch(clouds: Floats) -> None:
    for rival in rivals():
        assert rival.fit(clouds[:20], 8, 0).logits(clouds).shape == (300, 8)


def test_rivals_are_told_apart_by_their_settings(clouds: Floats) -> None:
    without, with_views = rivals(), rivals((clouds,))
    assert len({rival.name for rival in without}) == 3
    assert [
        one.settings == other.settings for one, other in zip(without, with_views, strict=True)
    ] == [
        True,
        True,
        False,
    ]
