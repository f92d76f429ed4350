"""Colours: sRGB in 0..1 as float32, one [3] or one for each pixel [3, H, W].

Channels come first, since numpy is many times slower where the last axis is a short one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

Colour = NDArray[np.float32]
Field = NDArray[np.floating[Any]]  # [H, W], or what broadcasts to it; float32 where it is large
T = TypeVar("T")


def rgb(code: int) -> Colour:
    """0x3366cc -> [0.2, 0.4, 0.8]."""
    return np.array([code >> 16 & 255, code >> 8 & 255, code & 255], np.float32) / np.float32(255)


def each(colour: Colour) -> Colour:
    """`colour` in a form that meets fields: [3] -> [3, 1, 1]."""
    return colour[:, None, None] if colour.ndim == 1 else colour


def tinted(colour: Colour, filter_: Colour) -> Colour:
    """`colour` seen through a coloured glass, or lit by a coloured lamp."""
    if colour.ndim == filter_.ndim:
        return colour * filter_
    return each(colour) * each(filter_)


def mix(first: Colour, second: Colour, amount: float | Field) -> Colour:
    """`first` where `amount` is 0, `second` where it is 1; a field gives a colour a pixel."""
    weight = np.asarray(amount, np.float32)
    if weight.ndim or first.ndim != second.ndim:
        first, second = each(first), each(second)
    mixture = (second - first) * weight
    mixture += first
    return mixture


def lit(colour: Colour, brightness: float | Field) -> Colour:
    """`colour` under more (> 1) or less (< 1) light; highlights turn white, as on film."""
    level = np.asarray(brightness, np.float32)
    if level.ndim:
        colour = each(colour)
    over = np.clip(level - 1.0, 0.0, 1.0)
    shone: Colour = colour * (np.clip(level, 0.0, 1.0) - over)
    shone += over
    return shone


def ramp(stops: Sequence[Colour], position: Field) -> Colour:
    """Evenly spaced colours, read at `position` in 0..1."""
    places = np.linspace(0.0, 1.0, len(stops))
    channels = [np.interp(position, places, [stop[c] for stop in stops]) for c in range(3)]
    return np.stack(channels).astype(np.float32)


def striped(colours: Sequence[Colour], place: Field, soft: float) -> Colour:
    """`colours` in turn, one for each whole number in `place`; edges are `soft` wide."""
    stripe = np.floor(place)
    index = stripe.astype(np.intp)
    palette = np.stack(list(colours), axis=1)
    over = np.clip((place - stripe - 1.0) / max(soft, 1e-4) + 1.0, 0.0, 1.0)
    count = len(colours)
    return mix(palette[:, index % count], palette[:, (index + 1) % count], over)


def step(low: float, high: float, value: Field) -> Field:
    """0 below `low`, 1 above `high` and smooth between; `low` > `high` falls instead."""
    part = np.clip((value - low) / (high - low), 0.0, 1.0)
    return np.asarray(part * part * (3.0 - 2.0 * part), np.float32)


def bump(middle: float, width: float, value: Field) -> Field:
    """1 at `middle`, falling to a third at a distance of `width`."""
    return np.asarray(np.exp(-(((value - middle) / width) ** 2)), np.float32)


def vary(rng: Generator, colour: Colour, amount: float = 0.04) -> Colour:
    """A neighbour of `colour`: mostly lighter or darker, a little warmer or colder."""
    shift = rng.uniform(-amount, amount) + rng.uniform(-amount, amount, 3) * 0.5
    return np.clip(colour + shift, 0.0, 1.0).astype(np.float32)


def varied(rng: Generator, colours: Colour, amount: float = 0.04) -> Colour:
    """`vary` for many colours [N, 3] at once."""
    count = len(colours)
    shift = (
        rng.uniform(-amount, amount, (count, 1)) + rng.uniform(-amount, amount, (count, 3)) * 0.5
    )
    return np.clip(colours + shift, 0.0, 1.0).astype(np.float32)


def pick(rng: Generator, options: Sequence[T]) -> T:
    """One of `options`, each as likely."""
    return options[int(rng.integers(len(options)))]
