"""How the frozen hashing network sees generated pictures, with gradients, as fast as can be."""

from __future__ import annotations

import copy

import torch
from timm.layers.conv2d_same import Conv2dSame
from timm.layers.padding import pad_same
from torch import Tensor, nn
from torch.nn import functional

from training.base.devices import device_of
from training.networks.backbones import Backbone
from training.networks.bundle_networks import Descriptor, HashingNetwork

_PIXELS_AT_ONCE = 8 * 256 * 256
"""More maps than that leave a processor's cache: 32 pictures of 256 px at once take 1.2 to 1.7
times as long as four times 8 (measured)."""


class DifferentiableEncoder:
    """Generated pictures -> descriptors and logits of a frozen network; gradients to the pictures.

    A processor that computes in bfloat16 gets a copy of the backbone that does: at 256 px half
    to a third of the time (measured), for features whose cosine with the exact ones is .999.
    """

    def __init__(self, network: HashingNetwork, *, half: bool) -> None:
        """`half`: the backbone, and nothing behind it, in bfloat16."""
        self._network = network
        self._backbone = network.backbone
        self._half = half
        if half and isinstance(network.backbone, Backbone) and device_of(network).type == "cpu":
            self._backbone = in_bfloat16(network.backbone)

    def __call__(self, pictures: Tensor, side: int) -> tuple[Tensor, Tensor]:
        """Pictures float32 [N, 3, G, G] in [-1, 1], enlarged to `side` as preprocessing does it.

        Returns descriptors float32 [N, D] and logits float32 [N, K]: rounded to int8 as the
        network's are, while the gradient ignores the rounding.
        """
        # With antialias, torch has Pillow's bicubic kernel (a = -1/2), and is faster on a CPU.
        enlarged = functional.interpolate(pictures, size=side, mode="bicubic", antialias=True)
        pixels = (enlarged.clamp(-1, 1).permute(0, 2, 3, 1) + 1) * 127.5
        at_once = max(1, _PIXELS_AT_ONCE // side**2) if pixels.device.type == "cpu" else len(pixels)
        with mixed_precision(pictures.device, half=self._half):
            features = torch.cat([self._backbone(some) for some in torch.split(pixels, at_once)])
        described = straight_through(self._network.descriptor, features.float())
        return described, self._network.head(described)


def mixed_precision(device: torch.device, *, half: bool) -> torch.autocast:
    """bfloat16 for what is computed inside, where `half` says so; its range needs no scaling."""
    return torch.autocast(device.type, torch.bfloat16, enabled=half)


def computes_in_bfloat16(device: torch.device) -> bool:
    """Whether it is faster there: on a GPU, and on a processor that has instructions for it."""
    if device.type == "cuda":
        return bool(torch.cuda.is_bf16_supported())
    return device.type == "cpu" and bool(torch.cpu._is_avx512_bf16_supported())  # noqa: SLF001


def straight_through(descriptor: Descriptor, features: Tensor) -> Tensor:
    """The descriptor's values float32 [N, D] of features [N, F], with gradients as if unrounded."""
    smooth = functional.normalize(descriptor.project(features)) * descriptor.scale
    exact: Tensor = descriptor(features)
    return smooth + (exact - smooth).detach()


def in_bfloat16(backbone: Backbone) -> Backbone:
    """A copy that computes in bfloat16; its gradients reach the pixels only."""
    network = copy.deepcopy(backbone.network)
    for name, child in list(network.named_modules()):
        if isinstance(child, nn.Conv2d) and child.groups > 1 and child.stride == (2, 2):
            parent, _, last = name.rpartition(".")
            setattr(network.get_submodule(parent), last, _EverySecond(child))
    return Backbone(_InBfloat16(network)).requires_grad_(requires_grad=False)


class _InBfloat16(nn.Module):
    """float32 [N, 3, S, S] -> maps float32 [N, F, s, s] of a network of bfloat16."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network.bfloat16().to(memory_format=torch.channels_last)

    def forward(self, scaled: Tensor) -> Tensor:
        maps: Tensor = self.network(scaled.bfloat16())
        return maps.float()


class _EverySecond(nn.Module):
    """A depthwise convolution of stride 2, as one of stride 1 of which every second value is kept.

    The same values. oneDNN has no fast gradient for the first in bfloat16: it takes 20 times as
    long (measured on 96 maps of 128 x 128).
    """

    def __init__(self, strided: nn.Conv2d) -> None:
        super().__init__()
        self.strided = strided

    def forward(self, maps: Tensor) -> Tensor:
        given = self.strided
        if isinstance(given, Conv2dSame):  # its padding depends on the size of the maps
            padded = pad_same(maps, list(given.kernel_size), list(given.stride))
        else:
            rows, columns = (int(width) for width in given.padding)
            padded = functional.pad(maps, (columns, columns, rows, rows))
        every = functional.conv2d(padded, given.weight, given.bias, groups=given.groups)
        return every[:, :, ::2, ::2].contiguous(memory_format=torch.channels_last)
