"""Hair behind and in front of a head."""

from __future__ import annotations

from math import pi

import numpy as np
from numpy.random import Generator

from desktop_app.samples.drawing.canvas import Canvas
from desktop_app.samples.drawing.colour import bump, lit, mix, varied
from desktop_app.samples.drawing.outlines import Point, Points, curve, outline
from desktop_app.samples.drawing.person import Person


def paint_hair_behind(canvas: Canvas, rng: Generator, person: Person) -> None:
    """Paint the hair behind the head; call it before the shoulders are painted."""
    if person.style == "curls":
        _paint_curls(canvas, rng, person, (0.0, -0.42), (1.02, 0.98))
        return
    half: tuple[Point, ...]
    if person.style == "long":
        low = rng.uniform(1.5, 2.1)
        half = (0.72, -1.0), (0.98, -0.2), (1.05, 0.8), (1.1, low), (0.4, low - 0.2)
    elif person.style == "bob":
        half = (0.75, -0.98), (0.98, -0.2), (1.02, 0.5), (0.82, 0.92), (0.3, 0.8)
    elif person.style == "bun":
        knot = outline((0.0, -1.85), (0.34, -1.72), (0.36, -1.35), (0.0, -1.1))
        knot = np.concatenate([knot, knot[2:0:-1] * (-1.0, 1.0)])
        _fill_hair(canvas, rng, person, curve(knot), 0.85)
        return
    else:
        return
    mass = outline((0.0, -1.22), *half, *((-x, y) for x, y in half[::-1]))
    _fill_hair(canvas, rng, person, curve(mass), 0.8)


def paint_hair_in_front(canvas: Canvas, rng: Generator, person: Person) -> None:
    """Paint the hair in front of the head; call it after the face is painted."""
    if person.style == "bald":
        return
    if person.style == "curls":
        _paint_curls(canvas, rng, person, (0.0, -0.94), (0.74, 0.27))
        return
    cap = curve(_cap(person.style, rng.uniform(-0.3, 0.3)))
    shadow = person.at(cap * (0.97, 1.0) + (0.0, 0.05))
    canvas.shade(canvas.polygon(shadow, blur=0.035 * person.size), 0.22)
    _fill_hair(canvas, rng, person, cap, 1.0)


def _cap(style: str, part: float) -> Points:
    """The hair on a head, parted at x = `part`: the crown, then the edge over the face."""
    if style == "short":
        temple, crown = ((0.80, -0.10), (0.86, -0.55), (0.66, -1.04)), (0.0, -1.24)
        edge = (0.70, -0.32), (0.58, -0.60), (part + 0.1, -0.72), (-0.5, -0.60), (-0.70, -0.30)
    elif style == "bun":
        temple, crown = ((0.78, -0.02), (0.84, -0.5), (0.62, -1.02)), (0.0, -1.2)
        edge = (0.66, -0.45), (0.36, -0.80), (0.0, -0.88), (-0.36, -0.80), (-0.66, -0.45)
    else:
        temple, crown = ((0.88, 0.30), (0.92, -0.45), (0.68, -1.04)), (0.0, -1.24)
        edge = (0.72, -0.10), (0.55, -0.52), (part, -0.88), (-0.55, -0.52), (-0.72, -0.10)
    left = ((-x, y) for x, y in temple)
    return outline(*left, crown, *temple[::-1], *edge)


def _fill_hair(
    canvas: Canvas, rng: Generator, person: Person, mass: Points, brightness: float
) -> None:
    """Hair in strands that fall from the crown, with a sheen across it."""
    shape = canvas.polygon(person.at(mass))
    across, down = (shape.x - person.x) / person.size, (shape.y - person.y) / person.size
    # Strands are the noise of one row, stretched along lines that spread from the crown.
    strand = canvas.noise(rng, (46.0, 1.0), octaves=2, persistence=0.8)[0]
    sway = 0.03 * np.sin(down * 3.0 + person.size * 40.0)
    place = (across / (1.25 + 0.22 * np.abs(down)) + sway) * 0.3 + 0.5
    index = np.clip(place * len(strand), 0, len(strand) - 1).astype(np.intp)
    sheen = bump(-0.72, 0.17, down + 0.25 * across * across) * (1.0 + 0.4 * strand[index])
    light = brightness + 0.16 * np.tanh(across * person.light) + strand[index] * 0.07
    gleam = person.hair + np.float32(0.10)
    canvas.fill(shape, mix(lit(person.hair, light), lit(gleam, 1.15), 0.6 * sheen))


def _paint_curls(
    canvas: Canvas, rng: Generator, person: Person, middle: Point, radii: Point
) -> None:
    """A round mass of curls around `middle`."""
    mass = person.ellipse(canvas, middle, (radii[0] * 0.93, radii[1] * 0.93))
    canvas.fill(mass, person.hair * np.float32(0.6))
    count = round(420 * radii[0] * radii[1])
    angle, away = rng.uniform(0.0, 2.0 * pi, count), rng.uniform(0.1, 1.0, count) ** 0.5
    across, down = np.cos(angle) * away * radii[0], np.sin(angle) * away * radii[1]
    down = down + middle[1]
    shade = 0.72 - 0.22 * down + 0.2 * across * person.light + rng.normal(0.0, 0.14, count)
    tones = np.clip(person.hair * np.clip(shade, 0.4, 1.35)[:, None], 0.0, 1.0).astype(np.float32)
    size = person.size * rng.uniform(0.05, 0.11, (count, 1)) * (1.0, 0.9)
    order = np.argsort(shade + rng.uniform(0.0, 0.5, count))
    middles = person.at(np.stack([across, down], axis=1))
    layer = canvas.layer()
    layer.dots(middles[order], size[order], varied(rng, tones[order], 0.02))
    canvas.lay(layer)
