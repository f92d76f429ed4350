import pytest
import torch
from torch import nn

from training.networks.ema import MovingAverage


def one_weight(value: float) -> nn.Linear:
    layer = nn.Linear(1, 1, bias=False)
    nn.init.constant_(layer.weight, value)
    return layer


def value_of(average: MovingAverage) -> float:
    weight = average.average.weight
    assert isinstance(weight, torch.Tensor)
    return float(weight)


def test_half_of_an_old_weight_is_left_after_the_half_life() -> None:
    average = MovingAverage(one_weight(1.0), half_life=100, ramp=1e9)
    average.update(one_weight(0.0), examples=100)
    assert value_of(average) == pytest.approx(0.5)
    for _ in range(10):
        average.update(one_weight(0.0), examples=10)
    assert value_of(average) == pytest.approx(0.25)


def test_the_initial_weights_are_soon_forgotten() -> None:
    average = MovingAverage(one_weight(1.0), half_life=1e9, ramp=0.1)
    for _ in range(50):
        average.update(one_weight(0.0), examples=8)
    assert value_of(average) < 1e-3


def test_the_average_is_a_network_of_its_own_without_gradients() -> None:
    layer = one_weight(2.0)
    average = MovingAverage(layer, half_life=10)
    nn.init.constant_(layer.weight, 5.0)
    assert value_of(average) == 2
    assert not any(each.requires_grad for each in average.average.parameters())
    assert not average.average.training


def test_an_average_that_is_saved_and_loaded_continues_the_same() -> None:
    undisturbed = MovingAverage(one_weight(1.0), half_life=100)
    undisturbed.update(one_weight(0.0), examples=16)
    resumed = MovingAverage(one_weight(7.0), half_life=100)
    resumed.load_state_dict(undisturbed.state_dict())
    for average in (undisturbed, resumed):
        average.update(one_weight(3.0), examples=16)
    assert value_of(resumed) == value_of(undisturbed)
