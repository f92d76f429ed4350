"""A QListView whose items have one size, so that their positions are computed, not stored.

QListView's own layout cannot divide its items into sections or fill the width evenly, and takes
longer the more items there are. With the positions of grid_geometry.py a million items show as fast
as ten, while screen readers still find a list.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QScrollBar, QWidget

from desktop_app.ui.grid.grid_geometry import GridGeometry
from desktop_app.ui.grid.grid_sections import NO_SECTIONS, Sections
from desktop_app.ui.grid.photo_model import Index

_ScrollHint = QAbstractItemView.ScrollHint
_CHILDREN_ONLY = Qt.FindChildOption.FindDirectChildrenOnly


@dataclass(frozen=True)
class CellMetrics:
    """Sizes that do not depend on the window, in device-independent pixels.

    Attributes:
        margin: Space around the whole grid.
        padding: Space around the photo inside its cell, on each side.
        header_height: Height of a section header.
        cell_height: Returns the height of a cell of a given width.
        least_width: Width that photos have at least, for what is written below them.
    """

    margin: int
    padding: int
    header_height: int
    cell_height: Callable[[int], int]
    least_width: int = 0

    def geometry(
        self,
        width: int,
        photo_width: int,
        count: int,
        sections: Sections,
        *,
        is_mirrored: bool = False,
    ) -> GridGeometry:
        """Lay out `count` photos, each at least `photo_width` wide where the window allows."""
        least = max(photo_width, self.least_width) + 2 * self.padding
        usable = width - 2 * self.margin
        return GridGeometry(
            count=count,
            width=width,
            least_cell_width=least,
            cell_height=self.cell_height(usable // max(1, usable // least)),
            margin=self.margin,
            section_starts=sections.starts,
            header_height=self.header_height,
            share_lines=sections.share_lines,
            is_mirrored=is_mirrored,
        )


class GridView(QListView):
    """Overrides what QListView does with positions; knows nothing of what the items show.

    Attributes:
        sections: The sections that are shown; changed by `show_sections`.
        grid_geometry: The current positions of all items.
        scroller: Scrolls to rows.

    Signals:
        laid_out (): The positions of the items may have changed.
    """

    laid_out = Signal()

    def __init__(self, metrics: CellMetrics, photo_width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._metrics = metrics
        self._photo_width = photo_width
        self.sections = NO_SECTIONS
        width = max(1, self.viewport().width())
        self.grid_geometry = metrics.geometry(width, photo_width, 0, NO_SECTIONS)
        self.scroller = GridScroller(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def show_sections(self, sections: Sections) -> None:
        """Divide the photos into other sections."""
        self.sections = sections
        self._lay_out()

    def set_photo_width(self, photo_width: int) -> None:
        """Change the size of the photos; the photo at the top of the window stays there."""
        top = self.scroller.top_row()
        self._photo_width = photo_width
        self._lay_out()
        if top is not None and self.verticalOffset() > 0:
            self.scroller.scroll_to_row(top, self.scroller.covered)

    def visualRect(self, index: Index) -> QRect:  # noqa: N802
        if not index.isValid():
            return QRect()
        return self.grid_geometry.cell(index.row()).translated(0, -self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802
        row = self.grid_geometry.row_at(point.x(), point.y() + self.verticalOffset())
        return QModelIndex() if row is None else self.model().index(row, 0)

    def scrollTo(  # noqa: N802
        self, index: Index, hint: QAbstractItemView.ScrollHint = _ScrollHint.EnsureVisible
    ) -> None:
        """Scroll no farther than needed, whatever the hint."""
        del hint
        if index.isValid():
            self.scroller.reveal(index.row(), self._metrics.margin)

    def verticalOffset(self) -> int:  # noqa: N802
        return self.verticalScrollBar().value()

    def doItemsLayout(self) -> None:  # noqa: N802
        """Lay out after a change of the model or the style, without visiting every item."""
        self._lay_out()
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:  # noqa: N802
        self._lay_out()
        QAbstractItemView.updateGeometries(self)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lay out at once; QListView would wait if the model has changed too."""
        QAbstractItemView.resizeEvent(self, event)
        self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        """Move what is on the screen, so that only what comes into sight is painted."""
        viewport = self.viewport()
        viewport.scroll(dx, dy, viewport.rect())
        for above in viewport.findChildren(QWidget, options=_CHILDREN_ONLY):
            if above.isVisible():  # it stays, but what it showed has been moved
                above.update()
                viewport.update(above.geometry().translated(dx, dy))

    def _lay_out(self) -> None:
        width = max(1, self.viewport().width())
        count = self.model().rowCount() if self.model() else 0
        geometry = self._metrics.geometry(
            width, self._photo_width, count, self.sections, is_mirrored=self.isRightToLeft()
        )
        if geometry != self.grid_geometry:  # Qt also asks when only texts have changed
            self.grid_geometry = geometry
        self.scroller.update_range()
        self.viewport().update()
        self.laid_out.emit()


class GridScroller:
    """Moves a grid's vertical scroll bar so that rows come into sight.

    Attributes:
        covered: The height at the upper edge of the viewport that something else lies over.
    """

    def __init__(self, view: GridView) -> None:
        self._view = view
        self.covered = 0

    def visible_rows(self) -> range:
        """Return the rows that can be seen, at least in part."""
        top = self._bar.value()
        return self.rows_between(top, top + self._view.viewport().height())

    def rows_between(self, top: int, bottom: int) -> range:
        """Return the rows whose cells intersect these heights of the whole grid, without those that
        the model has lost since it was laid out.
        """
        rows = self._view.grid_geometry.rows_between(top, bottom)
        return range(rows.start, min(rows.stop, self._view.model().rowCount()))

    def top_row(self) -> int | None:
        """Return the first row that is completely visible, else the first that is partly visible;
        None for an empty grid.
        """
        top = self._bar.value() + self.covered
        bottom = self._bar.value() + self._view.viewport().height()
        rows = self._view.grid_geometry.rows_between(top, bottom)
        whole = (row for row in rows if self._view.grid_geometry.cell(row).top() >= top)
        return next(whole, rows[0] if rows else None)

    def scroll_to_row(self, row: int, distance: int) -> None:
        """Scroll until a row is this far below the upper edge of the viewport."""
        self._bar.setValue(self._view.grid_geometry.cell(row).top() - distance)

    def reveal(self, row: int, margin: int) -> None:
        """Scroll as far as needed to show the whole row with a margin."""
        cell, height = self._view.grid_geometry.cell(row), self._view.viewport().height()
        if cell.top() < self._bar.value() + self.covered:
            self._bar.setValue(cell.top() - max(margin, self.covered))
        elif cell.bottom() > self._bar.value() + height:
            self._bar.setValue(cell.bottom() - height + margin)

    def update_range(self) -> None:
        """Fit the scroll bar to the grid's height."""
        geometry, height = self._view.grid_geometry, self._view.viewport().height()
        self._bar.setRange(0, max(0, geometry.height - height))
        self._bar.setPageStep(height)
        self._bar.setSingleStep(max(1, geometry.cell_height // 4))

    @property
    def _bar(self) -> QScrollBar:
        return self._view.verticalScrollBar()
