"""The titles of the sections at the top of a grid, which stay in sight while photos scroll."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.grid.grid_painter import HeaderPainter
from desktop_app.ui.grid.grid_view import GridView
from desktop_app.ui.kit.sharp_edges import draw_line_across
from desktop_app.ui.kit.theme import Theme

HEIGHT = 36  # less than a header in the grid, so that it appears where its text already is


class StickyTitle(QWidget):
    """Lies over the upper edge of a grid; the next header pushes it out. A click goes to its start.

    Attributes:
        band: The band of sections whose titles are shown; None for none.
    """

    def __init__(self, theme: Theme, grid: GridView) -> None:
        super().__init__(grid.viewport())
        self._theme = theme
        self._grid = grid
        self._headers = HeaderPainter(theme)
        self.band: int | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # no photos are painted below it
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        grid.verticalScrollBar().valueChanged.connect(self._follow)
        grid.laid_out.connect(self._follow)
        theme.colours_changed.connect(self.update)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        if self.band is None:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("ground"))
        geometry = self._grid.grid_geometry
        for section in geometry.bands.sections_of(self.band):
            header = geometry.header(section)
            title = QRect(header.left(), 0, header.width(), HEIGHT)
            self._headers.paint(painter, title, self._grid.sections.header(section))
        line = self._theme.colour("line")
        draw_line_across(painter, 0, self.width(), self.height() - 1, line)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Keep the click from the photo underneath."""
        event.accept()
        if self.band is not None:
            self._grid.verticalScrollBar().setValue(self._header(self.band).top())

    def _follow(self) -> None:
        geometry, top = self._grid.grid_geometry, self._grid.verticalOffset()
        self._grid.scroller.covered = HEIGHT if geometry.section_starts else 0
        shown = geometry.band_at(top)
        if shown is not None and self._below_text(shown) > top:
            shown = None  # its own header is in sight
        if shown is not None:
            self.setGeometry(QRect(0, self._y(shown), self._grid.viewport().width(), HEIGHT))
        self.band = shown
        self.setVisible(shown is not None)
        self.update()

    def _y(self, band: int) -> int:
        following = band + 1
        if following == len(self._grid.grid_geometry.bands.starts):
            return 0
        room = self._below_text(following) - self._grid.verticalOffset()
        return min(0, room - HEIGHT)

    def _below_text(self, band: int) -> int:
        """The height from which on a header is as this title would be there."""
        return self._header(band).bottom() + 1 - HEIGHT

    def _header(self, band: int) -> QRect:
        geometry = self._grid.grid_geometry
        return geometry.header(geometry.bands.firsts[band])
