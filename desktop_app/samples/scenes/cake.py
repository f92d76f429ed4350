"""A cake on a plate."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

import numpy as np
from numpy.random import Generator

from desktop_app.samples.drawing.canvas import Canvas
from desktop_app.samples.drawing.colour import Colour, Field, lit, mix, pick, rgb, step, vary
from desktop_app.samples.drawing.outlines import Point, Points, curve, outline
from desktop_app.samples.drawing.shapes import Shape
from desktop_app.samples.drawing.table import paint_plate, paint_table

FLAT = 0.27  # how far the circle of a tier's top is squashed by the view
ICINGS = [
    rgb(code) for code in (0xFBF3E4, 0xF6B8C8, 0x5A3020, 0xF8E0A8, 0xBFE0D0, 0xD8C4E8, 0xFFFFFF)
]
SPONGES = [rgb(code) for code in (0xE8C48A, 0x6A3C28, 0xF0D8A8, 0xB8483F)]
BERRIES = [rgb(code) for code in (0xC8182A, 0xA01430, 0x3A3A7A)]
CANDLES = [rgb(code) for code in (0xF26A8A, 0x4A9AE0, 0xF2C83A, 0x6ABF6A, 0xB07AE0)]
PLATES = [rgb(code) for code in (0xF8F6F0, 0xDCE8EC, 0xF4E4E0)]
CREAM = rgb(0xFDF6EA)
TOPPINGS = ("berries", "candles", "cream", "candles", "berries")
FLAME = curve(
    outline(
        *((0.0, -0.052), (0.010, -0.024), (0.007, -0.006)),
        *((0.0, -0.002), (-0.007, -0.006), (-0.010, -0.024)),
    ),
    steps=5,
)
LEAF = curve(outline((0.0, -0.75), (0.35, -1.25), (0.75, -1.2), (0.4, -0.85)), steps=4)


@dataclass(frozen=True)
class Tier:
    """A round layer: the middle of its top, its radius and height."""

    x: float
    top: float
    radius: float
    height: float

    def on_top(self, angle: float, away: float) -> Point:
        """A place on the top: at `angle`, 0 is right, and `away` from the middle in radii."""
        return (
            self.x + cos(angle) * away * self.radius,
            self.top + sin(angle) * away * self.radius * FLAT,
        )

    def rim(self, across: Points) -> Points:
        """How far down the front of the top's edge lies, at places -1..1 across."""
        return self.top + self.radius * FLAT * np.sqrt(1.0 - across * across)


@dataclass(frozen=True, eq=False)
class Recipe:
    """What a cake is made of."""

    icing: Colour
    sponge: Colour
    berry: Colour
    naked: bool  # sponge and cream show at the sides
    topping: str


def draw_cake(canvas: Canvas, rng: Generator) -> None:
    """One to three tiers with icing that drips; berries, candles or cream on top."""
    paint_table(canvas, rng, canvas.height * rng.uniform(0.46, 0.58))
    recipe = Recipe(
        icing=vary(rng, pick(rng, ICINGS), 0.02),
        sponge=vary(rng, pick(rng, SPONGES)),
        berry=vary(rng, pick(rng, BERRIES), 0.03),
        naked=bool(rng.random() < 0.5),
        topping=pick(rng, TOPPINGS),
    )
    tiers = _tiers(canvas, rng)
    base = tiers[0]
    foot, radius = base.top + base.height, base.radius
    plate = radius * 1.42, radius * 1.42 * FLAT
    paint_plate(canvas, (base.x, foot + 0.012), plate, pick(rng, PLATES))
    shadow = canvas.ellipse(
        base.x + 0.02, foot + 0.01, radius * 1.08, radius * FLAT * 1.1, blur=0.012
    )
    canvas.shade(shadow, 0.4)
    for tier in tiers:
        _paint_tier(canvas, rng, tier, recipe)
    _paint_topping(canvas, rng, tiers[-1], recipe)


def _tiers(canvas: Canvas, rng: Generator) -> list[Tier]:
    """From the bottom to the top."""
    count = int(pick(rng, (1, 1, 2, 2, 3)))
    radius = rng.uniform(0.30, 0.38) * (1.0 if count < 3 else 0.88) * min(1.0, canvas.width / 1.1)
    height = (0.25, 0.18, 0.145)[count - 1] * rng.uniform(0.9, 1.1)
    x = canvas.width * rng.uniform(0.45, 0.55)
    top = canvas.height * rng.uniform(0.78, 0.84) - radius * FLAT
    tiers = []
    for _ in range(count):
        top -= height
        tiers.append(Tier(x, top, radius, height))
        radius *= rng.uniform(0.66, 0.74)
    return tiers


