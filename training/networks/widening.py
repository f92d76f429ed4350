"""Widen a generator: more channels, the same pictures, and more to learn with."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.networks.generator import Generator, Level, ModulatedConvolution

# Standard deviation of what tells the copies of a channel apart, as a share of the weights' own.
_NOISE = 0.3


def can_become(generator: Generator, side: int, width: int) -> bool:
    """Whether `widened` can give the generator this side and width."""
    times, rest = divmod(width, generator.width)
    return generator.side == side and not rest and times.bit_count() == 1


@torch.no_grad()
def widened(generator: Generator, width: int) -> Generator:
    """Return a generator with more channels that draws the same pictures, up to rounding.

    Net2WiderNet (Chen, Goodfellow and Shlens, ICLR 2016): every channel is copied, and the weights
    that read it are divided among its copies. Random numbers that cancel each other are added to
    these weights, so that the copies learn different things.

    Args:
        generator: is not changed.
        width: channels at full size, the generator's times a power of two.

    Raises:
        ValueError: the width is another.
    """
    if not can_become(generator, generator.side, width):
        raise ValueError(f"{generator.width} channels cannot become {width}")
    bits = generator.spread.in_features
    wide = Generator(bits, generator.side, width)
    _copy_spread(generator, wide)
    _copy_convolution(generator.start, wide.start)
    for old, new in zip(generator.levels, wide.levels, strict=True):
        assert isinstance(old, Level)
        assert isinstance(new, Level)
        _copy_weights(old.mix, new.mix)
        _copy_convolution(old.first, new.first)
        _copy_convolution(old.second, new.second)
    _copy_weights(generator.colour, wide.colour)
    return wide


def _copy_spread(old: Generator, new: Generator) -> None:
    places = old.spread.out_features // old.start.convolution.in_channels
    for source, target in zip(old.spread.parameters(), new.spread.parameters(), strict=True):
        channels = source.reshape(-1, places, *source.shape[1:])
        target.copy_(_copies(channels, len(target) // places).flatten(0, 1))


def _copy_convolution(old: ModulatedConvolution, new: ModulatedConvolution) -> None:
    linear, wide = old.scale_and_shift, new.scale_and_shift
    for source, target in zip(linear.parameters(), wide.parameters(), strict=True):
        halves = [_copies(half, len(target) // 2) for half in source.chunk(2)]
        target.copy_(torch.cat(halves))
    _copy_weights(old.convolution, new.convolution)


def _copy_weights(old: nn.Conv2d, new: nn.Conv2d) -> None:
    outputs = _copies(old.weight, new.out_channels)
    copies = new.in_channels // old.in_channels
    shares = _copies((outputs / copies).transpose(0, 1), new.in_channels).transpose(0, 1)
    new.weight.copy_(shares + _cancelling_noise(shares, copies))
    if old.bias is not None and new.bias is not None:
        new.bias.copy_(_copies(old.bias, new.out_channels))


def _copies(values: Tensor, count: int) -> Tensor:
    """Repeat [C, ...] along the first axis until it has `count` rows, a multiple of C."""
    return values.repeat(count // len(values), *[1] * (values.dim() - 1))


def _cancelling_noise(weights: Tensor, copies: int) -> Tensor:
    """Draw noise of the shape of weights [O, I, ...] that sums to 0 over the copies of an input."""
    noise = torch.randn_like(weights) * weights.std() * _NOISE
    grouped = noise.reshape(len(noise), copies, -1, *noise.shape[2:])
    return (grouped - grouped.mean(1, keepdim=True)).flatten(1, 2)
