"""The grid of photos: painting, keys, the context menu, and dragging files out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop_app.core.base.errors import AppError
from desktop_app.ui.grid.badge_clicks import BadgeClicks
from desktop_app.ui.grid.cell_updates import CellUpdates
from desktop_app.ui.grid.grid_painter import HEADER_HEIGHT, GridPainter, PhotoPainter
from desktop_app.ui.grid.grid_pointer import GridPointer
from desktop_app.ui.grid.grid_selection import GridSelection, too_many_selected
from desktop_app.ui.grid.grid_view import CellMetrics, GridView
from desktop_app.ui.grid.photo_model import PhotoModel, ShownPhoto, files_as_mime
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.kit.navigation import TypeAhead
from desktop_app.ui.kit.theme import Theme

_DRAG_PICTURE_SIDE = 96
# In a layout from right to left, as the geometry counts from the beginning of a line.
_MIRRORED = {
    QAbstractItemView.CursorAction.MoveLeft: QAbstractItemView.CursorAction.MoveRight,
    QAbstractItemView.CursorAction.MoveRight: QAbstractItemView.CursorAction.MoveLeft,
}


class PhotoGrid(GridView):
    """Shows a PhotoModel.

    Attributes:
        selection: The selected photos, to be read and changed.
        pointer: What the mouse points at.
        badges: Clicks on the badges of stacks.
        typing: The name that is being typed.

    Signals:
        preview_requested (): Show the current photo in the viewer.
        menu_requested (ShownPhoto, QPoint): Show the photo's menu at a point of the screen.
        drag_failed (MessageText): The selected files cannot be dragged.
        zoom_requested (int): Steps by which photos should grow (Ctrl and the wheel, or a pinch).
    """

    preview_requested = Signal()
    menu_requested = Signal(ShownPhoto, QPoint)
    drag_failed = Signal(object)
    zoom_requested = Signal(int)

    def __init__(
        self, theme: Theme, cells: PhotoPainter, thumbnails: ThumbnailLoader,
        photo_width: int, parent: QWidget,
    ) -> None:  # fmt: skip
        """Create a grid.

        Args:
            theme: For the ground and the headers.
            cells: Paints the photos.
            thumbnails: Of the photos.
            photo_width: The minimum width of a picture, unless the window is narrower.
            parent: The widget that the grid belongs to.
        """
        space = theme.metrics.space
        metrics = CellMetrics(
            space, cells.padding, HEADER_HEIGHT, cells.cell_height, cells.least_width
        )
        super().__init__(metrics, photo_width, parent)
        self._cells = cells
        self._painter = GridPainter(theme, cells, self)
        self.selection = GridSelection(self)
        self.pointer = GridPointer(self)
        self.badges = BadgeClicks(self, cells)
        self.typing = TypeAhead(self)
        # Only what has no transparent part is moved on the screen when it is scrolled.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.pointer.zoom_requested.connect(self.zoom_requested)
        self.pointer.double_clicked.connect(self.preview)
        self._cell_updates = CellUpdates(self, self.pointer, thumbnails)
        theme.colours_changed.connect(self.viewport().update)

    @property
    def photos(self) -> PhotoModel:
        model = self.model()
        assert isinstance(model, PhotoModel)
        return model

    def photo_at(self, point: QPoint) -> ShownPhoto | None:
        """Return the photo at a point of the viewport."""
        index = self.indexAt(point)
        return self.photos.photo(index.row()) if index.isValid() else None

    def photo_rect(self, row: int, shown: ShownPhoto) -> QRect:
        """Return where the picture of a photo is painted in the viewport."""
        return self._cells.picture_rect(self.visualRect(self.photos.index(row, 0)), shown)

    def moveCursor(  # noqa: N802
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        del modifiers
        geometry, row = self.grid_geometry, self.currentIndex().row()
        if not geometry.count:
            return QModelIndex()
        if self.isRightToLeft():
            action = _MIRRORED.get(action, action)
        lines_per_page = max(1, self.viewport().height() // geometry.cell_height)
        target = 0 if row < 0 else geometry.lines.cursor_row(row, action, lines_per_page)
        return self.model().index(target, 0)

    def setSelection(self, rect: QRect, command: object) -> None:  # noqa: N802
        """Select all photos from one to the other: Qt passes the corner where selecting began as
        the top left one, and the current corner as the bottom right one.
        """
        top = self.verticalOffset()
        corners = (rect.topLeft(), rect.bottomRight())
        rows = [self.grid_geometry.nearest_row(point.x(), point.y() + top) for point in corners]
        selection = QItemSelection()
        if self.grid_geometry.count:
            model = self.model()
            selection.select(model.index(min(rows), 0), model.index(max(rows), 0))
        self.selectionModel().select(selection, command)  # type: ignore[call-overload]

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: N802
        """Repaint all that is visible: finding what has changed costs as much."""
        del selection
        return QRegion(self.viewport().rect())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        self._painter.paint(event, self.photos, self.pointer.hovered_row)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Leave it to the view: Qt would ask the model for a million names."""
        self.typing.add(search)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        point = self.visualRect(self.currentIndex()).center() if by_key else event.pos()
        shown = self.photo_at(point)
        if shown is not None:
            self.menu_requested.emit(shown, self.viewport().mapToGlobal(point))

    def startDrag(self, supported: Qt.DropAction) -> None:  # noqa: N802
        """Drag the selected files under a small picture of the current photo."""
        try:
            paths = self.selection.files()
        except AppError as error:
            self.drag_failed.emit(error)
            return
        if paths is None:
            self.drag_failed.emit(too_many_selected)
            return
        picture = self.viewport().grab(self.visualRect(self.currentIndex()))
        _drag(self, paths, picture).exec(supported, Qt.DropAction.CopyAction)

    def preview(self, index: QModelIndex) -> None:
        """Select a photo, and ask for it to be shown."""
        self.setCurrentIndex(index)
        self.preview_requested.emit()


def _drag(source: QWidget, paths: list[Path], picture: QPixmap) -> QDrag:
    drag = QDrag(source)
    drag.setMimeData(files_as_mime(paths))
    drag.setPixmap(
        picture.scaled(
            _DRAG_PICTURE_SIDE,
            _DRAG_PICTURE_SIDE,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    )
    return drag
