"""Edits that put something over a photo or around it. All take an RGB image."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw, ImageFont, ImageOps

from training.duplicates.shapes import random_box, scale

_TEXT = "Summer 2019, the lake"
_MARK = "SAMPLE"
_FAINT_WHITE = (255, 255, 255, 110)
# From the photo outwards: colour, and width in shares of the shorter side.
_FRAME = (((40, 25, 15), 0.04), ((235, 230, 220), 0.08), ((90, 60, 30), 0.04))
_STICKER = 0.2  # of the area
_WINDOW, _BAR, _SIDEBAR, _LINES = (32, 32, 34), (60, 60, 64), (45, 45, 48), (150, 150, 155)


def text(image: Image.Image) -> Image.Image:
    """Write a line over the lower part, in white with a black outline."""
    copy = image.copy()
    place = (copy.width * 0.05, copy.height * 0.8)
    font = _font(min(copy.size) / 8)
    draw = ImageDraw.Draw(copy)
    draw.text(place, _TEXT, "white", font, stroke_width=1, stroke_fill="black")
    return copy


def watermark(image: Image.Image) -> Image.Image:
    """Write a word over everything: six times, in rows, half transparent."""
    layer = Image.new("RGBA", image.size)
    draw, font = ImageDraw.Draw(layer), _font(min(image.size) / 6)
    for top in range(0, image.height, max(1, image.height // 3)):
        for left in range(0, image.width, max(1, image.width // 2)):
            draw.text((left, top), _MARK, _FAINT_WHITE, font)
    return Image.alpha_composite(image.convert("RGBA"), layer).convert("RGB")


def sticker(image: Image.Image, rng: np.random.Generator) -> Image.Image:
    """Cover a fifth of the area with one colour; both are random."""
    copy = image.copy()
    red, green, blue = (int(value) for value in rng.integers(0, 256, 3))
    copy.paste((red, green, blue), random_box(image.size, _STICKER, rng))
    return copy


def border(image: Image.Image, colour: str, share: float) -> Image.Image:
    """Add a border; its width is `share` of the shorter side."""
    return ImageOps.expand(image, round(min(image.size) * share), colour)


def frame(image: Image.Image) -> Image.Image:
    """Add a picture frame: a dark edge, a mat, and wood."""
    side = min(image.size)
    for colour, share in _FRAME:
        image = ImageOps.expand(image, max(2, round(side * share)), colour)
    return image


def screenshot(image: Image.Image) -> Image.Image:
    """Show the photo, at .7 of its size, in a dark window with a title bar and a sidebar."""
    photo = scale(image, 0.7)
    width = max(image.size)
    height = round(max(width * 0.62, photo.height * 1.2))
    bar, sidebar = round(height * 0.07), round(width * 0.15)
    window = Image.new("RGB", (width, height), _WINDOW)
    _draw_viewer(ImageDraw.Draw(window), window.size, bar, sidebar)
    left = sidebar + (width - sidebar - photo.width) // 2
    window.paste(photo, (left, bar + (height - bar - photo.height) // 2))
    return window


def _draw_viewer(draw: ImageDraw.ImageDraw, size: tuple[int, int], bar: int, sidebar: int) -> None:
    width, height = size
    draw.rectangle((0, 0, width, bar), _BAR)
    draw.rectangle((0, bar, sidebar, height), _SIDEBAR)
    for top in range(2 * bar, height, max(2, bar)):
        line = (sidebar // 8, top, sidebar * 4 // 5, top + max(1, bar // 3))
        draw.rectangle(line, _LINES)


def _font(size: float) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(max(8, round(size)))
