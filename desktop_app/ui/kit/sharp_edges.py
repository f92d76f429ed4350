"""Pictures, bars and lines whose edges lie on pixels of the screen, at any scale factor.

Painted smoothly, a line between two pixels colours both of them half, and a picture that begins
between two pixels is blurred.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

_INEXACT = 1e-6  # of sums: the end of one bar is the beginning of the next


def on_pixels(painter: QPainter, place: QRect | QRectF) -> QRectF:
    """Return the closest rectangle of whole pixels; its size depends on that of `place` only."""
    to_pixels = painter.deviceTransform()
    wanted = to_pixels.mapRect(QRectF(place))
    corner = QPoint(_rounded(wanted.left()), _rounded(wanted.top()))
    return to_pixels.inverted()[0].mapRect(QRectF(QRect(corner, pixels_of(painter, place))))


def pixels_of(painter: QPainter, place: QRect | QRectF) -> QSize:
    """Return how many pixels of the screen a rectangle is wide and high."""
    wanted = painter.deviceTransform().mapRect(QRectF(place))
    return QSize(max(1, _rounded(wanted.width())), max(1, _rounded(wanted.height())))


def draw_picture(painter: QPainter, place: QRect, pixmap: QPixmap) -> None:
    """Draw a pixmap; one that has as many pixels as `place` is not scaled."""
    painter.drawPixmap(on_pixels(painter, place), pixmap, QRectF(pixmap.rect()))


def fill_bar(painter: QPainter, place: QRectF, colour: QColor) -> None:
    """Fill a rectangle up to the closest pixels; bars side by side leave no gap."""
    to_pixels = painter.deviceTransform()
    wanted = to_pixels.mapRect(place)
    left, top = _rounded(wanted.left()), _rounded(wanted.top())
    right = max(left + 1, _rounded(wanted.right()))
    bottom = max(top + 1, _rounded(wanted.bottom()))
    whole = QRectF(left, top, right - left, bottom - top)
    painter.fillRect(to_pixels.inverted()[0].mapRect(whole), colour)


def draw_line_across(
    painter: QPainter, left: float, right: float, y: float, colour: QColor, thickness: float = 1
) -> None:
    """Draw a horizontal line below `y`."""
    fill_bar(painter, on_pixels(painter, QRectF(left, y, right - left, thickness)), colour)


def _rounded(number: float) -> int:
    return math.floor(number + 0.5 + _INEXACT)
