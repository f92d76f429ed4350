"""Trees, bushes and grass, drawn into layers."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np
from numpy.random import Generator

from desktop_app.samples.drawing.colour import Colour, Field, mix, rgb, varied, vary
from desktop_app.samples.drawing.layer import Layer, Numbers
from desktop_app.samples.drawing.outlines import Point, curve, outline


def draw_fir(
    layer: Layer,
    rng: Generator,
    foot: Point,
    height: float,
    colour: Colour,
    *,
    snow: tuple[Colour, Colour] | None = None,
) -> None:
    """A fir of ragged tiers, lighter on its left; `snow` is its colours in shade and in light."""
    trunk = outline(foot, (foot[0], foot[1] - height * 0.2))
    layer.line(trunk, height * 0.05, rgb(0x4A3628) * colour[1])
    tiers = 8
    part = np.arange(tiers) / tiers
    tips = foot[1] - height * (0.36 + 0.70 * part)
    hems = foot[1] - height * (0.08 + 0.78 * part)
    halves = height * (0.25 * (1.0 - part) ** 0.9 + 0.03) * rng.uniform(0.86, 1.12, tiers)
    dark = _tiers(rng, (foot[0], tips), halves, hems)
    left = _tiers(rng, (foot[0] - halves * 0.14, tips), halves * 0.76, hems - height * 0.015)
    # Each tier is drawn whole before the next one up: shade, light, then snow.
    shapes, colours = [dark, left], [mix(colour, rgb(0), 0.32), colour]
    if snow is not None:
        lift = height * rng.uniform(0.030, 0.055, tiers)
        shapes.append(_tiers(rng, (foot[0], tips), halves * 0.86, hems - lift))
        shapes.append(_tiers(rng, (foot[0] - halves * 0.1, tips), halves * 0.66, hems - lift * 1.5))
        colours += snow
    stacked = np.stack(shapes, axis=1).reshape(-1, *dark.shape[1:])
    tones = varied(rng, np.tile(np.stack(colours), (tiers, 1)), 0.02)
    layer.polygons(stacked, tones)


def _tiers(
    rng: Generator, tip: tuple[float | Numbers, Numbers], halves: Numbers, hems: Numbers
) -> Numbers:
    """Triangles [N, corners, 2] with ragged, sagging hems."""
    places = np.linspace(1.0, -1.0, 11)
    teeth = np.where(np.arange(11) % 2 == 0, 0.0, -0.20) + rng.uniform(-0.07, 0.07, (len(hems), 11))
    x, y = np.broadcast_arrays(*tip)
    across = x[:, None] + places * halves[:, None]
    down = hems[:, None] + (teeth - np.abs(places) * 0.16) * halves[:, None]
    top = np.stack([x, y], axis=-1)[:, None]
    return np.concatenate([top, np.stack([across, down], axis=-1)], axis=1)


def draw_foliage(
    layer: Layer,
    rng: Generator,
    centre: Point,
    radii: tuple[float, float],
    colour: Colour,
    *,
    leaves: int = 150,
) -> None:
    """A round mass of leaves: dark below and inside, light where the sun falls, top left."""
    angle, distance = rng.uniform(0.0, 2.0 * pi, leaves), rng.uniform(0.0, 1.0, leaves) ** 0.6
    across, down = np.cos(angle) * distance, np.sin(angle) * distance
    sunny = np.clip(0.5 - 0.45 * down - 0.25 * across + rng.normal(0.0, 0.14, leaves), 0.0, 1.0)
    size = radii[0] * rng.uniform(0.07, 0.17, leaves) * (1.25 - 0.4 * distance)
    order = np.argsort(sunny + rng.uniform(0.0, 0.45, leaves))
    middles = np.stack([centre[0] + across * radii[0], centre[1] + down * radii[1]], axis=1)
    tones = _between(colour * np.float32(0.42), mix(colour, rgb(0xFFF3B0), 0.30), sunny)
    sizes = np.stack([size, size * 0.8], axis=1)
    layer.dots(middles[order], sizes[order], varied(rng, tones[order], 0.03))


def _between(dark: Colour, bright: Colour, amount: Numbers) -> Colour:
    """[N, 3]: a colour for each amount."""
    return (dark + (bright - dark) * amount[:, None]).astype(np.float32)


def draw_broadleaf(
    layer: Layer, rng: Generator, foot: Point, height: float, colour: Colour
) -> None:
    """A round-headed tree."""
    (x, y), bark = foot, vary(rng, rgb(0x5B4433), 0.03)
    for lean in (-0.16, 0.17, 0.0):
        fork, end = (
            (x + lean * height * 0.2, y - height * 0.35),
            (x + lean * height, y - height * 0.62),
        )
        branch = curve(outline(foot, fork, end), closed=False)
        layer.line(branch, height * (0.055 if lean == 0.0 else 0.035), bark)
    crown = y - height * 0.64
    for dx, dy, part in ((-0.2, 0.06, 0.7), (0.21, 0.05, 0.7), (0.0, -0.08, 1.0)):
        centre = x + dx * height + rng.normal(0.0, 0.02) * height, crown + dy * height
        radius = height * 0.30 * part
        draw_foliage(layer, rng, centre, (radius, radius * 0.95), vary(rng, colour, 0.03))


def draw_palm(
    layer: Layer,
    rng: Generator,
    trunk: tuple[Point, Point],
    size: float,
    colours: tuple[Colour, Colour],
) -> None:
    """A palm; `trunk` is its foot and head, `size` its fronds' length; colours: bark, leaf."""
    (foot, head), (bark, leaf) = trunk, colours
    bend = foot[0] * 0.78 + head[0] * 0.22, foot[1] * 0.45 + head[1] * 0.55
    path = curve(outline(foot, bend, head), closed=False, steps=12)
    for i in range(len(path) - 1):
        width = size * (0.13 - 0.06 * i / len(path))
        layer.line(path[i : i + 2], width, bark * np.float32(0.85 + 0.15 * (i % 2)))
    angles = np.linspace(-0.35, pi + 0.35, 11) + rng.uniform(-0.12, 0.12, 11)
    for angle in rng.permutation(angles):
        tone = vary(rng, leaf * np.float32(rng.uniform(0.7, 1.12)), 0.02)
        _draw_frond(layer, head, size * rng.uniform(0.85, 1.1), float(angle), tone)