def _paint_tier(canvas: Canvas, rng: Generator, tier: Tier, recipe: Recipe) -> None:
    across = np.linspace(1.0, -1.0, 60)
    front = np.stack([tier.x + tier.radius * across, tier.rim(across) + tier.height], axis=-1)
    back = outline((tier.x - tier.radius, tier.top), (tier.x + tier.radius, tier.top))
    side = canvas.polygon(np.concatenate([front, back]))
    place, down = _wrapped(side, tier)
    crumbs = side.crop(canvas.noise(rng, (60.0, 60.0), octaves=3, persistence=0.9))
    canvas.fill(side, lit(_side(recipe, down, crumbs), _roundness(place)))
    _paint_icing(canvas, rng, tier, recipe)
    top = canvas.ellipse(tier.x, tier.top, tier.radius, tier.radius * FLAT)
    dx, dy = (top.x - tier.x) / tier.radius, (top.y - tier.top) / (tier.radius * FLAT)
    swirl = np.sin(np.hypot(dx, dy) * tier.radius * 90.0) * 0.014
    canvas.fill(top, lit(recipe.icing, 1.02 - 0.10 * dx - 0.08 * dy + swirl))
    gleam = canvas.ellipse(
        *(tier.x - tier.radius * 0.45, tier.top - tier.radius * FLAT * 0.35),
        *(tier.radius * 0.36, tier.radius * 0.06),
        blur=0.01,
    )
    canvas.shine(gleam, rgb(0xFFFFFF), 0.28)


def _wrapped(shape: Shape, tier: Tier) -> tuple[Field, Field]:
    """Each pixel's place across the tier (-1..1) and down its side (0..1)."""
    across = np.clip((shape.x - tier.x) / tier.radius, -1.0, 1.0)
    rim = np.float32(tier.radius * FLAT) * np.sqrt(1.0 - across * across) + tier.top
    return across, (shape.y - rim) / tier.height


def _roundness(across: Field) -> Field:
    """How bright an upright round side is, lit from the left."""
    facing = np.sqrt(np.clip(1.0 - (across + 0.35) ** 2 / 1.9, 0.0, 1.0))
    return np.asarray(0.60 + 0.44 * facing, np.float32)


def _side(recipe: Recipe, down: Field, crumbs: Field) -> Colour:
    """Smooth icing, or three layers of sponge with cream between them."""
    if not recipe.naked:
        smooth = np.sin(down * 16.0) * 0.012
        return lit(mix(recipe.icing, CREAM, 0.25), 1.0 + smooth + crumbs * 0.008)
    layer = np.abs((down * 3.0) % 1.0 - 0.5 + crumbs * 0.012)
    sponge = lit(recipe.sponge, 1.0 + crumbs * 0.07)
    return mix(sponge, CREAM, step(0.13, 0.08, np.abs(layer - 0.5)))


def _paint_icing(canvas: Canvas, rng: Generator, tier: Tier, recipe: Recipe) -> None:
    """Icing that has run over the rim in drops of several lengths."""
    drops = int(rng.integers(9, 14))
    knots = rng.uniform(0.10, 0.42, drops * 2 + 2)
    knots[::2] *= 0.45
    across = np.linspace(-1.0, 1.0, 90)
    place = (np.arcsin(across) / pi + 0.5) * drops * 2
    lower, part = np.floor(place).astype(np.intp), place % 1.0
    part = part * part * (3.0 - 2.0 * part)
    length = (knots[lower] * (1.0 - part) + knots[lower + 1] * part) * tier.height
    x = tier.x + across * tier.radius * 1.006
    hem = np.stack([x, tier.rim(across) + length], axis=-1)
    back = np.stack([x, np.full_like(x, tier.top)], axis=-1)[::-1]
    shadow = np.concatenate([hem + np.array([0.003, 0.007]), back])
    canvas.shade(canvas.polygon(shadow, blur=0.004), 0.22)
    icing = canvas.polygon(np.concatenate([hem, back]))
    along, _ = _wrapped(icing, tier)
    canvas.fill(icing, lit(recipe.icing, _roundness(along) * 1.03))


