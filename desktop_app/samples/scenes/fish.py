"""Fish over a reef."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from desktop_app.samples.drawing.canvas import Canvas
from desktop_app.samples.drawing.colour import Colour, Field, bump, lit, mix, pick, rgb, step
from desktop_app.samples.drawing.outlines import Points, curve, outline, turned
from desktop_app.samples.drawing.shapes import Shape
from desktop_app.samples.scenes.reef import paint_bubbles, paint_reef


@dataclass(frozen=True)
class Species:
    """How a kind of fish looks; `depth` is its height in its length."""

    depth: float
    back: int
    belly: int
    fin: int
    band: int
    bands: tuple[float, ...]  # where stripes cross it, from -0.5 (tail) to 0.5 (nose)
    band_width: float


SPECIES = [
    Species(0.40, 0xE8641A, 0xFA9A3A, 0xE8641A, 0xFBF6EE, (-0.26, 0.02, 0.27), 0.045),
    Species(0.52, 0xF2C21A, 0xFAE05A, 0xF2B40E, 0x2A2A2A, (0.31,), 0.035),
    Species(0.48, 0x1F4FC0, 0x4A86E8, 0xF2CE2A, 0x0E1C4A, (-0.1, 0.08), 0.06),
    Species(0.62, 0xE8E4D4, 0xFAF6E8, 0xE8C02A, 0x22242C, (-0.24, 0.04, 0.30), 0.055),
    Species(0.34, 0xC83A5A, 0xF28A8A, 0xA82A4A, 0xF6C8B8, (-0.2, -0.05, 0.1), 0.02),
    Species(0.44, 0x1F8A8A, 0x6AD0C0, 0xE86A8A, 0xE8D04A, (-0.15, 0.05, 0.22), 0.03),
]
# The largest fish of a shoal of so many.
LENGTHS = {1: 0.74, 2: 0.56, 3: 0.46, 5: 0.38, 7: 0.32}

# A fish that swims to the right, in its length; heights are multiplied by the species' depth.
BODY = outline(
    *((0.5, 0.02), (0.40, -0.22), (0.18, -0.46), (-0.06, -0.46), (-0.26, -0.24), (-0.37, -0.11)),
    *((-0.37, 0.11), (-0.26, 0.26), (-0.06, 0.46), (0.18, 0.44), (0.40, 0.24)),
)
TAIL = outline(
    *((-0.34, -0.08), (-0.46, -0.35), (-0.58, -0.48), (-0.53, 0.0)),
    *((-0.58, 0.48), (-0.46, 0.35), (-0.34, 0.08)),
)
DORSAL = outline(
    *((0.22, -0.40), (0.10, -0.62), (-0.10, -0.66)), *((-0.28, -0.48), (-0.30, -0.16), (0.0, -0.30))
)
ANAL = outline((0.06, 0.38), (-0.04, 0.60), (-0.20, 0.58), (-0.30, 0.32), (-0.24, 0.16))
PECTORAL = outline((0.16, 0.02), (0.04, 0.20), (-0.08, 0.26), (-0.04, 0.10), (0.06, 0.0))


@dataclass(frozen=True, eq=False)
class Fish:
    """One fish: its middle, its length, where it swims."""

    x: float
    y: float
    length: float
    facing: float  # 1 right, -1 left
    pitch: float
    far: float  # 0 near, 1 lost in the blue
    water: Colour
    species: Species

    def at(self, points: Points) -> Points:
        """Convert the fish's units to canvas units."""
        form = curve(points * (1.0, self.species.depth), steps=6)
        placed = turned(form, self.pitch) * (self.facing, 1.0)
        return placed * self.length + (self.x, self.y)

    def along(self, shape: Shape) -> tuple[Field, Field]:
        """Each pixel's place along the fish (tail -0.5, nose 0.5) and across it, in its length."""
        dx = (shape.x - self.x) * np.float32(self.facing / self.length)
        dy = (shape.y - self.y) / self.length
        turn = np.float32(self.pitch)
        return dx * np.cos(turn) + dy * np.sin(turn), dy * np.cos(turn) - dx * np.sin(turn)


