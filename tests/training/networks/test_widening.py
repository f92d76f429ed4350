import pytest
import torch
from torch import Tensor, nn

from training.networks.generator import Generator
from training.networks.widening import can_become, widened

BITS, SIDE = 16, 16


@pytest.fixture(params=[4, 64])
def generator(request: pytest.FixtureRequest) -> Generator:
    """Pictures vary; with 64 channels, the first levels have the most that there are."""
    torch.manual_seed(0)
    made = Generator(BITS, SIDE, request.param)
    for parameter in made.parameters():
        nn.init.normal_(parameter, std=parameter[0].numel() ** -0.5 if parameter.ndim > 1 else 0.1)
    return made


def codes(count: int) -> Tensor:
    return torch.randint(0, 2, (count, BITS), generator=torch.Generator().manual_seed(1)) * 2.0 - 1


@pytest.mark.parametrize("times", [1, 2, 4])
def test_a_wider_generator_draws_the_same_pictures(generator: Generator, times: int) -> None:
    wide = widened(generator, times * generator.width)
    assert wide.width == times * generator.width
    assert generator(codes(4)).std() > 0.1
    assert torch.allclose(wide(codes(4)), generator(codes(4)), atol=1e-4)


def test_the_copies_of_a_channel_learn_different_things(generator: Generator) -> None:
    width = generator.width
    wide = widened(generator, 2 * width)
    torch.autograd.backward(wide(codes(4)).square().sum())
    slopes = wide.levels[-1].get_submodule("mix").get_parameter("weight").grad
    assert slopes is not None
    assert (slopes[:width] - slopes[width:]).abs().max() > 0.01 * slopes.abs().max()


@pytest.mark.parametrize("width", [2, 6, 12])
def test_only_a_width_that_doubles_can_be_reached(width: int) -> None:
    four = Generator(BITS, SIDE, 4)
    assert not can_become(four, SIDE, width)
    with pytest.raises(ValueError, match="channels"):
        widened(four, width)


def test_a_generator_of_another_side_cannot_be_reached() -> None:
    assert not can_become(Generator(BITS, SIDE, 4), 2 * SIDE, 4)
