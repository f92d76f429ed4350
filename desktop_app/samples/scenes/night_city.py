"""A city's skyline at night."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

import numpy as np
from numpy.random import Generator

from desktop_app.samples.drawing.canvas import Canvas
from desktop_app.samples.drawing.colour import Colour, Field, lit, mix, pick, ramp, rgb, step, vary
from desktop_app.samples.drawing.ground import paint_waves, reflect, ripple
from desktop_app.samples.drawing.light import paint_stars

SKIES = [
    [rgb(code) for code in codes]
    for codes in (
        (0x070B1E, 0x0E183C, 0x202F60, 0x4A4874),
        (0x090C20, 0x171B42, 0x3E2E5C, 0x9A5E5E),
        (0x060D18, 0x0D2034, 0x1C3E54, 0x447068),
        (0x0C0C24, 0x1D194E, 0x44286E, 0xB05C7E),
    )
]
WINDOWS = [rgb(code) for code in (0xFFD98A, 0xFFC45C, 0xFFF0C8, 0xD8E8FF, 0xFFB04A)]
NEON = [rgb(code) for code in (0xFF4A7A, 0x4AC8FF, 0xFFD24A, 0x8A6AFF, 0x4AFFB0, 0xFF7A3A)]
STREET_LIGHTS = [rgb(0xFF4A3A), rgb(0xFFF0D0), rgb(0xFFB04A), *NEON]


@dataclass(frozen=True)
class Tower:
    """One building: its box, and the size of a storey and of a bay of windows."""

    left: float
    right: float
    top: float
    foot: float
    storey: float
    bay: float
    near: float  # 0 far and hazy, 1 near and sharp


def draw_night_city(canvas: Canvas, rng: Generator) -> None:
    """Towers with lit windows under stars, mirrored in a river or above blurred street lights."""
    shore = canvas.height * rng.uniform(0.66, 0.8)
    sky = [vary(rng, stop, 0.02) for stop in pick(rng, SKIES)]
    canvas.pixels[:] = ramp(sky, np.clip(canvas.y / shore, 0.0, 1.0))
    paint_stars(canvas, rng, shore * 0.7, 70)
    if rng.random() < 0.5:
        _paint_moon(canvas, rng, shore)
    for near in (0.0, 0.5, 1.0):
        _paint_row(canvas, rng, shore, near, sky[3])
        canvas.glow(canvas.width * rng.uniform(0.3, 0.7), shore, 0.35, sky[3], 0.28)
    if rng.random() < 0.65:
        _paint_river(canvas, rng, shore, sky)
    else:
        _paint_street(canvas, rng, shore)


def _paint_moon(canvas: Canvas, rng: Generator, shore: float) -> None:
    x, y = canvas.width * rng.uniform(0.12, 0.88), shore * rng.uniform(0.10, 0.24)
    size = rng.uniform(0.025, 0.05)
    canvas.glow(x, y, size * 4.0, rgb(0xA8B4D8), 0.4)
    moon = canvas.ellipse(x, y, size, size)
    spots = moon.crop(canvas.noise(rng, (14.0, 14.0), octaves=3))
    canvas.fill(moon, lit(rgb(0xF4F0DC), 0.93 - 0.07 * step(0.0, 1.2, spots)))


def _paint_row(canvas: Canvas, rng: Generator, shore: float, near: float, air: Colour) -> None:
    """One row of towers from side to side, tallest somewhere near the middle."""
    middle = canvas.width * rng.uniform(0.3, 0.7)
    wall = mix(rgb(0x141926), air * np.float32(0.6), 0.75 * (1.0 - near))
    x = -rng.uniform(0.0, 0.05)
    while x < canvas.width:
        width = rng.uniform(0.055, 0.13) * (0.85 + 0.3 * near)
        bulge = np.exp(-(((x + width / 2.0 - middle) / (0.5 * canvas.width)) ** 2))
        tall = shore * (0.22 + (0.52 - 0.22 * near) * bulge) * rng.uniform(0.55, 1.25)
        storey = rng.uniform(0.016, 0.022) * (0.75 + 0.35 * near)
        bay = storey * rng.uniform(0.7, 1.2)
        tower = Tower(x, x + width, shore - tall, shore + 0.01, storey, bay, near)
        _paint_tower(canvas, rng, tower, vary(rng, wall, 0.02))
        x += width * rng.uniform(0.9, 1.25) + (0.02 if rng.random() < 0.2 else 0.0)


def _paint_tower(canvas: Canvas, rng: Generator, tower: Tower, wall: Colour) -> None:
    _paint_roof(canvas, rng, tower, wall)
    width = tower.right - tower.left
    body = canvas.rectangle(tower.left, tower.top, tower.right, tower.foot)
    # A second side, turned from the light, at the right of some.
    corner = tower.left + width * pick(rng, (0.7, 0.8, 1.1))
    face = 1.10 - 0.38 * step(corner - 0.002, corner + 0.002, body.x)
    canvas.fill(body, lit(wall, face + 0.25 * step(tower.foot - 0.25, tower.foot, body.y)))
    _light_windows(canvas, rng, tower)
    if rng.random() < 0.12 * tower.near:
        _paint_sign(canvas, tower, pick(rng, NEON))


def _paint_roof(canvas: Canvas, rng: Generator, tower: Tower, wall: Colour) -> None:
    """A mast with a warning light, a smaller storey, or nothing."""
    middle, half = (tower.left + tower.right) / 2.0, (tower.right - tower.left) / 2.0
    roof = int(rng.integers(4))
    if roof == 0:
        tip = tower.top - half * rng.uniform(0.6, 1.6)
        canvas.fill(canvas.rectangle(middle - 0.0015, tip, middle + 0.0015, tower.top), wall)
        canvas.glow(middle, tip, 0.006, rgb(0xFF3A2A), 0.9)
    elif roof == 1:
        inset = half * 0.6
        penthouse = (middle - inset, tower.top - half * 0.35, middle + inset, tower.top + 0.01)
        canvas.fill(canvas.rectangle(*penthouse), wall)


def _paint_sign(canvas: Canvas, tower: Tower, colour: Colour) -> None:
    edge, middle = tower.top + 0.012, (tower.left + tower.right) / 2.0
    sign = canvas.rectangle(tower.left + 0.01, edge, tower.right - 0.01, edge + 0.010)
    canvas.fill(sign, colour)
    canvas.glow(middle, edge + 0.005, (tower.right - tower.left) / 2.0, colour, 0.35)


def _light_windows(canvas: Canvas, rng: Generator, tower: Tower) -> None:
    """Some windows are lit, most in one colour; whole storeys may be dark or bright."""
    inset = tower.bay * 0.4
    left, right = tower.left + inset, tower.right - inset
    face = canvas.box(left, tower.top + tower.storey, right, tower.foot)
    bays = np.maximum((face.x - tower.left) / tower.bay, 0.0)
    storeys = np.maximum((face.y - tower.top) / tower.storey, 0.0)
    rows = ceil((tower.foot - tower.top) / tower.storey) + 1
    columns = ceil((tower.right - tower.left) / tower.bay) + 1
    level = rng.random((rows, columns)) + rng.normal(0.0, 0.18, (rows, 1))
    bright = np.where(level > rng.uniform(0.5, 0.72), rng.uniform(0.55, 1.0, level.shape), 0.07)
    palette = np.stack([vary(rng, pick(rng, WINDOWS), 0.06) for _ in range(3)], axis=1)
    hue = rng.choice(3, level.shape, p=(0.7, 0.2, 0.1))
    row = np.minimum(storeys.astype(np.intp), rows - 1)
    column = np.minimum(bays.astype(np.intp), columns - 1)
    inside = _pane(bays, tower.bay * canvas.scale) * _pane(storeys, tower.storey * canvas.scale)
    cover = inside * bright[row, column] * (0.35 + 0.65 * tower.near**0.5)
    canvas.fill(face.where(cover), palette[:, hue[row, column]])


def _pane(place: Field, pixels: float) -> Field:
    """1 in the middle of each bay, 0 between; `pixels` is a bay's length."""
    inward = (0.34 - np.abs(place % 1.0 - 0.5)) * np.float32(pixels / 1.2)
    return np.asarray(np.clip(inward + 0.5, 0.0, 1.0), np.float32)


