"""High mountains, often over a lake."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from desktop_app.samples.drawing.canvas import Canvas
from desktop_app.samples.drawing.colour import Colour, Field, mix, pick, rgb, step, vary
from desktop_app.samples.drawing.ground import paint_ground, paint_waves, reflect, ripple
from desktop_app.samples.drawing.light import (
    DUSK,
    GOLDEN,
    MORNING,
    NOON,
    OVERCAST,
    SUMMER,
    Light,
    paint_clouds,
    paint_sky,
)
from desktop_app.samples.drawing.noise import ridge
from desktop_app.samples.drawing.outlines import below
from desktop_app.samples.drawing.trees import draw_fir

ROCKS = [rgb(code) for code in (0x77767E, 0x82756A, 0x6A7280, 0x8A8072)]
FIRS = [rgb(code) for code in (0x35523A, 0x3E5834, 0x304C46)]
MEADOWS = ((0x6F8F3A, 0x92A858), (0x7D8A3C, 0xB0A860), (0x5C8240, 0x88A860))
PETALS = [rgb(code) for code in (0xF4EFE0, 0xF2D24A, 0xB48AD8)]


def draw_mountain(canvas: Canvas, rng: Generator) -> None:
    """Ranges of rock and snow behind each other; firs, and a lake or a meadow, before them."""
    light = pick(rng, (NOON, SUMMER, MORNING, GOLDEN, OVERCAST, DUSK))
    shore = canvas.height * rng.uniform(0.62, 0.78)
    paint_sky(canvas, rng, light, shore)
    paint_clouds(canvas, rng, light, shore, rng.uniform(0.1, 0.55))
    rock, snow_line = pick(rng, ROCKS), rng.uniform(0.35, 0.8)
    for nearness in (0.0, 0.45, 1.0):
        _paint_range(canvas, rng, light, (shore, nearness), (vary(rng, rock), snow_line))
    _paint_woods(canvas, rng, light, shore)
    if rng.random() < 0.6:
        _paint_lake(canvas, rng, light, shore)
    else:
        _paint_meadow(canvas, rng, light, shore)


def _paint_range(
    canvas: Canvas,
    rng: Generator,
    light: Light,
    place: tuple[float, float],
    make: tuple[Colour, float],
) -> None:
    """One range at (shore, nearness) of (rock, snow line); the middle of three is the highest."""
    (shore, nearness), (rock, snow_line) = place, make
    tallest = shore * rng.uniform(0.68, 0.88)
    height = tallest * (0.62, 1.0, 0.34)[round(nearness * 2.0)]
    line, flank = _peaks(canvas, rng)
    line = shore - height * (0.18 + 0.82 * line) + ridge(rng, canvas.x, 3.5, 6) * 0.032
    body = canvas.polygon(below(line, canvas.x, shore + 0.01))
    gullies = body.crop(_gullies(canvas, rng))
    # The side that falls to the right lies in shade; far down the slopes blur into each other.
    fall = (body.y - line[:, body.columns]) / tallest
    wander = body.crop(canvas.noise(rng, (3.0, 5.0), octaves=4)) * 0.28 * fall
    side = np.interp(body.x + wander, canvas.x[0], flank[0]).astype(np.float32)
    facing = -0.30 * side * step(0.8, 0.0, fall) + gullies * 0.20
    altitude = np.clip((shore - body.y) / tallest, 0.0, 1.0)
    bare = light.on(rock, np.clip(0.84 + facing, 0.25, 1.4))
    green = light.on(rgb(0x5E7048), np.clip(0.80 + facing * 0.8, 0.25, 1.4))
    colour = mix(green, bare, step(0.10, 0.40, altitude + gullies * 0.04))
    snow = mix(light.on(rgb(0xFBFCFE)), light.on(rgb(0x9DB2D2)), np.clip(0.12 - facing, 0.0, 1.0))
    cover = step(snow_line - 0.10, snow_line + 0.08, altitude + gullies * 0.07 - facing * 0.10)
    colour = mix(colour, snow, cover)
    canvas.fill(body, light.far(colour, (0.60, 0.30, 0.10)[round(nearness * 2.0)]))
    mist = step(0.30, 0.0, altitude) * 0.45 * (1.0 - nearness)
    canvas.fill(body.where(mist), light.haze)


def _peaks(canvas: Canvas, rng: Generator) -> tuple[Field, Field]:
    """[1, W] twice: heights in 0..1 of a few peaks with straight flanks; their slopes' signs."""
    line, slope = np.zeros_like(canvas.x), np.zeros_like(canvas.x)
    spacing = rng.uniform(0.42, 0.8)
    for middle in np.arange(rng.uniform(0.1, 0.6) * spacing, canvas.width + 0.2, spacing):
        top = float(middle) + rng.uniform(-0.35, 0.35) * spacing
        away = canvas.x - top
        peak = rng.uniform(0.6, 1.0) - np.where(away < 0.0, -away, away * 1.15) * rng.uniform(
            0.9, 1.6
        )
        slope = np.where(peak > line, np.tanh(away * 30.0), slope)
        line = np.maximum(line, peak)
    return line.astype(np.float32), slope.astype(np.float32)


