"""Shapes on a canvas, with soft or anti-aliased edges, and textures to fill them.

Lengths are in short sides of the picture: on a 480 x 320 canvas x runs from 0 to 1.5 and y,
downward, from 0 to 1. A scene written in these units looks the same at every size.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil, cos, floor, sin

import numpy as np
from numpy.random import Generator
from PIL import Image, ImageDraw, ImageFilter

from desktop_app.samples.drawing.colour import Field
from desktop_app.samples.drawing.noise import fractal, laid_flat
from desktop_app.samples.drawing.outlines import Points

SAMPLES = 4  # a side, for each pixel of a shape's edge
PLANE_SIDE = 384  # the texture laid on level ground


@dataclass(frozen=True, eq=False)
class Shape:
    """A box of the canvas, and how much of each of its pixels is covered.

    Attributes:
        rows, columns: The box, [h, w] pixels.
        cover: float32 [h, w] in 0..1.
        x: float32 [1, w], the middle of each column in short sides.
        y: float32 [h, 1], the middle of each row.
    """

    rows: slice
    columns: slice
    cover: Field
    x: Field
    y: Field

    def crop(self, field: Field) -> Field:
        """Return the part of a canvas-sized field that lies in the box."""
        return field[self.rows, self.columns]

    def where(self, amount: Field) -> Shape:
        """Return the shape with its cover multiplied by `amount`, in 0..1."""
        return replace(self, cover=(self.cover * amount).astype(np.float32))

    def inside(self, other: Shape) -> Shape:
        """Return the intersection with another shape."""
        cover = np.zeros_like(self.cover)
        top, bottom, skip_y = _overlap(self.rows, other.rows)
        left, right, skip_x = _overlap(self.columns, other.columns)
        if bottom > top and right > left:
            part = other.cover[skip_y : skip_y + bottom - top, skip_x : skip_x + right - left]
            cover[top:bottom, left:right] = self.cover[top:bottom, left:right] * part
        return replace(self, cover=cover)


def _overlap(mine: slice, other: slice) -> tuple[int, int, int]:
    """Return start and stop of the overlap, from my start, and where it begins in `other`."""
    start, stop = max(mine.start, other.start), min(mine.stop, other.stop)
    return start - mine.start, stop - mine.start, start - other.start


class ShapeGrid:
    """The pixels of a picture as places, in short sides: makes shapes and textures that fit it.

    Attributes:
        shape: Rows and columns.
        scale: Pixels in a short side.
        width, height: Size in short sides.
        x: float32 [1, columns], the middle of each column.
        y: float32 [rows, 1], the middle of each row.
    """

    def __init__(self, size: tuple[int, int]) -> None:
        """`size` is columns and rows."""
        columns, rows = size
        self.shape = rows, columns
        self.scale = float(min(size))
        self.width, self.height = columns / self.scale, rows / self.scale
        self.x: Field = ((np.arange(columns, dtype=np.float32) + 0.5) / self.scale)[None, :]
        self.y: Field = ((np.arange(rows, dtype=np.float32) + 0.5) / self.scale)[:, None]

    def noise(
        self, rng: Generator, cells: tuple[float, float], octaves: int = 5, persistence: float = 0.5
    ) -> Field:
        """Fractal noise over the canvas; `cells` (across, down) to a short side."""
        count = cells[0] * self.width, cells[1] * self.height
        return fractal(rng, self.shape, count, octaves=octaves, persistence=persistence)

    def plane(
        self,
        rng: Generator,
        horizon: float,
        cells: tuple[float, float],
        *,
        reach: float = 8.0,
        overhead: bool = False,
    ) -> Field:
        """Noise on level ground below `horizon` (or on a ceiling over it), fading with distance.

        The field fits the box from the horizon to that edge of the canvas, not the canvas.
        `cells`: across, to a short side at the near edge; deep, to each such distance away.
        """
        count = cells[0] * self.width * reach, cells[1] * (reach - 1.0)
        octaves = max(2, min(6, int(np.log2(PLANE_SIDE / max(count))) + 1))
        texture = fractal(rng, (PLANE_SIDE, PLANE_SIDE), count, octaves=octaves, persistence=0.6)
        edge = (0.0, horizon) if overhead else (horizon, self.height)
        box = self.box(0.0, edge[0], self.width, edge[1])
        row = horizon * self.scale
        start = box.rows.stop - row if overhead else row - box.rows.start
        field = laid_flat(texture, box.cover.shape, start, reach)
        return field[::-1] if overhead else field

    def everywhere(self) -> Shape:
        """The whole canvas."""
        return self.box(0.0, 0.0, self.width, self.height)

    def box(self, left: float, top: float, right: float, bottom: float) -> Shape:
        """The whole pixels that a rectangle touches, all covered; empty outside the canvas."""
        rows, columns = self.shape
        r0, r1 = (min(max(v, 0), rows) for v in self._pixels(top, bottom))
        c0, c1 = (min(max(v, 0), columns) for v in self._pixels(left, right))
        r1, c1 = max(r0, r1), max(c0, c1)
        cover = np.ones((r1 - r0, c1 - c0), np.float32)
        return Shape(slice(r0, r1), slice(c0, c1), cover, self.x[:, c0:c1], self.y[r0:r1])

    def rectangle(self, left: float, top: float, right: float, bottom: float) -> Shape:
        """An upright rectangle; pixels at its edges are covered in part."""
        box, half = self.box(left, top, right, bottom), 0.5 / self.scale
        across = np.minimum(box.x + half, right) - np.maximum(box.x - half, left)
        down = np.minimum(box.y + half, bottom) - np.maximum(box.y - half, top)
        return box.where(np.clip(across * self.scale, 0, 1) * np.clip(down * self.scale, 0, 1))

    def polygon(self, points: Points, blur: float = 0.0) -> Shape:
        """The inside of an outline; `blur` softens its edge by about that length."""
        margin = 3.0 * blur + 1.0 / self.scale
        (left, top), (right, bottom) = points.min(axis=0) - margin, points.max(axis=0) + margin
        box = self.box(float(left), float(top), float(right), float(bottom))
        rows, columns = box.cover.shape
        if rows == 0 or columns == 0:
            return box
        image = Image.new("L", (columns * SAMPLES, rows * SAMPLES))
        corner = np.array([box.columns.start, box.rows.start])
        places = (points * self.scale - corner) * SAMPLES
        ImageDraw.Draw(image).polygon(places.ravel().tolist(), fill=255)
        image = image.reduce(SAMPLES)
        if blur > 0.0:
            image = image.filter(ImageFilter.GaussianBlur(blur * self.scale))
        return replace(box, cover=np.asarray(image, np.float32) / np.float32(255))

    def ellipse(
        self,
        x: float,
        y: float,
        across: float,
        down: float,
        *,
        angle: float = 0.0,
        blur: float = 0.0,
    ) -> Shape:
        """`across` and `down` are radii; `angle` in radians turns them clockwise."""
        edge = (blur + 1.0 / self.scale) / min(across, down)
        reach = max(across, down) * (1.0 + edge)
        box = self.box(x - reach, y - reach, x + reach, y + reach)
        dx, dy = box.x - float(x), box.y - float(y)
        along, athwart = dx * cos(angle) + dy * sin(angle), dy * cos(angle) - dx * sin(angle)
        distance = np.sqrt((along / float(across)) ** 2 + (athwart / float(down)) ** 2)
        inward = (1.0 - distance) * float(min(across, down))
        return box.where(np.clip(inward / max(blur * 2.0, 1.0 / self.scale) + 0.5, 0.0, 1.0))

    def _pixels(self, low: float, high: float) -> tuple[int, int]:
        return floor(low * self.scale), ceil(high * self.scale)
