"""Draw many small opaque shapes fast, to paint them on a canvas at once."""

from __future__ import annotations

from math import ceil, floor

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from desktop_app.samples.drawing.colour import Colour, Field
from desktop_app.samples.drawing.outlines import Points

SAMPLES = 3  # a side, for each pixel of the canvas
Numbers = NDArray[np.float64]


class Layer:
    """Shapes of one colour each; later ones hide earlier ones. Lengths are in short sides."""

    def __init__(self, shape: tuple[int, int], scale: float) -> None:
        rows, columns = shape
        self._scale = scale * SAMPLES
        # Red, green, blue and cover. The mode is CMYK, since Pillow premultiplies RGBA at every
        # step, while opaque shapes on black are premultiplied already.
        self._image = Image.new("CMYK", (columns * SAMPLES, rows * SAMPLES))
        self._draw = ImageDraw.Draw(self._image)

    def polygon(self, points: Points, colour: Colour) -> None:
        """Fill an outline."""
        self._draw.polygon((points * self._scale).ravel().tolist(), fill=_inks(colour[None])[0])

    def polygons(self, shapes: Numbers, colours: Colour) -> None:
        """Fill outlines [N, corners, 2] in colours [N, 3], the first one lowest."""
        corners = (shapes * self._scale).reshape(len(shapes), -1).tolist()
        for places, ink in zip(corners, _inks(colours), strict=True):
            self._draw.polygon(places, fill=ink)

    def ellipse(self, x: float, y: float, across: float, down: float, colour: Colour) -> None:
        """Draw an ellipse with the radii `across` and `down`."""
        self.dots(np.array([[x, y]]), np.array([[across, down]]), colour[None])

    def dots(self, middles: Numbers, radii: Numbers, colours: Colour) -> None:
        """Draw ellipses at [N, 2] with radii [N, 2] in colours [N, 3], the first one lowest."""
        boxes = np.concatenate([middles - radii, middles + radii], axis=1) * self._scale
        for box, ink in zip(boxes.tolist(), _inks(colours), strict=True):
            self._draw.ellipse(box, fill=ink)

    def line(self, points: Points, width: float, colour: Colour) -> None:
        """Draw a stroke through `points`."""
        places = (points * self._scale).ravel().tolist()
        pixels = max(1, round(width * self._scale))
        self._draw.line(places, fill=_inks(colour[None])[0], width=pixels, joint="curve")

    def flattened(self, blur: float) -> tuple[Field, slice, slice] | None:
        """Return the part that is drawn on, and its rows and columns on the canvas.

        Args:
            blur: Radius of a Gaussian blur, in short sides.

        Returns:
            float32 [4, h, w] in 0..1: premultiplied colours, then cover. None if nothing is drawn.
        """
        drawn = self._image.getbbox()
        if drawn is None:
            return None
        columns, rows = (length // SAMPLES for length in self._image.size)
        radius = blur * self._scale / SAMPLES
        left, top, right, bottom = (side / SAMPLES for side in drawn)
        left, top = max(0, floor(left - 3.0 * radius)), max(0, floor(top - 3.0 * radius))
        right = min(columns, ceil(right + 3.0 * radius))
        bottom = min(rows, ceil(bottom + 3.0 * radius))
        box = (left * SAMPLES, top * SAMPLES, right * SAMPLES, bottom * SAMPLES)
        image = self._image.reduce(SAMPLES, box=box)
        if blur > 0.0:
            image = image.filter(ImageFilter.GaussianBlur(radius))
        bands = np.stack([np.asarray(band) for band in image.split()])
        return bands * np.float32(1 / 255), slice(top, bottom), slice(left, right)


def _inks(colours: Colour) -> list[tuple[int, int, int, int]]:
    values = np.clip(colours * 255.0 + 0.5, 0.0, 255.0).astype(np.uint8).tolist()
    return [(red, green, blue, 255) for red, green, blue in values]
