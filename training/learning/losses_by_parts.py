"""Losses of a batch whose network is run on a few of its pictures at a time, to hold fewer maps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

# Some of the pictures, and which of the batch they are -> losses, each the mean over them.
LossesOf = Callable[[Tensor, slice], dict[str, Tensor]]


@dataclass(frozen=True, eq=False)
class LossesByParts:
    """Losses of a batch.

    Attributes:
        weighted: their weighted sum, with a gradient that reaches the pictures.
        losses: each of them, without a gradient.
    """

    weighted: Tensor
    losses: dict[str, Tensor]


def losses_by_parts(
    pictures: Tensor, most: int | None, losses_of: LossesOf, weights: Mapping[str, float]
) -> LossesByParts:
    """Compute losses, and their gradient, of at most so many pictures at a time.

    A part's maps are freed before those of the next are computed, which a gradient that is computed
    later would need all at once. Since each loss is a mean over pictures, the gradient is the same.

    Args:
        pictures: float32 [B, 3, G, G].
        most: number of pictures in a part; None: all.
        losses_of: computes the losses of a part.
        weights: of the losses, by their names.
    """
    gradient, means = torch.empty_like(pictures), dict.fromkeys(weights, torch.zeros(()))
    step = most or len(pictures)
    for start in range(0, len(pictures), step):
        rows = slice(start, start + step)
        part = pictures[rows].detach().requires_grad_()
        share = len(part) / len(pictures)
        losses = {name: share * loss for name, loss in losses_of(part, rows).items()}
        (gradient[rows],) = torch.autograd.grad(_weighted(losses, weights), part)
        means = {name: mean + losses[name].detach() for name, mean in means.items()}
    weighted: Tensor = _WithGradient.apply(pictures, gradient, _weighted(means, weights))
    return LossesByParts(weighted, means)


def _weighted(losses: Mapping[str, Tensor], weights: Mapping[str, float]) -> Tensor:
    return torch.stack([weights[name] * loss for name, loss in losses.items()]).sum()


class _WithGradient(torch.autograd.Function):
    """A value whose gradient at the pictures is known."""

    @staticmethod
    def forward(context: Any, pictures: Tensor, gradient: Tensor, value: Tensor) -> Tensor:
        del pictures
        context.save_for_backward(gradient)
        return value

    @staticmethod
    def backward(context: Any, factor: Tensor) -> tuple[Tensor, None, None]:
        (gradient,) = context.saved_tensors
        return factor * gradient, None, None
