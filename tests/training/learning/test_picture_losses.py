import math

import numpy as np
import pytest
import torch

from training.learning.picture_losses import (
    bit_consistency,
    descriptor_distance,
    discriminator_loss,
    generator_loss,
    low_resolution_l1,
    map_distance,
    mean_score,
)


def softplus(x: float) -> float:
    return math.log(1 + math.exp(x))


@pytest.fixture(autouse=True)
def _seed() -> None:
    torch.manual_seed(0)


def scores(*places: int) -> list[torch.Tensor]:
    """Scores of 4 pairs by heads that see so many places."""
    return [torch.randn(4, each) * 2 for each in places]


def test_the_discriminator_wants_real_pairs_above_one_and_others_below_minus_one() -> None:
    real, fake, mismatched = scores(3, 5), scores(3, 5), scores(3, 5)
    slow = [
        np.mean([max(0, 1 - each) for each in r.flatten().tolist()])
        + np.mean([max(0, 1 + each) for each in f.flatten().tolist()]) / 2
        + np.mean([max(0, 1 + each) for each in m.flatten().tolist()]) / 2
        for r, f, m in zip(real, fake, mismatched, strict=True)
    ]
    found = discriminator_loss(real, fake, mismatched)
    assert float(found) == pytest.approx(np.mean(slow), abs=1e-6)


def test_the_generator_wants_high_scores_and_every_head_counts_the_same() -> None:
    few, many = torch.ones(2, 1) * 4, torch.ones(2, 9)
    assert float(mean_score([few, many])) == 2.5
    assert float(generator_loss([few, many])) == -2.5


def test_the_map_distance_is_a_share_of_the_size_of_each_depth() -> None:
    made, wanted = scores(6, 8), scores(6, 8)
    slow = [
        np.mean(np.abs((m - w).numpy())) / np.mean(np.abs(w.numpy()))
        for m, w in zip(made, wanted, strict=True)
    ]
    assert float(map_distance(made, wanted)) == pytest.approx(np.mean(slow), abs=1e-6)
    larger = [each * 1000 for each in (made[0], wanted[0])]
    scaled = map_distance([larger[0], made[1]], [larger[1], wanted[1]])
    assert float(scaled) == pytest.approx(np.mean(slow), abs=1e-5)


def test_low_resolution_compares_the_means_of_squares() -> None:
    made, wanted = torch.rand(2, 3, 8, 8), torch.rand(2, 3, 8, 8)
    slow = [
        abs(float((made - wanted)[n, c, 4 * y : 4 * y + 4, 4 * x : 4 * x + 4].mean()))
        for n in range(2)
        for c in range(3)
        for y in range(2)
        for x in range(2)
    ]
    assert float(low_resolution_l1(made, wanted, 2)) == pytest.approx(np.mean(slow), abs=1e-6)


def test_low_resolution_does_not_see_what_averages_out() -> None:
    flat = torch.zeros(1, 3, 8, 8)
    stripes = flat.clone()
    stripes[..., ::2], stripes[..., 1::2] = 1, -1
    assert low_resolution_l1(stripes, flat, 4) == 0


def test_the_descriptor_distance_is_one_minus_the_mean_cosine() -> None:
    made, wanted = np.random.default_rng(0).standard_normal((2, 4, 6))
    slow = [
        1 - a @ b / math.sqrt(a @ a) / math.sqrt(b @ b) for a, b in zip(made, wanted, strict=True)
    ]
    found = descriptor_distance(torch.from_numpy(made), torch.from_numpy(wanted))
    assert float(found) == pytest.approx(np.mean(slow))


def test_bit_consistency_is_a_hinge_with_a_round_corner() -> None:
    logits, codes = torch.randn(3, 8), torch.sign(torch.randn(3, 8))
    slow = [
        0.3 * softplus((0.3 - b * u) / 0.3)
        for u, b in zip(logits.flatten().tolist(), codes.flatten().tolist(), strict=True)
    ]
    assert float(bit_consistency(logits, codes, 0.3)) == pytest.approx(np.mean(slow), abs=1e-6)


def test_bits_beyond_the_margin_cost_almost_nothing_and_wrong_bits_by_how_wrong_they_are() -> None:
    code = torch.ones(1, 1)
    assert float(bit_consistency(torch.tensor([[3.0]]), code, 0.3)) < 1e-3
    assert float(bit_consistency(torch.tensor([[-3.0]]), code, 0.3)) == pytest.approx(3.3, abs=1e-3)
