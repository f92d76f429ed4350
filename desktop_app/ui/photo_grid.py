"""The grid of photos: cells of one size, sharing out the width, and a band that parts them.

A QListView, which screen readers know, without its layout: that leaves a ragged edge, cannot part
its items, and takes the longer the more there are. Here the place of a photo is arithmetic
(grid_geometry.py), so a million are shown as fast as ten.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QDrag,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop_app.ui.grid_geometry import GridGeometry
from desktop_app.ui.photo_model import PHOTO_ROLE, Index, PhotoModel, ShownPhoto
from desktop_app.ui.photo_painter import CellLook, PhotoPainter
from desktop_app.ui.theme import Theme
from desktop_app.ui.thumbnail_loader import ThumbnailLoader

_BAND_HEIGHT = 48
_DRAG_PICTURE_SIDE = 96
_Action = QAbstractItemView.CursorAction
_ScrollHint = QAbstractItemView.ScrollHint


class PhotoGrid(QListView):
    """`opened` tells the ShownPhoto that was double-clicked, or was current when Enter came;
    `menu_asked` that whose menu is wanted, and where on the screen.
    """

    opened = Signal(object)
    menu_asked = Signal(object, QPoint)

    def __init__(
        self, theme: Theme, thumbnails: ThumbnailLoader, photo_width: int, parent: QWidget
    ) -> None:
        """`photo_width`: at least as wide a picture is shown as long as the window allows."""
        super().__init__(parent)
        self._theme = theme
        self._painter = PhotoPainter(theme, thumbnails)
        self._photo_width = photo_width
        self._band_text = ""
        self._break_at: int | None = None
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

    def part(self, break_at: int | None, sentence: str) -> None:
        """Put a band with a sentence before this row; None: no band."""
        self._break_at = break_at
        self._band_text = sentence
        self._lay_out()

    @property
    def band_text(self) -> str:
        """Empty where nothing parts the photos."""
        return self._band_text if self._break_at is not None else ""

    def photo_at(self, point: QPoint) -> ShownPhoto | None:
        index = self.indexAt(point)
        return index.data(PHOTO_ROLE) if index.isValid() else None

    def current_photo(self) -> ShownPhoto | None:
        index = self.currentIndex()
        return index.data(PHOTO_ROLE) if index.isValid() else None

    def selected_photos(self) -> list[ShownPhoto]:
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [self._photos().photo(row) for row in rows]

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
        painter.translate(0, -top)
        for row in self._geometry.rows_between(
            event.rect().top() + top, event.rect().bottom() + top
        ):
            self._painter.paint(
                painter, self._geometry.cell(row), self._photos().photo(row), self._look(row)
            )
        self._paint_band(painter)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        shown = self.current_photo()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and shown is not None:
            self.opened.emit(shown)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        shown = self.photo_at(event.position().toPoint())
        if shown is not None and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(shown)

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
        indexes = self.selectedIndexes()
        if not indexes:
            return
        drag = QDrag(self)
        drag.setMimeData(self.model().mimeData(indexes))
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

    def _photos(self) -> PhotoModel:
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
            break_at=self._break_at,
            band_height=_BAND_HEIGHT,
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
            is_unrelated=self._break_at is not None and row >= self._break_at,
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

    def _paint_band(self, painter: QPainter) -> None:
        band = self._geometry.band()
        if band is None or not self._band_text:
            return
        painter.setFont(self._theme.font(self._theme.metrics.text))
        painter.setPen(self._theme.colour("secondary"))
        text = band.adjusted(self._theme.metrics.space, 0, -self._theme.metrics.space, 0)
        at_left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(text, at_left, self._band_text)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        start = text.left() + painter.fontMetrics().horizontalAdvance(self._band_text)
        middle = band.center().y()
        painter.drawLine(start + self._theme.metrics.wide, middle, text.right(), middle)
