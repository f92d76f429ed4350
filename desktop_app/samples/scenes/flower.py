"""A blossom, close up."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin, sqrt

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
    vary,
)
from desktop_app.samples.drawing.outlines import Point, curve, outline
from desktop_app.samples.drawing.shapes import Shape


@dataclass(frozen=True)
class Species:
    """How a blossom is built."""

    petals: int
    rings: int  # of petals, one over the other
    fullness: float  # of one petal's share of the circle; above 1 neighbours overlap
    pointed: float  # 0 round, 1 pointed
    heart: float  # the centre's part of the radius
    hearts: tuple[int, int]  # its colours in light and in shade
    colours: tuple[tuple[int, int], ...]  # a petal's foot and its tip


SPECIES = [
    Species(
        *(18, 2, 0.9, 0.3, 0.27, (0xF4B82A, 0xC97A14)),
        ((0xF2EBD8, 0xFFFFFF), (0xF0E0E8, 0xFDF6FA)),
    ),
    Species(
        *(24, 3, 1.0, 0.9, 0.42, (0x6A3A14, 0x2E1808)),
        ((0xE8920E, 0xFFD028), (0xD87A0C, 0xFABE1E)),
    ),
    Species(
        *(8, 1, 1.05, 0.1, 0.17, (0xF6C83A, 0xD08A1A)),
        ((0xB83A7A, 0xF08AB8), (0xE8D8E8, 0xF8F0F8), (0x8A2A6A, 0xD860A8)),
    ),
    Species(
        *(11, 5, 1.1, 0.45, 0.10, (0xF2C060, 0xC07020)),
        ((0xC02848, 0xF26A6A), (0xE86A2A, 0xFAB050), (0xA83A8A, 0xE88AC8), (0xE8B8A0, 0xFBE8D8)),
    ),
    Species(
        *(5, 1, 1.15, 0.0, 0.20, (0x2A2A20, 0x14140E)),
        ((0x8A1414, 0xE83A28), (0x9A2A10, 0xF2562A), (0x5A3AA0, 0x9A7AE8)),
    ),
    Species(
        *(14, 2, 0.95, 0.6, 0.22, (0xF6D04A, 0xD8941E)),
        ((0x5A3AA8, 0x9A86F0), (0x3A5AC0, 0x8AB0F4), (0xB02A5A, 0xF26A9A)),
    ),
]
GARDENS = [
    (rgb(dark), rgb(light))
    for dark, light in (
        (0x24401E, 0x7FA044),
        (0x1E3A2C, 0x6A9A6A),
        (0x3A4A22, 0xA8B060),
        (0x2A4434, 0x9AC08A),
    )
]


@dataclass(frozen=True)
class Bloom:
    """One blossom: where, how large, how it is turned and tilted away."""

    x: float
    y: float
    radius: float
    turn: float
    tilt: float  # 1 faces the viewer
    lean: float


def draw_flower(canvas: Canvas, rng: Generator) -> None:
    """One to three blossoms of a species, the front one sharp before a blurred garden."""
    species = pick(rng, SPECIES)
    foot, tip = (vary(rng, rgb(code), 0.03) for code in pick(rng, species.colours))
    _paint_garden(canvas, rng, tip)
    *others, subject = _bouquet(canvas, rng)
    for bloom in others:
        _paint_stem(canvas, rng, bloom)
        _paint_bloom(canvas, rng, bloom, species, (foot, tip))
    if others:
        canvas.soften(0.008)
    _paint_stem(canvas, rng, subject)
    _paint_bloom(canvas, rng, subject, species, (foot, tip))


def _bouquet(canvas: Canvas, rng: Generator) -> list[Bloom]:
    """Blossoms from the back to the front; the last is the subject."""
    count, side, blooms = int(pick(rng, (1, 1, 2, 3))), pick(rng, (-1.0, 1.0)), []
    for i in range(count):
        front = i == count - 1
        away = 0.0 if front else side * (0.37 if i == 0 else -0.35)
        blooms.append(
            Bloom(
                x=canvas.width * (0.5 + away) + rng.uniform(-0.10, 0.10),
                y=canvas.height * rng.uniform(0.38, 0.52),
                radius=rng.uniform(0.30, 0.42) if front else rng.uniform(0.14, 0.22),
                turn=rng.uniform(0.0, 2.0 * pi),
                tilt=rng.uniform(0.72, 1.0),
                lean=rng.uniform(-0.7, 0.7),
            )
        )
    return blooms


def _paint_garden(canvas: Canvas, rng: Generator, petal: Colour) -> None:
    """Greens far out of focus, with discs of light and of other blossoms."""
    dark, light = pick(rng, GARDENS)
    blotches = canvas.noise(rng, (2.5, 2.5), octaves=3) * 0.22 + 0.62
    blotches = blotches - 0.4 * canvas.y / canvas.height
    canvas.pixels[:] = mix(dark, light, np.clip(blotches, 0.0, 1.0))
    colours = np.stack([light, mix(light, rgb(0xFFFBD0), 0.5), petal, dark])
    for _ in range(26):
        radius = rng.uniform(0.025, 0.08)
        x, y = rng.uniform(0.0, canvas.width), rng.uniform(0.0, canvas.height)
        disc = canvas.ellipse(x, y, radius, radius, blur=0.010)
        canvas.fill(disc, vary(rng, colours[rng.integers(4)], 0.05), 0.32)


def _paint_stem(canvas: Canvas, rng: Generator, bloom: Bloom) -> None:
    """A stem to the bottom edge, with a leaf or two."""
    green = vary(rng, rgb(0x4F7A34), 0.05)
    foot = bloom.x - bloom.lean * 0.25, canvas.height + 0.05
    middle = (bloom.x + foot[0]) / 2.0 + bloom.lean * 0.06, (bloom.y + foot[1]) / 2.0
    path = curve(outline((bloom.x, bloom.y), middle, foot), closed=False)
    half = bloom.radius * 0.045
    sides = np.concatenate([path + np.array([half, 0.0]), path[::-1] - np.array([half, 0.0])])
    stem = canvas.polygon(sides)
    centre = np.interp(stem.y, path[:, 1], path[:, 0])
    canvas.fill(stem, lit(green, 1.0 - 0.45 * np.clip((stem.x - centre) / half, -1.0, 1.0)))
    for side in (-1.0, 1.0):
        if rng.random() < 0.75:
            x, y = path[int(rng.integers(8, 13))].tolist()
            length = bloom.radius * rng.uniform(0.7, 1.1) * side
            _paint_leaf(canvas, (x, y), length, vary(rng, green, 0.04))


def _paint_leaf(canvas: Canvas, start: Point, length: float, green: Colour) -> None:
    """A leaf that points up and away; a negative length points left."""
    size = abs(length)
    form = outline((0.0, 0.0), (0.30, -0.50), (0.85, -0.45), (0.60, -0.02))
    leaf = canvas.polygon(curve(form * (length, size) + start))
    down = (leaf.y - start[1]) / size + (leaf.x - start[0]) / length * 0.53
    vein = 0.2 * bump(0.0, 0.02, down)
    canvas.fill(leaf, lit(green, 0.95 - 0.35 * step(-0.02, 0.03, down) + vein - 0.6 * down))


def _paint_bloom(
    canvas: Canvas, rng: Generator, bloom: Bloom, species: Species, colours: tuple[Colour, Colour]
) -> None:
    for ring in range(species.rings):
        size = bloom.radius * (1.0 - 0.72 * ring / species.rings)
        _paint_ring(canvas, rng, (bloom, size), (species, ring), colours)
    _paint_heart(canvas, rng, bloom, species)


def _polar(box: Shape, bloom: Bloom, size: float) -> tuple[Field, Field]:
    """Each pixel's distance from the blossom's centre, 1 at `size`, and its angle."""
    dx, dy = (box.x - bloom.x) / size, (box.y - bloom.y) / size
    along = dx * cos(bloom.lean) + dy * sin(bloom.lean)
    athwart = (dy * cos(bloom.lean) - dx * sin(bloom.lean)) / bloom.tilt
    return np.hypot(along, athwart), np.arctan2(athwart, along) + np.float32(bloom.turn)


def _paint_ring(
    canvas: Canvas,
    rng: Generator,
    place: tuple[Bloom, float],
    kind: tuple[Species, int],
    colours: tuple[Colour, Colour],
) -> None:
    """One ring of petals, so large: first every second one, then those that lie over them."""
    (bloom, size), (species, ring) = place, kind
    box = canvas.box(bloom.x - size, bloom.y - size, bloom.x + size, bloom.y + size)
    radius, angle = _polar(box, bloom, size)
    count = species.petals - (ring if species.rings > 4 else 0)
    lengths = rng.uniform(0.88, 1.0, count).astype(np.float32)
    tones = rng.uniform(-0.06, 0.06, count).astype(np.float32)
    share = angle / (2.0 * pi) * count + 0.5 * ring
    profile = _profile(species)
    light = 1.02 - 0.10 * np.sin(angle + 0.8) - 0.14 * step(0.5, 0.1, radius)
    for layer in (0, 1):
        turn = share / 2.0 + 0.5 * layer
        index = (np.floor(turn).astype(np.intp) * 2 + layer) % count
        across = (turn - np.floor(turn) - 0.5) * 2.0  # 0 on the petal's spine
        reach = radius / lengths[index]
        width = profile[np.minimum(reach * 256.0, 256.0).astype(np.intp)]
        inward = (width - np.abs(across)) * reach * (2.0 * pi / count * size * canvas.scale)
        cover = np.clip(inward + 0.5, 0.0, 1.0) * np.clip((1.0 - reach) * 60.0, 0.0, 1.0)
        edge = across / (width + 1e-3)
        shade = light + tones[index] - 0.22 * edge * edge
        shade += 0.05 * np.sin(across * 34.0) * step(0.25, 0.6, reach)
        if layer == 0:
            shade -= 0.22 * step(0.9, 0.2, reach)
        tint = np.clip(reach * 1.25 - 0.15, 0.0, 1.0)
        canvas.fill(box.where(cover), lit(mix(*colours, tint), shade))


def _profile(species: Species) -> Field:
    """A petal's half width, in shares of the circle, at 257 places from its foot to its tip."""
    reach = np.linspace(0.0, 1.0, 257)
    blunt = np.sqrt(1.0 - np.clip((reach - 0.62) / 0.38, 0.0, 1.0) ** 3.0)
    sharp = np.maximum(np.sin(pi * reach**1.3), 0.0) ** 0.8
    width = blunt * (1.0 - species.pointed) + sharp * species.pointed
    width *= 0.45 + 0.55 * np.minimum(reach * 2.0, 1.0)
    return (width * 0.5 * species.fullness).astype(np.float32)


