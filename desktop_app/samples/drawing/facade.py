"""The front of a house: walls, roof, door and windows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from desktop_app.samples.drawing.canvas import Canvas
from desktop_app.samples.drawing.colour import Colour, Field, mix, pick, rgb, step, vary
from desktop_app.samples.drawing.layer import Layer
from desktop_app.samples.drawing.light import Light
from desktop_app.samples.drawing.outlines import box_outline, outline

WALLS = [
    rgb(code)
    for code in (
        *(0xF0E6D2, 0xE8C88A, 0xC8D4DC, 0xB0563F),
        *(0xF4F2EC, 0x9AB0A0, 0xD8A890, 0x8A4038),
    )
]
ROOFS = [rgb(code) for code in (0x9A4A34, 0x626874, 0x7E4034, 0x56565E, 0x8A5A40)]
DOORS = [rgb(code) for code in (0x2F5A7A, 0x8A2F2A, 0x3F6A4A, 0x5A3A28, 0xD8A030)]
SIDINGS = ("plaster", "boards", "bricks")
FRAME = rgb(0xF6F3EA)

Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, eq=False)
class House:
    """A gabled house seen from its front: measures and colours."""

    left: float
    right: float
    foot: float
    storeys: int
    storey: float  # a storey's height
    gable: bool  # the gable faces the viewer; otherwise the long side of the roof
    bays: int  # windows, or the door, side by side
    door_bay: int
    wall: Colour
    siding: str
    roof: Colour
    door: Colour
    shuttered: bool
    lamps: bool  # burn behind the windows

    @property
    def width(self) -> float:
        """From wall to wall."""
        return self.right - self.left

    @property
    def eaves(self) -> float:
        """Where the walls end."""
        return self.foot - self.storeys * self.storey

    @property
    def ridge(self) -> float:
        """The roof's highest line."""
        return self.eaves - self.storey * (1.15 if self.gable else 0.85)

    @property
    def door_x(self) -> float:
        """The middle of the door."""
        return self.bay_x(self.door_bay)

    def bay_x(self, bay: int) -> float:
        """The middle of a bay."""
        return self.left + self.width * (bay + 0.5) / self.bays


