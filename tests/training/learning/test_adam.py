from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import nn

from training.learning.adam import Adam

RATES = (0.03, 0.01, 0.002)


def network() -> nn.Module:
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(5, 4), nn.Tanh(), nn.Linear(4, 3))


def groups(of: nn.Module) -> list[dict[str, Any]]:
    layers = [of.get_submodule("0"), of.get_submodule("2")]
    return [{"params": list(layer.parameters()), "lr": 0.0} for layer in layers]


def train(of: nn.Module, optimiser: Adam | torch.optim.Optimizer, rates: tuple[float, ...]) -> None:
    for number, rate in enumerate(rates):
        for group, factor in zip(optimiser.param_groups, (1, 0.1), strict=True):
            group["lr"] = rate * factor
        optimiser.zero_grad()
        values = torch.rand(6, 5, generator=torch.Generator().manual_seed(number))
        of(values).square().sum().backward()
        optimiser.step()


def assert_equal(one: nn.Module, other: nn.Module) -> None:
    assert all(map(torch.equal, one.state_dict().values(), other.state_dict().values()))


@pytest.mark.parametrize(("betas", "decay"), [((0.9, 0.999), 0.5), ((0.0, 0.99), 0.0)])
def test_it_computes_what_torchs_computes(betas: tuple[float, float], decay: float) -> None:
    ours, theirs = network(), network()
    train(ours, Adam(groups(ours), betas, decay), RATES)
    train(theirs, torch.optim.AdamW(groups(theirs), betas=betas, weight_decay=decay), RATES)
    assert not torch.equal(ours.get_parameter("0.weight"), network().get_parameter("0.weight"))
    assert_equal(ours, theirs)


def test_it_goes_on_from_a_state_of_its_own_and_of_torchs() -> None:
    undisturbed = network()
    optimiser = Adam(groups(undisturbed), weight_decay=0.1)
    for _ in range(2):
        train(undisturbed, optimiser, RATES)
    for kind in (Adam, torch.optim.AdamW):
        resumed = network()
        first = kind(groups(resumed), weight_decay=0.1)
        train(resumed, first, RATES)
        second = Adam(groups(resumed), weight_decay=0.1)
        second.load_state_dict(first.state_dict())
        train(resumed, second, RATES)
        assert_equal(resumed, undisturbed)


def test_parameters_without_a_gradient_stay() -> None:
    frozen = network()
    frozen.get_submodule("0").requires_grad_(requires_grad=False)
    train(frozen, Adam(groups(frozen), weight_decay=0.5), RATES)
    assert torch.equal(frozen.get_parameter("0.weight"), network().get_parameter("0.weight"))
    assert not torch.equal(frozen.get_parameter("2.weight"), network().get_parameter("2.weight"))
