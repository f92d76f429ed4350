"""Losses of the encoder. Codes are relaxed, in [-1, 1]; bits are the signs of logits."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional


def similarity_loss(codes: Tensor, similarity: Tensor) -> Tensor:
    """Mean of |S| (u.u' / K - S)^2 over the pairs of which S knows something.

    `codes` float [B, K], `similarity` [B, B] of +1, -1 and 0. The loss of semantic
    structure-based hashing (Yang, Deng, Liu, Liu, Tao and Gao, IJCAI 2018, equation 7). The
    diagonal, which is always right, does not count.
    """
    agreement = codes @ codes.T / codes.shape[1]
    known = similarity.abs().float().fill_diagonal_(0)
    return (known * (agreement - similarity) ** 2).sum() / known.sum().clamp(min=1)


def quantisation_loss(logits: Tensor) -> Tensor:
    """Mean of (|u| - 1)^2: logits [B, K] away from zero, where rounding costs nothing."""
    return ((logits.abs() - 1) ** 2).mean()


def balance_loss(codes: Tensor) -> Tensor:
    """Mean over the bits of the squared mean over the photos [B, K]: 0 where half are one."""
    return (codes.mean(0) ** 2).mean()


def contrastive_loss(first: Tensor, second: Tensor, related: Tensor, temperature: float) -> Tensor:
    """How surely `first[i]` finds `second[i]`, and the reverse, among all 2B codes [B, K] each.

    `related`, bool [2B, 2B] over both together, marks pairs that are no negatives: the same photo
    twice, or photos that S calls similar. InfoNCE on cosines (van den Oord 2018; NT-Xent of Chen,
    Kornblith, Norouzi and Hinton, ICML 2020).
    """
    count = len(first)
    unit = functional.normalize(torch.cat([first, second]), dim=1)
    partner = torch.arange(2 * count, device=first.device).roll(count)
    ignored = related.clone().fill_diagonal_(fill_value=True)
    ignored[torch.arange(2 * count, device=first.device), partner] = False
    scores = (unit @ unit.T / temperature).masked_fill(ignored, -torch.inf)
    return functional.cross_entropy(scores, partner)


def ranking_loss(codes: Tensor, aims: Tensor, temperature: float) -> Tensor:
    """How far the ranking of each photo's company by codes is from the ranking by its aim.

    Codes [B, K] and aims [B, D], by their cosines: the cross-entropy of the softmax over the others
    of the batch, both at one temperature (stochastic neighbour embedding: Hinton and Roweis, NIPS
    2002; as distillation: Tian, Krishnan and Isola, ICLR 2020).
    """
    itself = torch.eye(len(codes), dtype=torch.bool, device=codes.device)

    def scores(vectors: Tensor) -> Tensor:
        unit = functional.normalize(vectors, dim=1)
        return (unit @ unit.T / temperature).masked_fill(itself, -1e9)

    wanted = scores(aims).softmax(dim=1)
    return -(wanted * scores(codes).log_softmax(dim=1)).sum(dim=1).mean()


def memory_loss(logits: Tensor, remembered: Tensor) -> Tensor:
    """Mean squared difference from the logits [B, K] that the model had for foreign photos."""
    return functional.mse_loss(logits, remembered)
