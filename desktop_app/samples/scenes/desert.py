"""Sand dunes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from desktop_app.samples.drawing.canvas import Canvas
from desktop_app.samples.drawing.colour import Colour, Field, mix, pick, rgb, step, vary
from desktop_app.samples.drawing.layer import Layer
from desktop_app.samples.drawing.light import (
    GOLDEN,
    MORNING,
    NOON,
    SUMMER,
    Light,
    paint_clouds,
    paint_sky,
    paint_sun,
)
from desktop_app.samples.drawing.noise import ridge
from desktop_app.samples.drawing.outlines import below, outline
from desktop_app.samples.drawing.shapes import Shape

SANDS = [rgb(code) for code in (0xE0A866, 0xD69252, 0xE8BE82, 0xCC8048)]


@dataclass(frozen=True, eq=False)
class Dune:
    """One dune: its crest line [1, W], its highest place, its size; 0 far, 1 near."""

    line: Field
    top: float
    size: float
    nearness: float


def draw_desert(canvas: Canvas, rng: Generator) -> None:
    """Dunes with sharp crests, bright on one side and dark on the other."""
    light = pick(rng, (NOON, SUMMER, GOLDEN, MORNING))
    horizon = canvas.height * rng.uniform(0.36, 0.55)
    paint_sky(canvas, rng, light, horizon)
    paint_clouds(canvas, rng, light, horizon, rng.uniform(0.0, 0.2))
    if light in {GOLDEN, MORNING}:
        x = canvas.width * rng.uniform(0.15, 0.85)
        paint_sun(canvas, light, x, horizon * rng.uniform(0.3, 0.7), rng.uniform(0.03, 0.05))
    sand, side = vary(rng, pick(rng, SANDS)), pick(rng, (-1.0, 1.0))
    dunes = _dunes(canvas, rng, horizon)
    caravan = len(dunes) - 2 if rng.random() < 0.55 else None
    for i, dune in enumerate(dunes):
        _paint_dune(canvas, rng, light, dune, (sand, side))
        if i == caravan:
            _paint_caravan(canvas, rng, light, dune)


def _dunes(canvas: Canvas, rng: Generator, horizon: float) -> list[Dune]:
    """Dunes from the farthest to the nearest."""
    count, dunes = int(rng.integers(4, 6)), []
    for nearness in np.linspace(0.0, 1.0, count).tolist():
        base = horizon + (canvas.height - horizon) * (0.02 + 0.62 * nearness**1.3)
        size, top = 0.05 + 0.20 * nearness, rng.uniform(0.1, 0.9) * canvas.width
        rise = np.exp(-(np.abs((canvas.x - top) / (0.35 + 0.5 * nearness)) ** 1.25))
        line = base - size * rise + ridge(rng, canvas.x, 1.2, 3) * 0.03 * (0.3 + nearness)
        dunes.append(Dune(line.astype(np.float32), top, size, nearness))
    return dunes


def _paint_dune(
    canvas: Canvas, rng: Generator, light: Light, dune: Dune, look: tuple[Colour, float]
) -> None:
    """A dune of (sand, the side that the light comes from)."""
    sand, side = look
    body = canvas.polygon(below(dune.line, canvas.x, canvas.height + 0.01))
    fall = body.y - dune.line[:, body.columns]
    shadow = _shadow(rng, dune, body, fall, side)
    drift = body.crop(canvas.noise(rng, (3.0, 3.0), octaves=4))
    waves = np.sin(
        (fall * 1.5 + body.x * 0.25 * side) * 190.0 / (0.5 + dune.nearness) + drift * 2.4
    )
    grain = body.crop(canvas.noise(rng, (30.0, 50.0), octaves=3, persistence=0.8)) * 0.02
    texture = waves * np.float32(0.035 * dune.nearness) + grain
    bright = light.on(sand, 1.06 + texture - 0.20 * step(0.0, 0.5, fall))
    dark = light.on(sand * rgb(0xC09A8C), 0.68 + texture * 0.6 + 0.30 * fall)
    distance = 0.42 * (1.0 - dune.nearness) ** 1.5
    canvas.fill(body, light.far(mix(bright, dark, shadow), distance))


def _shadow(rng: Generator, dune: Dune, body: Shape, fall: Field, side: float) -> Field:
    """1 behind the crest, which winds down the dune towards the viewer."""
    swing = np.sin(fall * rng.uniform(5.0, 9.0) + rng.uniform(0.0, 6.0)) * 0.10
    crest = dune.top + fall * (swing / dune.size + side * rng.uniform(0.3, 1.1))
    return step(-0.012, 0.03, (crest - body.x) * side) * step(
        dune.size * 3.6, dune.size * 1.2, fall
    )


def _paint_caravan(canvas: Canvas, rng: Generator, light: Light, dune: Dune) -> None:
    """Camels that walk along a dune's crest."""
    layer, dark = canvas.layer(), light.on(rgb(0x4A3226))
    start, size = canvas.width * rng.uniform(0.12, 0.5), rng.uniform(0.045, 0.06)
    for i in range(int(rng.integers(3, 6))):
        x = start + i * size * 1.7
        foot = float(np.interp(x, canvas.x[0], dune.line[0])) + 0.004
        _draw_camel(layer, (x, foot), size * rng.uniform(0.92, 1.05), dark)
    canvas.lay(layer)


def _draw_camel(layer: Layer, foot: tuple[float, float], size: float, colour: Colour) -> None:
    x, y = foot
    layer.ellipse(x, y - size * 0.75, size * 0.42, size * 0.2, colour)
    layer.ellipse(x - size * 0.02, y - size * 0.95, size * 0.17, size * 0.16, colour)
    neck = outline((0.35, -0.72), (0.56, -0.72), (0.66, -1.1), (0.82, -1.12))
    layer.line(neck * size + foot, size * 0.12, colour)
    for leg in (-0.32, -0.2, 0.2, 0.33):
        ends = outline((leg, -0.7), (leg * 1.1, 0.0)) * size + foot
        layer.line(ends, size * 0.075, colour)
