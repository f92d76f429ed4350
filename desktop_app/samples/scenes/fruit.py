"""Fruit on a table."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from desktop_app.samples.drawing.canvas import Canvas
from desktop_app.samples.drawing.colour import Colour, Field, lit, mix, pick, rgb, step, vary
from desktop_app.samples.drawing.outlines import Point, curve, disc, outline, turned
from desktop_app.samples.drawing.shapes import Shape
from desktop_app.samples.drawing.table import paint_table

BOWLS = [rgb(code) for code in (0xF2EEE4, 0x4A7A9A, 0xB0603F, 0x8AA898, 0x3A4450, 0xE0C48A)]
FLESHES = [rgb(code) for code in (0xF8A030, 0xF4E070, 0xF0705A, 0xC8DC70)]
LEAF = curve(outline((0.0, 0.0), (0.20, -0.20), (0.60, -0.22), (0.32, 0.04)), steps=5)


@dataclass(frozen=True)
class Sort:
    """A sort of fruit: ground colour, blush, form and skin."""

    colour: int
    blush: int
    tallness: float
    size: float
    pores: float  # roughness of its skin
    streaks: float  # from pole to pole
    stalk: bool = False
    pointed: bool = False  # like a lemon


SORTS = [
    Sort(0xC8202A, 0xE8B83A, 0.94, 1.0, 0.0, 0.12, stalk=True),  # a red apple
    Sort(0x9AB83A, 0xD8C850, 0.94, 1.0, 0.0, 0.06, stalk=True),  # a green apple
    Sort(0xF28A1A, 0xF8A83A, 0.97, 0.98, 0.020, 0.0),  # an orange
    Sort(0xF6D63A, 0xF4E88A, 0.80, 0.80, 0.020, 0.0, pointed=True),  # a lemon
    Sort(0x5A2A5A, 0x9A5A8A, 1.04, 0.72, 0.0, 0.0),  # a plum
    Sort(0xF4B878, 0xD8503A, 0.96, 0.90, 0.012, 0.0),  # a peach
    Sort(0x8AAA3A, 0xA8C050, 0.82, 0.70, 0.018, 0.0, pointed=True),  # a lime
]


@dataclass(frozen=True)
class Fruit:
    """One fruit: where its middle is, its radius, which way it lies."""

    x: float
    y: float
    radius: float
    turn: float
    sort: Sort


@dataclass(frozen=True, eq=False)
class Bowl:
    """A bowl: the middle of its rim, the rim's radii, how deep it is."""

    x: float
    y: float
    across: float
    down: float
    deep: float
    colour: Colour


def draw_fruit(canvas: Canvas, rng: Generator) -> None:
    """Apples, oranges, lemons, plums: in a bowl, or lying on the boards."""
    paint_table(canvas, rng, canvas.height * rng.uniform(0.40, 0.52))
    sorts = [SORTS[i] for i in rng.permutation(len(SORTS))[: int(rng.integers(1, 4))]]
    if rng.random() < 0.55:
        _paint_filled_bowl(canvas, rng, sorts)
    else:
        _paint_row(canvas, rng, sorts)


def _paint_row(canvas: Canvas, rng: Generator, sorts: list[Sort]) -> None:
    """Fruit side by side, some nearer; often half a citrus fruit before them."""
    count, size = int(rng.integers(3, 7)), rng.uniform(0.125, 0.165)
    pitch = min(size * 1.75, canvas.width * 0.86 / count)
    start = canvas.width / 2.0 - pitch * (count - 1) / 2.0
    fruits = []
    for i in range(count):
        sort, y = pick(rng, sorts), canvas.height * 0.70 + rng.uniform(-0.10, 0.10)
        fruits.append(Fruit(start + pitch * i, y, size * sort.size, rng.normal(0.0, 0.3), sort))
    fruits.sort(key=lambda fruit: fruit.y)
    for fruit in fruits:
        _paint_shadow(canvas, fruit)
        _paint_fruit(canvas, rng, fruit)
    if rng.random() < 0.5:
        aside = 0.2 if fruits[-1].x < canvas.width / 2.0 else -0.2
        place = fruits[-1].x + aside, canvas.height * 0.88
        _paint_half(canvas, place, 0.11, pick(rng, FLESHES))