def _paint_heart(canvas: Canvas, rng: Generator, bloom: Bloom, species: Species) -> None:
    """The centre: seeds in the spiral of a sunflower, lit from the top left."""
    size = bloom.radius * species.heart
    light, dark = (rgb(code) for code in species.hearts)
    radii = size * 1.12, size * 1.12 * bloom.tilt
    rim = canvas.ellipse(bloom.x, bloom.y + size * 0.08, *radii, angle=bloom.lean, blur=size * 0.16)
    canvas.shade(rim, 0.45)
    disc = canvas.ellipse(bloom.x, bloom.y, size, size * bloom.tilt, angle=bloom.lean)
    dx, dy = (disc.x - bloom.x) / size, (disc.y - bloom.y) / size
    shade = 0.35 + 0.4 * (dx + dy) + 0.3 * (dx * dx + dy * dy)
    canvas.fill(disc, mix(light, dark, np.clip(shade, 0.0, 1.0)))
    seeds, golden = np.arange(110), pi * (3.0 - sqrt(5.0))
    away, angle = np.sqrt(seeds / 110.0) * 0.96, seeds * golden
    x, y = away * np.cos(angle), away * np.sin(angle) * bloom.tilt
    turned_x = x * cos(bloom.lean) - y * sin(bloom.lean)
    turned_y = x * sin(bloom.lean) + y * cos(bloom.lean)
    middles = np.stack([turned_x, turned_y], axis=1) * size + (bloom.x, bloom.y)
    bright = np.clip(0.6 - 0.35 * (x + y) + rng.normal(0.0, 0.15, 110), 0.0, 1.0)[:, None]
    tones = ramp((dark, mix(light, rgb(0xFFF0C0), 0.2)), bright[:, 0]).T
    layer = canvas.layer()
    layer.dots(middles, np.full((110, 2), size * 0.052), varied(rng, tones, 0.03))
    canvas.lay(layer)
