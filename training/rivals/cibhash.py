"""CIBHash: Qiu, Su, Ou, Yu and Chen, "Unsupervised Hashing with Contrastive Information
Bottleneck", IJCAI 2021.

Codes of two looks at a photo are drawn together and those of different photos apart (NT-Xent);
the information bottleneck adds a divergence between the bit probabilities of the two looks.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from training.base.arrays import Floats
from training.rivals.head import RivalHash, Schedule, inputs_of, perceptron, train

_SCHEDULE = Schedule(epochs=30, batch=64, learning_rate=1e-3)


@dataclass(frozen=True)
class CibhashSettings:
    """`temperature` and `beta` (the weight of the divergence) are the paper's.

    `dropout` is the share of features that a look loses where there are no augmented photos.
    """

    schedule: Schedule = _SCHEDULE
    temperature: float = 0.3
    beta: float = 0.001
    hidden: int = 1024
    dropout: float = 0.3


def straight_through_sign(probabilities: Tensor) -> Tensor:
    """Bits of probabilities: +1 above a half and else -1; the gradient passes as it is."""
    ones = torch.ones_like(probabilities)
    codes = torch.where(probabilities > 0.5, ones, -ones)
    return codes.detach() + probabilities - probabilities.detach()


def nt_xent(first: Tensor, second: Tensor, temperature: float) -> Tensor:
    """Codes of two looks at the same photos, each [B, K] -> contrastive loss.

    For each of the 2 B codes, its other look is to be told from 2 (B - 1) codes of other photos
    by its cosine / `temperature`: Chen, Kornblith, Norouzi and Hinton, ICML 2020.
    """
    codes = functional.normalize(torch.cat([first, second]))
    cosines = (codes @ codes.T / temperature).fill_diagonal_(-torch.inf)
    return functional.cross_entropy(cosines, torch.arange(len(codes)).roll(len(first)))


def bit_divergence(first: Tensor, second: Tensor) -> Tensor:
    """Mean over rows of KL(first || second), summed over bits; probabilities [B, K] each.

    No gradient goes to `second`.
    """
    p, q = first.clamp(1e-6, 1 - 1e-6), second.detach().clamp(1e-6, 1 - 1e-6)
    divergence = p * (p / q).log() + (1 - p) * ((1 - p) / (1 - q)).log()
    return divergence.sum(dim=1).mean()


def fit_cibhash(
    features: Floats,
    bits: int,
    seed: int,
    settings: CibhashSettings,
    views: tuple[Floats, ...] = (),
) -> RivalHash:
    """Learned from float32 [N, F] and from `views`: the same of augmented copies, row by row.

    Two different ones of features and views are the looks of a batch. Without views, a look is
    the features with a share of them dropped, which is a weaker augmentation than the paper's.
    """
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        mean = features.mean(axis=0)
        looks = tuple(inputs_of(look, mean) for look in (features, *views))
        head = perceptron(features.shape[1], settings.hidden, bits)

        def objective(rows: Tensor) -> Tensor:
            first, second = (head(look).sigmoid() for look in _two_looks(looks, rows, settings))
            contrast = nt_xent(
                straight_through_sign(first), straight_through_sign(second), settings.temperature
            )
            divergence = bit_divergence(first, second) + bit_divergence(second, first)
            return contrast + settings.beta * divergence / 2

        train(head, objective, len(features), settings.schedule)
    return RivalHash(mean, head)


def _two_looks(
    looks: tuple[Tensor, ...], rows: Tensor, settings: CibhashSettings
) -> tuple[Tensor, Tensor]:
    if len(looks) > 1:
        first, second = torch.randperm(len(looks))[:2].tolist()
        return looks[first][rows], looks[second][rows]
    seen = looks[0][rows]
    return functional.dropout(seen, settings.dropout), functional.dropout(seen, settings.dropout)