def _paint_filled_bowl(canvas: Canvas, rng: Generator, sorts: list[Sort]) -> None:
    """Back rim, fruit in two rows, then the bowl's front over their lower parts."""
    across = rng.uniform(0.38, 0.46) * min(1.0, canvas.width / 1.05)
    middle = canvas.width * rng.uniform(0.46, 0.54), canvas.height * rng.uniform(0.58, 0.64)
    radii = across, across * 0.20, across * 0.56
    bowl = Bowl(*middle, *radii, vary(rng, pick(rng, BOWLS), 0.02))
    foot = canvas.ellipse(
        bowl.x + 0.04, bowl.y + bowl.deep, across * 0.72, across * 0.12, blur=0.02
    )
    canvas.shade(foot, 0.6)
    inside = canvas.ellipse(bowl.x, bowl.y, across, bowl.down)
    canvas.fill(inside, lit(bowl.colour, 0.55 + 0.25 * (inside.x - bowl.x) / across))
    for lift, count, spread in ((-0.26, 3, 0.46), (-0.04, 4, 0.62)):
        for place in rng.permutation(np.linspace(-spread, spread, count)).tolist():
            sort = pick(rng, sorts)
            at = bowl.x + place * across, bowl.y + across * (lift - 0.10 * rng.random())
            radius = across * 0.31 * sort.size
            _paint_fruit(canvas, rng, Fruit(*at, radius, rng.normal(0.0, 0.3), sort))
    _paint_bowl_front(canvas, bowl)


def _paint_bowl_front(canvas: Canvas, bowl: Bowl) -> None:
    angle = np.linspace(0.0, np.pi, 40)
    lip = np.stack([bowl.x - bowl.across * np.cos(angle), bowl.y + bowl.down * np.sin(angle)], -1)
    belly = curve(
        outline((1.0, 0.0), (0.97, 0.22), (0.82, 0.62), (0.52, 0.93), (0.34, 1.0)), closed=False
    )
    belly = np.concatenate([belly, belly[::-1] * (-1.0, 1.0)])
    front = canvas.polygon(
        np.concatenate([lip, belly * (bowl.across, bowl.deep) + (bowl.x, bowl.y)])
    )
    dx, dy = (front.x - bowl.x) / bowl.across, (front.y - bowl.y) / bowl.deep
    brightness = 1.0 - 0.30 * dx - 0.42 * dy * dy - 0.25 * dx * dx
    band = step(0.04, 0.0, np.abs(dy - 0.42 - 0.16 * (1.0 - dx * dx)))
    canvas.fill(front, lit(mix(bowl.colour, rgb(0xFFFFFF), 0.35 * band), brightness))
    gleam = canvas.ellipse(
        *(bowl.x - bowl.across * 0.48, bowl.y + bowl.deep * 0.5),
        *(bowl.across * 0.13, bowl.deep * 0.2),
        angle=0.5,
        blur=0.025,
    )
    canvas.shine(gleam.inside(front), rgb(0xFFFFFF), 0.3)


def _paint_shadow(canvas: Canvas, fruit: Fruit) -> None:
    radius = fruit.radius
    place = fruit.x + radius * 0.35, fruit.y + radius * fruit.sort.tallness * 0.86
    shadow = canvas.ellipse(*place, radius * 1.15, radius * 0.26, blur=radius * 0.14)
    canvas.shade(shadow, 0.55)


