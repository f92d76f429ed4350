"""A frozen network's feature maps at several depths, by which generated pictures are judged."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.networks.backbones import Backbone, load_backbone
from training.networks.differentiable_encoder import without_strides
from training.networks.efficientnet_lite import EfficientNetLite

MIXED_CHANNELS = 64
# Not the network that hashes, nor the one that measures previews (shipping/figures.py).
_BACKBONE = "lite1"
# Blocks of EfficientNet-Lite after which maps are taken, of a quarter to a 32nd of the side.
_TAKEN = (1, 2, 4, 6)
_SLOPE = 0.2
# Keeps the size of the maps when three by three random weights a channel are added.
_SPREAD = 3.0


class FeaturePyramid(nn.Module):
    """Maps of a frozen network at several depths, and random mixtures of them.

    The mixtures are those of Sauer, Chitta, Müller and Geiger, Projected GANs Converge Faster
    (NeurIPS 2021, section 3.2): random weights mix the channels of each depth, and then each depth
    with the deeper ones, so that a discriminator cannot concentrate on a part of the features. The
    random weights are drawn from `seed` and never trained.

    Args:
        stages: parts of the network that run one after another; the first takes pictures float32
            [N, 3, G, G] in [-1, 1]. The output of each is taken.
        channels: of the output of each stage.
        seed: of the random weights.
    """

    def __init__(self, stages: Sequence[nn.Module], channels: Sequence[int], seed: int = 0) -> None:
        super().__init__()
        drawn = torch.Generator().manual_seed(seed)
        self.stages = nn.ModuleList(stages)
        self.across_channels = nn.ModuleList(
            _random(nn.Conv2d(each, MIXED_CHANNELS, 1, bias=False), drawn) for each in channels
        )
        self.across_depths = nn.ModuleList(
            _random(nn.Conv2d(MIXED_CHANNELS, MIXED_CHANNELS, 3, padding=1, bias=False), drawn)
            for _ in channels
        )
        self.eval().requires_grad_(requires_grad=False)

    def maps(self, pictures: Tensor) -> list[Tensor]:
        """Compute the maps of pictures float32 [N, 3, G, G] at each depth, float32 [N, C, s, s]."""
        found, maps = [], pictures.to(next(self.stages.parameters()).dtype)
        for stage in self.stages:
            maps = stage(maps)
            found.append(maps.float())
        return found

    def mixed(self, maps: Sequence[Tensor]) -> list[Tensor]:
        """Mix maps at random: float32 [N, MIXED_CHANNELS, s, s] each, the deepest first."""
        mixtures: list[Tensor] = []
        layers = zip(maps, self.across_channels, reversed(self.across_depths), strict=True)
        for each, across_channels, across_depths in reversed(list(layers)):
            mixture = across_channels(each)
            if mixtures:
                larger = functional.interpolate(mixtures[-1], mixture.shape[-2:], mode="bilinear")
                mixture = mixture + larger
            mixtures.append(functional.leaky_relu(across_depths(mixture) / _SPREAD, _SLOPE))
        return mixtures


def feature_pyramid(*, bfloat16: bool) -> FeaturePyramid:
    """Load the pyramid of EfficientNet-Lite1.

    Its features make the best discriminators (Sauer et al., table 3), and it takes no part in the
    hashing nor in the measurement of previews.

    Raises:
        MissingWeightsError: the network's weights are not installed.
    """
    network = lite_of(load_backbone(_BACKBONE).module)
    if bfloat16:
        faster = without_strides(network).bfloat16()
        assert isinstance(faster, EfficientNetLite)
        network = faster
    return pyramid_of(network)


def pyramid_of(network: EfficientNetLite) -> FeaturePyramid:
    """Cut an EfficientNet-Lite into the stages of a pyramid."""
    network = network.to(memory_format=torch.channels_last)
    parts: list[nn.Module] = [network.conv_stem, network.bn1]
    stages, channels = [], []
    for number, block in enumerate(network.blocks):
        parts.append(block)
        if number in _TAKEN:
            stages.append(nn.Sequential(*parts))
            channels.append(last_channels(block))
            parts = []
    return FeaturePyramid(stages, channels)


def lite_of(backbone: Backbone) -> EfficientNetLite:
    """Return the EfficientNet-Lite inside a backbone."""
    return next(each for each in backbone.modules() if isinstance(each, EfficientNetLite))


def last_channels(module: nn.Module) -> int:
    """Return the number of channels that a module's last convolution writes."""
    return [each for each in module.modules() if isinstance(each, nn.Conv2d)][-1].out_channels


def _random(convolution: nn.Conv2d, drawn: torch.Generator) -> nn.Conv2d:
    nn.init.kaiming_normal_(convolution.weight, generator=drawn)
    return convolution
