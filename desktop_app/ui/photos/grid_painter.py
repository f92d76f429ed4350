"""Paints the visible part of a grid: its photos and the headers of its sections."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen

from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.photos.grid_sections import SectionHeader
from desktop_app.ui.photos.grid_view import GridView
from desktop_app.ui.photos.photo_model import PhotoModel
from desktop_app.ui.photos.photo_painter import CellState, PhotoPainter

HEADER_HEIGHT = 48


class GridPainter:
    """Paints the viewport of `view`, with a painter for each kind of item."""

    def __init__(self, theme: Theme, cells: PhotoPainter, view: GridView) -> None:
        self._cells = cells
        self._headers = HeaderPainter(theme)
        self._view = view

    def paint(self, event: QPaintEvent, photos: PhotoModel, hovered_row: int | None) -> None:
        """Paint everything that intersects the event's rectangle."""
        painter = QPainter(self._view.viewport())
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        geometry, top = self._view.grid_geometry, self._view.verticalOffset()
        first, last = event.rect().top() + top, event.rect().bottom() + top
        for row in geometry.rows_between(first, last):
            cell = geometry.cell(row).translated(0, -top)
            state = self._cell_state(photos.index(row, 0), is_hovered=row == hovered_row)
            self._cells.paint(painter, cell, photos.photo(row), state)
        for index in geometry.headers_between(first, last):
            rect = geometry.header(index).translated(0, -top)
            self._headers.paint(painter, rect, self._view.sections.header(index))
        painter.end()

    def _cell_state(self, index: QModelIndex, *, is_hovered: bool) -> CellState:
        dimmed_from = self._view.sections.dimmed_from
        return CellState(
            is_selected=self._view.selectionModel().isSelected(index),
            is_current=self._view.hasFocus() and index == self._view.currentIndex(),
            is_hovered=is_hovered,
            is_dimmed=dimmed_from is not None and index.row() >= dimmed_from,
        )


class HeaderPainter:
    """Paints one section header."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint(self, painter: QPainter, rect: QRect, header: SectionHeader) -> None:
        space = self._theme.metrics.space
        rect = rect.adjusted(space, 0, -space, 0)
        if header.is_heading:
            self._paint_heading(painter, rect, header)
        else:
            self._paint_separator(painter, rect, header)

    def _paint_separator(self, painter: QPainter, rect: QRect, header: SectionHeader) -> None:
        painter.setFont(self._theme.font(self._theme.metrics.text))
        painter.setPen(self._theme.colour("secondary"))
        at_left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, at_left, header.text)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        start = rect.left() + painter.fontMetrics().horizontalAdvance(header.text)
        middle = rect.center().y()
        painter.drawLine(start + self._theme.metrics.wide, middle, rect.right(), middle)

    def _paint_heading(self, painter: QPainter, rect: QRect, header: SectionHeader) -> None:
        """The text sits close to the photos below it."""
        metrics = self._theme.metrics
        base = rect.bottom() - metrics.space - metrics.tight
        small = self._theme.font(metrics.secondary)
        room = rect.width() - QFontMetrics(small).horizontalAdvance(header.detail) - metrics.wide
        painter.setFont(self._theme.font(metrics.text, bold=True))
        painter.setPen(self._theme.colour("text"))
        fonts = painter.fontMetrics()
        text = fonts.elidedText(header.text, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(rect.left(), base, text)
        painter.setFont(small)
        painter.setPen(self._theme.colour("secondary"))
        start = rect.left() + fonts.horizontalAdvance(text) + metrics.space + metrics.tight
        painter.drawText(start, base, header.detail)
