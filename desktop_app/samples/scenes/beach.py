"""A beach on a bright day."""

from __future__ import annotations

from itertools import pairwise
from math import pi

import numpy as np
from numpy.random import Generator

from desktop_app.samples.drawing.canvas import Canvas
from desktop_app.samples.drawing.colour import (
    Colour,
    bump,
    lit,
    mix,
    pick,
    rgb,
    step,
    striped,
    vary,
)
from desktop_app.samples.drawing.ground import paint_ground, paint_headland, paint_waves
from desktop_app.samples.drawing.light import (
    MORNING,
    NOON,
    SUMMER,
    Light,
    paint_clouds,
    paint_sky,
)
from desktop_app.samples.drawing.noise import ridge
from desktop_app.samples.drawing.outlines import outline, turned
from desktop_app.samples.drawing.trees import draw_palm

CLOTHS = [
    rgb(code) for code in (0xE8483F, 0xF2B632, 0x2F8FD0, 0x2FA87A, 0xF07A9C, 0xF2F0E6, 0xF2803A)
]
SANDS = [rgb(code) for code in (0xEBD3A4, 0xF0DFC0, 0xDDBE8C)]
LAGOONS = ((0x1F6FA8, 0x4FD0C8), (0x2A7FB5, 0x7ADCCB), (0x1B8AA8, 0x8FE3CF))


def draw_beach(canvas: Canvas, rng: Generator) -> None:
    """Sand, foam and turquoise water under a bright sky; a parasol, palms or a ball."""
    light = pick(rng, (NOON, SUMMER, SUMMER, MORNING))
    horizon = canvas.height * rng.uniform(0.28, 0.42)
    paint_sky(canvas, rng, light, horizon)
    paint_clouds(canvas, rng, light, horizon, rng.uniform(0.1, 0.45))
    if rng.random() < 0.6:
        paint_headland(canvas, rng, light, horizon)
    _paint_lagoon(canvas, rng, light, horizon)
    _paint_shore(canvas, rng, light, horizon)
    side = pick(rng, (-1.0, 1.0))
    if rng.random() < 0.65:
        _paint_palms(canvas, rng, light, side)
    _paint_belongings(canvas, rng, light, -side)


def _paint_lagoon(canvas: Canvas, rng: Generator, light: Light, horizon: float) -> None:
    far, near = pick(rng, LAGOONS)
    stops = light.on(vary(rng, rgb(far))), light.on(rgb(near)), light.on(rgb(0xB8EBDD))
    paint_ground(canvas, rng, horizon, stops, cells=(2.0, 16.0), roughness=0.03)
    paint_waves(canvas, rng, horizon, (rgb(0xF4FFFF), stops[0]), 0.30)


def _paint_shore(canvas: Canvas, rng: Generator, light: Light, horizon: float) -> None:
    """Sand up to a waterline that runs aslant, wet and foamy where they meet."""
    depth = canvas.height - horizon
    slope = rng.uniform(-0.28, 0.28) * depth * min(1.0, canvas.width)
    line = horizon + depth * rng.uniform(0.36, 0.5) + slope * (canvas.x / canvas.width - 0.5) * 2.0
    line = line + ridge(rng, canvas.x, 2.0, 3) * 0.045 * depth
    ground = canvas.box(0.0, horizon, canvas.width, canvas.height)
    inland = (ground.y - line) / depth
    sand = light.on(vary(rng, pick(rng, SANDS), 0.03))
    grain = canvas.plane(rng, horizon, (9.0, 12.0)) * 0.04
    grain += ground.crop(canvas.noise(rng, (40.0, 40.0), octaves=3, persistence=0.8)) * 0.025
    colour = mix(lit(sand, 1.0 + grain), sand * rgb(0xA8988A), step(0.12, 0.03, inland) * 0.8)
    canvas.fill(ground.where(step(-0.004, 0.004, inland)), colour)
    lace = ground.crop(canvas.noise(rng, (9.0, 22.0), octaves=4, persistence=0.7)) * 0.006
    foam = step(0.035, 0.008, np.abs(inland - 0.004 + lace))
    for offset, strength in ((0.10, 0.55), (0.22, 0.4)):
        wave = np.abs(inland + offset + ridge(rng, canvas.x, 3.0, 4) * 0.03)
        foam = np.maximum(foam, step(0.022, 0.004, wave + lace) * strength)
    canvas.fill(ground.where(foam), light.on(rgb(0xFFFFFF)), 0.95)


