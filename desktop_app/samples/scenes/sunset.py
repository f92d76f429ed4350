"""A sunset."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from desktop_app.samples.drawing.canvas import Canvas
from desktop_app.samples.drawing.colour import Colour, mix, pick, rgb, step
from desktop_app.samples.drawing.ground import glitter, paint_waves, reflect, ripple
from desktop_app.samples.drawing.layer import Layer
from desktop_app.samples.drawing.light import (
    SUNSET_GOLD,
    SUNSET_PINK,
    SUNSET_RED,
    Light,
    paint_birds,
    paint_sky,
    paint_streaks,
    paint_sun,
)
from desktop_app.samples.drawing.noise import ridge
from desktop_app.samples.drawing.outlines import below, outline
from desktop_app.samples.drawing.trees import draw_grass, draw_palm


def draw_sunset(canvas: Canvas, rng: Generator) -> None:
    """A low sun in a burning sky, over the sea or over hills, with something dark before it."""
    light = pick(rng, (SUNSET_RED, SUNSET_GOLD, SUNSET_PINK, SUNSET_RED))
    horizon = canvas.height * rng.uniform(0.58, 0.72)
    paint_sky(canvas, rng, light, horizon)
    paint_streaks(canvas, rng, light, horizon, rng.uniform(0.35, 0.75))
    x, radius = canvas.width * rng.uniform(0.25, 0.75), rng.uniform(0.05, 0.09)
    paint_sun(canvas, light, x, horizon - rng.uniform(0.2, 1.8) * radius, radius)
    dark = mix(light.sky[0], rgb(0), 0.74)
    if rng.random() < 0.65:
        _paint_burning_sea(canvas, rng, light, horizon, x)
    else:
        _paint_hills(canvas, rng, light, horizon)
    if rng.random() < 0.6:
        paint_birds(canvas, rng, dark, horizon)
    _paint_silhouette(canvas, rng, dark)


def _paint_burning_sea(
    canvas: Canvas, rng: Generator, light: Light, horizon: float, sun: float
) -> None:
    reflect(canvas, horizon, squash=1.25)
    water = canvas.box(0.0, horizon, canvas.width, canvas.height)
    depth = (water.y - horizon) / (canvas.height - horizon)
    canvas.fill(water.where(0.10 + 0.45 * depth), light.sky[1] * np.float32(0.8))
    ripple(canvas, rng, horizon, 0.04)
    bright, dark = light.sky[-1], light.sky[0] * np.float32(0.5)
    paint_waves(canvas, rng, horizon, (bright, dark), 0.45)
    glitter(canvas, rng, horizon, light.sun, (sun, 0.09))


def _paint_hills(canvas: Canvas, rng: Generator, light: Light, horizon: float) -> None:
    """Ranges that get darker towards the viewer, with mist between them."""
    dark = mix(light.sky[0], rgb(0), 0.6)
    for i in range(4):
        line = horizon + (i / 3.0) ** 1.4 * (canvas.height - horizon) * 0.75 - 0.02
        line = line + ridge(rng, canvas.x, 1.3 + i * 0.5) * 0.06
        hill = canvas.polygon(below(line, canvas.x, canvas.height + 0.01))
        colour = mix(light.haze, dark, 0.25 + 0.25 * i)
        woods = hill.crop(canvas.noise(rng, (24.0, 24.0), octaves=3, persistence=0.7)) * 0.03
        fall = step(0.0, 0.22, hill.y - line[:, hill.columns])
        canvas.fill(hill, mix(colour, light.haze, np.clip(0.35 * fall + woods, 0.0, 1.0)))


def _paint_silhouette(canvas: Canvas, rng: Generator, dark: Colour) -> None:
    """Palms, reeds or a jetty against the light."""
    layer, side = canvas.layer(), pick(rng, (-1.0, 1.0))
    draw = pick(rng, (_draw_palms, _draw_reeds, _draw_jetty))
    draw(canvas, layer, rng, dark, side)
    canvas.lay(layer)


def _draw_palms(canvas: Canvas, layer: Layer, rng: Generator, dark: Colour, side: float) -> None:
    edge = canvas.width * (0.5 + 0.5 * side)
    for _ in range(int(rng.integers(1, 4))):
        foot = edge - side * rng.uniform(0.0, 0.25), canvas.height + 0.02
        head = foot[0] - side * rng.uniform(0.02, 0.2), canvas.height * rng.uniform(0.2, 0.5)
        draw_palm(layer, rng, (foot, head), rng.uniform(0.2, 0.3), (dark, dark))


def _draw_reeds(canvas: Canvas, layer: Layer, rng: Generator, dark: Colour, side: float) -> None:
    """Reeds along the bottom, taller on one side."""
    middle = canvas.width * (0.5 + 0.3 * side)
    draw_grass(layer, rng, (0.0, canvas.width, canvas.height + 0.01), 0.16, dark, blades=110)
    tuft = middle - 0.3, middle + 0.3, canvas.height + 0.01
    draw_grass(layer, rng, tuft, rng.uniform(0.26, 0.4), dark, blades=45)


def _draw_jetty(canvas: Canvas, layer: Layer, rng: Generator, dark: Colour, side: float) -> None:
    deck = canvas.height * rng.uniform(0.82, 0.9)
    edge = canvas.width * (0.5 + 0.5 * side)
    end = edge - side * canvas.width * rng.uniform(0.4, 0.65)
    upper, lower = ((edge, deck), (end, deck - 0.02)), ((end, deck + 0.005), (edge, deck + 0.05))
    layer.polygon(outline(*upper, *lower), dark)
    for x in np.linspace(edge, end, 7):
        layer.line(outline((x, deck - 0.05), (x, canvas.height)), 0.016, dark)
