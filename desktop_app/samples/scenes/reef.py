"""Under water: light from above, corals, weeds, sand and bubbles."""

from __future__ import annotations

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
    ramp,
    rgb,
    step,
    varied,
    vary,
)
from desktop_app.samples.drawing.ground import paint_ground
from desktop_app.samples.drawing.layer import Layer
from desktop_app.samples.drawing.outlines import Point, outline

WATERS = [
    [rgb(code) for code in codes]
    for codes in (
        (0xA4E8EE, 0x48AED0, 0x2072AA, 0x14487C),
        (0xBAF2E6, 0x58C6C0, 0x278C9A, 0x14586E),
        (0x88D0F2, 0x3A90D2, 0x1C5EA4, 0x103872),
    )
]
CORALS = [
    rgb(code) for code in (0xE0587A, 0xE8813A, 0xB84AA0, 0xE8C04A, 0xC83A44, 0x8A5AC8, 0xF09A8A)
]


def paint_reef(canvas: Canvas, rng: Generator) -> tuple[Colour, float]:
    """Paint everything but the fish; return the colour of deep water and the top of the floor."""
    water = [vary(rng, stop, 0.03) for stop in pick(rng, WATERS)]
    canvas.pixels[:] = ramp(water, np.clip(canvas.y / canvas.height, 0.0, 1.0))
    _paint_rays(canvas, rng, water[0])
    bottom = canvas.height * rng.uniform(0.74, 0.86)
    _paint_corals(canvas, rng, water[2], bottom, 0.72)
    _paint_floor(canvas, rng, water, bottom)
    _paint_corals(canvas, rng, water[2], bottom + 0.10, 0.15)
    return water[2], bottom


def paint_bubbles(canvas: Canvas, rng: Generator) -> None:
    """Bubbles of air, bright at their rims."""
    for _ in range(int(rng.integers(8, 22))):
        x, y = rng.uniform(0.0, canvas.width), rng.uniform(0.05, 0.9) * canvas.height
        radius = rng.uniform(0.004, 0.016)
        bubble = canvas.ellipse(x, y, radius, radius)
        away = ((bubble.x - x) ** 2 + (bubble.y - y) ** 2) / radius**2
        rim = bubble.where(np.clip(0.15 + 0.7 * away**2, 0.0, 1.0))
        canvas.fill(rim, rgb(0xE0FAFF), 0.6)
        glint = canvas.ellipse(x - radius * 0.35, y - radius * 0.4, radius * 0.25, radius * 0.25)
        canvas.fill(glint, rgb(0xFFFFFF))


def _paint_rays(canvas: Canvas, rng: Generator, light: Colour) -> None:
    """Sunlight falling in shafts from the surface."""
    source = canvas.width * rng.uniform(0.2, 0.8)
    angle = (canvas.x - source) / (canvas.y + 0.45)
    fan = np.zeros(canvas.shape, np.float32)
    for _ in range(8):
        fan += bump(rng.uniform(-1.3, 1.3), rng.uniform(0.03, 0.12), angle)
    fade = step(0.95, 0.0, canvas.y / canvas.height)
    canvas.shine(canvas.everywhere().where(np.clip(fan, 0.0, 1.0) * fade), light, 0.42)


def _paint_floor(canvas: Canvas, rng: Generator, water: list[Colour], bottom: float) -> None:
    """Sand, with the net of light that waves throw on it."""
    sand = rgb(0xF0E4C0) * mix(water[1], rgb(0xFFFFFF), 0.62)
    stops = mix(sand, water[2], 0.8), mix(sand, water[2], 0.35), sand
    paint_ground(canvas, rng, bottom, stops, cells=(6.0, 8.0), roughness=0.06)
    floor = canvas.box(0.0, bottom, canvas.width, canvas.height)
    net = step(0.20, 0.0, np.abs(canvas.plane(rng, bottom, (3.0, 5.0), reach=5.0)))
    nearness = np.clip((floor.y - bottom) / (canvas.height - bottom), 0.0, 1.0)
    canvas.shine(floor.where(net * nearness), water[0], 0.45)


def _paint_corals(canvas: Canvas, rng: Generator, water: Colour, foot: float, far: float) -> None:
    """Corals and weeds along a line; `far` of the water's blue lies over them."""
    layer = canvas.layer()
    for _ in range(round(11 * canvas.width / 1.5)):
        x = canvas.width * rng.uniform(0.0, 1.0)
        if far < 0.5 and 0.3 < x / canvas.width < 0.7:
            continue  # the middle is the fishes'
        size = rng.uniform(0.08, 0.17) * (1.25 - far * 0.5)
        colour = mix(vary(rng, pick(rng, CORALS)), water, far)
        kind = int(rng.integers(3))
        if kind == 0:
            _draw_branches(layer, rng, (x, foot + 0.04), (size, -pi / 2.0, 4), colour)
        elif kind == 1:
            _draw_boulder(layer, rng, (x, foot + 0.02), size * 0.6, colour)
        else:
            weed = mix(rgb(0x5AA850), water, far)
            _draw_weed(layer, rng, (x, foot + 0.05), size * 1.7, weed)
    canvas.lay(layer)


def _draw_branches(
    layer: Layer, rng: Generator, foot: Point, growth: tuple[float, float, int], colour: Colour
) -> None:
    """A coral that forks; `growth` is the length left, the angle, and how often it still forks."""
    length, angle, forks = growth
    part = length * 0.42
    tip = foot[0] + part * float(np.cos(angle)), foot[1] + part * float(np.sin(angle))
    tone = lit(colour, 0.72 + 0.12 * (4 - forks))
    layer.line(outline(foot, tip), 0.006 * forks, tone)
    layer.ellipse(*tip, 0.003 * forks, 0.003 * forks, tone)
    if forks > 1:
        for turn in (-0.5, 0.45):
            rest = length * 0.82, angle + turn + rng.normal(0.0, 0.15), forks - 1
            _draw_branches(layer, rng, tip, rest, colour)


def _draw_boulder(layer: Layer, rng: Generator, middle: Point, size: float, colour: Colour) -> None:
    """A round coral, knobbly, lit from above."""
    count = 110
    angle, away = rng.uniform(0.0, 2.0 * pi, count), rng.random(count) ** 0.5
    across, down = np.cos(angle) * away, np.sin(angle) * away
    middles = np.stack([across, down * 0.72], axis=1) * size + middle
    order = np.argsort(-down)
    bright = (0.82 - 0.36 * down - 0.12 * across + rng.normal(0.0, 0.06, count))[:, None]
    tones = np.clip(colour * bright, 0.0, 1.0).astype(np.float32)
    radii = np.tile(np.array([size * 0.13, size * 0.105]), (count, 1))
    layer.dots(middles[order], radii, varied(rng, tones[order], 0.02))


def _draw_weed(layer: Layer, rng: Generator, foot: Point, tall: float, colour: Colour) -> None:
    """Five blades that sway."""
    rise = np.linspace(0.0, 1.0, 14)
    half = 0.010 * np.sin(pi * (0.15 + 0.85 * rise))
    for _ in range(5):
        phase, tallness = rng.uniform(0.0, 2.0 * pi), tall * rng.uniform(0.6, 1.0)
        sway = np.sin(rise * 6.0 + phase) * 0.016 * (0.3 + rise)
        x, y = foot[0] + rng.uniform(-0.03, 0.03) + sway, foot[1] - rise * tallness
        left, right = np.stack([x - half, y], axis=-1), np.stack([x + half, y], axis=-1)
        layer.polygon(np.concatenate([left, right[::-1]]), vary(rng, colour, 0.05))