def _gullies(canvas: Canvas, rng: Generator) -> Field:
    """How much each place faces the light, about -2..2: folds that run down the slopes."""
    folds = -np.abs(canvas.noise(rng, (5.0, 2.6), octaves=6, persistence=0.6))
    folds -= 0.7 * np.abs(canvas.noise(rng, (11.0, 5.0), octaves=5, persistence=0.6))
    slope = np.diff(folds, axis=1, append=folds[:, -1:])
    slope += 0.6 * np.diff(folds, axis=0, append=folds[-1:])
    return np.asarray(np.clip(slope / (slope.std() + 1e-6), -2.0, 2.0), np.float32)


def _paint_woods(canvas: Canvas, rng: Generator, light: Light, shore: float) -> None:
    """A dense wood along the shore, seen as a jagged line, and a few firs before it."""
    green = light.on(pick(rng, FIRS))
    tops = np.abs(((canvas.x * rng.uniform(38.0, 46.0)) % 1.0) - 0.5) * 2.0
    height = 0.045 + 0.022 * ridge(rng, canvas.x, 2.0, 3) + 0.02 * ridge(rng, canvas.x, 30.0, 2)
    line = shore - np.maximum(height, 0.018) * (1.0 - 0.45 * tops)
    wood = canvas.polygon(below(line, canvas.x, shore + 0.006))
    leaves = wood.crop(canvas.noise(rng, (60.0, 30.0), octaves=2)) * 0.12
    canvas.fill(wood, light.far(mix(green, rgb(0), np.clip(0.1 - leaves, 0.0, 0.4)), 0.22))
    layer = canvas.layer()
    middle = canvas.width * pick(rng, (0.12, 0.88))
    for _ in range(round(11 * canvas.width / 1.5)):
        foot = middle + rng.normal(0.0, 0.16), shore + rng.uniform(0.004, 0.014)
        draw_fir(layer, rng, foot, rng.uniform(0.07, 0.14), vary(rng, green, 0.02))
    canvas.lay(layer)


def _paint_lake(canvas: Canvas, rng: Generator, light: Light, shore: float) -> None:
    reflect(canvas, shore, squash=1.1)
    water = canvas.box(0.0, shore, canvas.width, canvas.height)
    depth = (water.y - shore) / (canvas.height - shore)
    canvas.fill(water.where(0.22 + 0.25 * depth), light.on(rgb(0x2A5A6C)))
    ripple(canvas, rng, shore, 0.012)
    paint_waves(canvas, rng, shore, (light.sky[-1], rgb(0x12303C)), 0.2)


def _paint_meadow(canvas: Canvas, rng: Generator, light: Light, shore: float) -> None:
    near, far = pick(rng, MEADOWS)
    stops = light.on(rgb(far)), light.on(rgb(near)), light.on(rgb(near), 0.7)
    paint_ground(canvas, rng, shore, stops, cells=(7.0, 9.0), roughness=0.10)
    layer, count = canvas.layer(), round(90 * canvas.width / 1.5)
    depth = rng.uniform(0.0, 1.0, count) ** 0.7
    middles = np.stack(
        [rng.uniform(0.0, canvas.width, count), shore + depth * (canvas.height - shore)], axis=1
    )
    radii = (0.001 + 0.005 * depth)[:, None] * (1.0, 0.8)
    layer.dots(middles, radii, np.tile(light.on(pick(rng, PETALS)), (count, 1)))
    canvas.lay(layer)
