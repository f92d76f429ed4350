"""The generator: draws the picture that a code stands for."""

from __future__ import annotations

from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional

SMALLEST_SIDE = 4
_MOST_CHANNELS = 256
SLOPE = 0.2
SMALL = 1e-4


class ModulatedConvolution(nn.Module):
    """Residual block: x + convolution(leaky_relu(pixel_norm(x), scaled and shifted by the code)).

    The code enters at every level by two numbers a channel (FiLM: Perez et al., AAAI 2018). The
    norm is over the channels of each pixel (Karras, Aila, Laine and Lehtinen, ICLR 2018, section
    4.2), so that nothing depends on the batch. The last weights start at zero, so that a deep stack
    starts as the identity (Fixup: Zhang, Dauphin and Ma, ICLR 2019).
    """

    def __init__(self, channels: int, code_bits: int) -> None:
        super().__init__()
        self.scale_and_shift = nn.Linear(code_bits, 2 * channels)
        self.convolution = nn.Conv2d(channels, channels, 3, padding=1)
        nn.init.normal_(self.scale_and_shift.weight, std=code_bits**-0.5 / 4)
        nn.init.zeros_(self.scale_and_shift.bias)
        nn.init.zeros_(self.convolution.weight)

    def forward(self, maps: Tensor, codes: Tensor) -> Tensor:
        """Maps [N, C, s, s] and codes [N, K] -> maps [N, C, s, s]."""
        scale, shift = self.scale_and_shift(codes)[:, :, None, None].chunk(2, dim=1)
        active = functional.leaky_relu(pixel_norm(maps) * (1 + scale) + shift, SLOPE)
        changed: Tensor = maps + self.convolution(active)
        return changed


class Level(nn.Module):
    """Doubles the side of the maps, changes their channels and applies two convolutions."""

    def __init__(self, before: int, channels: int, code_bits: int) -> None:
        super().__init__()
        # Mixing channels before upsampling costs a quarter as much.
        self.mix = nn.Conv2d(before, channels, 1)
        self.first = ModulatedConvolution(channels, code_bits)
        self.second = ModulatedConvolution(channels, code_bits)

    def forward(self, maps: Tensor, codes: Tensor) -> Tensor:
        larger = functional.interpolate(self.mix(maps), scale_factor=2, mode="nearest")
        changed: Tensor = self.second(self.first(larger, codes), codes)
        return changed


class Generator(nn.Module):
    """Codes of ±1, float32 [N, K] -> pictures float32 [N, 3, G, G] in [-1, 1].

    Deterministic: there is no noise input, so that a code has exactly one picture.

    Args:
        code_bits: K.
        side: G, 4 times a power of two.
        width: channels at full size.
    """

    def __init__(self, code_bits: int, side: int = 64, width: int = 16) -> None:
        super().__init__()
        self.side, self.width = side, width
        sides = [SMALLEST_SIDE * 2**level for level in range(_doublings(side) + 1)]
        channels = [min(_MOST_CHANNELS, width * side // each) for each in sides]
        self.spread = nn.Linear(code_bits, channels[0] * SMALLEST_SIDE**2)
        self.start = ModulatedConvolution(channels[0], code_bits)
        self.levels = nn.ModuleList(
            Level(before, after, code_bits) for before, after in pairwise(channels)
        )
        self.colour = nn.Conv2d(channels[-1], 3, 3, padding=1)
        nn.init.normal_(self.colour.weight, std=0.1 * (9 * channels[-1]) ** -0.5)

    def forward(self, codes: Tensor) -> Tensor:
        maps = self.spread(codes).unflatten(1, (-1, SMALLEST_SIDE, SMALLEST_SIDE))
        # Convolutions are faster on a CPU in this memory format.
        maps = self.start(maps.contiguous(memory_format=torch.channels_last), codes)
        for level in self.levels:
            maps = level(maps, codes)
        return torch.tanh(self.colour(functional.leaky_relu(pixel_norm(maps), SLOPE)))


class GeneratorGraph(nn.Module):
    """The generator as exported: codes float32 [N, K] -> pictures uint8 [N, G, G, 3]."""

    def __init__(self, generator: Generator) -> None:
        super().__init__()
        self.generator = generator

    def forward(self, codes: Tensor) -> Tensor:
        pictures = self.generator(codes).permute(0, 2, 3, 1)
        return torch.round((pictures + 1) * 127.5).clamp(0, 255).to(torch.uint8)


def pixel_norm(maps: Tensor) -> Tensor:
    """Scale maps [N, C, s, s] so that the root mean square over the channels is 1 at each pixel."""
    return maps * torch.rsqrt(maps.square().mean(1, keepdim=True) + SMALL)


def _doublings(side: int) -> int:
    doublings = (side // SMALLEST_SIDE).bit_length() - 1
    if side != SMALLEST_SIDE * 2**doublings:
        raise ValueError(f"the side of a picture is {SMALLEST_SIDE} times a power of two: {side}")
    return doublings
