"""A winter's day: snow on the ground, on the firs and in the air."""

from __future__ import annotations

from math import pi

import numpy as np
from numpy.random import Generator

from desktop_app.samples.drawing.canvas import Canvas
from desktop_app.samples.drawing.colour import Colour, mix, pick, rgb, step, vary
from desktop_app.samples.drawing.layer import Layer
from desktop_app.samples.drawing.light import DUSK, MORNING, OVERCAST, Light, paint_sky
from desktop_app.samples.drawing.noise import ridge
from desktop_app.samples.drawing.outlines import Point, Points, below, outline
from desktop_app.samples.drawing.trees import draw_fir

SCARVES = [rgb(code) for code in (0xC8322E, 0x2F6FB0, 0x3F9A5A, 0xE0A030, 0x8A4AA0)]
COAL = rgb(0x22262C)
HAT = rgb(0x2C2F38)
# Of the snowman's balls, in radii of the lowest one: heights over the ground, and radii.
BALLS = ((0.85, 1.0), (2.0, 0.74), (2.95, 0.52))
HEAD = BALLS[2][0]


def draw_snow(canvas: Canvas, rng: Generator) -> None:
    """Snowy firs on white slopes while it snows; often a snowman."""
    light = pick(rng, (OVERCAST, OVERCAST, MORNING, DUSK))
    horizon = canvas.height * rng.uniform(0.46, 0.6)
    paint_sky(canvas, rng, light, horizon)
    _paint_far_woods(canvas, rng, light, horizon)
    for nearness in (0.0, 0.4, 1.0):
        _paint_slope(canvas, rng, light, horizon, nearness)
        _paint_firs(canvas, rng, light, horizon, nearness)
    if rng.random() < 0.7:
        foot = canvas.width * rng.uniform(0.35, 0.65), canvas.height * rng.uniform(0.86, 0.94)
        _paint_snowman(canvas, rng, light, foot, rng.uniform(0.10, 0.15))
    _paint_flakes(canvas, rng)


def _paint_far_woods(canvas: Canvas, rng: Generator, light: Light, horizon: float) -> None:
    line = horizon - 0.10 - ridge(rng, canvas.x, 1.2, 3) * 0.07
    line = line - ridge(rng, canvas.x, 24.0, 3) * 0.016
    woods = canvas.polygon(below(line, canvas.x, horizon + 0.1))
    leaves = woods.crop(canvas.noise(rng, (40.0, 14.0), octaves=3, persistence=0.7))
    canvas.fill(woods, light.far(light.on(rgb(0x6F8290), 1.0 + leaves * 0.10), 0.42))


def _paint_slope(
    canvas: Canvas, rng: Generator, light: Light, horizon: float, nearness: float
) -> None:
    base = horizon + (canvas.height - horizon) * 0.42 * nearness
    line = base + ridge(rng, canvas.x, 1.1, 2) * 0.055
    slope = canvas.polygon(below(line, canvas.x, canvas.height + 0.01))
    fall = slope.y - line[:, slope.columns]
    drifts = slope.crop(canvas.noise(rng, (2.0, 7.0), octaves=5)) * 0.20
    shade = np.clip(0.22 + drifts + step(0.0, 0.3, fall) * 0.25, 0.0, 1.0)
    colour = mix(light.on(rgb(0xFCFDFF)), light.on(rgb(0xBCCDE6)), shade)
    canvas.fill(slope, light.far(colour, 0.3 * (1.0 - nearness)))


def _paint_firs(
    canvas: Canvas, rng: Generator, light: Light, horizon: float, nearness: float
) -> None:
    """A row of firs; the nearest leave the middle clear."""
    layer, white = canvas.layer(), (light.on(rgb(0xB9C9E2)), light.on(rgb(0xF8FAFE)))
    haze = 0.45 - 0.45 * nearness
    count = round((9 - 6 * nearness) * canvas.width / 1.5) + 1
    for i in rng.permutation(count):
        x = canvas.width * (float(i) + rng.uniform(0.1, 0.9)) / count
        if nearness == 1.0 and abs(x / canvas.width - 0.5) < 0.26:
            continue
        tall = (0.13 + 0.42 * nearness) * rng.uniform(0.75, 1.25)
        foot = horizon + (canvas.height - horizon) * (0.48 * nearness + 0.05)
        foot += rng.uniform(0.0, 0.06)
        green = light.on(vary(rng, rgb(0x3A5846), 0.03))
        draw_fir(layer, rng, (x, foot), tall, light.far(green, haze), snow=white)
        shadow = canvas.ellipse(x + tall * 0.12, foot, tall * 0.3, tall * 0.045, blur=0.008)
        canvas.fill(shadow, light.on(rgb(0x6A86B4)), 0.35)
    canvas.lay(layer)


