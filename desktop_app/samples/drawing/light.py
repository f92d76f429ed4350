"""Light at different times of day, and its skies."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from desktop_app.samples.drawing.canvas import Canvas
from desktop_app.samples.drawing.colour import (
    Colour,
    Field,
    lit,
    mix,
    ramp,
    rgb,
    step,
    tinted,
    vary,
)
from desktop_app.samples.drawing.outlines import outline


@dataclass(frozen=True, eq=False)
class Light:
    """One time of day."""

    sky: tuple[Colour, ...]  # from overhead to the horizon
    cloud: Colour  # where clouds catch the light
    cloud_shadow: Colour
    sun: Colour
    tint: Colour  # what white things look like
    haze: Colour  # what far things fade to

    def on(self, colour: Colour, brightness: float | Field = 1.0) -> Colour:
        """A thing of this colour in this light, more or less turned towards it."""
        return lit(tinted(colour, self.tint), brightness)

    def far(self, colour: Colour, distance: float | Field) -> Colour:
        """`colour` seen through air: at distance 1 only haze is left."""
        return mix(colour, self.haze, distance)


def _light(*sky: int, cloud: tuple[int, int], sun: int, tint: int, haze: int) -> Light:
    stops = tuple(rgb(code) for code in sky)
    return Light(stops, rgb(cloud[0]), rgb(cloud[1]), rgb(sun), rgb(tint), rgb(haze))


MORNING = _light(
    *(0x6A93C2, 0x9AB8D6, 0xD6D8D8, 0xF8E4C8),
    cloud=(0xFFF6E8, 0xBDBAC6),
    sun=0xFFF0CF,
    tint=0xFFF5E6,
    haze=0xCDD2DA,
)
NOON = _light(
    *(0x3F7CBE, 0x609CD4, 0x92BFE4, 0xCBE1EF),
    cloud=(0xFFFFFF, 0xB4C1D0),
    sun=0xFFFFF2,
    tint=0xFFFFFF,
    haze=0xB9CEE0,
)
SUMMER = _light(
    *(0x2F70BC, 0x5093D6, 0x88BCE8, 0xC6E2F3),
    cloud=(0xFFFFFF, 0xB6C5D8),
    sun=0xFFFFEE,
    tint=0xFFFDF6,
    haze=0xAFCCE5,
)
OVERCAST = _light(
    *(0xA3AFBA, 0xB8C2CA, 0xCAD1D5, 0xDADDDE),
    cloud=(0xEEF0F2, 0xA0AAB4),
    sun=0xF4F4F0,
    tint=0xE6EAEC,
    haze=0xC9D0D5,
)
GOLDEN = _light(
    *(0x5878A8, 0x93A2BE, 0xE0C4A4, 0xF8D598),
    cloud=(0xFFEACB, 0xAA9699),
    sun=0xFFE9AE,
    tint=0xFFE6C2,
    haze=0xDFC4A6,
)
DUSK = _light(
    *(0x3A4A78, 0x6E6C98, 0xBE8C9E, 0xF2B79A),
    cloud=(0xF4C0AC, 0x6C668A),
    sun=0xFFD7A0,
    tint=0xDCC4CC,
    haze=0xAC94A8,
)
SUNSET_RED = _light(
    *(0x3A3764, 0x7E4A66, 0xD06A48, 0xFFBA58),
    cloud=(0xFF9F66, 0x5A3A54),
    sun=0xFFF0B8,
    tint=0xE8A07A,
    haze=0xC87050,
)
SUNSET_GOLD = _light(
    *(0x526490, 0xA08684, 0xEBAE60, 0xFFDC78),
    cloud=(0xFFD490, 0x84686E),
    sun=0xFFF8D0,
    tint=0xF2BE86,
    haze=0xE0A868,
)
SUNSET_PINK = _light(
    *(0x44548C, 0x8C6A9E, 0xE48C94, 0xFFC692),
    cloud=(0xFFB4A6, 0x705484),
    sun=0xFFF2D2,
    tint=0xE8A4A0,
    haze=0xD08A8A,
)


def paint_sky(canvas: Canvas, rng: Generator, light: Light, horizon: float) -> None:
    """The sky's gradient, from the top down to `horizon`, a little different each time."""
    stops = [vary(rng, stop, 0.025) for stop in light.sky]
    canvas.pixels[:] = ramp(stops, np.clip(canvas.y / horizon, 0.0, 1.0))