def _paint_river(canvas: Canvas, rng: Generator, shore: float, sky: list[Colour]) -> None:
    reflect(canvas, shore, squash=1.7)
    water = canvas.box(0.0, shore, canvas.width, canvas.height)
    canvas.fill(water, sky[1], 0.28)
    ripple(canvas, rng, shore, 0.022)
    paint_waves(canvas, rng, shore, (sky[3], rgb(0x04060E)), 0.5)
    canvas.fill(canvas.rectangle(0.0, shore - 0.004, canvas.width, shore + 0.006), rgb(0x0A0C14))
    for x in np.arange(0.03, canvas.width, rng.uniform(0.07, 0.12)).tolist():
        canvas.glow(x, shore - 0.006, 0.014, rgb(0xFFC060), 0.6)
        canvas.fill(canvas.ellipse(x, shore - 0.006, 0.0035, 0.0035), rgb(0xFFE0A0))


def _paint_street(canvas: Canvas, rng: Generator, shore: float) -> None:
    """Out of focus before the lens: lamps, and the lights of cars."""
    street = canvas.box(0.0, shore, canvas.width, canvas.height)
    fall = (street.y - shore) / (canvas.height - shore)
    canvas.fill(street, mix(rgb(0x20202E), rgb(0x0B0C12), fall))
    for depth in np.sort(rng.random(54)).tolist():
        radius = 0.008 + 0.032 * depth
        y = shore + (canvas.height - shore) * (0.05 + 0.85 * depth) + rng.normal(0.0, 0.02)
        x, colour = rng.uniform(0.0, canvas.width), pick(rng, STREET_LIGHTS)
        lamp = canvas.ellipse(x, y, radius, radius, blur=0.003)
        canvas.fill(lamp, colour, 0.34)
        canvas.shine(lamp, colour, 0.3)