def _paint_palms(canvas: Canvas, rng: Generator, light: Light, side: float) -> None:
    layer, shadows = canvas.layer(), canvas.layer()
    edge = canvas.width * (0.5 + 0.5 * side)
    for _ in range(int(rng.integers(1, 3))):
        size = rng.uniform(0.26, 0.38)
        foot = edge - side * rng.uniform(-0.02, 0.12), canvas.height * rng.uniform(0.8, 0.98)
        lean = rng.uniform(0.16, 0.42) * min(1.0, canvas.width / 1.2)
        head = edge - side * lean, canvas.height * rng.uniform(0.16, 0.34)
        colours = light.on(rgb(0x8A6A4C)), light.on(vary(rng, rgb(0x4A8A3E), 0.04))
        draw_palm(layer, rng, (foot, head), size, colours)
        fallen = outline(foot, (foot[0] - side * 0.5, foot[1] + 0.02))
        shadows.line(fallen, size * 0.1, rgb(0x3A2F28))
    canvas.lay(shadows, blur=0.006, opacity=0.3)
    canvas.lay(layer)


def _paint_belongings(canvas: Canvas, rng: Generator, light: Light, side: float) -> None:
    """A parasol or a ball, and perhaps a towel."""
    x = canvas.width * (0.5 + side * rng.uniform(0.08, 0.3))
    y = canvas.height * rng.uniform(0.80, 0.88)
    first, second = rng.permutation(len(CLOTHS))[:2]
    cloths = light.on(CLOTHS[first]), light.on(CLOTHS[second])
    if rng.random() < 0.6:
        _paint_towel(canvas, rng, (x + rng.uniform(0.0, 0.2), y + 0.03), cloths)
    if rng.random() < 0.75:
        size, tilt = rng.uniform(0.2, 0.34), rng.uniform(-0.25, 0.25)
        _paint_parasol(canvas, (x, y), size, tilt, cloths)
    else:
        _paint_ball(canvas, x, y, rng.uniform(0.05, 0.08), cloths)


def _paint_parasol(
    canvas: Canvas,
    foot: tuple[float, float],
    size: float,
    tilt: float,
    cloths: tuple[Colour, Colour],
) -> None:
    """A striped parasol stuck in the sand, and its shadow."""
    x, y = foot
    shadow = canvas.ellipse(x + size * 0.25, y + 0.01, size * 0.62, size * 0.13, blur=0.012)
    canvas.shade(shadow, 0.38)
    top = float(x + np.sin(tilt) * size * 1.2), float(y - np.cos(tilt) * size * 1.2)
    layer = canvas.layer()
    layer.line(outline(foot, top), size * 0.035, rgb(0xEDE6DA))
    hem = np.linspace(-1.0, 1.0, 9)
    for i, (left, right) in enumerate(pairwise(hem)):
        middle = (left + right) / 2.0
        panel = outline(
            *((0.0, 0.0), (left * 0.72, 0.20), (left, 0.52)),
            *((middle, 0.47), (right, 0.52), (right * 0.72, 0.20)),
        )
        colour = lit(cloths[i % 2], float(1.05 - 0.35 * (middle + 0.3) ** 2))
        layer.polygon(turned(panel * size * 0.66 + top, tilt, top), colour)
    canvas.lay(layer)


def _paint_ball(
    canvas: Canvas, x: float, y: float, radius: float, cloths: tuple[Colour, Colour]
) -> None:
    shadow = canvas.ellipse(
        x + radius * 0.6, y + radius * 0.9, radius * 1.3, radius * 0.3, blur=0.01
    )
    canvas.shade(shadow, 0.4)
    ball = canvas.ellipse(x, y, radius, radius)
    dx, dy = (ball.x - x) / radius, (ball.y - y) / radius
    wedge = (np.arctan2(dy + 0.25, dx + 0.2) / pi + 1.0) * 3.0
    colour = striped((*cloths, rgb(0xFAFAF5)), wedge, 1.5 / (radius * canvas.scale))
    sheen = 0.15 * bump(0.0, 0.3, np.hypot(dx + 0.35, dy + 0.4))
    canvas.fill(ball, lit(colour, 1.05 + sheen - 0.32 * ((dx + 0.4) ** 2 + (dy + 0.4) ** 2)))


def _paint_towel(
    canvas: Canvas, rng: Generator, corner: tuple[float, float], cloths: tuple[Colour, Colour]
) -> None:
    layer = canvas.layer()
    lean, stripes = rng.uniform(-0.05, 0.05), np.linspace(0.0, 1.0, 7)
    for i, (low, high) in enumerate(pairwise(stripes)):
        far = (low * 0.17, 0.0), (high * 0.17, 0.0)
        near = (high * 0.2 + lean, 0.06), (low * 0.2 + lean, 0.06)
        layer.polygon(outline(*far, *near) + corner, cloths[i % 2])
    canvas.lay(layer)