def paint_clouds(
    canvas: Canvas, rng: Generator, light: Light, horizon: float, amount: float
) -> None:
    """Clouds on a ceiling seen in perspective; `amount` from 0 (few) to 1 (nearly closed)."""
    sky = canvas.box(0.0, 0.0, canvas.width, horizon)
    ceiling = canvas.plane(rng, horizon, (2.0, 3.0), reach=6.0, overhead=True)
    heaps = sky.crop(canvas.noise(rng, (2.0, 3.2), octaves=6, persistence=0.58))
    density = heaps * 0.8 + ceiling * 0.45 + (amount - 0.5) * 2.2
    height = np.clip((horizon - sky.y) / horizon, 0.0, 1.0)
    cover = step(0.15, 1.15, density) * step(0.0, 0.18, height)
    lift = max(2, round(canvas.scale * 0.022))
    above = np.concatenate([density[:1].repeat(lift, axis=0), density[:-lift]])[: len(density)]
    relief = np.clip(0.62 + (density - above) * 0.55 - density * 0.10, 0.0, 1.0)
    canvas.fill(sky.where(cover), mix(light.cloud_shadow, light.cloud, relief), 0.94)


def paint_streaks(
    canvas: Canvas, rng: Generator, light: Light, horizon: float, amount: float
) -> None:
    """High, thin clouds drawn out by the wind, brighter towards the horizon."""
    sky = canvas.box(0.0, 0.0, canvas.width, horizon)
    density = sky.crop(canvas.noise(rng, (1.1, 7.0), octaves=6, persistence=0.55))
    cover = step(0.9 - amount * 1.4, 2.2 - amount, density)
    low = np.clip(sky.y / horizon, 0.0, 1.0)
    colour = mix(light.cloud_shadow, light.cloud, np.clip(low * 1.1 + density * 0.12, 0.0, 1.0))
    canvas.fill(sky.where(cover), colour, 0.85)


def paint_sun(canvas: Canvas, light: Light, x: float, y: float, radius: float) -> None:
    """The sun's disc in its glow."""
    canvas.glow(x, y, radius * 7.0, light.sky[-1], 0.45)
    canvas.glow(x, y, radius * 2.4, light.sun, 0.55)
    canvas.fill(canvas.ellipse(x, y, radius, radius, blur=radius * 0.08), light.sun)


def paint_stars(canvas: Canvas, rng: Generator, horizon: float, count: int) -> None:
    """Stars, fewer near the horizon."""
    layer = canvas.layer()
    x, y = rng.uniform(0.0, canvas.width, count), rng.uniform(0.0, 1.0, count) ** 1.5 * horizon
    radius = rng.uniform(0.0008, 0.0022, count)
    white = rgb(0xE8ECFF) * rng.uniform(0.5, 1.0, (count, 1)).astype(np.float32)
    layer.dots(np.stack([x, y], axis=1), np.stack([radius, radius], axis=1), white)
    canvas.lay(layer)


def paint_birds(canvas: Canvas, rng: Generator, colour: Colour, horizon: float) -> None:
    """A few birds, far off."""
    layer = canvas.layer()
    x, y = rng.uniform(0.2, 0.8) * canvas.width, rng.uniform(0.25, 0.6) * horizon
    for _ in range(int(rng.integers(3, 8))):
        at = np.array([x + rng.normal(0.0, 0.09), y + rng.normal(0.0, 0.05)])
        span, lift = rng.uniform(0.010, 0.020), rng.uniform(0.004, 0.010)
        wing = outline((-span, -lift), (-span * 0.4, -lift * 1.2), (0.0, 0.0))
        layer.line(np.concatenate([wing, wing[:2][::-1] * (-1.0, 1.0)]) + at, 0.003, colour)
    canvas.lay(layer)