def any_house(canvas: Canvas, rng: Generator, horizon: float) -> House:
    """A house that stands a little below the horizon."""
    gable = bool(rng.random() < 0.5)
    width = rng.uniform(0.46, 0.58) if gable else rng.uniform(0.62, 0.80)
    width = min(width, canvas.width * 0.78)
    left = (canvas.width - width) * rng.uniform(0.3, 0.7)
    storeys, bays = int(rng.integers(1, 3)), 3 if width < 0.6 else 5
    storey = min(0.22 if storeys == 1 else 0.17, width * 0.34) * rng.uniform(0.92, 1.05)
    return House(
        left=left,
        right=left + width,
        foot=horizon + (canvas.height - horizon) * rng.uniform(0.28, 0.42),
        storeys=storeys,
        storey=storey,
        gable=gable,
        bays=bays,
        door_bay=int(pick(rng, (0, bays // 2, bays // 2, bays - 1))),
        wall=vary(rng, pick(rng, WALLS), 0.03),
        siding=pick(rng, SIDINGS),
        roof=vary(rng, pick(rng, ROOFS)),
        door=pick(rng, DOORS),
        shuttered=bool(rng.random() < 0.55),
        lamps=bool(rng.random() < 0.3),
    )


def paint_house(canvas: Canvas, rng: Generator, light: Light, house: House) -> None:
    """The house and its shadow on the lawn."""
    low = house.foot + 0.012
    shadow = outline(
        *((house.left - 0.02, low), (house.right + 0.14, low)),
        *((house.right + 0.05, low - 0.04), (house.left, low - 0.04)),
    )
    canvas.shade(canvas.polygon(shadow, blur=0.012), 0.45)
    _paint_chimney(canvas, rng, light, house)
    _paint_wall(canvas, rng, light, house)
    if house.gable:
        _paint_gable(canvas, light, house)
    else:
        _paint_slope(canvas, light, house)
    _paint_windows(canvas, light, house)
    layer = canvas.layer()
    _draw_door(layer, light, house)
    canvas.lay(layer)


def _paint_chimney(canvas: Canvas, rng: Generator, light: Light, house: House) -> None:
    x, wide = house.left + house.width * pick(rng, (0.26, 0.74)), 0.03
    top = house.ridge - house.storey * 0.22
    for half, low in ((wide, house.eaves), (wide * 1.25, top + 0.014)):
        shaft = canvas.rectangle(x - half, top, x + half, low)
        canvas.fill(shaft, light.on(rgb(0x8A5040), 0.93 - 0.18 * (shaft.x - x) / half))


def _paint_wall(canvas: Canvas, rng: Generator, light: Light, house: House) -> None:
    top = [((house.left + house.right) / 2.0, house.ridge)] if house.gable else []
    wall = canvas.polygon(
        outline(
            *((house.left, house.foot), (house.left, house.eaves), *top),
            *((house.right, house.eaves), (house.right, house.foot)),
        )
    )
    stains = wall.crop(canvas.noise(rng, (8.0, 10.0), octaves=4, persistence=0.6)) * 0.025
    brightness = _siding(house.siding, wall.x, wall.y) + stains
    brightness = brightness - 0.10 * (wall.x - house.left) / house.width
    brightness = brightness - 0.16 * step(house.foot - 0.03, house.foot, wall.y)
    canvas.fill(wall, light.on(house.wall, brightness))


def _siding(siding: str, x: Field, y: Field) -> Field:
    """How bright the wall is at each place: smooth, boarded or of bricks."""
    if siding == "boards":
        return 1.02 - 0.16 * step(0.75, 1.0, (y / 0.022) % 1.0)
    if siding == "bricks":
        row = np.floor(y / 0.014)
        column = x / 0.032 + 0.5 * (row % 2.0)
        joint = np.maximum(step(0.8, 1.0, (y / 0.014) % 1.0), step(0.88, 1.0, column % 1.0))
        return 0.97 + 0.07 * _scattered(column, row) + 0.14 * joint
    return np.full((1, 1), 1.02, np.float32)


def _scattered(column: Field, row: Field) -> Field:
    """A number in -1..1 for each brick or tile, without order to the eye."""
    return np.asarray(np.sin(np.floor(column) * 12.9898 + row * 78.233), np.float32)


def _tiles(x: Field, y: Field) -> Field:
    """How bright a tiled roof is at each place."""
    row = np.floor(y / 0.016)
    column = x / 0.022 + 0.5 * (row % 2.0)
    lower, joint = step(0.55, 1.0, (y / 0.016) % 1.0), step(0.86, 1.0, column % 1.0)
    shade = 0.22 * lower + 0.10 * joint - 0.06 * _scattered(column, row)
    return np.asarray(1.04 - shade, np.float32)


def _paint_slope(canvas: Canvas, light: Light, house: House) -> None:
    """The roof's long side, a gutter, and the eaves' shadow."""
    over, inset, eaves = 0.035, house.width * 0.10, house.eaves + 0.012
    slope = canvas.polygon(
        outline(
            *((house.left - over, eaves), (house.left + inset, house.ridge)),
            *((house.right - inset, house.ridge), (house.right + over, eaves)),
        )
    )
    canvas.fill(slope, light.on(house.roof, _tiles(slope.x, slope.y)))
    gutter = canvas.rectangle(house.left - over, eaves, house.right + over, eaves + 0.009)
    canvas.fill(gutter, light.on(rgb(0xEDE8DC)))
    shadow = box_outline(house.left, eaves + 0.009, house.right, eaves + 0.034)
    canvas.shade(canvas.polygon(shadow, blur=0.003), 0.35)


def _paint_gable(canvas: Canvas, light: Light, house: House) -> None:
    """Two slopes seen edge on: bargeboards, and the tiles' thickness above them."""
    middle, over = (house.left + house.right) / 2.0, 0.045
    pitch = (house.eaves - house.ridge) / (middle - house.left)
    for side in (-1.0, 1.0):
        end = middle + side * (house.width / 2.0 + over), house.eaves + over * pitch
        top = middle, house.ridge
        for high, low, colour in ((-0.034, 0.0, house.roof), (0.0, 0.013, rgb(0xF0EBDF))):
            board = outline(
                *((top[0], top[1] + high), (end[0], end[1] + high)),
                *((end[0], end[1] + low), (top[0], top[1] + low)),
            )
            shape = canvas.polygon(board)
            ribs = np.sin(shape.x * 320.0) * (0.06 if high < 0.0 else 0.0)
            canvas.fill(shape, light.on(colour, 1.05 - 0.12 * side + ribs))
        foot = end[0] - side * over
        shadow = outline(
            *((middle, house.ridge + 0.013), (foot, house.eaves + 0.013)),
            *((foot, house.eaves + 0.038), (middle, house.ridge + 0.042)),
        )
        canvas.shade(canvas.polygon(shadow, blur=0.003), 0.28)


def _window_boxes(house: House) -> list[Box]:
    """One in every bay of every storey but where the door is, and one under a gable."""
    half, boxes = min(house.width / house.bays * 0.24, house.storey * 0.2), []
    for floor in range(house.storeys):
        base = house.foot - floor * house.storey
        for bay in range(house.bays):
            if floor > 0 or bay != house.door_bay:
                x = house.bay_x(bay)
                top, bottom = base - house.storey * 0.78, base - house.storey * 0.30
                boxes.append((x - half, top, x + half, bottom))
    if house.gable:
        x, half = (house.left + house.right) / 2.0, house.storey * 0.15
        top, bottom = house.eaves - house.storey * 0.48, house.eaves - house.storey * 0.12
        boxes.append((x - half, top, x + half, bottom))
    return boxes


def _paint_windows(canvas: Canvas, light: Light, house: House) -> None:
    boxes = _window_boxes(house)
    shuttered = len(boxes) - house.gable if house.shuttered else 0
    frames, bars = canvas.layer(), canvas.layer()
    for box in boxes[:shuttered]:
        _draw_shutters(frames, box, light.on(house.door))
    for left, top, right, bottom in boxes:
        edge = box_outline(left - 0.007, top - 0.007, right + 0.007, bottom + 0.007)
        frames.polygon(edge, light.on(FRAME))
        _draw_bars(bars, (left, top, right, bottom), light.on(FRAME))
    canvas.lay(frames)
    for box in boxes:
        _paint_panes(canvas, light, box, lamps=house.lamps)
    canvas.lay(bars)


def _draw_shutters(layer: Layer, box: Box, colour: Colour) -> None:
    left, top, right, bottom = box
    wide, slat = (right - left) * 0.46, (bottom - top) / 6.0
    for start in (left - wide - 0.007, right + 0.007):
        layer.polygon(box_outline(start, top - 0.007, start + wide, bottom + 0.007), colour)
        for i in range(6):
            high = top + slat * i
            gap = box_outline(start + 0.004, high, start + wide - 0.004, high + slat * 0.4)
            layer.polygon(gap, colour * np.float32(0.78))


def _draw_bars(layer: Layer, box: Box, white: Colour) -> None:
    """A cross of glazing bars, and the sill."""
    left, top, right, bottom = box
    middle, third = (left + right) / 2.0, top + (bottom - top) * 0.42
    layer.polygon(box_outline(middle - 0.003, top, middle + 0.003, bottom), white)
    layer.polygon(box_outline(left, third - 0.003, right, third + 0.003), white)
    sill = box_outline(left - 0.014, bottom + 0.007, right + 0.014, bottom + 0.015)
    layer.polygon(sill, white * np.float32(0.9))


def _paint_panes(canvas: Canvas, light: Light, box: Box, *, lamps: bool) -> None:
    """Glass that mirrors the sky, or glows."""
    left, top, right, bottom = box
    panes = canvas.rectangle(*box)
    down = (panes.y - top) / (bottom - top)
    if lamps:
        canvas.fill(panes, mix(rgb(0xFFE2A0), rgb(0xE8A850), down))
        return
    slant = step(0.45, 0.55, (panes.x - left) / (right - left) + 0.5 * down - 0.1)
    amount = np.clip(0.55 - 0.5 * down + 0.25 * slant, 0.0, 1.0)
    canvas.fill(panes, mix(light.on(rgb(0x3A4C5C)), light.sky[1], amount))


def _draw_door(layer: Layer, light: Light, house: House) -> None:
    """Frame, leaf, four panels, a knob and a step."""
    x, half, tall = house.door_x, house.storey * 0.17, house.storey * 0.74
    top, colour = house.foot - tall, light.on(house.door)
    frame = box_outline(x - half - 0.01, top - 0.01, x + half + 0.01, house.foot)
    layer.polygon(frame, light.on(FRAME))
    layer.polygon(box_outline(x - half, top, x + half, house.foot), colour)
    for low, high in ((0.08, 0.40), (0.50, 0.90)):
        for start in (x - half * 0.75, x + half * 0.1):
            panel = start, house.foot - tall * high, start + half * 0.65, house.foot - tall * low
            layer.polygon(box_outline(*panel), colour * np.float32(0.8))
    layer.ellipse(x + half * 0.82, house.foot - tall * 0.45, 0.004, 0.004, rgb(0xE8C860))
    doorstep = box_outline(x - half * 1.6, house.foot, x + half * 1.6, house.foot + 0.012)
    layer.polygon(doorstep, light.on(rgb(0xB8B0A4)))
