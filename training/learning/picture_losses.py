"""What generator, discriminator and encoder are asked for: one pure function a loss."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional


def discriminator_loss(real: Tensor, fake: Tensor) -> Tensor:
    """Scores [N] of (x, E(x)) and of (G(b), b) -> scalar: each real pair shall beat its fake.

    mean softplus(fake - real): Jolicoeur-Martineau, The relativistic discriminator, ICLR 2019;
    Huang, Gokaslan, Kuleshov and Tompkin (R3GAN), NeurIPS 2024, equation 2.
    """
    return functional.softplus(fake - real).mean()


def generator_loss(real: Tensor, fake: Tensor) -> Tensor:
    """The same with the roles exchanged: mean softplus(real - fake).

    It serves the encoder as well, whose pair is the real one: as in BiGAN (Donahue, Krähenbühl
    and Darrell, ICLR 2017), E and G together try to have the two kinds mistaken for each other.
    """
    return functional.softplus(real - fake).mean()


def gradient_penalty(scores: Tensor, inputs: Sequence[Tensor]) -> Tensor:
    """Mean over the pairs of the squared length of the gradient of a score by its inputs.

    `scores` [N] depend on `inputs`, each [N, ...]. R1 on real pairs and R2 on fakes: Mescheder,
    Geiger and Nowozin, ICML 2018, equation 9 (without their factor of 1/2). The gradient of the
    penalty itself can be taken.
    """
    gradients = torch.autograd.grad(scores.sum(), list(inputs), create_graph=True)
    lengths = [gradient.flatten(1).square().sum(1) for gradient in gradients]
    return torch.stack(lengths).sum(0).mean()


def low_resolution_l1(made: Tensor, wanted: Tensor, side: int) -> Tensor:
    """Mean absolute difference of pictures [N, 3, G, G], averaged to `side` x `side` first."""
    return (_small(made, side) - _small(wanted, side)).abs().mean()


def descriptor_distance(made: Tensor, wanted: Tensor) -> Tensor:
    """Mean of 1 - cosine between the rows of two float [N, D]: the perceptual loss.

    Johnson, Alahi and Fei-Fei, ECCV 2016, with the frozen backbone's pooled features. Descriptors
    of the photos are stored, so that it costs nothing beside the bits.
    """
    return (1 - functional.cosine_similarity(made, wanted)).mean()


def bit_consistency(logits: Tensor, codes: Tensor, margin: float) -> Tensor:
    """Logits [N, K] of generated pictures against the codes of ±1 [N, K] they were made from.

    mean softplus((margin - b u) / margin) * margin, a hinge with a round corner: what is beyond
    the margin on the right side costs next to nothing, so that no bit is bought with more
    contrast than it needs.
    """
    return (functional.softplus((margin - codes * logits) / margin) * margin).mean()


def _small(pictures: Tensor, side: int) -> Tensor:
    return functional.adaptive_avg_pool2d(pictures, side)
