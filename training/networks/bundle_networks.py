"""The networks of a bundle, as torch modules: picture -> descriptor -> logits (heads.py)."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

from training.base.arrays import Floats
from training.measuring.baselines import LinearHash, random_rotation
from training.networks.backbones import round_to_half

# An entry of a rotated unit vector of D dimensions has a deviation of 1 / sqrt(D): int8 holds six.
_DEVIATIONS_IN_INT8 = 6
_LARGEST_INT8 = 127


class Descriptor(nn.Module):
    """Features float32 [N, F] -> int8 values, as float32 [N, D].

    Centred, reduced to the principal axes, brought to unit length, and turned by a random
    rotation, which spreads the variance evenly over the dimensions: one scale then serves all of
    them, rounding to int8 costs nothing that we can measure, and cosines of descriptors are
    those of the reduced features.
    """

    def __init__(self, axes: LinearHash, seed: int) -> None:
        super().__init__()
        size = axes.weights.shape[1]
        self.project = nn.Linear(axes.weights.shape[0], size).requires_grad_(requires_grad=False)
        weights = torch.from_numpy(axes.weights @ random_rotation(size, seed))
        self.project.weight.copy_(weights.T)
        round_to_half(self.project)
        self.project.bias.copy_(-(self.project.weight @ torch.from_numpy(axes.mean)))
        self.scale = _LARGEST_INT8 / _DEVIATIONS_IN_INT8 * math.sqrt(size)

    def forward(self, features: Tensor) -> Tensor:
        reduced = self.project(features)
        length = torch.sqrt((reduced * reduced).sum(1, keepdim=True)).clamp(min=1e-12)
        rounded = torch.round(reduced / length * self.scale)
        return rounded.clamp(-_LARGEST_INT8, _LARGEST_INT8)


class HashingNetwork(nn.Module):
    """The whole of a bundle's encoder.

    pixels uint8 [N, S, S, 3] -> descriptor int8 [N, D], logits float32 [N, K]. The logits are of
    the rounded descriptor: stored descriptors hashed again give the same codes.
    """

    def __init__(self, backbone: nn.Module, descriptor: Descriptor, head: nn.Module) -> None:
        """`backbone`: pixels -> features float32 [N, F]; `head`: descriptor int8 -> logits."""
        super().__init__()
        self.backbone = backbone
        self.descriptor = descriptor
        self.head = head

    def forward(self, pixels: Tensor) -> tuple[Tensor, Tensor]:
        descriptor = self.descriptor(self.backbone(pixels)).to(torch.int8)
        return descriptor, self.head(descriptor)


def describe(descriptor: Descriptor, features: Floats) -> Floats:
    """Features float32 [N, F] -> descriptors, int8 values as float32 [N, D]."""
    with torch.inference_mode():
        described: Floats = descriptor(torch.from_numpy(features)).numpy()
    return described


def hash_descriptors(head: nn.Module, descriptors: Floats) -> Floats:
    """Descriptors, int8 values as float32 [N, D] -> logits float32 [N, K]."""
    with torch.inference_mode():
        logits: Floats = head(torch.from_numpy(descriptors)).numpy()
    return logits


def signs_of(logits: Tensor) -> Tensor:
    """Codes of ±1 float32 [N, K] of logits [N, K]: bit i is +1 where logit i > 0."""
    return (logits > 0).float() * 2 - 1
