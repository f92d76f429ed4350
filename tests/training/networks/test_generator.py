import pytest
import torch
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from training.networks.generator import Generator, GeneratorGraph, pixel_norm

BITS = 32


@pytest.fixture(scope="module")
def generator() -> Generator:
    torch.manual_seed(0)
    made = Generator(BITS, side=32, width=4)
    for parameter in made.parameters():  # as if trained: new ones make grey
        if parameter.ndim > 1:
            nn.init.normal_(parameter, std=parameter[0].numel() ** -0.5)
    return made.eval()


def codes(count: int) -> torch.Tensor:
    return torch.randint(0, 2, (count, BITS), generator=torch.Generator().manual_seed(1)) * 2.0 - 1


def test_a_code_becomes_a_picture_between_black_and_white(generator: Generator) -> None:
    pictures = generator(codes(5))
    assert pictures.shape == (5, 3, 32, 32)
    assert -1 <= pictures.min() < -0.5
    assert 0.5 < pictures.max() <= 1


def test_a_picture_does_not_depend_on_the_other_codes_of_its_batch(generator: Generator) -> None:
    together = generator(codes(6))
    alone = torch.cat([generator(code[None]) for code in codes(6)])
    assert torch.allclose(together, alone, atol=1e-5)


def test_every_bit_reaches_the_picture(generator: Generator) -> None:
    code = codes(1).requires_grad_()
    (slope,) = torch.autograd.grad(generator(code).square().sum(), code)
    assert (slope != 0).all()


def test_the_graph_of_a_bundle_gives_the_same_pictures_in_bytes(generator: Generator) -> None:
    bytes_ = GeneratorGraph(generator)(codes(3))
    assert bytes_.shape == (3, 32, 32, 3)
    assert bytes_.dtype == torch.uint8
    wanted = (generator(codes(3)).permute(0, 2, 3, 1) + 1) * 127.5
    assert (bytes_.float() - wanted).abs().max() <= 0.501


def test_a_new_generator_draws_grey_and_can_be_trained() -> None:
    torch.manual_seed(0)
    new = Generator(BITS, side=16, width=4)
    assert new(codes(4)).abs().mean() < 0.3
    torch.autograd.backward(new(codes(4)).square().sum())
    assert all(each.grad is not None for each in new.parameters())


def test_the_default_generator_is_small_and_cheap() -> None:
    generator = Generator(256)
    assert sum(each.numel() for each in generator.parameters()) < 4e6
    with FlopCounterMode(display=False) as counted:
        generator(torch.ones(1, 256))
    assert counted.get_total_flops() / 2 < 150e6  # two operations a multiply-add


def test_a_side_that_cannot_be_reached_by_doubling_is_refused() -> None:
    with pytest.raises(ValueError, match="48"):
        Generator(BITS, side=48)


def test_every_place_of_normalised_maps_has_a_root_mean_square_of_one() -> None:
    maps = torch.randn(2, 6, 3, 3, generator=torch.Generator().manual_seed(2)) * 50
    slow = [
        [float(maps[n, :, y, x].square().mean()) ** 0.5 for x in range(3)]
        for n in (0, 1)
        for y in range(3)
    ]
    assert torch.allclose(pixel_norm(maps), maps / torch.tensor(slow).view(2, 1, 3, 3), atol=1e-4)
