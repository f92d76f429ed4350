"""A road, and what stands beside it a little out of focus."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from desktop_app.samples.drawing.canvas import Canvas
from desktop_app.samples.drawing.colour import pick, rgb, vary
from desktop_app.samples.drawing.ground import paint_ground, paint_wooded_hills
from desktop_app.samples.drawing.layer import Layer
from desktop_app.samples.drawing.light import Light
from desktop_app.samples.drawing.outlines import box_outline, outline
from desktop_app.samples.drawing.trees import draw_broadleaf

HOUSES = [rgb(code) for code in (0xD8C0A0, 0xB8806A, 0xC8C4BC, 0xE0D4B8, 0x9AA4AC)]
VERGES = [rgb(code) for code in (0x7A9A4A, 0xA89A6A, 0x8A8E90)]


def paint_roadside(canvas: Canvas, rng: Generator, light: Light, horizon: float) -> None:
    """Hills, trees or a row of houses, and the road before them."""
    paint_wooded_hills(canvas, rng, light, horizon)
    verge = light.on(vary(rng, pick(rng, VERGES), 0.03))
    paint_ground(canvas, rng, horizon, (verge, verge), cells=(14.0, 10.0), roughness=0.10)
    layer = canvas.layer()
    if rng.random() < 0.5:
        _draw_trees(layer, rng, light, canvas.width, horizon)
    else:
        _draw_houses(layer, rng, light, canvas.width, horizon)
    canvas.lay(layer)
    canvas.soften(0.004)
    _paint_road(canvas, rng, light, horizon + (canvas.height - horizon) * 0.26)


def _draw_trees(layer: Layer, rng: Generator, light: Light, width: float, horizon: float) -> None:
    count, green = round(6 * width / 1.5), light.on(vary(rng, rgb(0x5A8A3F), 0.04))
    for i in range(count):
        x = width * (i + rng.uniform(0.0, 1.0)) / count
        draw_broadleaf(layer, rng, (x, horizon + 0.03), rng.uniform(0.17, 0.32), green)


def _draw_houses(layer: Layer, rng: Generator, light: Light, width: float, horizon: float) -> None:
    """A street's fronts from side to side."""
    x, foot, glass = -0.05, horizon + 0.03, light.on(rgb(0x4F606C))
    while x < width:
        wide, top = rng.uniform(0.14, 0.26), foot - rng.uniform(0.2, 0.36)
        wall = light.on(vary(rng, pick(rng, HOUSES)))
        layer.polygon(box_outline(x, top, x + wide, foot), wall)
        layer.polygon(box_outline(x, top, x + wide, top + 0.012), wall * np.float32(0.7))
        for row in np.arange(top + 0.03, foot - 0.03, 0.055):
            for column in np.arange(x + 0.02, x + wide - 0.03, 0.045):
                layer.polygon(box_outline(column, row, column + 0.022, row + 0.032), glass)
        x += wide


def _paint_road(canvas: Canvas, rng: Generator, light: Light, edge: float) -> None:
    road = canvas.box(0.0, edge, canvas.width, canvas.height)
    grit = road.crop(canvas.noise(rng, (60.0, 60.0), octaves=3, persistence=0.9)) * 0.05
    wear = canvas.plane(rng, edge, (0.7, 9.0)) * 0.05
    asphalt = vary(rng, rgb(0x72747A), 0.03)
    canvas.fill(road, light.on(asphalt, 0.98 + grit + wear))
    kerb = canvas.rectangle(0.0, edge - 0.012, canvas.width, edge)
    canvas.fill(kerb, light.on(rgb(0xC0BAB0)))
    y = canvas.height * 0.945
    for x in np.arange(rng.uniform(-0.4, 0.0), canvas.width, 0.42).tolist():
        dash = outline((x, y), (x + 0.24, y), (x + 0.245, y + 0.02), (x + 0.005, y + 0.02))
        canvas.fill(canvas.polygon(dash), light.on(rgb(0xE8E4D8)), 0.9)
