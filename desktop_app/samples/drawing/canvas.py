"""Paint shapes on a picture of float pixels."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator
from PIL import Image, ImageFilter

from desktop_app.samples.drawing.colour import Colour, each
from desktop_app.samples.drawing.layer import Layer
from desktop_app.samples.drawing.shapes import Shape, ShapeGrid


class Canvas(ShapeGrid):
    """A picture to paint on.

    Attributes:
        pixels: float32 [3, rows, columns], sRGB in 0..1; black at first.
    """

    def __init__(self, size: tuple[int, int]) -> None:
        """`size` is columns and rows."""
        super().__init__(size)
        self.pixels: Colour = np.zeros((3, *self.shape), np.float32)

    def fill(self, shape: Shape, colour: Colour, opacity: float = 1.0) -> None:
        """Paint a shape in one colour [3], or in one for each pixel of its box [3, h, w]."""
        region = self.pixels[:, shape.rows, shape.columns]
        change = each(colour) - region
        change *= shape.cover * np.float32(opacity)
        region += change

    def shine(self, shape: Shape, colour: Colour, strength: float = 1.0) -> None:
        """Add light, as a double exposure does: bright pixels gain less and never exceed 1."""
        region = self.pixels[:, shape.rows, shape.columns]
        change = 1.0 - region
        change *= each(colour) * (shape.cover * np.float32(strength))
        region += change

    def shade(self, shape: Shape, strength: float) -> None:
        """Darken a shape; at strength 1 it becomes black."""
        region = self.pixels[:, shape.rows, shape.columns]
        region *= 1.0 - shape.cover * np.float32(strength)

    def glow(self, x: float, y: float, radius: float, colour: Colour, strength: float) -> None:
        """Add light around a point, which falls to a third at `radius`."""
        box = self.box(x - radius * 3.0, y - radius * 3.0, x + radius * 3.0, y + radius * 3.0)
        squared = ((box.x - float(x)) ** 2 + (box.y - float(y)) ** 2) / radius**2
        edge = np.clip(1.0 - squared / 9.0, 0.0, 1.0)
        self.shine(box.where(np.exp(-squared) * edge), colour, strength)

    def soften(self, radius: float) -> None:
        """Blur everything that is painted so far."""
        blurred = self._image().filter(ImageFilter.GaussianBlur(radius * self.scale))
        bands = np.stack([np.asarray(band) for band in blurred.split()])
        self.pixels = bands * np.float32(1 / 255)

    def layer(self) -> Layer:
        """Create an empty layer of this size."""
        return Layer(self.shape, self.scale)

    def lay(self, layer: Layer, blur: float = 0.0, opacity: float = 1.0) -> None:
        """Paint the shapes of a layer."""
        flattened = layer.flattened(blur)
        if flattened is None:
            return
        values, rows, columns = flattened
        values *= np.float32(opacity)
        region = self.pixels[:, rows, columns]
        region *= 1.0 - values[3]
        region += values[:3]

    def develop(self, rng: Generator, contrast: float = 0.2, grain: float = 0.012) -> Image.Image:
        """Return the RGB picture as a camera renders it: darker corners, grain, a tone curve."""
        dx, dy = self.x / self.width - 0.5, self.y / self.height - 0.5
        self.pixels *= 1.0 - 0.28 * (dx * dx + dy * dy)
        self.pixels += (rng.random(self.shape, np.float32) - 0.5) * np.float32(grain * 12**0.5)
        tones = np.linspace(0.0, 1.0, 256)
        curved = tones + (tones * tones * (3.0 - 2.0 * tones) - tones) * contrast
        return self._image().point(np.rint(curved * 255.0).astype(int).tolist() * 3)

    def _image(self) -> Image.Image:
        values = self.pixels * np.float32(255)
        values += 0.5
        planes = np.clip(values, 0.0, 255.0, out=values).astype(np.uint8)
        return Image.merge("RGB", [Image.fromarray(plane) for plane in planes])
