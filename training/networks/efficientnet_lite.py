"""EfficientNet-Lite (Tan and Le, ICML 2019, without squeeze-and-excitation, with ReLU6).

Modules are defined in the order in which they run, and have the names that timm gives them. timm
itself loads torchvision and torch's compiler, which takes two seconds.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

_EPSILON = 1e-3  # as in TensorFlow, where the weights come from
_STEM, _FEATURES, _CLASSES = 32, 1280, 1000
# Of each stage: blocks, side of the depthwise kernel, stride, expansion, channels.
_STAGES = (
    (1, 3, 1, 1, 16),
    (2, 3, 2, 6, 24),
    (2, 5, 2, 6, 40),
    (3, 3, 2, 6, 80),
    (3, 5, 1, 6, 112),
    (4, 5, 2, 6, 192),
    (1, 3, 1, 6, 320),
)
# Factors of the channels and of the blocks of a stage.
FACTORS = {"lite0": (1.0, 1.0), "lite1": (1.0, 1.1), "lite2": (1.1, 1.2)}


class SameConvolution(nn.Conv2d):
    """A convolution that pads as TensorFlow does: by the size of the maps, more at their end."""

    def forward(self, maps: Tensor) -> Tensor:
        padded = pad_same(maps, self)
        return functional.conv2d(padded, self.weight, self.bias, self.stride, groups=self.groups)


class NormAndReLU(nn.BatchNorm2d):
    """A batch norm, and the activation that follows it."""

    def __init__(self, channels: int) -> None:
        super().__init__(channels, _EPSILON)
        self.act = nn.ReLU6(inplace=True)

    def forward(self, maps: Tensor) -> Tensor:
        active: Tensor = self.act(super().forward(maps))
        return active


class SeparableBlock(nn.Module):
    """Convolves each channel, then mixes the channels."""

    def __init__(self, before: int, channels: int, side: int, stride: int) -> None:
        super().__init__()
        self.has_skip = stride == 1 and before == channels
        self.conv_dw = _convolution(before, before, side, stride, groups=before)
        self.bn1 = NormAndReLU(before)
        self.conv_pw = _convolution(before, channels, 1)
        self.bn2 = nn.BatchNorm2d(channels, _EPSILON)

    def forward(self, maps: Tensor) -> Tensor:
        changed: Tensor = self.bn2(self.conv_pw(self.bn1(self.conv_dw(maps))))
        return changed + maps if self.has_skip else changed


class InvertedBlock(nn.Module):
    """Mixes the channels into `expansion` times as many, convolves each of them, mixes again."""

    def __init__(self, before: int, channels: int, side: int, stride: int, expansion: int) -> None:
        super().__init__()
        self.has_skip = stride == 1 and before == channels
        inner = before * expansion
        self.conv_pw = _convolution(before, inner, 1)
        self.bn1 = NormAndReLU(inner)
        self.conv_dw = _convolution(inner, inner, side, stride, groups=inner)
        self.bn2 = NormAndReLU(inner)
        self.conv_pwl = _convolution(inner, channels, 1)
        self.bn3 = nn.BatchNorm2d(channels, _EPSILON)

    def forward(self, maps: Tensor) -> Tensor:
        inner = self.bn2(self.conv_dw(self.bn1(self.conv_pw(maps))))
        changed: Tensor = self.bn3(self.conv_pwl(inner))
        return changed + maps if self.has_skip else changed


class EfficientNetLite(nn.Module):
    """Scaled pictures float32 [N, 3, S, S] -> feature maps [N, 1280, s, s].

    Args:
        wider: factor of the channels of each stage.
        deeper: factor of the number of blocks of each stage but the first and last.
    """

    def __init__(self, wider: float, deeper: float) -> None:
        super().__init__()
        self.conv_stem = _convolution(3, _STEM, 3, 2)
        self.bn1 = NormAndReLU(_STEM)
        stages, before = [], _STEM
        for number, (blocks, side, stride, expansion, channels) in enumerate(_STAGES):
            is_inner = 0 < number < len(_STAGES) - 1
            count = math.ceil(blocks * deeper) if is_inner else blocks
            after = _rounded(channels * wider)
            stages.append(_stage(before, after, count, side, stride, expansion))
            before = after
        self.blocks = nn.Sequential(*stages)
        self.conv_head = _convolution(before, _FEATURES, 1)
        self.bn2 = NormAndReLU(_FEATURES)
        # Not used, but one of the weights that a bundle is named by.
        self.classifier = nn.Linear(_FEATURES, _CLASSES)

    def forward(self, scaled: Tensor) -> Tensor:
        maps = self.blocks(self.bn1(self.conv_stem(scaled)))
        features: Tensor = self.bn2(self.conv_head(maps))
        return features


def pad_same(maps: Tensor, convolution: nn.Conv2d) -> Tensor:
    """Pad maps [N, C, h, w] so that a convolution of stride s gives ceil(h / s) rows."""
    rows, columns = (
        max(0, (math.ceil(size / stride) - 1) * stride + side - size)
        for size, stride, side in zip(
            maps.shape[-2:], convolution.stride, convolution.kernel_size, strict=True
        )
    )
    left, top = columns // 2, rows // 2
    return functional.pad(maps, (left, columns - left, top, rows - top))


def _stage(
    before: int, channels: int, count: int, side: int, stride: int, expansion: int
) -> nn.Sequential:
    """Build blocks of which the first changes the number of channels and the size."""
    if expansion == 1:
        assert count == 1
        return nn.Sequential(SeparableBlock(before, channels, side, stride))
    first = InvertedBlock(before, channels, side, stride, expansion)
    others = (InvertedBlock(channels, channels, side, 1, expansion) for _ in range(count - 1))
    return nn.Sequential(first, *others)


def _convolution(
    before: int, channels: int, side: int, stride: int = 1, groups: int = 1
) -> nn.Conv2d:
    if stride == 1:
        return nn.Conv2d(before, channels, side, padding=side // 2, groups=groups, bias=False)
    return SameConvolution(before, channels, side, stride, groups=groups, bias=False)


def _rounded(channels: float) -> int:
    """Round to a multiple of 8, but not down by more than a tenth."""
    rounded = max(8, int(channels + 4) // 8 * 8)
    return rounded + 8 if rounded < 0.9 * channels else rounded


def efficientnet_lite(name: str, weights: list[torch.Tensor]) -> EfficientNetLite:
    """Build a network of FACTORS from its weights, in the order of the modules."""
    with torch.device("meta"):  # no random weights are drawn
        network = EfficientNetLite(*FACTORS[name])
    named = dict(zip(network.state_dict(), weights, strict=True))
    network.load_state_dict(named, assign=True)
    return network.eval()
