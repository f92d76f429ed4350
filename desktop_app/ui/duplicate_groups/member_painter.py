"""Paints the photos of groups: with what differs in words, and with what becomes of them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from desktop_app.ui.duplicate_groups.group_model import ShownMember, mark_text
from desktop_app.ui.duplicate_groups.group_text import (
    difference_text,
    folder_text,
    size_text,
)
from desktop_app.ui.duplicate_groups.marks import Mark
from desktop_app.ui.grid.grid_painter import CellState, PhotoPainter
from desktop_app.ui.grid.photo_model import ShownPhoto
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.direction import mirrored
from desktop_app.ui.kit.messages import shown_name
from desktop_app.ui.kit.text_fitting import Advance, shortened, shortened_name, shortened_path
from desktop_app.ui.kit.theme import Theme

_LINES = 4
_MANY = 10_000  # pixels: the size of nearly all photos can be read
_DISCARDED = 0.3  # its opacity
_PILL_OPACITY = 0.92
# The colours of the ground and the text.
_PILLS = {
    Mark.NONE: ("raised", "text"),
    Mark.KEEP: ("accent", "on_accent"),
    Mark.DISCARD: ("warning_ground", "warning"),
}


class MemberPainter(PhotoPainter):
    """Paints cells of `ShownMember`s."""

    def __init__(self, theme: Theme, thumbnails: ThumbnailLoader) -> None:
        super().__init__(theme, thumbnails)
        fonts = QFontMetrics(theme.font(theme.metrics.secondary))
        self._line = fonts.height()
        self.least_width = fonts.horizontalAdvance(numbers.pixels(_MANY, _MANY))
        self._caption = _LINES * self._line + theme.metrics.space

    def _paint_picture(self, painter: QPainter, frame: QRect, shown: ShownPhoto) -> None:
        assert isinstance(shown, ShownMember)
        opacity = painter.opacity()
        if shown.mark is Mark.DISCARD:
            painter.setOpacity(opacity * _DISCARDED)
        super()._paint_picture(painter, frame, shown)
        painter.setOpacity(opacity)
        self._paint_pill(painter, frame, shown)

    def _paint_pill(self, painter: QPainter, frame: QRect, shown: ShownMember) -> None:
        """Paint what becomes of the photo into an upper corner of its picture."""
        text = mark_text(shown)
        if not text:
            return
        ground, colour = map(self._theme.colour, _PILLS[shown.mark])
        metrics = self._theme.metrics
        painter.setFont(self._theme.font(metrics.secondary, bold=True))
        advance = painter.fontMetrics().horizontalAdvance
        text = shortened(text, frame.width() - 4 * metrics.tight, advance)
        size = QSize(advance(text) + 2 * metrics.space, self._line + metrics.tight)
        place = mirrored(QRect(frame.topLeft() + QPoint(metrics.tight, metrics.tight), size), frame)
        ground.setAlphaF(_PILL_OPACITY)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(place), size.height() / 2, size.height() / 2)
        painter.setPen(colour)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_caption(
        self, painter: QPainter, cell: QRect, shown: ShownPhoto, state: CellState
    ) -> None:
        del state
        assert isinstance(shown, ShownMember)
        metrics = self._theme.metrics
        top = cell.bottom() - self.padding - self._caption + metrics.tight + 2
        width = cell.width() - 2 * self.padding
        for number, (text, name) in enumerate(self._lines(shown, width)):
            painter.setFont(self._theme.font(metrics.secondary))
            painter.setPen(self._theme.colour(name))
            place = QRect(cell.left() + self.padding, top + number * self._line, width, self._line)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _lines(self, shown: ShownMember, width: int) -> list[tuple[str, str]]:
        """Return the lines below the picture, each with the name of its colour."""
        fonts = self._theme.font(self._theme.metrics.secondary)
        advance: Advance = QFontMetrics(fonts).horizontalAdvance
        differences = difference_text(shown.ranked, shown.member)
        return [
            (shortened_name(shown_name(shown.path), width, advance), "text"),
            (shortened(size_text(shown.photo), width, advance), "secondary"),
            (shortened_path(folder_text(shown.photo), width, advance), "secondary"),
            (shortened(differences, width, advance), "text"),
        ]
