"""A face: its form, eyes, nose, mouth, beard and glasses."""

from __future__ import annotations

from math import pi

import numpy as np
from numpy.random import Generator

from desktop_app.samples.drawing.canvas import Canvas
from desktop_app.samples.drawing.colour import lit, mix, rgb, step
from desktop_app.samples.drawing.outlines import Points, curve, outline
from desktop_app.samples.drawing.person import Person
from desktop_app.samples.drawing.shapes import Shape

# The right eye around its middle, in head units; the left one mirrors it.
ALMOND = curve(
    outline(
        *((-0.155, 0.018), (-0.04, -0.068), (0.08, -0.058)),
        *((0.165, -0.008), (0.07, 0.052), (-0.06, 0.056)),
    ),
    steps=5,
)
UPPER_LID = curve(
    outline((-0.16, 0.02), (-0.04, -0.070), (0.08, -0.060), (0.178, -0.016)), closed=False, steps=5
)
LOWER_LID = curve(outline((-0.10, 0.048), (0.0, 0.063), (0.12, 0.024)), closed=False, steps=5)
BROW = curve(
    outline(
        *((-0.17, -0.185), (-0.04, -0.240), (0.10, -0.235)),
        *((0.22, -0.165), (0.09, -0.200), (-0.04, -0.200)),
    ),
    steps=5,
)


def paint_face(canvas: Canvas, rng: Generator, person: Person) -> None:
    """Everything between the ears."""
    for side in (-1.0, 1.0):
        ear = person.ellipse(canvas, (side * 0.77, 0.12), (0.11, 0.20))
        canvas.fill(ear, person.shaded(ear, person.skin * rgb(0xF0DCD4)))
    jaw = rng.uniform(0.40, 0.50)
    half = (0.42, -0.93), (0.70, -0.5), (0.755, -0.02), (0.69, 0.42), (jaw, 0.82), (0.19, 1.0)
    form = outline((0.0, -1.02), *half, (0.0, 1.03), *((-x, y) for x, y in half[::-1]))
    face = canvas.polygon(person.at(curve(form)))
    canvas.fill(face, person.shaded(face, person.skin))
    _paint_relief(canvas, person, face)
    if person.beard:
        _paint_beard(canvas, rng, person, face)
    for side in (-1.0, 1.0):
        _paint_eye(canvas, person, side)
    _paint_nose(canvas, person)
    _paint_mouth(canvas, person)


def _paint_relief(canvas: Canvas, person: Person, face: Shape) -> None:
    """Warm cheeks, sockets, a bright forehead, shadow under the hair and the lip."""
    warm = mix(person.skin, rgb(0xD8584A), 0.42)
    for side in (-1.0, 1.0):
        cheek = person.ellipse(canvas, (side * 0.44, 0.34), (0.22, 0.17), blur=0.11)
        canvas.fill(cheek.inside(face), warm, 0.26)
        socket = person.ellipse(canvas, (side * 0.31, -0.09), (0.23, 0.14), blur=0.08)
        canvas.shade(socket, 0.13)
    forehead = person.ellipse(canvas, (0.22 * person.light, -0.55), (0.34, 0.2), blur=0.14)
    canvas.shine(forehead.inside(face), person.skin, 0.14)
    canvas.shade(person.ellipse(canvas, (0.0, 0.755), (0.16, 0.045), blur=0.04), 0.14)


def _paint_beard(canvas: Canvas, rng: Generator, person: Person, face: Shape) -> None:
    across, down = (face.x - person.x) / person.size, (face.y - person.y) / person.size
    # High at the ears and over the lip, low on the cheeks.
    edge = 0.36 + 0.26 * np.cos(across * 3.6) ** 2 - 0.55 * step(0.40, 0.75, np.abs(across))
    edge = np.where(np.abs(across) < 0.2, np.minimum(edge, 0.47), edge)
    hairs = face.crop(canvas.noise(rng, (60.0, 40.0), octaves=2, persistence=0.9))
    cover = step(-0.04, 0.09, down - edge + hairs * 0.03)
    tone = lit(person.hair, 0.9 + 0.12 * hairs + 0.15 * across * person.light)
    canvas.fill(face.where(cover), tone, 0.82)


