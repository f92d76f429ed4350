import math

import numpy as np
import pytest
import torch
from torch import nn

from training.learning.picture_losses import (
    bit_consistency,
    descriptor_distance,
    discriminator_loss,
    generator_loss,
    gradient_penalty,
    low_resolution_l1,
)


def softplus(x: float) -> float:
    return math.log(1 + math.exp(x))


@pytest.fixture(autouse=True)
def _seed() -> None:
    torch.manual_seed(0)


def test_the_discriminator_pays_where_a_fake_scores_above_its_real_pair() -> None:
    real, fake = torch.randn(5), torch.randn(5)
    slow = [softplus(f - r) for r, f in zip(real.tolist(), fake.tolist(), strict=True)]
    assert float(discriminator_loss(real, fake)) == pytest.approx(np.mean(slow), abs=1e-6)


def test_the_generator_and_the_discriminator_want_opposite_things() -> None:
    real, fake = torch.randn(5), torch.randn(5)
    assert generator_loss(real, fake) == discriminator_loss(fake, real)
    assert (
        generator_loss(real, real + 3) < generator_loss(real, real) < generator_loss(real + 3, real)
    )


def test_the_gradient_penalty_is_the_squared_slope_by_picture_and_code() -> None:
    pictures, codes = torch.randn(3, 3, 4, 4), torch.randn(3, 8)

    def score(picture: torch.Tensor, code: torch.Tensor) -> torch.Tensor:
        return (picture.square().sum() + 1) * torch.sin(code).sum()

    slow = 0.0
    for picture, code in zip(pictures, codes, strict=True):
        for each in (picture, code):
            for place in range(each.numel()):
                nudge = torch.zeros(each.numel(), dtype=torch.float64)
                nudge[place] = 1e-5
                nudge = nudge.view_as(each)
                ahead = [x.double() + nudge if x is each else x.double() for x in (picture, code)]
                behind = [x.double() - nudge if x is each else x.double() for x in (picture, code)]
                slow += float((score(*ahead) - score(*behind)) / 2e-5) ** 2 / len(pictures)
    inputs = (pictures.requires_grad_(), codes.requires_grad_())
    scores = torch.stack([score(x, c) for x, c in zip(*inputs, strict=True)])
    assert float(gradient_penalty(scores, inputs).detach()) == pytest.approx(slow, rel=1e-4)


def test_a_discriminator_can_descend_on_its_gradient_penalty() -> None:
    layer = nn.Linear(4, 1)
    x = torch.randn(6, 4, requires_grad=True)
    torch.autograd.backward(gradient_penalty(torch.tanh(layer(x))[:, 0], (x,)))
    assert layer.weight.grad is not None
    assert layer.weight.grad.abs().sum() > 0


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
