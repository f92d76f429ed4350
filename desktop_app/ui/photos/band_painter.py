"""What stands between the photos of a grid: headings of sections, or the line of relatedness."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from desktop_app.ui.kit.theme import Theme

BAND_HEIGHT = 48


@dataclass(frozen=True)
class Band:
    """A sentence with a line beside it; or a heading, with a quiet `detail` after it."""

    text: str
    detail: str = ""
    is_heading: bool = False


@dataclass(frozen=True)
class Parting:
    """A band stands before each row in `breaks`; `band(i)` words the i-th when it comes in sight.
    Photos from row `dimmed_from` on are shown faintly.
    """

    breaks: Sequence[int]
    band: Callable[[int], Band]
    dimmed_from: int | None = None


UNPARTED = Parting((), lambda _: Band(""))


class BandPainter:
    """Paints one band."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint(self, painter: QPainter, place: QRect, band: Band) -> None:
        space = self._theme.metrics.space
        place = place.adjusted(space, 0, -space, 0)
        if band.is_heading:
            self._paint_heading(painter, place, band)
        else:
            self._paint_line(painter, place, band)

    def _paint_line(self, painter: QPainter, place: QRect, band: Band) -> None:
        painter.setFont(self._theme.font(self._theme.metrics.text))
        painter.setPen(self._theme.colour("secondary"))
        at_left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, at_left, band.text)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        start = place.left() + painter.fontMetrics().horizontalAdvance(band.text)
        middle = place.center().y()
        painter.drawLine(start + self._theme.metrics.wide, middle, place.right(), middle)

    def _paint_heading(self, painter: QPainter, place: QRect, band: Band) -> None:
        """Standing on the photos that it belongs to."""
        metrics = self._theme.metrics
        base = place.bottom() - metrics.space - metrics.tight
        small = self._theme.font(metrics.secondary)
        room = place.width() - QFontMetrics(small).horizontalAdvance(band.detail) - metrics.wide
        painter.setFont(self._theme.font(metrics.text, bold=True))
        painter.setPen(self._theme.colour("text"))
        fonts = painter.fontMetrics()
        text = fonts.elidedText(band.text, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(place.left(), base, text)
        painter.setFont(small)
        painter.setPen(self._theme.colour("secondary"))
        start = place.left() + fonts.horizontalAdvance(text) + metrics.space + metrics.tight
        painter.drawText(start, base, band.detail)
