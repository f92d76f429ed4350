import pytest
import torch
from torch import Tensor

from training.learning.losses_by_parts import losses_by_parts

WEIGHTS = {"sharp": 2.0, "dark": 0.5}
PICTURES = torch.rand(7, 3, 8, 8, generator=torch.Generator().manual_seed(0))
FACTORS = torch.arange(1.0, 8.0)


def losses_of(pictures: Tensor, rows: slice) -> dict[str, Tensor]:
    """Two losses that are means over pictures and treat each in its own way."""
    size = pictures.square().flatten(1).mean(1)
    return {"sharp": (size * FACTORS[rows]).mean(), "dark": pictures.mean()}


@pytest.mark.parametrize("most", [1, 3, 7, 20, None])
def test_losses_and_gradient_are_those_of_the_whole_batch(most: int | None) -> None:
    drawn = torch.zeros_like(PICTURES).requires_grad_()
    by_parts = losses_by_parts(PICTURES + drawn, most, losses_of, WEIGHTS)
    (found,) = torch.autograd.grad(3 * by_parts.weighted, drawn)
    whole = losses_of(PICTURES + drawn, slice(None))
    weighted = torch.stack([WEIGHTS[name] * loss for name, loss in whole.items()]).sum()
    (wanted,) = torch.autograd.grad(3 * weighted, drawn)
    assert torch.allclose(found, wanted, rtol=1e-5)
    assert torch.allclose(by_parts.weighted, weighted)
    for name, loss in by_parts.losses.items():
        assert torch.allclose(loss, whole[name])
        assert not loss.requires_grad


def test_no_part_is_larger_than_allowed_and_none_keeps_the_maps_of_another() -> None:
    seen: list[int] = []

    def losses(pictures: Tensor, rows: slice) -> dict[str, Tensor]:
        seen.append(len(pictures))
        assert pictures.is_leaf  # the graph of a part begins with it
        return losses_of(pictures, rows)

    losses_by_parts(PICTURES, 3, losses, WEIGHTS)
    assert seen == [3, 3, 1]
