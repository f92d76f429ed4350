"""A car seen from its side."""

from __future__ import annotations

from dataclasses import dataclass
from math import pi

import numpy as np
from numpy.random import Generator

from desktop_app.samples.drawing.bodywork import BODIES, Body
from desktop_app.samples.drawing.canvas import Canvas
from desktop_app.samples.drawing.colour import Colour, bump, lit, mix, pick, rgb, step, vary
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
from desktop_app.samples.drawing.outlines import Point, Points, disc, outline
from desktop_app.samples.drawing.shapes import Shape
from desktop_app.samples.scenes.road import paint_roadside

PAINTS = [
    rgb(code)
    for code in (
        *(0xC8201E, 0x1F4FA0, 0xF2C21A, 0xE8E8E6, 0x33363C),
        *(0x2F7A5A, 0x8AA8C0, 0xE0702A, 0x9A9EA4, 0x6ABAB4),
    )
]


@dataclass(frozen=True, eq=False)
class Car:
    """One car on the road."""

    x: float
    ground: float
    length: float
    facing: float  # 1 right, -1 left
    body: Body
    paint: Colour

    def at(self, points: Points) -> Points:
        """Convert the car's units to canvas units."""
        return points * (self.facing, 1.0) * self.length + (self.x, self.ground)


def draw_car(canvas: Canvas, rng: Generator) -> None:
    """One car, large, on a road past hills, trees or houses."""
    light = pick(rng, (NOON, SUMMER, MORNING, GOLDEN, OVERCAST))
    horizon = canvas.height * rng.uniform(0.46, 0.56)
    paint_sky(canvas, rng, light, horizon)
    paint_clouds(canvas, rng, light, horizon, rng.uniform(0.1, 0.5))
    paint_roadside(canvas, rng, light, horizon)
    car = Car(
        x=canvas.width * rng.uniform(0.42, 0.58),
        ground=canvas.height * rng.uniform(0.76, 0.85),
        length=min(rng.uniform(0.78, 1.1), canvas.width * 0.88),
        facing=pick(rng, (-1.0, 1.0)),
        body=pick(rng, BODIES),
        paint=vary(rng, pick(rng, PAINTS), 0.03),
    )
    _paint_car(canvas, light, car)


def _paint_car(canvas: Canvas, light: Light, car: Car) -> None:
    canvas.shade(canvas.polygon(car.at(disc(0.0, -0.005, 0.5, 0.035)), blur=0.012), 0.75)
    shell = canvas.polygon(car.at(car.body.shell))
    canvas.fill(shell, _lacquer(car, light, shell))
    for pane in car.body.glass:
        _paint_glass(canvas, light, canvas.polygon(car.at(pane)))
    _paint_fittings(canvas, light, car)
    for place in car.body.wheels:
        radius = car.body.wheel * car.length
        hub = car.x + car.facing * place * car.length, car.ground - radius
        arch = canvas.ellipse(*hub, radius * 1.2, radius * 1.2)
        canvas.fill(arch.inside(shell), rgb(0x141518))
        _paint_wheel(canvas, light, hub, radius, place)


def _lacquer(car: Car, light: Light, shell: Shape) -> Colour:
    """Paint that mirrors the sky above its shoulder and the road below it."""
    height = (shell.y - car.ground) / car.length
    bulge = height - car.body.shoulder
    brightness = 1.0 - 0.25 * step(0.0, 0.10, bulge) + 0.10 * step(-0.10, 0.0, bulge)
    colour = light.on(car.paint, brightness - 0.40 * step(0.09, 0.15, bulge))
    gleam = bump(-0.012, 0.011, bulge) * 0.45 + step(-0.16, -0.24, bulge) * 0.28
    return mix(colour, light.sky[-1], np.clip(gleam, 0.0, 1.0))


def _paint_glass(canvas: Canvas, light: Light, pane: Shape) -> None:
    """Dark glass that mirrors the sky, with slanting gleams."""
    down = (pane.y - pane.y.min(initial=1.0)) / 0.12
    gleam = step(0.0, 0.05, (pane.x * 5.0 + pane.y * 3.0) % 1.0 - 0.62)
    amount = np.clip(0.58 - 0.35 * down + 0.14 * gleam, 0.0, 1.0)
    canvas.fill(pane, mix(rgb(0x1A2228), light.sky[1], amount))


def _paint_fittings(canvas: Canvas, light: Light, car: Car) -> None:
    """Doors, handles, lamps, sill and mirror."""
    layer, seam, high = canvas.layer(), car.paint * np.float32(0.45), car.body.shoulder
    for x in (-0.21, -0.045, 0.14):
        door = outline((x, high - 0.055), (x + 0.008, high), (x, -0.085))
        layer.line(car.at(door), 0.0025, seam)
    crease = outline((-0.44, high + 0.005), (0.0, high - 0.004), (0.44, high + 0.012))
    layer.line(car.at(crease), 0.002, seam)
    layer.line(car.at(outline((-0.21, -0.085), (0.2, -0.085))), 0.004, rgb(0x1A1B1E))
    for x in (-0.17, -0.01):
        handle = outline((x, high - 0.02), (x + 0.045, high - 0.02))
        layer.line(car.at(handle), 0.006, light.on(car.paint, 1.25))
    mirror = outline((0.155, -0.06), (0.185, -0.085), (0.2, -0.062), (0.175, -0.05))
    layer.polygon(car.at(mirror + np.array([0.0, high])), car.paint * np.float32(0.7))
    headlamp = outline((0.43, -0.205), (0.475, -0.185), (0.478, -0.158), (0.42, -0.168))
    layer.polygon(car.at(headlamp), light.on(rgb(0xF6F4E4)))
    tail = outline((-0.487, -0.215), (-0.455, -0.222), (-0.45, -0.175), (-0.488, -0.168))
    layer.polygon(car.at(tail), rgb(0xB8201C))
    canvas.lay(layer)


def _paint_wheel(canvas: Canvas, light: Light, hub: Point, radius: float, turn: float) -> None:
    (x, y), metal = hub, light.on(rgb(0xC8CCD2))
    tyre = canvas.ellipse(x, y, radius, radius)
    canvas.fill(tyre, lit(rgb(0x2A2B2F), 1.0 - 0.5 * (tyre.y - y) / radius))
    dish = canvas.ellipse(x, y, radius * 0.64, radius * 0.64)
    canvas.fill(dish, lit(metal, 0.62 - 0.3 * (dish.y - y) / radius))
    layer = canvas.layer()
    for angle in np.arange(5) * 2.0 * pi / 5.0 + turn:
        along = np.array([np.cos(angle), np.sin(angle)])
        athwart = np.array([-along[1], along[0]])
        outer = along * 0.6 + athwart * 0.09, along * 0.6 - athwart * 0.09
        spoke = np.array([athwart * 0.13, *outer, athwart * -0.13])
        layer.polygon(spoke * radius + hub, lit(metal, 1.05 - 0.15 * float(along[1])))
    layer.ellipse(x, y, radius * 0.16, radius * 0.16, metal)
    layer.ellipse(x, y, radius * 0.08, radius * 0.08, metal * np.float32(0.6))
    canvas.lay(layer)
    rim = canvas.ellipse(x, y, radius * 0.66, radius * 0.66)
    away = np.hypot(rim.x - x, rim.y - y) / radius
    canvas.fill(rim.where(step(0.57, 0.62, away)), lit(metal, 1.05 - 0.25 * (rim.y - y) / radius))