def _paint_snowman(canvas: Canvas, rng: Generator, light: Light, foot: Point, size: float) -> None:
    x, y = foot
    scarf = light.on(pick(rng, SCARVES))
    shadow = canvas.ellipse(x + size * 0.6, y, size * 1.5, size * 0.3, blur=0.012)
    canvas.shade(shadow, 0.22)
    arms = canvas.layer()
    for side in (-1.0, 1.0):
        arm = outline((0.55, -2.2), (1.3, -2.65), (1.5, -2.9)) * (side, 1.0)
        arms.line(arm * size + foot, size * 0.07, rgb(0x4A382C))
    canvas.lay(arms)
    for height, radius in BALLS:
        _paint_snowball(canvas, light, (x, y - height * size), radius * size)
    layer = canvas.layer()
    _draw_face(layer, (x, y - HEAD * size), size)
    _draw_clothes(layer, (x, y - HEAD * size), size, scarf)
    canvas.lay(layer)


def _paint_snowball(canvas: Canvas, light: Light, middle: Point, radius: float) -> None:
    ball = canvas.ellipse(*middle, radius, radius * 0.94)
    across, down = (ball.x - middle[0]) / radius, (ball.y - middle[1]) / radius
    shade = np.clip(0.25 + across * 0.32 + down * 0.42, 0.0, 1.0)
    canvas.fill(ball, mix(light.on(rgb(0xFFFFFF)), light.on(rgb(0x93ABD0)), shade))


def _draw_face(layer: Layer, head: Point, size: float) -> None:
    """Eyes, mouth and buttons of coal, and a carrot."""
    smile = np.linspace(0.25 * pi, 0.75 * pi, 5)
    mouth = np.stack([np.cos(smile) * 0.27, np.sin(smile) * 0.27], axis=1)
    eyes = outline((-0.17, -0.12), (0.17, -0.12))
    buttons = outline((0.0, 0.72), (0.02, 1.05), (0.0, 1.75))
    middles = np.concatenate([mouth, eyes, buttons]) * size + head
    radii = np.array([0.03] * 5 + [0.055] * 2 + [0.065] * 3)[:, None] * (size, size)
    layer.dots(middles, radii, np.tile(COAL, (10, 1)))
    layer.polygon(outline((-0.02, -0.06), (0.62, 0.06), (0.0, 0.09)) * size + head, rgb(0xE8803A))


def _draw_clothes(layer: Layer, head: Point, size: float, scarf: Colour) -> None:
    """A scarf and a hat."""

    def place(*points: Point) -> Points:
        return outline(*points) * size + head

    tail = place((0.16, 0.42), (0.42, 0.42), (0.5, 1.1), (0.24, 1.13))
    layer.polygon(place((-0.47, 0.32), (0.47, 0.32), (0.5, 0.54), (-0.5, 0.54)), scarf)
    layer.polygon(tail, scarf * np.float32(0.82))
    layer.polygon(place((-0.36, -1.02), (0.36, -1.02), (0.34, -0.36), (-0.34, -0.36)), HAT)
    layer.polygon(place((-0.35, -0.54), (0.35, -0.54), (0.34, -0.4), (-0.34, -0.4)), scarf)
    layer.polygon(
        place((-0.58, -0.42), (0.58, -0.42), (0.58, -0.32), (-0.58, -0.32)), HAT * np.float32(0.8)
    )


def _paint_flakes(canvas: Canvas, rng: Generator) -> None:
    """Falling snow: small and sharp far away, large and blurred near by."""
    white, layer, count = rgb(0xFFFFFF), canvas.layer(), 170
    middles = rng.random((count, 2)) * (canvas.width, canvas.height)
    radii = rng.uniform(0.0015, 0.0042, (count, 1)) * (1.0, 1.0)
    layer.dots(middles, radii, np.tile(white, (count, 1)))
    canvas.lay(layer, opacity=0.8)
    for _ in range(32):
        radius = 0.006 + 0.012 * rng.random() ** 3
        x, y = rng.uniform(0.0, canvas.width), rng.uniform(0.0, canvas.height)
        canvas.fill(canvas.ellipse(x, y, radius, radius, blur=radius * 0.7), white, 0.7)
