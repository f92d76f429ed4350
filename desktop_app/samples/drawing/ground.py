"""Water, sand, grass and hills: everything below a horizon."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.random import Generator

from desktop_app.samples.drawing.canvas import Canvas
from desktop_app.samples.drawing.colour import Colour, bump, lit, mix, pick, ramp, rgb, step
from desktop_app.samples.drawing.light import Light
from desktop_app.samples.drawing.noise import ridge
from desktop_app.samples.drawing.outlines import below


def paint_ground(
    canvas: Canvas,
    rng: Generator,
    horizon: float,
    stops: Sequence[Colour],
    *,
    cells: tuple[float, float] = (6.0, 8.0),
    roughness: float = 0.12,
) -> None:
    """Level ground from the horizon's colour to the nearest one, with a texture laid on it."""
    ground = canvas.box(0.0, horizon, canvas.width, canvas.height)
    nearness = (ground.y - horizon) / (canvas.height - horizon)
    texture = canvas.plane(rng, horizon, cells)
    texture = texture + canvas.plane(rng, horizon, (cells[0] * 4, cells[1] * 4), reach=3.0)
    colour = ramp(stops, np.clip(nearness, 0.0, 1.0))
    canvas.fill(ground, lit(colour, 1.0 + texture * np.float32(roughness)))


def paint_waves(
    canvas: Canvas, rng: Generator, horizon: float, colours: tuple[Colour, Colour], strength: float
) -> None:
    """Waves, (bright, dark), over whatever the water below `horizon` shows already."""
    water = canvas.box(0.0, horizon, canvas.width, canvas.height)
    swell = canvas.plane(rng, horizon, (1.6, 7.0))
    chop = canvas.plane(rng, horizon, (7.0, 26.0), reach=4.0)
    height = swell * 0.8 + chop * 0.7
    canvas.fill(water.where(step(0.1, 2.4, height)), colours[0], strength)
    canvas.fill(water.where(step(-0.1, -2.4, height)), colours[1], strength)


def reflect(canvas: Canvas, shore: float, *, squash: float = 1.0) -> None:
    """Fill the water below `shore` with the mirror image of what stands above it."""
    first = int(shore * canvas.scale)
    rows = canvas.shape[0]
    mirrored = first - 1 - np.arange(rows - first) * squash
    canvas.pixels[:, first:] = canvas.pixels[:, np.clip(mirrored, 0, rows - 1).astype(np.intp)]


def ripple(canvas: Canvas, rng: Generator, horizon: float, amount: float) -> None:
    """Break up what the water below `horizon` mirrors; `amount` is a length at the near edge."""
    waves = canvas.plane(rng, horizon, (2.2, 22.0))
    rows, columns = waves.shape
    nearness = np.linspace(0.15, 1.0, rows, dtype=np.float32)[:, None]
    shift = np.rint(waves * nearness * np.float32(amount * canvas.scale)).astype(np.intp)
    source = np.clip(np.arange(columns) + shift, 0, columns - 1)
    water = canvas.pixels[:, canvas.shape[0] - rows :]
    water[:] = water[:, np.arange(rows)[:, None], source]


def glitter(
    canvas: Canvas, rng: Generator, horizon: float, colour: Colour, path: tuple[float, float]
) -> None:
    """The broken path of light that a low sun lays on water; `path` is its x and width."""
    water = canvas.box(0.0, horizon, canvas.width, canvas.height)
    nearness = (water.y - horizon) / (canvas.height - horizon)
    x, width = path
    lane = bump(0.0, 1.0, (water.x - x) / (width * (0.5 + 1.2 * nearness)))
    waves = canvas.plane(rng, horizon, (4.0, 24.0))
    sparkle = step(-0.5, 1.3, waves + 0.9 * (1.0 - nearness) + 0.6 * lane)
    canvas.shine(water.where(lane * sparkle), colour, 0.9)


def paint_headland(canvas: Canvas, rng: Generator, light: Light, horizon: float) -> None:
    """A wooded hill that runs into the sea, far off, at one side."""
    side = canvas.width * pick(rng, (0.1, 0.9))
    mound = bump(side, rng.uniform(0.25, 0.5), canvas.x)
    line = horizon - mound * rng.uniform(0.05, 0.12) - ridge(rng, canvas.x, 9.0) * 0.016 * mound
    hill = canvas.polygon(below(line, canvas.x, horizon + 0.002))
    woods = hill.crop(canvas.noise(rng, (22.0, 30.0), octaves=4, persistence=0.65))
    green = light.on(rgb(0x4C7045), 1.0 + woods * 0.10)
    canvas.fill(hill, light.far(green, 0.38))


def paint_wooded_hills(canvas: Canvas, rng: Generator, light: Light, horizon: float) -> None:
    """Two ranges of wooded hills along the horizon."""
    for nearness in (0.0, 1.0):
        rise = 0.075 - 0.045 * nearness + ridge(rng, canvas.x, 1.2 + nearness, 4) * 0.055
        rise = rise + ridge(rng, canvas.x, 26.0, 3) * 0.008 * (0.5 + nearness)
        line = horizon - rise
        hill = canvas.polygon(below(line, canvas.x, horizon + 0.01))
        woods = hill.crop(canvas.noise(rng, (24.0, 26.0), octaves=3, persistence=0.7))
        green = light.on(rgb(0x53744A), 0.95 + woods * 0.14)
        fall = step(0.0, 0.12, hill.y - line[:, hill.columns])
        canvas.fill(hill, mix(light.far(green, 0.58 - 0.26 * nearness), light.haze, fall * 0.25))