def _paint_topping(canvas: Canvas, rng: Generator, tier: Tier, recipe: Recipe) -> None:
    if recipe.topping == "candles":
        _paint_sprinkles(canvas, rng, tier)
        _paint_candles(canvas, rng, tier)
        return
    creamy = recipe.topping == "cream"
    count, size = (7, 0.040) if creamy else (9, 0.034)
    places = [(2.0 * pi * i / count + 0.4, 0.76) for i in range(count)]
    if not creamy:
        places += [(pi, 0.2), (0.0, 0.2), (pi / 2.0, 0.1)]
    for x, y in sorted((tier.on_top(*place) for place in places), key=lambda at: at[1]):
        if creamy:
            _paint_rosette(canvas, x, y, size)
            _paint_berry(canvas, (x, y - size * 1.15), size * 0.62, recipe.berry)
        else:
            _paint_berry(canvas, (x, y - size * 0.5), size, recipe.berry)


def _paint_berry(canvas: Canvas, middle: Point, radius: float, colour: Colour) -> None:
    x, y = middle
    foot = canvas.ellipse(
        x + radius * 0.3, y + radius * 0.8, radius * 1.1, radius * 0.4, blur=radius * 0.3
    )
    canvas.shade(foot, 0.35)
    berry = canvas.ellipse(x, y, radius, radius)
    dx, dy = (berry.x - x) / radius, (berry.y - y) / radius
    canvas.fill(berry, lit(colour, 1.08 - 0.38 * dx - 0.45 * dy - 0.28 * (dx * dx + dy * dy)))
    gleam = canvas.ellipse(
        x - radius * 0.35, y - radius * 0.4, radius * 0.26, radius * 0.2, blur=radius * 0.08
    )
    canvas.shine(gleam, rgb(0xFFFFFF), 0.75)
    canvas.fill(canvas.polygon(LEAF * radius + middle), rgb(0x4F8A3A))


def _paint_rosette(canvas: Canvas, x: float, y: float, size: float) -> None:
    """A swirl of whipped cream: rings that get smaller upwards."""
    for level in range(4):
        radius, low = size * (1.0 - 0.22 * level), y - size * 0.3 * level
        ring = canvas.ellipse(x, low, radius, radius * 0.5)
        dx, dy = (ring.x - x) / radius, (ring.y - low) / (radius * 0.5)
        folds = 0.04 * np.sin(dx * 9.0)
        canvas.fill(ring, lit(rgb(0xFFF8EE), 0.98 - 0.12 * dx - 0.13 * dy + folds))


def _paint_candles(canvas: Canvas, rng: Generator, tier: Tier) -> None:
    count, first = int(rng.integers(3, 8)), int(rng.integers(len(CANDLES)))
    tall, half, start = rng.uniform(0.12, 0.14), 0.0075, rng.uniform(0.0, 1.0)
    feet = [tier.on_top(2.0 * pi * i / count + start, 0.6) for i in range(count)]
    for i, (x, foot) in enumerate(sorted(feet, key=lambda at: at[1])):
        stick = canvas.rectangle(x - half, foot - tall, x + half, foot)
        twist = step(0.4, 0.6, ((stick.y + (stick.x - x) * 1.2) * 40.0) % 1.0)
        wax = mix(CANDLES[(first + i) % len(CANDLES)], rgb(0xFFFFFF), twist * 0.7)
        canvas.fill(stick, lit(wax, 1.0 - 0.3 * (stick.x - x) / half))
        canvas.glow(x, foot - tall - 0.02, 0.05, rgb(0xFFC860), 0.55)
        tip = np.array([x, foot - tall])
        canvas.fill(canvas.polygon(FLAME + tip, blur=0.0015), rgb(0xFFB030))
        core = FLAME * 0.55 + tip - np.array([0.0, 0.006])
        canvas.fill(canvas.polygon(core, blur=0.001), rgb(0xFFF4C0))


def _paint_sprinkles(canvas: Canvas, rng: Generator, tier: Tier) -> None:
    layer = canvas.layer()
    for _ in range(60):
        x, y = tier.on_top(rng.uniform(0.0, 2.0 * pi), rng.uniform(0.0, 0.94) ** 0.5)
        turn = rng.uniform(0.0, pi)
        end = x + cos(turn) * 0.010, y + sin(turn) * 0.005
        layer.line(outline((x, y), end), 0.004, pick(rng, CANDLES))
    canvas.lay(layer)
