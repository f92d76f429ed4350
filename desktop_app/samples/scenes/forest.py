"""The inside of a wood."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from desktop_app.samples.drawing.canvas import Canvas
from desktop_app.samples.drawing.colour import (
    Colour,
    Field,
    bump,
    lit,
    mix,
    pick,
    ramp,
    rgb,
    step,
    varied,
)
from desktop_app.samples.drawing.ground import paint_ground
from desktop_app.samples.drawing.outlines import outline
from desktop_app.samples.drawing.trees import draw_grass


@dataclass(frozen=True, eq=False)
class Wood:
    """The colours of one season and hour."""

    air: Colour  # what shines between the trunks
    leaf: Colour
    leaf_lit: Colour
    bark: Colour
    floor: Colour


@dataclass(frozen=True)
class Trunk:
    """One trunk: where it stands, half its width, how far its top leans; 0 far, 1 near."""

    x: float
    foot: float
    half: float
    lean: float
    depth: float


WOODS = [
    Wood(*(rgb(code) for code in codes))
    for codes in (
        (0xE8F0C4, 0x47722F, 0xA8C84E, 0x544334, 0x64743A),
        (0xDCE8D8, 0x375C3E, 0x7FA868, 0x463E34, 0x54643C),
        (0xF8E6B4, 0xB0682E, 0xF0B040, 0x54402E, 0xA4703C),
        (0xE0E7E6, 0x4E6854, 0x8EA88A, 0x484440, 0x626850),
        (0xFAEFCE, 0x648430, 0xD2D860, 0x5E4A36, 0x768242),
        (0xD8EACE, 0x346438, 0x88B850, 0x504334, 0x526A36),
    )
]


def draw_forest(canvas: Canvas, rng: Generator) -> None:
    """Trunks behind trunks in a lit mist, leaves above, a floor with a path or grass below."""
    wood = pick(rng, WOODS)
    floor = canvas.height * rng.uniform(0.56, 0.68)
    sun = canvas.width * rng.uniform(0.25, 0.75)
    _paint_air(canvas, rng, wood, (sun, floor * 0.55))
    _paint_trunks(canvas, rng, wood, floor, (0.0, 0.3))
    _paint_leaves(canvas, rng, wood, 0.3)
    _paint_floor(canvas, rng, wood, (floor, sun))
    _paint_trunks(canvas, rng, wood, floor, (0.2, 0.6, 1.0))
    _paint_leaves(canvas, rng, wood, 1.0)
    if rng.random() < 0.7:
        _paint_beams(canvas, rng, wood, sun)
    layer = canvas.layer()
    grass = mix(wood.leaf, wood.leaf_lit, 0.3) * np.float32(0.75)
    stretch = 0.0, canvas.width, canvas.height + 0.02
    draw_grass(layer, rng, stretch, rng.uniform(0.08, 0.16), grass, blades=130)
    canvas.lay(layer)


def _paint_air(canvas: Canvas, rng: Generator, wood: Wood, sun: tuple[float, float]) -> None:
    """Far foliage, blurred to blotches, and the sun behind it."""
    stops = mix(wood.leaf, wood.leaf_lit, 0.4), mix(wood.air, wood.leaf_lit, 0.4), wood.air
    canvas.pixels[:] = ramp(stops, np.clip(canvas.y / canvas.height / 0.6, 0.0, 1.0))
    blotches = step(-0.2, 1.6, canvas.noise(rng, (5.0, 6.0), octaves=4, persistence=0.6))
    green = mix(wood.leaf, wood.leaf_lit, 0.55)
    canvas.fill(canvas.everywhere().where(blotches), green, 0.6)
    canvas.glow(*sun, 0.30, wood.air, 0.75)
    canvas.glow(*sun, 0.12, rgb(0xFFFBE6), 0.6)


def _paint_trunks(
    canvas: Canvas, rng: Generator, wood: Wood, floor: float, depths: tuple[float, ...]
) -> None:
    """Rows of trunks from the farthest to the nearest."""
    bark = canvas.noise(rng, (40.0, 5.0), octaves=4, persistence=0.7)
    for depth in depths:
        count = round((14.0 - 10.0 * depth) * canvas.width / 1.5)
        for i in rng.permutation(count):
            away = (0.02 + 0.5 * depth**1.4) * rng.uniform(0.75, 1.2)
            trunk = Trunk(
                x=canvas.width * (float(i) + rng.uniform(0.1, 0.9)) / count,
                foot=floor + (canvas.height - floor) * away,
                half=(0.007 + 0.032 * depth**1.5) * rng.uniform(0.65, 1.35),
                lean=rng.normal(0.0, 0.03),
                depth=depth,
            )
            _paint_trunk(canvas, wood, trunk, bark)


def _paint_trunk(canvas: Canvas, wood: Wood, trunk: Trunk, bark: Field) -> None:
    x, foot, half, lean = trunk.x, trunk.foot, trunk.half, trunk.lean
    sides = outline(
        *((x + lean - half * 0.7, -0.02), (x + lean + half * 0.7, -0.02)),
        *((x + half, foot - half * 1.8), (x + half * 1.7, foot)),
        *((x - half * 1.7, foot), (x - half, foot - half * 1.8)),
    )
    shadow = canvas.ellipse(x, foot, half * 4.0, half * 0.8, blur=half * 0.5)
    canvas.shade(shadow, 0.35 * trunk.depth)
    shape = canvas.polygon(sides)
    middle = x + lean * (1.0 - shape.y / foot)
    across = np.clip((shape.x - middle) / half, -1.0, 1.0)
    brightness = 1.0 - 0.35 * across - 0.25 * across**2 + shape.crop(bark) * 0.15
    mist = mix(wood.air, wood.leaf_lit, 0.3)
    colour = lit(wood.bark, np.clip(brightness, 0.25, 1.5))
    canvas.fill(shape, mix(colour, mist, 0.74 * (1.0 - trunk.depth) ** 1.2))


def _paint_leaves(canvas: Canvas, rng: Generator, wood: Wood, depth: float) -> None:
    """A canopy that hangs from the top edge in clusters and thins out downwards."""
    layer, count = canvas.layer(), round(950 * canvas.width / 1.5)
    clusters = rng.uniform(-0.02, canvas.width + 0.02, 60)
    x = clusters[rng.integers(60, size=count)] + rng.normal(0.0, 0.05, count)
    drop = rng.uniform(0.0, 1.0, count) ** 1.8
    y = canvas.height * drop * (0.30 + 0.10 * np.sin(x * 5.0 + depth * 3.0))
    size = rng.uniform(0.005, 0.013, count) * (0.6 + 0.5 * depth)
    shine = rng.uniform(0.0, 1.0, (count, 1)).astype(np.float32) ** 1.5
    dark = wood.leaf * np.float32(0.75)
    tones = dark + (wood.leaf_lit - dark) * shine
    tones += (wood.air - tones) * np.float32(0.35 * (1.0 - depth))
    radii = size[:, None] * np.stack([np.ones(count), rng.uniform(0.4, 0.9, count)], axis=1)
    layer.dots(np.stack([x, y], axis=1), radii, varied(rng, tones, 0.04))
    canvas.lay(layer)


def _paint_floor(canvas: Canvas, rng: Generator, wood: Wood, place: tuple[float, float]) -> None:
    """The ground below a y, misty where it begins; often a path to the sun at an x."""
    floor, sun = place
    mist = mix(wood.air, wood.leaf_lit, 0.15)
    stops = mist, mix(wood.floor, mist, 0.25), wood.floor, wood.floor * np.float32(0.62)
    paint_ground(canvas, rng, floor, stops, cells=(8.0, 10.0), roughness=0.13)
    ground = canvas.box(0.0, floor, canvas.width, canvas.height)
    nearness = (ground.y - floor) / (canvas.height - floor)
    if rng.random() < 0.6:
        bend = sun + np.sin(nearness * 2.6) * rng.uniform(-0.25, 0.25)
        away = np.abs(ground.x - bend) / (0.02 + 0.22 * nearness)
        path = step(1.15, 0.8, away + canvas.plane(rng, floor, (6.0, 8.0)) * 0.10)
        texture = 1.0 + canvas.plane(rng, floor, (14.0, 18.0), reach=5.0) * 0.10 - 0.3 * nearness
        earth = mix(lit(mix(wood.bark, wood.air, 0.45), texture), mist, step(0.3, 0.0, nearness))
        canvas.fill(ground.where(path), earth, 0.85)
    dapple = step(0.7, 1.8, canvas.plane(rng, floor, (4.0, 6.0)))
    canvas.shine(ground.where(dapple), wood.leaf_lit, 0.35)


def _paint_beams(canvas: Canvas, rng: Generator, wood: Wood, sun: float) -> None:
    """Shafts of light that fan out from the sun."""
    angle = (canvas.x - sun) / (canvas.y + 0.35)
    fan = np.zeros(canvas.shape, np.float32)
    for _ in range(6):
        fan += bump(rng.uniform(-0.9, 0.9), rng.uniform(0.02, 0.07), angle)
    down = canvas.y / canvas.height
    fade = step(0.05, 0.3, down) * step(0.95, 0.5, down)
    canvas.shine(canvas.everywhere().where(np.clip(fan, 0.0, 1.0) * fade), wood.air, 0.3)
