"""Bi-half: Li and van Gemert, "Deep Unsupervised Image Hashing by Maximizing Bit Entropy",
AAAI 2021.

Every bit is +1 for exactly half of a batch: the half with the larger values. The loss makes cosines
of codes follow cosines of features.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.base.arrays import Floats
from training.rivals.head import RivalHash, RivalLoss, Schedule, inputs_of, train

_SCHEDULE = Schedule(epochs=40, batch=128, learning_rate=3e-3)


@dataclass(frozen=True)
class BihalfSettings:
    """`gamma` weighs the gradient from the outputs to their codes; the paper's is 6."""

    schedule: Schedule = _SCHEDULE
    gamma: float = 0.6


class _Half(torch.autograd.Function):
    """The bi-half layer, section 3.2 of the paper."""

    @staticmethod
    def forward(ctx: Any, outputs: Tensor, gamma: float) -> Tensor:
        codes = half_and_half(outputs)
        ctx.save_for_backward(outputs, codes)
        ctx.gamma = gamma
        return codes

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor, None]:
        outputs, codes = ctx.saved_tensors
        return gradients[0] + ctx.gamma * (outputs - codes) / codes.numel(), None


def half_and_half(outputs: Tensor) -> Tensor:
    """Set the larger half of each column of outputs float32 [B, K] to +1, the others to -1.

    This is the optimal transport of a column to the half-half distribution. With an odd number of
    rows, the half of -1 is larger by one.
    """
    places = outputs.argsort(dim=0, descending=True).argsort(dim=0)
    ones = torch.ones_like(outputs)
    return torch.where(places < len(outputs) // 2, ones, -ones)


def bihalf_layer(outputs: Tensor, gamma: float) -> Tensor:
    """`half_and_half` with a straight-through gradient, plus gamma (u - b) / (B K)."""
    codes: Tensor = _Half.apply(outputs, gamma)
    return codes


def cosine_matching_loss(codes: Tensor, features: Tensor) -> Tensor:
    """Mean squared difference of the cosines of codes [B, K] from those of features [B, F]."""
    difference = _cosines(codes) - _cosines(features)
    pairs = len(codes) * (len(codes) - 1)
    return (difference.fill_diagonal_(0) ** 2).sum() / pairs


def bihalf_loss(features: Floats, settings: BihalfSettings) -> RivalLoss:
    """Return the loss of one view of photos with features float32 [N, F]."""
    inputs = inputs_of(features, features.mean(axis=0))

    def loss(logits: tuple[Tensor, ...], rows: Tensor) -> Tensor:
        return cosine_matching_loss(bihalf_layer(logits[0], settings.gamma), inputs[rows])

    return loss


def fit_bihalf(features: Floats, bits: int, seed: int, settings: BihalfSettings) -> RivalHash:
    """Train on features float32 [N, F]. Bits are cut at zero, as in the authors' program."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        mean = features.mean(axis=0)
        inputs, loss = inputs_of(features, mean), bihalf_loss(features, settings)
        head = nn.Linear(features.shape[1], bits)
        train(
            head, lambda rows: loss((head(inputs[rows]),), rows), len(features), settings.schedule
        )
    return RivalHash(mean, head)


def _cosines(vectors: Tensor) -> Tensor:
    unit = functional.normalize(vectors)
    return unit @ unit.T
