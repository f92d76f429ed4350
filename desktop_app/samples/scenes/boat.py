"""Sailing boats."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from desktop_app.samples.drawing.canvas import Canvas
from desktop_app.samples.drawing.colour import Colour, mix, pick, rgb, vary
from desktop_app.samples.drawing.ground import paint_ground, paint_headland, paint_waves, ripple
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
from desktop_app.samples.drawing.outlines import Points, curve, disc, outline, turned

SEAS = [rgb(code) for code in (0x1F5A8A, 0x2A6F94, 0x1D4F78, 0x2A7A8A)]
HULLS = [rgb(code) for code in (0xF4F2EC, 0x24405E, 0xA8322E, 0x2E5A4A, 0xF4F2EC, 0x7A4A2C)]
STRIPES = [rgb(code) for code in (0xC8362E, 0x1E3A66, 0xE8B83A, 0xF2F0EA)]
SAILS = [
    (rgb(cloth), rgb(panel))
    for cloth, panel in (
        (0xFBF8F0, 0xFBF8F0),
        (0xF6EEDC, 0xF6EEDC),
        (0xFBF8F0, 0xD8483C),
        (0xFBF8F0, 0x2F6FB0),
        (0xE8923C, 0xE8923C),
        (0xB8402F, 0xB8402F),
        (0xFBF8F0, 0xF2C040),
    )
]

# A boat that sails to the right: lengths of its hull, the waterline's middle at (0, 0).
HULL = np.concatenate(
    [
        curve(outline((-0.5, -0.15), (0.0, -0.125), (0.6, -0.21)), closed=False),
        curve(outline((0.6, -0.21), (0.47, -0.06), (0.38, 0.02)), closed=False),
        outline((-0.4, 0.02), (-0.47, -0.06)),
    ]
)
HULL_STRIPE = outline(
    *((-0.485, -0.105), (0.0, -0.085), (0.535, -0.135)),
    *((0.52, -0.115), (0.0, -0.062), (-0.475, -0.085)),
)
HULL_FOOT = outline((-0.44, -0.02), (0.41, -0.02), (0.38, 0.02), (-0.4, 0.02))
CABIN = curve(
    outline((-0.24, -0.13), (-0.22, -0.21), (0.06, -0.235), (0.17, -0.16), (0.16, -0.13)), steps=4
)
MAST = outline((-0.01, -0.1), (-0.008, -1.32), (0.008, -1.32), (0.012, -0.1))
BOOM = outline((-0.44, -0.235), (0.0, -0.25), (0.0, -0.232), (-0.44, -0.218))
LEECH = outline((-0.02, -1.29), (-0.21, -0.86), (-0.38, -0.5), (-0.45, -0.25))
MAINSAIL = np.concatenate([outline((-0.015, -0.26), (-0.015, -1.29)), curve(LEECH, closed=False)])
MAINSAIL_PANEL = np.concatenate(
    [
        outline((-0.015, -0.62), (-0.015, -0.9)),
        curve(outline((-0.17, -0.94), (-0.25, -0.77), (-0.335, -0.6)), closed=False),
    ]
)
JIB = np.concatenate(
    [
        curve(outline((0.02, -1.18), (0.30, -0.72), (0.57, -0.23)), closed=False),
        curve(outline((0.57, -0.23), (0.3, -0.26), (0.0, -0.28)), closed=False),
        curve(outline((0.0, -0.28), (0.07, -0.7), (0.02, -1.18)), closed=False),
    ]
)


@dataclass(frozen=True, eq=False)
class Boat:
    """One boat: where it floats, how big it is, what it looks like."""

    x: float
    waterline: float
    size: float
    facing: float  # 1 right, -1 left
    heel: float
    hull: Colour
    stripe: Colour
    sails: tuple[Colour, Colour]


def draw_boat(canvas: Canvas, rng: Generator) -> None:
    """Sailing boats on open water, mirrored in it."""
    light = pick(rng, (NOON, SUMMER, MORNING, GOLDEN, OVERCAST, DUSK))
    horizon = canvas.height * rng.uniform(0.5, 0.64)
    paint_sky(canvas, rng, light, horizon)
    paint_clouds(canvas, rng, light, horizon, rng.uniform(0.1, 0.6))
    if rng.random() < 0.55:
        paint_headland(canvas, rng, light, horizon)
    sea = light.on(vary(rng, pick(rng, SEAS), 0.03))
    stops = mix(sea, light.sky[-1], 0.4), sea, sea * np.float32(0.8)
    paint_ground(canvas, rng, horizon, stops, cells=(2.0, 14.0), roughness=0.04)
    fleet = _fleet(canvas, rng, horizon)
    for boat in fleet:
        _paint_boat(canvas, boat, light, mirrored=True)
    ripple(canvas, rng, horizon, 0.03)
    paint_waves(canvas, rng, horizon, (light.sky[-1], sea * np.float32(0.45)), 0.5)
    for boat in fleet:
        _paint_boat(canvas, boat, light, mirrored=False)


def _fleet(canvas: Canvas, rng: Generator, horizon: float) -> list[Boat]:
    """Boats from the farthest to the nearest; the nearest is large and near the middle."""
    count, facing = int(pick(rng, (1, 1, 1, 2, 3))), pick(rng, (-1.0, 1.0))
    depth, boats = canvas.height - horizon, []
    for i in range(count):
        subject = i == count - 1
        near = 1.0 if subject else rng.uniform(0.1, 0.45)
        middle = rng.uniform(0.35, 0.65) if subject else pick(rng, (0.14, 0.86))
        boats.append(
            Boat(
                x=canvas.width * middle + rng.uniform(-0.05, 0.05),
                waterline=horizon + depth * (0.08 + 0.34 * near),
                size=rng.uniform(0.36, 0.58) if subject else 0.06 + 0.32 * near,
                facing=facing,
                heel=rng.uniform(0.0, 0.12),
                hull=vary(rng, pick(rng, HULLS)),
                stripe=pick(rng, STRIPES),
                sails=pick(rng, SAILS),
            )
        )
    return boats


def _paint_boat(canvas: Canvas, boat: Boat, light: Light, *, mirrored: bool) -> None:
    """The boat, or its paler image in the water."""
    opacity = 0.55 if mirrored else 1.0

    def at(points: Points) -> Points:
        upright = turned(points, boat.heel) * (boat.facing, -0.85 if mirrored else 1.0)
        return upright * boat.size + (boat.x, boat.waterline)

    def fill(points: Points, colour: Colour, billow: float = 0.0) -> None:
        shape = canvas.polygon(at(points))
        across = (shape.x - boat.x) / boat.size * boat.facing
        brightness = 1.0 + billow * np.sin(across * 9.0 + shape.y / boat.size * 2.5)
        canvas.fill(shape, light.on(colour, brightness), opacity)

    fill(MAST, rgb(0x8A7460))
    fill(MAINSAIL, boat.sails[0], 0.10)
    fill(MAINSAIL_PANEL, boat.sails[1], 0.10)
    fill(JIB, mix(boat.sails[0], rgb(0xB8C4D0), 0.15), 0.08)
    fill(BOOM, rgb(0x6A5644))
    fill(CABIN, rgb(0xE9E4D8), 0.04)
    for x in (-0.16, -0.06, 0.04):
        fill(disc(x, -0.19, 0.026, 0.018), rgb(0x2A3A48))
    fill(HULL, boat.hull, 0.05)
    fill(HULL_STRIPE, boat.stripe)
    canvas.shade(canvas.polygon(at(HULL_FOOT), blur=0.004 * boat.size), 0.35)
