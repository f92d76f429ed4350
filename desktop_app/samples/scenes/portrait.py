"""A person, head and shoulders."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from desktop_app.samples.drawing.canvas import Canvas
from desktop_app.samples.drawing.colour import bump, mix, pick, rgb, step
from desktop_app.samples.drawing.face import paint_face, paint_glasses
from desktop_app.samples.drawing.hair import paint_hair_behind, paint_hair_in_front
from desktop_app.samples.drawing.outlines import curve, outline
from desktop_app.samples.drawing.person import Person, any_person

BACKDROPS = [
    (rgb(dark), rgb(light))
    for dark, light in (
        (0x3A4A3A, 0xA8C088),
        (0x4A5A6A, 0xB8C8D4),
        (0x5A4638, 0xD8B890),
        (0x2F3A4A, 0x8A9AB0),
        (0x6A5A5A, 0xE0C8B8),
        (0x34484A, 0x9AC0B8),
    )
]


def draw_portrait(canvas: Canvas, rng: Generator) -> None:
    """One person before a blurred background, in soft light from one side."""
    _paint_backdrop(canvas, rng)
    person = any_person(canvas, rng)
    paint_hair_behind(canvas, rng, person)
    _paint_trunk(canvas, rng, person)
    _paint_neck(canvas, person)
    paint_face(canvas, rng, person)
    paint_hair_in_front(canvas, rng, person)
    if person.glasses:
        paint_glasses(canvas, person)


def _paint_backdrop(canvas: Canvas, rng: Generator) -> None:
    dark, light = pick(rng, BACKDROPS)
    tone = canvas.noise(rng, (1.6, 1.6), octaves=3) * 0.20 + 0.62
    tone = tone - 0.45 * canvas.y / canvas.height
    canvas.pixels[:] = mix(dark, light, np.clip(tone, 0.0, 1.0))
    for _ in range(24):
        radius = rng.uniform(0.03, 0.09)
        colour = mix(light, pick(rng, (rgb(0xFFF0D0), rgb(0xFFFFFF), dark)), rng.uniform(0.2, 0.7))
        x, y = rng.uniform(0.0, canvas.width), rng.uniform(0.0, canvas.height)
        canvas.fill(canvas.ellipse(x, y, radius, radius, blur=0.009), colour, 0.30)


def _paint_trunk(canvas: Canvas, rng: Generator, person: Person) -> None:
    """Shoulders in a plain or striped jumper, or in a jacket over a shirt."""
    low = (canvas.height - person.y) / person.size + 0.5
    half = (0.42, 1.45), (1.0, 1.72), (1.65, 2.0), (2.0, 2.5), (2.15, low)
    line = outline(*((-x, y) for x, y in half[::-1]), (0.0, 1.62), *half)
    trunk = canvas.polygon(person.at(curve(line, closed=False)))
    folds = trunk.crop(canvas.noise(rng, (3.5, 2.0), octaves=4)) * 0.05
    weave = trunk.crop(canvas.noise(rng, (70.0, 70.0), octaves=2, persistence=0.9)) * 0.018
    across, down = (trunk.x - person.x) / person.size, (trunk.y - person.y) / person.size
    cloth, pattern = person.shaded(trunk, person.clothes, 0.22), int(rng.integers(3))
    if pattern == 0:
        pale = person.shaded(trunk, mix(person.clothes, rgb(0xF4F0E8), 0.6), 0.22)
        stripe = np.abs((down * 3.2 + 0.12 * across * across) % 1.0 - 0.5) * 2.0
        cloth = mix(cloth, pale, step(0.35, 0.5, stripe) * 0.75)
    elif pattern == 1:
        lapel = np.abs(across) - 0.16 - 0.42 * np.maximum(down - 1.5, 0.0)
        shirt = person.shaded(trunk, rgb(0xF0ECE4), 0.18)
        cloth = mix(cloth, shirt, step(0.02, -0.02, lapel)) * (1.0 - 0.3 * bump(0.0, 0.05, lapel))
    canvas.fill(trunk, cloth * (1.0 + folds + weave))


def _paint_neck(canvas: Canvas, person: Person) -> None:
    half = (0.38, 0.5), (0.36, 1.1), (0.50, 1.48)
    form = outline(*((-x, y) for x, y in half), (0.0, 1.66), *half[::-1])
    neck = canvas.polygon(person.at(curve(form)))
    canvas.fill(neck, person.shaded(neck, person.skin * rgb(0xE8D8D0)))
    shadow = person.ellipse(canvas, (-0.08 * person.light, 0.98), (0.52, 0.30), blur=0.10)
    canvas.shade(shadow.inside(neck), 0.40)
