"""Hot-air balloons."""

from __future__ import annotations

from dataclasses import dataclass
from math import pi

import numpy as np
from numpy.random import Generator

from desktop_app.samples.drawing.canvas import Canvas
from desktop_app.samples.drawing.colour import Colour, Field, mix, pick, rgb, step, striped, vary
from desktop_app.samples.drawing.light import (
    DUSK,
    GOLDEN,
    MORNING,
    NOON,
    SUMMER,
    Light,
    paint_clouds,
    paint_sky,
)
from desktop_app.samples.drawing.noise import ridge
from desktop_app.samples.drawing.outlines import below, outline

PALETTES = [
    [rgb(code) for code in codes]
    for codes in (
        (0xD8332E, 0xF6C33A, 0xF28A2E),
        (0x2C6FB8, 0xF4F0E4, 0xE0483C),
        (0xE8433A, 0xF4F0E4),
        (0x7A3F9A, 0xF0A33A, 0xD8447A),
        (0x1F8A84, 0xF6D24A, 0xF4F0E4),
        (0xF2B632, 0x2F4F9A),
        (0xE0483C, 0xF2B632, 0x3F9A5A, 0x2C6FB8, 0x7A3F9A),
    )
]
FIELDS = [rgb(code) for code in (0x6A8A3E, 0x8A8F4A, 0x4F7A46, 0xB0934E)]
# Half the envelope's width at heights from its top (0) to its mouth (1), in its largest half width.
PROFILE = np.array([0.0, 0.50, 0.76, 0.92, 0.99, 1.0, 0.95, 0.85, 0.72, 0.57, 0.42, 0.28, 0.17])
HEIGHTS = np.linspace(0.0, 1.0, len(PROFILE))
TALLNESS = 2.25  # the envelope's height in its largest half width


@dataclass(frozen=True, eq=False)
class Balloon:
    """One balloon: the middle of its envelope's top, its half width, how it is sewn."""

    x: float
    top: float
    half: float
    colours: list[Colour]
    gores: int
    slant: float  # how far the stripes wind around it
    banded: bool

    @property
    def height(self) -> float:
        """The envelope's height."""
        return self.half * TALLNESS


def draw_balloon(canvas: Canvas, rng: Generator) -> None:
    """One balloon near by, and often others far off, over hills and fields."""
    light = pick(rng, (NOON, SUMMER, MORNING, GOLDEN, NOON, DUSK))
    horizon = canvas.height * rng.uniform(0.74, 0.88)
    paint_sky(canvas, rng, light, horizon)
    paint_clouds(canvas, rng, light, horizon, rng.uniform(0.1, 0.55))
    _paint_country(canvas, rng, light, horizon)
    for balloon in _flight(canvas, rng, horizon):
        _paint_basket(canvas, balloon, light)
        _paint_envelope(canvas, balloon, light)


def _flight(canvas: Canvas, rng: Generator, horizon: float) -> list[Balloon]:
    """The balloons from the smallest to the largest."""
    count = int(pick(rng, (1, 2, 3, 4, 6)))
    halves = sorted(rng.uniform(0.03, 0.11, count - 1).tolist())
    halves.append(rng.uniform(0.18, 0.27))
    places = (rng.permutation(count) + rng.uniform(0.3, 0.7, count)) / count
    balloons = []
    for half, place in zip(halves, places.tolist(), strict=True):
        room = max(0.05, horizon - half * (TALLNESS + 1.1))
        balloons.append(
            Balloon(
                x=canvas.width / 2.0 + (place - 0.5) * max(0.2, canvas.width - 1.3 * half),
                top=0.03 + rng.uniform(0.0, 0.8) * (room - 0.03),
                half=half,
                colours=pick(rng, PALETTES),
                gores=int(pick(rng, (8, 10, 12))),
                slant=float(pick(rng, (0.0, 0.0, 0.0, 1.3))),
                banded=bool(rng.random() < 0.25),
            )
        )
    return balloons


