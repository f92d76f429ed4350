"""Losses of the codes. Relaxed codes are in [-1, 1]; bits are the signs of the logits.

Example:
    >>> logits = torch.randn(8, 64, requires_grad=True)
    >>> codes = torch.tanh(logits)
    >>> loss = quantisation_loss(logits) + balance_loss(codes)
    >>> loss.backward()
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional


def similarity_loss(codes: Tensor, similarity: Tensor) -> Tensor:
    """Mean of |S| (u.u' / K - S)^2 over the known pairs of S.

    Semantic structure-based hashing: Yang, Deng, Liu, Liu, Tao and Gao, IJCAI 2018, equation 7.

    Args:
        codes: relaxed codes u, float32 [B, K].
        similarity: S, int8 [B, B]: +1 similar, -1 dissimilar, 0 unknown; the diagonal is ignored.
    """
    agreement = codes @ codes.T / codes.shape[1]
    known = similarity.abs().float().fill_diagonal_(0)
    return (known * (agreement - similarity) ** 2).sum() / known.sum().clamp(min=1)


def quantisation_loss(logits: Tensor) -> Tensor:
    """Mean of (|u| - 1)^2: keeps logits float32 [B, K] away from zero, where signs flip easily."""
    return ((logits.abs() - 1) ** 2).mean()


def balance_loss(codes: Tensor) -> Tensor:
    """Mean over the bits of the squared mean of codes float32 [B, K]: 0 if half of each are +1."""
    return (codes.mean(0) ** 2).mean()


def contrastive_loss(first: Tensor, second: Tensor, related: Tensor, temperature: float) -> Tensor:
    """InfoNCE on cosines: each of the 2B codes has to find its partner among all others.

    van den Oord, Li and Vinyals, 2018; NT-Xent of Chen, Kornblith, Norouzi and Hinton, ICML 2020.

    Args:
        first: relaxed codes, float32 [B, K].
        second: relaxed codes of their partners, float32 [B, K].
        related: bool [2B, 2B] over both together, pairs that are not negatives.
        temperature: divides the cosines.
    """
    unit = functional.normalize(torch.cat([first, second]), dim=1)
    rows = torch.arange(len(unit), device=first.device)
    partner = rows.roll(len(first))
    ignored = related.clone().fill_diagonal_(fill_value=True)
    ignored[rows, partner] = False
    scores = (unit @ unit.T / temperature).masked_fill(ignored, -torch.inf)
    return functional.cross_entropy(scores, partner)


def ranking_loss(codes: Tensor, targets: Tensor, temperature: float) -> Tensor:
    """Cross-entropy from the neighbours of the targets to the neighbours of the codes.

    Softmax distributions of cosines over the rest of the batch: SNE (Hinton and Roweis, NIPS
    2002), used as distillation (Tian, Krishnan and Isola, ICLR 2020).

    Args:
        codes: relaxed codes, float32 [B, K].
        targets: float32 [B, D], vectors whose ranking the codes should reproduce.
        temperature: divides the cosines, of codes and targets.
    """
    itself = torch.eye(len(codes), dtype=torch.bool, device=codes.device)

    def scores(vectors: Tensor) -> Tensor:
        unit = functional.normalize(vectors, dim=1)
        return (unit @ unit.T / temperature).masked_fill(itself, -1e9)

    expected = scores(targets).softmax(dim=1)
    return -(expected * scores(codes).log_softmax(dim=1)).sum(dim=1).mean()


def memory_loss(logits: Tensor, remembered: Tensor) -> Tensor:
    """Mean squared difference of logits float32 [B, K] from those that the model had before."""
    return functional.mse_loss(logits, remembered)
