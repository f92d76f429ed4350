"""Pictures, bars and lines whose edges lie on pixels of the screen, at any scale factor.

Painted smoothly, a line between two pixels colours both of them half, and a picture that begins
between two pixels is blurred.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap

_INEXACT = 1e-6  # of sums: the end of one bar is the beginning of the next


@dataclass(frozen=True)
class PixelGrid:
    """The pixels of the screen below a painter, which may be scaled and moved, but not turned.

    Lengths are those of the painter. One object serves for all that is painted without a change of
    the painter's transformation.
    """

    scale_x: float
    scale_y: float
    left: float
    top: float

    @classmethod
    def of(cls, painter: QPainter) -> PixelGrid:
        to_pixels = painter.deviceTransform()
        return cls(to_pixels.m11(), to_pixels.m22(), to_pixels.dx(), to_pixels.dy())

    def size(self, width: float, height: float) -> tuple[int, int]:
        """Return how many pixels a rectangle is wide and high."""
        return max(1, _rounded(width * self.scale_x)), max(1, _rounded(height * self.scale_y))

    def rect(self, place: QRect | QRectF) -> QRectF:
        """Return the closest rectangle of whole pixels.

        Its size depends on that of `place` only: a photo does not grow while it is scrolled.
        """
        left = _rounded(place.x() * self.scale_x + self.left)
        top = _rounded(place.y() * self.scale_y + self.top)
        width, height = self.size(place.width(), place.height())
        return self._in_lengths(left, top, width, height)

    def bar(self, place: QRectF) -> QRectF:
        """Return the rectangle up to the closest pixels; bars side by side leave no gap."""
        left, right = (_rounded(x * self.scale_x + self.left) for x in (place.x(), place.right()))
        top, bottom = (_rounded(y * self.scale_y + self.top) for y in (place.y(), place.bottom()))
        return self._in_lengths(left, top, max(1, right - left), max(1, bottom - top))

    def _in_lengths(self, left: int, top: int, width: int, height: int) -> QRectF:
        x, y = (left - self.left) / self.scale_x, (top - self.top) / self.scale_y
        return QRectF(x, y, width / self.scale_x, height / self.scale_y)


def on_pixels(painter: QPainter, place: QRect | QRectF) -> QRectF:
    """Return the closest rectangle of whole pixels."""
    return PixelGrid.of(painter).rect(place)


def draw_picture(painter: QPainter, place: QRect, pixmap: QPixmap) -> None:
    """Draw a pixmap; one that has as many pixels as `place` is not scaled."""
    painter.drawPixmap(on_pixels(painter, place), pixmap, QRectF(pixmap.rect()))


def fill_bar(painter: QPainter, place: QRectF, colour: QColor) -> None:
    """Fill a rectangle up to the closest pixels; bars side by side leave no gap."""
    painter.fillRect(PixelGrid.of(painter).bar(place), colour)


def draw_line_across(
    painter: QPainter, left: float, right: float, y: float, colour: QColor, thickness: float = 1
) -> None:
    """Draw a horizontal line below `y`."""
    fill_bar(painter, on_pixels(painter, QRectF(left, y, right - left, thickness)), colour)


def _rounded(number: float) -> int:
    return math.floor(number + 0.5 + _INEXACT)
