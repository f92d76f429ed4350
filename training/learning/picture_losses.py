"""Losses of generator, discriminator and encoder: one pure function each."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from training.base.group_batches import group_mean


def discriminator_loss(
    real: Sequence[Tensor], fake: Sequence[Tensor], mismatched: Sequence[Tensor]
) -> Tensor:
    """Hinge loss: real pairs above 1, fakes and mismatched pairs below -1; mean over the heads.

    Lim and Ye, Geometric GAN, 2017, equation 5. That a photo with the code of another counts as a
    fake is the matching-aware discriminator of Reed et al., ICML 2016, algorithm 1: otherwise it
    may ignore the code.

    Args:
        real: scores of (x, E(x)), float32 [N, P] of each head.
        fake: scores of (G(b), b).
        mismatched: scores of (x, b), where b is the code of another photo.
    """
    losses = [
        functional.relu(1 - r).mean()
        + (functional.relu(1 + f).mean() + functional.relu(1 + m).mean()) / 2
        for r, f, m in zip(real, fake, mismatched, strict=True)
    ]
    return torch.stack(losses).mean()


def generator_loss(fake: Sequence[Tensor]) -> Tensor:
    """Minus the mean score of the generator's pairs, float32 [N, P] of each head."""
    return -mean_score(fake)


def mean_score(scores: Sequence[Tensor]) -> Tensor:
    """Mean over all places, and then over the heads, of scores float32 [N, P] of each head.

    Also the encoder's loss, whose pair is the real one: E and G together make the two kinds
    indistinguishable, as in BiGAN (Donahue, Krähenbühl and Darrell, ICLR 2017).
    """
    return torch.stack([each.mean() for each in scores]).mean()


def map_distance(generated: Sequence[Tensor], targets: Sequence[Tensor]) -> Tensor:
    """Perceptual loss in place: mean absolute difference of feature maps, as a share of their size.

    Johnson, Alahi and Fei-Fei, ECCV 2016, on maps float32 [N, C, s, s] of several depths. Dividing
    by the mean absolute value of the targets, of the whole batch of a group, gives each depth the
    same weight.
    """
    sizes = group_mean(torch.stack([wanted.abs().mean() for wanted in targets]))
    distances = [
        (made - wanted).abs().mean() for made, wanted in zip(generated, targets, strict=True)
    ]
    return (torch.stack(distances) / sizes).mean()


def low_resolution_l1(generated: Tensor, targets: Tensor, side: int) -> Tensor:
    """Mean absolute difference of pictures float32 [N, 3, G, G], pooled to `side` x `side`."""
    return (_small(generated, side) - _small(targets, side)).abs().mean()


def descriptor_distance(generated: Tensor, targets: Tensor) -> Tensor:
    """Perceptual loss: mean of 1 - cosine between rows of two float32 [N, D].

    Johnson, Alahi and Fei-Fei, ECCV 2016, on the pooled features of the frozen backbone. The
    photos' descriptors are stored, so that only the generated pictures are encoded.
    """
    return (1 - functional.cosine_similarity(generated, targets)).mean()


def bit_consistency(logits: Tensor, codes: Tensor, margin: float) -> Tensor:
    """Soft hinge that makes pictures encode to their own code: mean softplus((m - b u) / m) * m.

    Beyond the margin on the right side the loss is close to 0, so that no bit is bought with more
    contrast than it needs.

    Args:
        logits: u, of generated pictures, float32 [N, K].
        codes: b, the codes of ±1 they were generated from, float32 [N, K].
        margin: m.
    """
    return (functional.softplus((margin - codes * logits) / margin) * margin).mean()


def _small(pictures: Tensor, side: int) -> Tensor:
    return functional.adaptive_avg_pool2d(pictures, side)
