"""CIBHash: Qiu, Su, Ou, Yu and Chen, "Unsupervised Hashing with Contrastive Information
Bottleneck", IJCAI 2021.

Codes of two views of a photo attract each other, and those of different photos repel (NT-Xent); the
information bottleneck adds a divergence between the bit probabilities of the two views.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from training.base.arrays import Floats
from training.rivals.head import RivalHash, RivalLoss, Schedule, inputs_of, perceptron, train

_SCHEDULE = Schedule(epochs=30, batch=64, learning_rate=1e-3)


@dataclass(frozen=True)
class CibhashSettings:
    """`temperature` and `beta` (the weight of the divergence) are the paper's.

    `dropout` is the share of features that a view loses if there are no augmented photos.
    """

    schedule: Schedule = _SCHEDULE
    temperature: float = 0.3
    beta: float = 0.001
    hidden: int = 1024
    dropout: float = 0.3


def straight_through_sign(probabilities: Tensor) -> Tensor:
    """Return +1 for probabilities above 0.5, else -1, with a straight-through gradient."""
    ones = torch.ones_like(probabilities)
    codes = torch.where(probabilities > 0.5, ones, -ones)
    return codes.detach() + probabilities - probabilities.detach()


def nt_xent(first: Tensor, second: Tensor, temperature: float) -> Tensor:
    """Contrastive loss of codes of two views of the same photos, [B, K] each (NT-Xent).

    Each of the 2 B codes has to find its other view among 2 B - 1 codes, by cosine / `temperature`:
    Chen, Kornblith, Norouzi and Hinton, ICML 2020.
    """
    codes = functional.normalize(torch.cat([first, second]))
    cosines = (codes @ codes.T / temperature).fill_diagonal_(-torch.inf)
    return functional.cross_entropy(cosines, torch.arange(len(codes)).roll(len(first)))


def bit_divergence(first: Tensor, second: Tensor) -> Tensor:
    """Mean over rows of KL(first || second), summed over bits; probabilities [B, K] each.

    `second` receives no gradient.
    """
    p, q = first.clamp(1e-6, 1 - 1e-6), second.detach().clamp(1e-6, 1 - 1e-6)
    divergence = p * (p / q).log() + (1 - p) * ((1 - p) / (1 - q)).log()
    return divergence.sum(dim=1).mean()


def cibhash_loss(settings: CibhashSettings) -> RivalLoss:
    """Return the loss of two views of photos."""

    def loss(logits: tuple[Tensor, ...], _: Tensor) -> Tensor:
        first, second = (each.sigmoid() for each in logits)
        codes = (straight_through_sign(first), straight_through_sign(second))
        divergence = bit_divergence(first, second) + bit_divergence(second, first)
        return nt_xent(*codes, settings.temperature) + settings.beta * divergence / 2

    return loss


def fit_cibhash(
    features: Floats, bits: int, seed: int, settings: CibhashSettings,
    views: tuple[Floats, ...] = (),
) -> RivalHash:  # fmt: skip
    """Train on features float32 [N, F] and on `views`, features of augmented copies.

    A batch pairs two different ones of features and views. Without views, features are dropped at
    random, which is a weaker augmentation than the paper's.
    """
    loss = cibhash_loss(settings)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        mean = features.mean(axis=0)
        inputs = tuple(inputs_of(each, mean) for each in (features, *views))
        head = perceptron(features.shape[1], settings.hidden, bits)

        def objective(rows: Tensor) -> Tensor:
            first, second = _two_views(inputs, rows, settings)
            return loss((head(first), head(second)), rows)

        train(head, objective, len(features), settings.schedule)
    return RivalHash(mean, head)


def _two_views(
    inputs: tuple[Tensor, ...], rows: Tensor, settings: CibhashSettings
) -> tuple[Tensor, Tensor]:
    if len(inputs) > 1:
        first, second = torch.randperm(len(inputs))[:2].tolist()
        return inputs[first][rows], inputs[second][rows]
    batch = inputs[0][rows]
    return functional.dropout(batch, settings.dropout), functional.dropout(batch, settings.dropout)
