"""Bi-half: Li and van Gemert, "Deep Unsupervised Image Hashing by Maximizing Bit Entropy",
AAAI 2021.

Every bit is set for one half of the photos, by construction: the half of the batch with the
larger values gets +1. The loss lets cosines of codes follow cosines of features.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.base.arrays import Floats
from training.rivals.head import RivalHash, Schedule, inputs_of, train

_SCHEDULE = Schedule(epochs=40, batch=128, learning_rate=3e-3)


@dataclass(frozen=True)
class BihalfSettings:
    """`gamma` weighs the pull of the continuous outputs to their codes; the paper's is 6."""

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
    """float32 [B, K] -> codes +-1 float32 [B, K]: in each column the larger half is +1.

    It is the optimal transport of a column to the half-half distribution. Of an odd number of
    rows, the smaller half is larger by one.
    """
    places = outputs.argsort(dim=0, descending=True).argsort(dim=0)
    ones = torch.ones_like(outputs)
    return torch.where(places < len(outputs) // 2, ones, -ones)


def bihalf_layer(outputs: Tensor, gamma: float) -> Tensor:
    """`half_and_half` with a gradient: straight through, plus gamma (u - b) / (B K)."""
    codes: Tensor = _Half.apply(outputs, gamma)
    return codes


def cosine_matching_loss(codes: Tensor, features: Tensor) -> Tensor:
    """Mean square difference between the cosines of codes [B, K] and of features [B, F].

    Over all pairs of different rows.
    """
    difference = _cosines(codes) - _cosines(features)
    pairs = len(codes) * (len(codes) - 1)
    return (difference.fill_diagonal_(0) ** 2).sum() / pairs


def fit_bihalf(features: Floats, bits: int, seed: int, settings: BihalfSettings) -> RivalHash:
    """Learned from float32 [N, F]. Bits are cut at zero, as in the authors' program."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        mean = features.mean(axis=0)
        seen = inputs_of(features, mean)
        head = nn.Linear(features.shape[1], bits)

        def objective(rows: Tensor) -> Tensor:
            codes = bihalf_layer(head(seen[rows]), settings.gamma)
            return cosine_matching_loss(codes, seen[rows])

        train(head, objective, len(features), settings.schedule)
    return RivalHash(mean, head)


def _cosines(vectors: Tensor) -> Tensor:
    unit = functional.normalize(vectors)
    return unit @ unit.T
