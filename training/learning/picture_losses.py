"""Losses of generator, discriminator and encoder: one pure function each."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional


def discriminator_loss(real: Tensor, fake: Tensor) -> Tensor:
    """Relativistic pairing loss: mean softplus(fake - real).

    Jolicoeur-Martineau, ICLR 2019; R3GAN of Huang, Gokaslan, Kuleshov and Tompkin, NeurIPS 2024,
    equation 2.

    Args:
        real: scores of (x, E(x)), float32 [N].
        fake: scores of (G(b), b), float32 [N].
    """
    return functional.softplus(fake - real).mean()


def generator_loss(real: Tensor, fake: Tensor) -> Tensor:
    """The discriminator's loss with exchanged roles, softplus(real - fake); scores float32 [N].

    Also the encoder's loss, whose pair is the real one: E and G together make the two kinds
    indistinguishable, as in BiGAN (Donahue, Krähenbühl and Darrell, ICLR 2017).
    """
    return functional.softplus(real - fake).mean()


def gradient_penalty(scores: Tensor, inputs: Sequence[Tensor]) -> Tensor:
    """Mean squared norm of the gradient of a score by its inputs, differentiable.

    R1 on real pairs, R2 on fakes: Mescheder, Geiger and Nowozin, ICML 2018, equation 9, without
    the factor 1/2.

    Args:
        scores: float32 [N], computed from `inputs`.
        inputs: float32 [N, ...] each, with gradients enabled.
    """
    gradients = torch.autograd.grad(scores.sum(), list(inputs), create_graph=True)
    lengths = [gradient.flatten(1).square().sum(1) for gradient in gradients]
    return torch.stack(lengths).sum(0).mean()


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
