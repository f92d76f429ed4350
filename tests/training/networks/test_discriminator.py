import pytest
import torch

from training.learning.picture_losses import discriminator_loss
from training.networks.discriminator import Discriminator

BITS = 16


def stripes(codes: torch.Tensor) -> torch.Tensor:
    """Pictures [N, 3, 16, 16] whose every line has the brightness of a bit."""
    return codes[:, None, :, None].expand(-1, 3, -1, 16).contiguous()


def codes(count: int) -> torch.Tensor:
    return torch.randint(0, 2, (count, BITS)) * 2.0 - 1


def test_a_score_does_not_depend_on_the_other_pairs_of_its_batch() -> None:
    torch.manual_seed(0)
    judge = Discriminator(BITS, side=16, width=4)
    pictures, bits = torch.rand(5, 3, 16, 16), codes(5)
    together = judge(pictures, bits)
    assert together.shape == (5,)
    alone = torch.cat([judge(x[None], b[None]) for x, b in zip(pictures, bits, strict=True)])
    assert torch.allclose(together, alone, atol=1e-5)


def test_the_inner_product_with_the_code_is_the_projection() -> None:
    torch.manual_seed(0)
    judge = Discriminator(BITS, side=16, width=4)
    picture, bits = torch.rand(1, 3, 16, 16), codes(1)
    both, opposite = judge(picture, bits), judge(picture, -bits)
    neither = judge(picture, torch.zeros(1, BITS))
    assert torch.allclose((both + opposite) / 2, neither, atol=1e-5)
    assert not torch.allclose(both, opposite)


@pytest.mark.slow
def test_it_can_be_trained_to_tell_which_picture_belongs_to_a_code() -> None:
    torch.manual_seed(0)
    judge = Discriminator(BITS, side=16, width=8)
    optimiser = torch.optim.Adam(judge.parameters(), lr=2e-3)
    for _ in range(120):
        right, wrong = codes(32), codes(32)
        optimiser.zero_grad()
        real, fake = judge(stripes(right), right), judge(stripes(wrong), right)
        torch.autograd.backward(discriminator_loss(real, fake))
        optimiser.step()
    right, wrong = codes(200), codes(200)
    found = judge(stripes(right), right) > judge(stripes(wrong), right)
    assert found.float().mean() > 0.9


def test_the_default_discriminator_is_small() -> None:
    assert sum(each.numel() for each in Discriminator(256).parameters()) < 2e6
