"""The folders below a root in the sidebar: a tree that is drawn as a list, as tall as its rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy

from desktop_app.ui.browse.folder_rows import FolderRow
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.direction import back_and_forward
from desktop_app.ui.kit.messages import shown_path
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.library.folder_delegate import FolderDelegate


class FolderModel(QStringListModel):
    """The names of the rows. Qt keeps them, so that it lays out 100,000 rows without Python."""

    def __init__(self, parent: FolderList) -> None:
        super().__init__(parent)
        self.rows: list[FolderRow] = []
        self._names: list[str] = []

    def show_rows(self, rows: list[FolderRow]) -> None:
        """Show other rows. Where only numbers have changed, Qt need not lay out anything."""
        self.rows = rows
        names = [row.name for row in rows]
        if names != self._names:
            self._names = names
            self.setStringList(names)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        """Also describe the row to screen readers, which do not see where it is drawn."""
        if role == Qt.ItemDataRole.ToolTipRole:
            return shown_path(Path(self.rows[index.row()].path))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._description(self.rows[index.row()])
        return super().data(index, role)

    def _description(self, row: FolderRow) -> str:
        parts = [row.name, numbers.photos(row.photos)]
        if row.has_folders:
            parts.append(self.tr("open") if row.is_open else self.tr("closed"))
        return ", ".join(parts)


class FolderList(QListView):
    """Shows which folder is chosen, and tells what the user wants of one.

    Signals:
        chosen (Path): Show the photos of this folder: a click on its name, Enter or Space.
        toggled (Path): Open or close this folder: a click on its arrow, Right or Left.
        menu_requested (Path, QPoint): Open its menu at a point of the screen.
        reached (QRect): The current row, which should be visible.
    """

    chosen = Signal(Path)
    toggled = Signal(Path)
    menu_requested = Signal(Path, QPoint)
    reached = Signal(QRect)

    def __init__(self, theme: Theme, name: str) -> None:
        """`name` is for screen readers."""
        super().__init__()
        self.setObjectName("folders")
        self.setAccessibleName(name)
        self._pressed = QPoint()
        self._delegate = FolderDelegate(theme, self)
        self._model = FolderModel(self)
        self.setItemDelegate(self._delegate)
        self.setModel(self._model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._click)

    @property
    def rows(self) -> list[FolderRow]:
        return self._model.rows

    def show_rows(self, rows: list[FolderRow]) -> None:
        """Replace the rows; the current folder stays current."""
        row = self.currentIndex().row()
        path = self.rows[row].path if row >= 0 else None
        self._delegate.rows = rows
        self._model.show_rows(rows)
        self.updateGeometry()
        self.viewport().update()
        if path is not None:
            self.setCurrentIndex(self._model.index(_place_of(rows, path, row)))

    def show_chosen(self, folder: Path | None) -> bool:
        """Mark a folder, or the innermost row around it; return whether there is one."""
        around = {str(path) for path in (folder, *folder.parents)} if folder else ()
        rows = (row.path for row in reversed(self.rows) if row.path in around)
        self._delegate.chosen = next(rows, "")
        self.viewport().update()
        return bool(self._delegate.chosen)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, self._delegate.height * len(self.rows))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def currentChanged(  # noqa: N802
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.reached.emit(self.visualRect(current))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        place = self.currentIndex().row()
        row = self.rows[place] if place >= 0 else None
        back, forward = back_and_forward()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if row:
                self.chosen.emit(Path(row.path))
            case key if key == forward and row and row.has_folders and not row.is_open:
                self.toggled.emit(Path(row.path))
            case key if key == forward and row and row.is_open:
                self.setCurrentIndex(self._model.index(place + 1))
            case key if key == back and row and row.is_open:
                self.toggled.emit(Path(row.path))
            case key if key == back and row and row.depth:
                self.setCurrentIndex(self._model.index(_parent_place(self.rows, place)))
            case _:
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        is_by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if is_by_key else self.indexAt(event.pos())
        if index.isValid():
            corner = self.visualRect(index).bottomLeft() if is_by_key else event.pos()
            place = self.viewport().mapToGlobal(corner)
            self.menu_requested.emit(Path(self.rows[index.row()].path), place)

    def _click(self, index: QModelIndex) -> None:
        row = self.rows[index.row()]
        is_on_arrow = self._delegate.arrow(self.visualRect(index), row).contains(self._pressed)
        signal = self.toggled if row.has_folders and is_on_arrow else self.chosen
        signal.emit(Path(row.path))


def _place_of(rows: list[FolderRow], path: str, likely: int) -> int:
    """Return the place of a folder; if it is gone, the likely place, or the last."""
    if likely < len(rows) and rows[likely].path == path:
        return likely
    found = next((place for place, row in enumerate(rows) if row.path == path), likely)
    return min(found, len(rows) - 1)


def _parent_place(rows: list[FolderRow], place: int) -> int:
    """Return the place of the row that a row lies inside."""
    above = rows[place].depth - 1
    return next(before for before in range(place, -1, -1) if rows[before].depth == above)