def _paint_envelope(canvas: Canvas, balloon: Balloon, light: Light) -> None:
    widths, rows = PROFILE * balloon.half, balloon.top + HEIGHTS * balloon.height
    right = np.stack([balloon.x + widths, rows], axis=-1)
    left = np.stack([balloon.x - widths, rows], axis=-1)
    envelope = canvas.polygon(np.concatenate([right, left[::-1]]))
    down = (envelope.y - balloon.top) / balloon.height
    half = np.interp(down, HEIGHTS, widths).astype(np.float32) + 1e-4
    around = np.arcsin(np.clip((envelope.x - balloon.x) / half, -1.0, 1.0))
    gore = (around / pi + 0.5 + balloon.slant * down) * balloon.gores
    seam = np.abs(gore - np.round(gore))
    brightness = 0.98 + 0.22 * np.cos(around + 0.6) - 0.40 * step(0.2, 1.5, around)
    brightness = brightness - 0.10 * step(0.06, 0.0, seam) - 0.18 * step(0.6, 1.0, down)
    canvas.fill(envelope, light.on(_cloth(canvas, balloon, gore, down), brightness))
    gleam = canvas.ellipse(
        *(balloon.x - 0.42 * balloon.half, balloon.top + 0.62 * balloon.half),
        *(0.20 * balloon.half, 0.34 * balloon.half),
        angle=0.5,
        blur=balloon.half * 0.12,
    )
    canvas.shine(gleam, rgb(0xFFFFFF), 0.22)


def _cloth(canvas: Canvas, balloon: Balloon, gore: Field, down: Field) -> Colour:
    """A colour for each gore; banded balloons have rings and a belt of zigzags instead."""
    pixel = 1.0 / canvas.scale
    if not balloon.banded:
        return striped(balloon.colours, gore, 1.5 * balloon.gores / (pi * balloon.half) * pixel)
    rings = striped(balloon.colours, down * 7.0, 7.0 / balloon.height * pixel)
    zigzag = down * 14.0 + np.abs(gore - np.round(gore)) * 1.6
    belt = striped(balloon.colours, zigzag, 18.0 / balloon.height * pixel)
    return mix(rings, belt, step(0.30, 0.31, down) * step(0.63, 0.62, down))


def _paint_basket(canvas: Canvas, balloon: Balloon, light: Light) -> None:
    """Ropes from the mouth down to a wicker basket."""
    mouth, top = balloon.top + balloon.height, balloon.top + balloon.height * 1.2
    layer, size = canvas.layer(), balloon.half
    rope, wicker = light.on(rgb(0x5A4632)), light.on(rgb(0x8A5F38))
    for side in (-1.0, -0.35, 0.35, 1.0):
        high = balloon.x + side * size * 0.16, mouth
        low = balloon.x + side * size * 0.13, top
        layer.line(outline(high, low), size * 0.012, rope)
    strip = outline((-0.145, 0.0), (0.145, 0.0), (0.14, 0.04), (-0.14, 0.04))
    for row in range(5):
        place = strip * (1.0 - 0.03 * row, 1.0) + (0.0, 0.04 * row)
        tone = 1.1 if row == 0 else 0.95 - 0.1 * (row % 2)
        layer.polygon(place * size + (balloon.x, top), wicker * np.float32(tone))
    canvas.lay(layer)


def _paint_country(canvas: Canvas, rng: Generator, light: Light, horizon: float) -> None:
    """Hills to the horizon, fields in stripes and woods on them."""
    green = vary(rng, pick(rng, FIELDS))
    for i in range(4):
        base = horizon + (canvas.height - horizon) * (i / 4.0) ** 1.2
        line = base + ridge(rng, canvas.x, 1.0 + 0.4 * i, 5) * (0.045 - 0.006 * i) - 0.015
        hill = canvas.polygon(below(line, canvas.x, canvas.height + 0.01))
        fall = hill.y - line[:, hill.columns]
        woods = hill.crop(canvas.noise(rng, (14.0, 40.0), octaves=4, persistence=0.65))
        furrows = np.sin((hill.x * rng.uniform(-1.0, 1.0) + fall * 6.0) * 40.0) * 0.05
        field = light.on(vary(rng, green, 0.05), 0.95 + woods * 0.10 + furrows - fall * 0.6)
        colour = mix(field, light.on(rgb(0x2F4A2C)), step(0.6, 1.4, woods) * 0.8)
        canvas.fill(hill, light.far(colour, 0.72 - 0.22 * i))