def _paint_fruit(canvas: Canvas, rng: Generator, fruit: Fruit) -> None:
    """Lambert's law on an ellipsoid, a highlight, and light thrown back from the table."""
    sort, radius = fruit.sort, fruit.radius
    body = _outline(canvas, fruit)
    dx, dy = (body.x - fruit.x) / radius, (body.y - fruit.y) / (radius * sort.tallness)
    up = np.sqrt(np.clip(1.0 - dx * dx - dy * dy, 0.0, 1.0))
    light = np.clip(-0.48 * dx - 0.58 * dy + 0.66 * up, 0.0, 1.0)
    rough = body.crop(canvas.noise(rng, (120.0, 120.0), octaves=1)) * np.float32(sort.pores)
    bounce = 0.16 * step(0.3, 1.0, dy) * step(0.0, 0.6, up)
    canvas.fill(body, lit(_skin(rng, sort, dx, dy), 0.36 + 0.80 * light + rough + bounce))
    glossy = sort.pores < 0.015
    gleam = np.clip(-0.40 * dx - 0.55 * dy + 0.73 * up, 0.0, 1.0) ** (40.0 if glossy else 14.0)
    canvas.shine(body.where(gleam), rgb(0xFFFFFF), 0.6 if glossy else 0.28)
    if sort.stalk:
        _paint_stalk(canvas, rng, fruit)


def _outline(canvas: Canvas, fruit: Fruit) -> Shape:
    tallness, radius, middle = fruit.sort.tallness, fruit.radius, (fruit.x, fruit.y)
    if not fruit.sort.pointed:
        return canvas.ellipse(*middle, radius, radius * tallness)
    form = disc(0.0, 0.0, 1.0, tallness, 60)
    form[:, 0] *= 1.0 + 0.20 * np.abs(form[:, 0]) ** 14
    return canvas.polygon(turned(form, fruit.turn) * radius + middle)


def _skin(rng: Generator, sort: Sort, dx: Field, dy: Field) -> Colour:
    """Ground colour with a blush on one side, streaked from pole to pole."""
    streaks = np.sin(np.arctan2(dx, 1.3 + dy) * 34.0 + rng.uniform(0.0, 6.0)) * sort.streaks
    amount = 0.30 + rng.uniform(-0.7, 0.7) * dx - 0.35 * dy + streaks
    ground = vary(rng, rgb(sort.colour), 0.03)
    return mix(ground, rgb(sort.blush), np.clip(amount, 0.0, 1.0) * 0.85)


def _paint_stalk(canvas: Canvas, rng: Generator, fruit: Fruit) -> None:
    radius = fruit.radius
    x, y = fruit.x, fruit.y - radius * fruit.sort.tallness * 0.78
    canvas.shade(canvas.ellipse(x, y, radius * 0.30, radius * 0.10, blur=radius * 0.07), 0.5)
    lean = rng.uniform(-0.12, 0.16)
    stalk = outline((-0.03, 0.0), (lean - 0.03, -0.42), (lean + 0.05, -0.42), (0.04, 0.0))
    canvas.fill(canvas.polygon(stalk * radius + (x, y)), rgb(0x5A4028))
    if rng.random() < 0.6:
        leaf = canvas.polygon(LEAF * radius + (x + lean * radius * 0.5, y - radius * 0.2))
        canvas.fill(leaf, lit(rgb(0x5A9A3A), 0.7 - 0.8 * (leaf.y - y) / radius))


def _paint_half(canvas: Canvas, middle: Point, radius: float, flesh: Colour) -> None:
    """Half a citrus fruit, cut side up: rind, pith, segments."""
    (x, y), down = middle, radius * 0.62
    canvas.shade(canvas.ellipse(x + 0.02, y + 0.02, radius * 1.1, down * 1.06, blur=0.014), 0.5)
    face = canvas.ellipse(x, y, radius, down)
    dx, dy = (face.x - x) / radius, (face.y - y) / down
    away, angle = np.hypot(dx, dy), np.arctan2(dy, dx)
    pulp = step(0.82, 0.78, away) * step(0.06, 0.14, np.abs(np.sin(angle * 5.0)) * away)
    colour = mix(mix(rgb(0xFBF0D4), flesh, pulp), flesh * 0.9, step(0.90, 0.94, away))
    canvas.fill(face, lit(colour, 1.02 + 0.05 * np.sin(angle * 90.0) * pulp - 0.08 * dx))