def draw_fish(canvas: Canvas, rng: Generator) -> None:
    """One large fish or a small shoal in blue water, above sand and corals."""
    water, bottom = paint_reef(canvas, rng)
    for fish in _shoal(canvas, rng, water, bottom):
        _paint_fish(canvas, fish)
    paint_bubbles(canvas, rng)


def _shoal(canvas: Canvas, rng: Generator, water: Colour, bottom: float) -> list[Fish]:
    """Fish from the farthest to the nearest, apart from each other."""
    count, species = int(pick(rng, tuple(LENGTHS))), pick(rng, SPECIES)
    facing = pick(rng, (-1.0, 1.0))
    places, shoal = (rng.permutation(count) + 0.5) / count, []
    for i in range(count):
        far = 1.0 - (i + 1) / count
        length = LENGTHS[count] * rng.uniform(0.85, 1.05) * (1.0 - 0.35 * far)
        depth = 0.5 if count == 1 else rng.uniform(0.2, 0.85)
        shoal.append(
            Fish(
                x=canvas.width * (0.1 + 0.8 * float(places[i])) + rng.uniform(-0.05, 0.05),
                y=bottom * depth + rng.uniform(-0.05, 0.05),
                length=min(length, canvas.width * 0.6),
                facing=facing if rng.random() < 0.8 else -facing,
                pitch=rng.normal(0.0, 0.10),
                far=far * 0.45,
                water=water,
                species=species,
            )
        )
    return shoal


def _paint_fish(canvas: Canvas, fish: Fish) -> None:
    fin, belly = rgb(fish.species.fin), rgb(fish.species.belly)
    for points in (TAIL, DORSAL, ANAL):
        _paint_fin(canvas, fish, points, fin)
    body = canvas.polygon(fish.at(BODY))
    along, down = fish.along(body)
    skin = _skin(fish.species, along, down / fish.species.depth)
    canvas.fill(body, mix(skin, fish.water, fish.far))
    _paint_fin(canvas, fish, PECTORAL, mix(fin, belly, 0.3))
    _paint_eye(canvas, fish)


def _paint_fin(canvas: Canvas, fish: Fish, points: Points, colour: Colour) -> None:
    shape = canvas.polygon(fish.at(points))
    along, down = fish.along(shape)
    rays = 0.94 + 0.12 * np.sin(along * 90.0 + down * 60.0)
    canvas.fill(shape, mix(lit(colour, rays), fish.water, fish.far))


def _paint_eye(canvas: Canvas, fish: Fish) -> None:
    place = outline((0.335, -0.09 * fish.species.depth))
    spot = turned(place, fish.pitch) * (fish.facing, 1.0) * fish.length + (fish.x, fish.y)
    (x, y), size = spot[0].tolist(), fish.length * 0.034
    for radius, colour in ((1.25, rgb(0xF4F0E0)), (0.85, rgb(0x14161A))):
        eye = canvas.ellipse(x, y, size * radius, size * radius)
        canvas.fill(eye, mix(colour, fish.water, fish.far))
    glint = canvas.ellipse(x + size * 0.25, y - size * 0.3, size * 0.28, size * 0.28)
    canvas.fill(glint, rgb(0xFFFFFF))


def _skin(species: Species, along: Field, down: Field) -> Colour:
    """Back to belly, stripes bent around the body, scales, and light from above."""
    colour = mix(rgb(species.back), rgb(species.belly), step(-0.35, 0.4, down))
    width = species.band_width
    for place in species.bands:
        away = np.abs(along - place + 0.10 * down * down)
        rim = step(width + 0.022, width + 0.008, away)
        colour = mix(colour, colour * np.float32(0.35), rim * 0.7)
        colour = mix(colour, rgb(species.band), step(width + 0.008, width - 0.004, away))
    scales = np.sin(along * 110.0 + down * 34.0) * np.sin(along * 110.0 - down * 34.0)
    gill = bump(0.0, 0.010, along - 0.22 + 0.35 * (down + 0.02) ** 2) * (np.abs(down) < 0.3)
    brightness = 1.06 + 0.05 * scales - 1.0 * down * np.abs(down)
    brightness += 0.25 * bump(-0.26, 0.10, down) - 0.30 * step(0.1, 0.5, down) - 0.28 * gill
    return lit(colour, brightness)
