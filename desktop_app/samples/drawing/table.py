"""A table in front of a wall, for scenes with food."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from desktop_app.samples.drawing.canvas import Canvas
from desktop_app.samples.drawing.colour import Colour, bump, lit, mix, pick, rgb, step, vary
from desktop_app.samples.drawing.outlines import Point

WALLS = [
    rgb(code) for code in (0xD8CCBC, 0xB8C8C4, 0xC8B4B8, 0x8A9AA4, 0xE4D8C4, 0x6A7A78, 0xA89A8A)
]
WOODS = [rgb(code) for code in (0xA8744A, 0x8A5A3A, 0xC89A6A, 0xD8B890, 0x6A4630)]
LAMPS = [rgb(code) for code in (0xFFF0C8, 0xFFFFFF, 0xF8D8A8)]


def paint_table(canvas: Canvas, rng: Generator, edge: float) -> None:
    """A blurred wall with soft lights down to `edge`, and boards from there to the viewer."""
    _paint_wall(canvas, rng, edge)
    top = canvas.box(0.0, edge, canvas.width, canvas.height)
    fall = (top.y - edge) / (canvas.height - edge)
    wood, boards = vary(rng, pick(rng, WOODS), 0.03), rng.uniform(2.5, 4.0)
    # Boards run away from the viewer and would meet far behind the wall.
    across = (top.x - canvas.width / 2.0) / (0.55 + 0.45 * fall) * boards
    board = np.floor(across)
    seam = step(0.035, 0.0, np.minimum(across - board, 1.0 - across + board))
    rows = top.cover.shape[0]
    figure = canvas.plane(rng, edge - 0.55, (26.0, 3.0), reach=3.0)[-rows:]
    grain = figure * 0.055 + 0.04 * np.sin(across * 30.0 + figure * 2.0)
    brightness = 0.96 + np.sin(board * 12.9898) * 0.06 + grain - 0.30 * seam - 0.16 * fall
    canvas.fill(top, lit(wood, brightness))
    canvas.fill(top.where(step(0.35, 0.0, fall)), mix(wood, rgb(0xFFF4E0), 0.5), 0.25)


def _paint_wall(canvas: Canvas, rng: Generator, edge: float) -> None:
    wall = vary(rng, pick(rng, WALLS), 0.03)
    lamp = rng.uniform(0.1, 0.9) * canvas.width
    near = bump(lamp, 0.8, canvas.x) * bump(edge * 0.3, 0.7, canvas.y)
    stains = canvas.noise(rng, (1.5, 1.5), octaves=2) * 0.03
    canvas.pixels[:] = lit(wall, 0.70 + 0.42 * near + stains)
    for _ in range(16):
        radius = rng.uniform(0.025, 0.07)
        colour = mix(wall, pick(rng, LAMPS), rng.uniform(0.3, 0.8))
        x, y = rng.uniform(0.0, canvas.width), rng.uniform(0.0, edge - 0.05)
        canvas.fill(canvas.ellipse(x, y, radius, radius, blur=0.010), colour, 0.33)


def paint_plate(canvas: Canvas, middle: Point, radii: tuple[float, float], colour: Colour) -> None:
    """A round plate seen aslant, with its shadow and rim."""
    (x, y), (across, down) = middle, radii
    shadow = canvas.ellipse(
        x + across * 0.05, y + down * 0.32, across * 1.04, down * 1.05, blur=0.014
    )
    canvas.shade(shadow, 0.5)
    for size, low, brightness in (
        *((1.0, 0.14, 0.78), (1.0, 0.0, 1.04)),
        *((0.90, 0.03, 0.90), (0.74, 0.05, 0.98)),
    ):
        ring = canvas.ellipse(x, y + down * low, across * size, down * size)
        light = brightness - 0.10 * (ring.x - x) / across - 0.05 * (ring.y - y) / down
        canvas.fill(ring, lit(colour, light))