def _draw_frond(layer: Layer, head: Point, length: float, angle: float, colour: Colour) -> None:
    """One drooping frond, leaving the head at `angle` (0 is right, pi left)."""
    reach = np.linspace(0.0, 1.0, 15)
    droop = 0.45 + 0.35 * abs(cos(angle))
    x = head[0] + cos(angle) * reach * length * (1.05 - 0.12 * reach)
    y = head[1] - (sin(angle) * 0.85 + 0.16) * reach * length + droop * reach**2.2 * length
    spine = np.stack([x, y], axis=-1)
    along = np.diff(spine, axis=0)
    along /= np.hypot(along[:, :1], along[:, 1:]) + 1e-9
    blade = (length * 0.25 * np.sin(pi * (0.14 + 0.82 * reach[1:])))[:, None]
    for side in (-1.0, 1.0):
        athwart = np.stack([-along[:, 1], along[:, 0]], axis=-1) * side
        tips = spine[1:] + (along * 0.75 + athwart + (0.0, 0.35)) * blade * 0.62
        leaflets = np.stack([spine[:-1], spine[1:] + along * blade * 0.10, tips], axis=1)
        layer.polygons(leaflets, np.tile(colour * np.float32(1.0 - 0.08 * side), (14, 1)))
    layer.line(spine, length * 0.02, colour)


def draw_grass(
    layer: Layer,
    rng: Generator,
    stretch: tuple[float, float, float],
    height: float,
    colour: Colour,
    *,
    blades: int = 60,
) -> None:
    """Blades of grass along `stretch`: from x to x, at y."""
    left, right, foot = stretch
    x, tall = rng.uniform(left, right, blades), height * rng.uniform(0.4, 1.0, blades)
    lean, half = rng.normal(0.0, 0.25, blades) * tall, height * 0.035
    corners = [(x - half, 0.0 * x), (x + lean * 0.35, tall * 0.55), (x + lean, tall)]
    corners += [(x + lean * 0.35 + half, tall * 0.55), (x + half, 0.0 * x)]
    shapes = np.stack([np.stack([at, foot - up], axis=-1) for at, up in corners], axis=1)
    tones: Field = colour * rng.uniform(0.7, 1.1, (blades, 1)).astype(np.float32)
    layer.polygons(shapes, varied(rng, tones, 0.03))