def _paint_eye(canvas: Canvas, person: Person, side: float) -> None:
    """The eye at the right (side 1) or the left (-1)."""
    middle = side * 0.305, -0.06

    def at(points: Points) -> Points:
        return person.at(points * (side, 1.0) + middle)

    almond = canvas.polygon(at(ALMOND))
    down = (almond.y - person.y) / person.size - middle[1]
    canvas.fill(almond, lit(rgb(0xF2EEE8), 0.94 - 0.30 * step(-0.01, -0.07, down)))
    for radius, colour in (
        *((0.083, person.iris * np.float32(0.5)), (0.070, person.iris)),
        (0.036, rgb(0x0E0C0C)),
    ):
        iris = person.ellipse(canvas, (middle[0], middle[1] - 0.012), (radius, radius))
        canvas.fill(iris.inside(almond), colour)
    glint = middle[0] + person.light * 0.026, middle[1] - 0.034
    canvas.fill(person.ellipse(canvas, glint, (0.019, 0.019)), rgb(0xFFFFFF), 0.9)
    layer, lash = canvas.layer(), mix(person.skin * np.float32(0.3), person.hair, 0.35)
    layer.line(at(UPPER_LID), 0.026 * person.size, lash)
    layer.line(at(LOWER_LID), 0.010 * person.size, person.skin * np.float32(0.72))
    layer.polygon(at(BROW), mix(person.hair * np.float32(0.8), person.skin, 0.2))
    canvas.lay(layer)


def _paint_nose(canvas: Canvas, person: Person) -> None:
    """Only its shadow, its tip's highlight and the nostrils show."""
    dark = -person.light
    side = curve(outline(*((x * dark, y) for x, y in ((0.02, -0.05), (0.10, 0.22), (0.15, 0.33)))))
    side = np.concatenate([side, outline((0.02 * dark, 0.37), (0.0, 0.2))])
    canvas.shade(canvas.polygon(person.at(side), blur=0.035 * person.size), 0.20)
    tip = person.ellipse(canvas, (-0.03 * dark, 0.25), (0.06, 0.07), blur=0.04)
    canvas.shine(tip, person.skin, 0.22)
    for nostril in (-0.065, 0.065):
        hole = person.ellipse(canvas, (nostril, 0.355), (0.034, 0.017), blur=0.010)
        canvas.shade(hole, 0.5)


def _paint_mouth(canvas: Canvas, person: Person) -> None:
    lips = mix(person.skin * np.float32(0.82), rgb(0xB83A44), 0.48)
    corner, middle = 0.235 + 0.03 * person.smile, 0.585
    lift = middle - 0.055 * person.smile
    left, right = (-corner, lift), (corner, lift)
    between = (-0.1, middle + 0.012), (0.1, middle + 0.012)
    bow = ((-0.11, -0.055), (-0.03, -0.068), (0.0, -0.058), (0.03, -0.068), (0.11, -0.055))
    upper = outline(left, *((x, middle + y) for x, y in bow), right, *between[::-1])
    below = ((0.14, 0.072), (0.0, 0.10), (-0.14, 0.072))
    lower = outline(left, *between, right, *((x, middle + y) for x, y in below))
    for form, brightness in ((upper, 0.84), (lower, 1.04)):
        lip = canvas.polygon(person.at(curve(form, steps=4)))
        canvas.fill(lip, person.shaded(lip, lips * np.float32(brightness)))
    layer = canvas.layer()
    seam = curve(outline(left, *between, right), closed=False, steps=6)
    layer.line(person.at(seam), 0.015 * person.size, lips * np.float32(0.45))
    canvas.lay(layer)


def paint_glasses(canvas: Canvas, person: Person) -> None:
    """Round ones."""
    layer, frame, width = canvas.layer(), rgb(0x2A2626), 0.026 * person.size
    angle = np.linspace(0.0, 2.0 * pi, 40)
    for side in (-1.0, 1.0):
        rim = np.stack([side * 0.31 + 0.24 * np.cos(angle), -0.04 + 0.20 * np.sin(angle)], axis=-1)
        layer.line(person.at(rim), width, frame)
        layer.line(person.at(outline((side * 0.55, -0.07), (side * 0.76, -0.09))), width, frame)
    bridge = curve(outline((-0.08, -0.06), (0.0, -0.09), (0.08, -0.06)), closed=False)
    layer.line(person.at(bridge), width, frame)
    canvas.lay(layer)
