"""A house in its garden."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from desktop_app.samples.drawing.canvas import Canvas
from desktop_app.samples.drawing.colour import mix, pick, rgb, vary
from desktop_app.samples.drawing.facade import House, any_house, paint_house
from desktop_app.samples.drawing.ground import paint_ground, paint_wooded_hills
from desktop_app.samples.drawing.light import (
    GOLDEN,
    MORNING,
    NOON,
    OVERCAST,
    SUMMER,
    Light,
    paint_clouds,
    paint_sky,
)
from desktop_app.samples.drawing.outlines import box_outline, outline
from desktop_app.samples.drawing.trees import draw_broadleaf, draw_fir, draw_foliage

LAWNS = [rgb(code) for code in (0x6FA044, 0x86A850, 0x609046)]
TREES = [rgb(code) for code in (0x65A040, 0x509046, 0x8CA640, 0xC88A3A)]
BLOSSOMS = [rgb(code) for code in (0xF08AA8, 0xF6E27A, 0xFFFFFF, 0xD8483C)]


def draw_house(canvas: Canvas, rng: Generator) -> None:
    """A house with a path to its door, a lawn, bushes, trees and sometimes a fence."""
    light = pick(rng, (NOON, SUMMER, MORNING, GOLDEN, OVERCAST))
    horizon = canvas.height * rng.uniform(0.56, 0.66)
    paint_sky(canvas, rng, light, horizon)
    paint_clouds(canvas, rng, light, horizon, rng.uniform(0.1, 0.5))
    paint_wooded_hills(canvas, rng, light, horizon)
    grass = light.on(vary(rng, pick(rng, LAWNS), 0.03))
    stops = mix(grass, light.haze, 0.3), grass, grass * np.float32(0.76)
    paint_ground(canvas, rng, horizon, stops, cells=(12.0, 14.0), roughness=0.08)
    house = any_house(canvas, rng, horizon)
    _paint_trees_behind(canvas, rng, light, house)
    paint_house(canvas, rng, light, house)
    _paint_path(canvas, rng, light, house)
    _paint_bushes(canvas, rng, light, house)
    if rng.random() < 0.5:
        _paint_fence(canvas, light, house)
    if rng.random() < 0.45:
        _paint_tree_in_front(canvas, rng, light, house)


def _paint_trees_behind(canvas: Canvas, rng: Generator, light: Light, house: House) -> None:
    layer, green = canvas.layer(), light.on(vary(rng, pick(rng, TREES)))
    for side, edge in ((-1.0, house.left), (1.0, house.right)):
        if rng.random() < 0.7:
            foot = edge + side * rng.uniform(0.02, 0.16), house.foot - 0.01
            tall = rng.uniform(0.36, 0.52)
            if rng.random() < 0.65:
                draw_broadleaf(layer, rng, foot, tall, green)
            else:
                draw_fir(layer, rng, foot, tall, light.on(rgb(0x3F6A42)))
    canvas.lay(layer)


def _paint_tree_in_front(canvas: Canvas, rng: Generator, light: Light, house: House) -> None:
    layer, green = canvas.layer(), light.on(vary(rng, pick(rng, TREES)))
    x = pick(rng, (house.left * 0.3, canvas.width - (canvas.width - house.right) * 0.3))
    draw_broadleaf(layer, rng, (x, house.foot + 0.10), rng.uniform(0.5, 0.68), green)
    canvas.lay(layer)


def _paint_path(canvas: Canvas, rng: Generator, light: Light, house: House) -> None:
    """From the door, or near it, to the viewer."""
    far = house.door_x
    near = (far + canvas.width / 2.0) / 2.0 + rng.uniform(-0.2, 0.2)
    low = canvas.height + 0.01
    path = canvas.polygon(
        outline(
            *((far - 0.035, house.foot + 0.012), (far + 0.035, house.foot + 0.012)),
            *((near + 0.19, low), (near - 0.19, low)),
        )
    )
    fall = (path.y - house.foot) / (canvas.height - house.foot)
    gravel = path.crop(canvas.noise(rng, (34.0, 44.0), octaves=3, persistence=0.8))
    canvas.fill(path, light.on(rgb(0xCCBCA0), 0.98 + 0.06 * gravel - 0.12 * fall), 0.95)


def _paint_bushes(canvas: Canvas, rng: Generator, light: Light, house: House) -> None:
    """Along the wall, beside the door; some in flower."""
    layer, green = canvas.layer(), light.on(rgb(0x548C3E))
    for x in np.arange(house.left - 0.06, house.right + 0.1, rng.uniform(0.09, 0.14)).tolist():
        if abs(x - house.door_x) < 0.09 or rng.random() < 0.2:
            continue
        size = rng.uniform(0.03, 0.055)
        middle = x, house.foot - size * 0.3
        draw_foliage(layer, rng, middle, (size, size * 0.8), vary(rng, green), leaves=60)
        if rng.random() < 0.5:
            petals = np.stack(
                [rng.normal(x, size * 0.5, 9), rng.normal(middle[1], size * 0.4, 9)], 1
            )
            colours = np.tile(light.on(pick(rng, BLOSSOMS)), (9, 1))
            layer.dots(petals, np.full((9, 2), 0.006), colours)
    canvas.lay(layer)


def _paint_fence(canvas: Canvas, light: Light, house: House) -> None:
    """A low picket fence at both sides of the path."""
    layer, foot, tall = canvas.layer(), house.foot + (canvas.height - house.foot) * 0.42, 0.075
    white, gate = light.on(rgb(0xF4F1E8)), (house.door_x + canvas.width / 4.0) / 1.5
    picket = outline(
        (-0.008, 0.0), (-0.008, -tall), (0.0, -tall - 0.012), (0.008, -tall), (0.008, 0.0)
    )
    for x in np.arange(-0.01, canvas.width + 0.02, 0.026).tolist():
        if abs(x - gate) > 0.15:
            layer.polygon(picket + np.array([x, foot]), white)
    for start, end in ((-0.02, gate - 0.15), (gate + 0.15, canvas.width + 0.02)):
        for rail in (0.25, 0.75):
            y = foot - tall * rail
            layer.polygon(box_outline(start, y, end, y + 0.008), white * np.float32(0.86))
    canvas.lay(layer)
