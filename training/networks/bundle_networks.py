"""The networks of a bundle as torch modules: picture -> descriptor -> logits (heads.py)."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

from desktop_app.core.learning.linear_hash import LinearHash, random_rotation
from training.base.arrays import Floats
from training.networks.backbones import round_to_float16

# Entries of a rotated unit vector of D dimensions have a standard deviation of 1 / sqrt(D); the
# range of int8 is six of these.
_DEVIATIONS_IN_INT8 = 6
_LARGEST_INT8 = 127


class Descriptor(nn.Module):
    """Features float32 [N, F] -> int8 values, as float32 [N, D].

    Centres, projects on the principal axes, normalises, rotates at random and rounds. The rotation
    spreads the variance evenly, so that one scale serves all dimensions: rounding to int8 costs
    nothing measurable, and cosines of descriptors are those of the projected features.
    """

    def __init__(self, axes: LinearHash, seed: int) -> None:
        super().__init__()
        size = axes.weights.shape[1]
        self.project = nn.Linear(axes.weights.shape[0], size).requires_grad_(requires_grad=False)
        weights = torch.from_numpy(axes.weights @ random_rotation(size, seed))
        self.project.weight.copy_(weights.T)
        round_to_float16(self.project)
        self.project.bias.copy_(-(self.project.weight @ torch.from_numpy(axes.mean)))
        self.scale = _LARGEST_INT8 / _DEVIATIONS_IN_INT8 * math.sqrt(size)

    def forward(self, features: Tensor) -> Tensor:
        reduced = self.project(features)
        length = torch.sqrt((reduced * reduced).sum(1, keepdim=True)).clamp(min=1e-12)
        rounded = torch.round(reduced / length * self.scale)
        return rounded.clamp(-_LARGEST_INT8, _LARGEST_INT8)


class HashingNetwork(nn.Module):
    """The encoder of a bundle: pixels uint8 [N, S, S, 3] -> descriptor int8 [N, D], logits [N, K].

    The logits are computed from the rounded descriptor, so that hashing stored descriptors again
    gives the same codes.

    Args:
        backbone: pixels -> features float32 [N, F].
        descriptor: features -> int8 values.
        head: descriptor int8 -> logits float32 [N, K].
    """

    def __init__(self, backbone: nn.Module, descriptor: Descriptor, head: nn.Module) -> None:
        super().__init__()
        self.backbone = backbone
        self.descriptor = descriptor
        self.head = head

    def forward(self, pixels: Tensor) -> tuple[Tensor, Tensor]:
        descriptor = self.descriptor(self.backbone(pixels)).to(torch.int8)
        return descriptor, self.head(descriptor)


def describe(descriptor: Descriptor, features: Floats) -> Floats:
    """Compute descriptors, int8 values as float32 [N, D], of features float32 [N, F]."""
    with torch.inference_mode():
        described: Floats = descriptor(torch.from_numpy(features)).numpy()
    return described


def hash_descriptors(head: nn.Module, descriptors: Floats) -> Floats:
    """Compute logits float32 [N, K] of descriptors, int8 values as float32 [N, D]."""
    with torch.inference_mode():
        logits: Floats = head(torch.from_numpy(descriptors)).numpy()
    return logits


def signs_of(logits: Tensor) -> Tensor:
    """Return codes of ±1 float32 [N, K]: bit i is +1 if logit i > 0."""
    return (logits > 0).float() * 2 - 1
