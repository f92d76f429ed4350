"""The frozen encoder as a function of generated pictures, with gradients to the pictures."""

from __future__ import annotations

import copy

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.base.devices import device_of
from training.networks.backbones import Backbone
from training.networks.bundle_networks import Descriptor, HashingNetwork
from training.networks.efficientnet_lite import pad_same

# Feature maps of more pixels do not fit into a processor's cache: 32 pictures of 256 px at once
# take 1.2 to 1.7 times as long as four batches of 8 (measured), which take as long as eight of 4,
# but twice their memory.
_PIXELS_AT_ONCE = 4 * 256 * 256


class DifferentiableEncoder:
    """Generated pictures -> descriptors and logits of a frozen network.

    On a processor with bfloat16 instructions a copy of the backbone computes in bfloat16: at 256 px
    this takes half to a third of the time (measured), and the features have a cosine of .999 with
    the exact ones.
    """

    def __init__(self, network: HashingNetwork, *, bfloat16: bool) -> None:
        """Compute the backbone, and nothing after it, in bfloat16 if `bfloat16` is set."""
        self._network, self._bfloat16 = network, bfloat16
        self._backbone = network.backbone
        if bfloat16 and isinstance(network.backbone, Backbone) and device_of(network).type == "cpu":
            self._backbone = to_bfloat16(network.backbone)

    def most_at_once(self, side: int) -> int | None:
        """Return how many pictures to encode at once at this side; None: any number."""
        is_cpu = device_of(self._network).type == "cpu"
        return max(1, _PIXELS_AT_ONCE // side**2) if is_cpu else None

    def __call__(self, pictures: Tensor, side: int) -> tuple[Tensor, Tensor]:
        """Encode pictures, enlarged to `side` pixels as preprocessing does it.

        Args:
            pictures: float32 [N, 3, G, G] in [-1, 1].
            side: of the network's input, in pixels.

        Returns:
            Descriptors float32 [N, D], rounded as the network rounds them although the gradient
            ignores that, and logits float32 [N, K].
        """
        # With antialias, torch uses Pillow's bicubic kernel (a = -1/2), and is faster on a CPU.
        enlarged = functional.interpolate(pictures, size=side, mode="bicubic", antialias=True)
        pixels = (enlarged.clamp(-1, 1).permute(0, 2, 3, 1) + 1) * 127.5
        with mixed_precision(pictures.device, bfloat16=self._bfloat16):
            features: Tensor = self._backbone(pixels)
        descriptors = straight_through(self._network.descriptor, features.float())
        return descriptors, self._network.head(descriptors)


def mixed_precision(device: torch.device, *, bfloat16: bool) -> torch.autocast:
    """Autocast to bfloat16 if `bfloat16` is set; its range makes loss scaling unnecessary."""
    return torch.autocast(device.type, torch.bfloat16, enabled=bfloat16)


def computes_in_bfloat16(device: torch.device) -> bool:
    """Whether bfloat16 is faster: on most GPUs, and on processors with AVX-512 BF16."""
    if device.type == "cuda":
        return bool(torch.cuda.is_bf16_supported())
    return device.type == "cpu" and bool(torch.cpu._is_avx512_bf16_supported())  # noqa: SLF001


def straight_through(descriptor: Descriptor, features: Tensor) -> Tensor:
    """Describe features [N, F] exactly, with gradients as if values were not rounded."""
    unrounded = functional.normalize(descriptor.project(features)) * descriptor.scale
    exact: Tensor = descriptor(features)
    return unrounded + (exact - unrounded).detach()


def to_bfloat16(backbone: Backbone) -> Backbone:
    """Copy a backbone to compute in bfloat16; gradients reach the pixels, not the weights."""
    network = without_strides(backbone.network)
    return Backbone(_InBfloat16(network)).requires_grad_(requires_grad=False)


def without_strides(network: nn.Module) -> nn.Module:
    """Copy a network; its depthwise convolutions of stride 2 have fast gradients in bfloat16."""
    network = copy.deepcopy(network)
    for name, child in list(network.named_modules()):
        if isinstance(child, nn.Conv2d) and child.groups > 1 and child.stride == (2, 2):
            parent, _, last = name.rpartition(".")
            setattr(network.get_submodule(parent), last, _SubsampledConvolution(child))
    return network


class _InBfloat16(nn.Module):
    """A bfloat16 network with float32 at both ends: [N, 3, S, S] -> feature maps [N, F, s, s]."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network.bfloat16().to(memory_format=torch.channels_last)

    def forward(self, scaled: Tensor) -> Tensor:
        maps: Tensor = self.network(scaled.bfloat16())
        return maps.float()


class _SubsampledConvolution(nn.Module):
    """A depthwise convolution of stride 2, computed with stride 1 and then subsampled.

    The values are the same. oneDNN has no fast bfloat16 gradient for stride 2: it takes 20 times
    as long (measured on 96 maps of 128 x 128).
    """

    def __init__(self, strided: nn.Conv2d) -> None:
        super().__init__()
        self.strided = strided

    def forward(self, maps: Tensor) -> Tensor:
        strided = self.strided
        if type(strided) is not nn.Conv2d:  # as SameConvolution, and timm's of that kind
            padded = pad_same(maps, strided)
        else:
            rows, columns = (int(width) for width in strided.padding)
            padded = functional.pad(maps, (columns, columns, rows, rows))
        dense = functional.conv2d(padded, strided.weight, strided.bias, groups=strided.groups)
        return dense[:, :, ::2, ::2].contiguous(memory_format=torch.channels_last)
