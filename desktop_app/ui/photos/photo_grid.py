"""The grid of photos: cells of one size, sharing out the width, and a band that parts them.

A QListView, which screen readers know, without its layout: that leaves a ragged edge, cannot part
its items, and takes the longer the more there are. Here the place of a photo is arithmetic
(grid_geometry.py), so a million are shown as fast as ten.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QDrag,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop_app.core.base.errors import AppError
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.shortcuts import Command, command_of
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.photos.band_painter import BAND_HEIGHT, UNPARTED, BandPainter, Parting
from desktop_app.ui.photos.grid_geometry import GridGeometry
from desktop_app.ui.photos.photo_action import PhotoSelection
from desktop_app.ui.photos.photo_model import Index, PhotoModel, ShownPhoto, files_as_mime
from desktop_app.ui.photos.photo_painter import CellLook, PhotoPainter
from desktop_app.ui.photos.thumbnail_loader import ThumbnailLoader

_DRAG_PICTURE_SIDE = 96
# So many files another program may still be handed in a moment.
_MOST_TAKEN = 10_000
_Action = QAbstractItemView.CursorAction
_ScrollHint = QAbstractItemView.ScrollHint


class PhotoGrid(QListView):
    """`preview_asked` when a photo was double-clicked, or Enter or Space came: it is current now;
    `opened` tells the ShownPhoto that another program shall open (Shift+Enter);
    `menu_asked` that whose menu is wanted, and where on the screen; `drag_failed` gives Words;
    `zoomed` how many steps larger photos are wanted.
    """

    preview_asked = Signal()
    opened = Signal(object)
    menu_asked = Signal(object, QPoint)
    drag_failed = Signal(object)
    zoomed = Signal(int)

    def __init__(
        self, theme: Theme, thumbnails: ThumbnailLoader, photo_width: int, parent: QWidget
    ) -> None:
        """`photo_width`: at least as wide a picture is shown as long as the window allows."""
        super().__init__(parent)
        self._theme = theme
        self._painter = PhotoPainter(theme, thumbnails)
        self._bands = BandPainter(theme)
        self._photo_width = photo_width
        self._parting = UNPARTED
        self.hovered_row: int | None = None
        self._geometry = self._computed_geometry()
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._hover)
        thumbnails.loaded.connect(self.viewport().update)
        theme.changed.connect(self.viewport().update)

    def part(self, parting: Parting) -> None:
        """Put bands between the photos."""
        self._parting = parting
        self._lay_out()

    def show_photos_as_wide_as(self, photo_width: int) -> None:
        """The photo at the top of the window stays there."""
        top = self.top_row()
        self._photo_width = photo_width
        self._lay_out()
        if top is not None and self.verticalOffset() > 0:
            self.put_at_top(top, 0)

    def top_row(self) -> int | None:
        """The first photo that is wholly in sight, or the first of all in sight."""
        top = self.verticalOffset()
        rows = self._geometry.rows_between(top, top + self.viewport().height())
        whole = (row for row in rows if self._geometry.cell(row).top() >= top)
        return next(whole, rows[0] if rows else None)

    def put_at_top(self, row: int, distance: int) -> None:
        """Scroll until a photo is this far below the window's upper edge."""
        self.verticalScrollBar().setValue(self._geometry.cell(row).top() - distance)

    @property
    def band_text(self) -> str:
        """What the first band says; empty where nothing parts the photos."""
        return self._parting.band(0).text if self._parting.breaks else ""

    def photo_at(self, point: QPoint) -> ShownPhoto | None:
        index = self.indexAt(point)
        return self.photos.photo(index.row()) if index.isValid() else None

    def current_photo(self) -> ShownPhoto | None:
        index = self.currentIndex()
        return self.photos.photo(index.row()) if index.isValid() else None

    def selected_photo(self) -> ShownPhoto | None:
        """The current one, where it is selected too: focus alone makes a photo current."""
        index = self.currentIndex()
        is_selected = index.isValid() and self.selectionModel().isSelected(index)
        return self.photos.photo(index.row()) if is_selected else None

    def selected_runs(self) -> list[tuple[int, int]]:
        """First and last row of each run of selected photos: a million are one run, not a list."""
        selection = self.selectionModel().selection()
        runs = (selection.at(number) for number in range(selection.count()))
        return sorted((run.top(), run.bottom()) for run in runs)

    def selected_photos(self) -> list[ShownPhoto]:
        """Those that are known."""
        rows = (row for first, last in self.selected_runs() for row in range(first, last + 1))
        shown = (self.photos.known_photo(row) for row in rows)
        return [item for item in shown if item is not None]

    def selected_files(self) -> list[Path] | None:
        """None where they are too many to be handed over. May raise an AppError."""
        rows = self._selected_rows()
        return None if rows is None else self.photos.files(rows)

    def chosen(self) -> PhotoSelection | None:
        """The selected photos, known or not; None where they are too many."""
        rows = self._selected_rows()
        return None if rows is None else self.photos.chosen(rows)

    def too_many(self) -> str:
        """The sentence that goes with it."""
        text = self.tr("At most {count} photos can be taken at once; select fewer.")
        return text.format(count=numbers.counted(_MOST_TAKEN))

    # What QAbstractItemView asks of a view

    def visualRect(self, index: Index) -> QRect:  # noqa: N802
        if not index.isValid():
            return QRect()
        return self._geometry.cell(index.row()).translated(0, -self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802
        row = self._geometry.row_at(point.x(), point.y() + self.verticalOffset())
        return QModelIndex() if row is None else self.model().index(row, 0)

    def scrollTo(  # noqa: N802
        self, index: Index, hint: QAbstractItemView.ScrollHint = _ScrollHint.EnsureVisible
    ) -> None:
        del hint  # as far as needed, whatever was asked for
        if not index.isValid():
            return
        cell, bar = self._geometry.cell(index.row()), self.verticalScrollBar()
        if cell.top() < bar.value():
            bar.setValue(cell.top() - self._theme.metrics.space)
        elif cell.bottom() > bar.value() + self.viewport().height():
            bar.setValue(cell.bottom() - self.viewport().height() + self._theme.metrics.space)

    def horizontalOffset(self) -> int:  # noqa: N802
        return 0

    def verticalOffset(self) -> int:  # noqa: N802
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:  # noqa: N802
        del index
        return False

    def moveCursor(  # noqa: N802
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        del modifiers
        count = self._geometry.count
        if count == 0:
            return QModelIndex()
        row = self.currentIndex().row()
        return self.model().index(0 if row < 0 else self._row_after(action, row), 0)

    def setSelection(self, rect: QRect, command: object) -> None:  # noqa: N802
        """Qt gives the corner where selecting began and the one where it has come to, in this
        order; all photos from one to the other are meant.
        """
        ends = [self._nearest_row(corner) for corner in (rect.topLeft(), rect.bottomRight())]
        rows = [row for row in ends if row is not None]
        selection = QItemSelection()
        if rows:
            model = self.model()
            selection.select(model.index(min(rows), 0), model.index(max(rows), 0))
        self.selectionModel().select(selection, command)  # type: ignore[call-overload]

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: N802
        """All that is in sight: a repaint costs no more than looking for what has changed."""
        del selection
        return QRegion(self.viewport().rect())

    def doItemsLayout(self) -> None:  # noqa: N802
        """The model has changed, or the look. Not QListView's own, which visits every item."""
        self._lay_out()
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:  # noqa: N802
        self._lay_out()
        QAbstractItemView.updateGeometries(self)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        QAbstractItemView.resizeEvent(self, event)
        self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        del dx, dy  # painting looks where the scroll bar stands
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self.viewport())
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        top = self.verticalOffset()
        first, last = event.rect().top() + top, event.rect().bottom() + top
        for row in self._geometry.rows_between(first, last):
            cell = self._geometry.cell(row).translated(0, -top)
            self._painter.paint(painter, cell, self.photos.photo(row), self._look(row))
        for index in self._geometry.bands_between(first, last):
            place = self._geometry.band(index).translated(0, -top)
            self._bands.paint(painter, place, self._parting.band(index))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        shown = self.current_photo()
        command = command_of(event, (Command.OPEN, Command.PREVIEW)) if shown else None
        if command is Command.OPEN:
            self.opened.emit(shown)
        elif command is Command.PREVIEW:
            self.preview_asked.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Qt would ask a million photos for their names."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self.setCurrentIndex(index)
            self.preview_asked.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseMoveEvent(event)
        self._hover()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self._hover()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        point = self.visualRect(self.currentIndex()).center() if by_key else event.pos()
        shown = self.photo_at(point)
        if shown is not None:
            self.menu_asked.emit(shown, self.viewport().mapToGlobal(point))

    def startDrag(self, supported: Qt.DropAction) -> None:  # noqa: N802
        """Drag the files out, beneath a small picture of the first of them."""
        try:
            paths = self.selected_files()
        except AppError as error:
            self.drag_failed.emit(error)
            return
        if paths is None:
            self.drag_failed.emit(self.too_many)
            return
        drag = QDrag(self)
        drag.setMimeData(files_as_mime(paths))
        picture = (
            self.viewport()
            .grab(self.visualRect(self.currentIndex()))
            .scaled(
                _DRAG_PICTURE_SIDE,
                _DRAG_PICTURE_SIDE,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
        drag.setPixmap(picture)
        drag.exec(supported, Qt.DropAction.CopyAction)

    # Inside

    def _selected_rows(self) -> list[int] | None:
        runs = self.selected_runs()
        if sum(last - first + 1 for first, last in runs) > _MOST_TAKEN:
            return None
        return [row for first, last in runs for row in range(first, last + 1)]

    @property
    def photos(self) -> PhotoModel:
        model = self.model()
        assert isinstance(model, PhotoModel)
        return model

    def _computed_geometry(self) -> GridGeometry:
        width = max(1, self.viewport().width())
        margin = self._theme.metrics.space
        least = self._photo_width + 2 * self._painter.padding
        count = self.model().rowCount() if self.model() else 0
        columns = max(1, (width - 2 * margin) // least)
        return GridGeometry(
            count=count,
            width=width,
            least_cell_width=least,
            cell_height=self._painter.cell_height((width - 2 * margin) // columns),
            margin=margin,
            breaks=self._parting.breaks,
            band_height=BAND_HEIGHT,
        )

    def _lay_out(self) -> None:
        self._geometry = self._computed_geometry()
        height = self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._geometry.height - height))
        bar.setPageStep(height)
        bar.setSingleStep(max(1, self._geometry.cell_height // 4))
        self.viewport().update()

    def _look(self, row: int) -> CellLook:
        index = self.model().index(row, 0)
        return CellLook(
            is_selected=self.selectionModel().isSelected(index),
            is_current=self.hasFocus() and index == self.currentIndex(),
            is_hovered=row == self.hovered_row,
            is_unrelated=self._parting.dimmed_from is not None and row >= self._parting.dimmed_from,
        )

    def _hover(self) -> None:
        """Find the photo under the mouse, which may have moved or not: scrolling moves photos."""
        point = self.viewport().mapFromGlobal(QCursor.pos())
        is_inside = self.viewport().underMouse() and self.viewport().rect().contains(point)
        y = point.y() + self.verticalOffset()
        hovered = self._geometry.row_at(point.x(), y) if is_inside else None
        if hovered != self.hovered_row:
            self.hovered_row = hovered
            self.viewport().update()

    def _nearest_row(self, point: QPoint) -> int | None:
        """The photo at a point of the viewport, or the one before it."""
        if self._geometry.count == 0:
            return None
        y = point.y() + self.verticalOffset()
        row = self._geometry.row_at(point.x(), y)
        rows = self._geometry.rows_between(y, y)
        return row if row is not None else min(self._geometry.count - 1, max(0, rows.stop - 1))

    def _row_after(self, action: QAbstractItemView.CursorAction, row: int) -> int:
        page = self._geometry.lines_in(self.viewport().height())
        lines, columns = {
            _Action.MoveUp: (-1, 0),
            _Action.MoveDown: (1, 0),
            _Action.MovePageUp: (-page, 0),
            _Action.MovePageDown: (page, 0),
            _Action.MoveLeft: (0, -1),
            _Action.MovePrevious: (0, -1),
            _Action.MoveRight: (0, 1),
            _Action.MoveNext: (0, 1),
            _Action.MoveHome: (0, -row),
            _Action.MoveEnd: (0, self._geometry.count - row),
        }[action]
        return self._geometry.row_beside(row, lines, columns)
