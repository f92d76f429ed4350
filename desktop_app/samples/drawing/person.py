"""The person of a portrait: proportions, colours and lighting."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from desktop_app.samples.drawing.canvas import Canvas
from desktop_app.samples.drawing.colour import Colour, lit, pick, rgb, vary
from desktop_app.samples.drawing.outlines import Point, Points
from desktop_app.samples.drawing.shapes import Shape

# Skins, and the hairs and irises that go with them.
COMPLEXIONS = (
    (
        (0xF4D2B8, 0xEDC2A2, 0xF0CAA8),
        (0x4A3020, 0x7A5030, 0xB8843F, 0xD8B070, 0x8A3A20, 0x9A9894, 0x2A1E18),
        (0x4A6A8A, 0x5A7A4A, 0x6A5030, 0x5A3A20),
    ),
    (
        (0xE2B088, 0xD4A078, 0xCC9468),
        (0x2A1E18, 0x4A3020, 0x5E3C26, 0x1A1618, 0x8A8884),
        (0x5A3A20, 0x3F2A1A, 0x5A5A38),
    ),
    (
        (0xA8744E, 0x8A5A3C, 0x6E4630),
        (0x1A1412, 0x241A16, 0x332219, 0x6A6664),
        (0x3F2A1A, 0x33221A),
    ),
)
CLOTHES = (0x2F4F7A, 0xA83A3A, 0x3F6A5A, 0xE8E2D8, 0x38383E, 0xD8A040, 0x7A5A8A, 0x8AA8C0)
STYLES = ("short", "long", "bob", "bun", "curls", "short", "bald")


@dataclass(frozen=True, eq=False)
class Person:
    """A person. The unit of length is the distance from the middle of the face to the chin."""

    x: float
    y: float
    size: float
    skin: Colour
    hair: Colour
    style: str
    clothes: Colour
    iris: Colour
    light: float  # 1 from the right, -1 from the left
    smile: float
    beard: bool
    glasses: bool

    def at(self, points: Points) -> Points:
        """Convert head units to canvas units."""
        return points * self.size + (self.x, self.y)

    def ellipse(self, canvas: Canvas, middle: Point, radii: Point, *, blur: float = 0.0) -> Shape:
        """An ellipse in head units."""
        x, y = self.x + middle[0] * self.size, self.y + middle[1] * self.size
        across, down = radii[0] * self.size, radii[1] * self.size
        return canvas.ellipse(x, y, across, down, blur=blur * self.size)

    def shaded(self, shape: Shape, colour: Colour, depth: float = 0.26) -> Colour:
        """`colour`, brighter towards the light."""
        across = (shape.x - self.x) / self.size * self.light
        down = (shape.y - self.y) / self.size
        fall = depth * np.tanh(across * 1.1) - depth * 0.35 * across**2
        return lit(colour, 1.0 + fall - 0.05 * down)


def any_person(canvas: Canvas, rng: Generator) -> Person:
    """Return a random person in the middle of the picture."""
    skins, hairs, irises = pick(rng, COMPLEXIONS)
    style = pick(rng, STYLES)
    return Person(
        x=canvas.width * rng.uniform(0.42, 0.58),
        y=canvas.height * 0.45 + rng.uniform(-0.03, 0.03),
        size=rng.uniform(0.22, 0.28),
        skin=vary(rng, rgb(pick(rng, skins)), 0.02),
        hair=vary(rng, rgb(pick(rng, hairs)), 0.02),
        style=style,
        clothes=vary(rng, rgb(pick(rng, CLOTHES)), 0.03),
        iris=rgb(pick(rng, irises)),
        light=pick(rng, (-1.0, 1.0)),
        smile=rng.uniform(0.4, 1.0),
        beard=bool(style in {"short", "bald"} and rng.random() < 0.5),
        glasses=bool(rng.random() < 0.3),
    )
