import pytest
import torch

from tests.training.frozen_pyramids import small_pyramid
from training.learning.picture_losses import discriminator_loss, mean_score
from training.networks.discriminator import Discriminator

BITS, SIDE = 16, 16


def codes(count: int) -> torch.Tensor:
    return torch.randint(0, 2, (count, BITS)) * 2.0 - 1


def stripes(codes: torch.Tensor) -> list[torch.Tensor]:
    """Mixed maps of pictures whose every line has the brightness of a bit."""
    pyramid = small_pyramid()
    pictures = codes[:, None, :, None].expand(-1, 3, -1, SIDE).contiguous()
    return pyramid.mixed(pyramid.maps(pictures))


def judge() -> Discriminator:
    torch.manual_seed(0)
    return Discriminator(BITS, depths=2)


def test_every_place_of_every_depth_has_a_score() -> None:
    scores = judge()(stripes(codes(5)), codes(5))
    assert [tuple(each.shape) for each in scores] == [(5, 16), (5, 64)]


def test_the_heads_of_the_finer_maps_halve_them() -> None:
    maps = [torch.rand(1, 64, side, side) for side in (3, 6, 12, 24)]
    scores = Discriminator(BITS, depths=4)(maps, codes(1))
    assert [each.shape[1] for each in scores] == [9, 36, 36, 36]


def test_a_score_does_not_depend_on_the_other_pairs_of_its_batch() -> None:
    rival = judge().eval()
    bits = codes(5)
    together = rival(stripes(bits), bits)
    alone = [rival(stripes(each[None]), each[None]) for each in bits]
    for depth, scores in enumerate(together):
        assert torch.allclose(scores, torch.cat([each[depth] for each in alone]), atol=1e-5)


def test_the_inner_product_with_the_code_is_the_projection() -> None:
    rival = judge().eval()
    bits = codes(1)
    maps = stripes(bits)
    for both, opposite, neither in zip(
        rival(maps, bits), rival(maps, -bits), rival(maps, torch.zeros(1, BITS)), strict=True
    ):
        assert torch.allclose((both + opposite) / 2, neither, atol=1e-5)
        assert not torch.allclose(both, opposite)


@pytest.mark.slow
def test_it_can_be_trained_to_tell_which_picture_belongs_to_a_code() -> None:
    rival = judge()
    optimiser = torch.optim.Adam(rival.parameters(), lr=2e-3)
    for _ in range(150):
        right, wrong = codes(32), codes(32)
        optimiser.zero_grad()
        maps = stripes(right)
        real, fake, mismatched = (
            rival(maps, right),
            rival(stripes(wrong), right),
            rival(maps, wrong),
        )
        torch.autograd.backward(discriminator_loss(real, fake, mismatched))
        optimiser.step()
    right, wrong = codes(200), codes(200)
    real, fake = rival(stripes(right), right), rival(stripes(wrong), right)
    found = [
        mean_score([each[row] for each in real]) > mean_score([each[row] for each in fake])
        for row in range(200)
    ]
    assert sum(map(bool, found)) > 150  # by chance: 100


def test_the_default_discriminator_is_small() -> None:
    assert sum(each.numel() for each in Discriminator(256, depths=4).parameters()) < 1e6
