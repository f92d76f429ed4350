"""The results: the grid, and what can be done with a photo in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QPoint, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop_app.ui.desktop import Desktop
from desktop_app.ui.messages import shown_path, vanished
from desktop_app.ui.photo_grid import PhotoGrid
from desktop_app.ui.photo_model import PhotoModel, ShownPhoto
from desktop_app.ui.queries import Results
from desktop_app.ui.theme import Theme
from desktop_app.ui.thumbnail_loader import ThumbnailLoader


class ResultsView(QWidget):
    """`find_similar_asked` tells a photo's id; `failed` says a sentence."""

    find_similar_asked = Signal(int)
    failed = Signal(str)

    def __init__(
        self, theme: Theme, thumbnails: ThumbnailLoader, photo_width: int, desktop: Desktop
    ) -> None:
        super().__init__()
        self._desktop = desktop
        self.model = PhotoModel(self)
        self.grid = PhotoGrid(theme, thumbnails, photo_width, self)
        self.grid.setModel(self.model)
        self.grid.setAccessibleName(self.tr("Photos, nearest first"))
        self.grid.opened.connect(self._open)
        self.grid.menu_asked.connect(self._show_menu)
        copy = QAction(self.tr("Copy"), self)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.triggered.connect(self.copy_selected)
        self.addAction(copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid)

    def show_results(self, results: Results, query_path: Path | None, *, is_new: bool) -> None:
        """`is_new` False: the same query again, after more was indexed; what was selected stays
        selected, and the view stays where it was.
        """
        selected = [] if is_new else [item.found.photo.id for item in self.grid.selected_photos()]
        place = 0 if is_new else self.grid.verticalOffset()
        self.model.show_results(results, query_path)
        everything_is_related = results.related == len(results.found)
        self.grid.part(None if everything_is_related else results.related, self._band(results))
        self.grid.verticalScrollBar().setValue(place)
        self._select_again(selected)

    def clear(self) -> None:
        self.model.clear()
        self.grid.part(None, "")

    def menu(self, shown: ShownPhoto) -> QMenu:
        """What can be done with one photo."""
        menu = QMenu(self)
        path = shown.path
        menu.addAction(self.tr("Open"), lambda: self._open(shown))
        menu.addAction(
            self.tr("Find similar"), lambda: self.find_similar_asked.emit(shown.found.photo.id)
        )
        menu.addSeparator()
        menu.addAction(self.tr("Show in file manager"), lambda: self._show_file(path))
        menu.addAction(self.tr("Copy"), self.copy_selected)
        return menu

    def _band(self, results: Results) -> str:
        if results.related == 0:
            return self.tr("Probably nothing here is related; these are the nearest")
        return self.tr("Below this, probably unrelated")

    def _select_again(self, photo_ids: list[int]) -> None:
        rows = [row for number in photo_ids if (row := self.model.row_of(number)) is not None]
        select = QItemSelectionModel.SelectionFlag.Select
        for row in rows:
            self.grid.selectionModel().select(self.model.index(row, 0), select)
        if rows:
            keep = QItemSelectionModel.SelectionFlag.NoUpdate
            self.grid.selectionModel().setCurrentIndex(self.model.index(rows[0], 0), keep)

    def _show_menu(self, shown: ShownPhoto, point: QPoint) -> None:
        menu = self.menu(shown)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)

    def _open(self, shown: ShownPhoto) -> None:
        self._do(shown.path, self._desktop.open_file(shown.path) if shown.path.exists() else None)

    def _show_file(self, path: Path) -> None:
        self._do(path, self._desktop.show_file(path) if path.exists() else None)

    def _do(self, path: Path, worked: bool | None) -> None:  # noqa: FBT001
        """Say what did not work. `worked` None: the file is not there."""
        if worked is None:
            self.failed.emit(vanished(path))
        elif not worked:
            text = self.tr("No program opens {path}; choose one for this kind of file first.")
            self.failed.emit(text.format(path=shown_path(path)))

    def copy_selected(self) -> None:
        indexes = self.grid.selectedIndexes()
        if indexes:
            mime = self.model.mimeData(indexes)
            paths = [shown_path(item.path) for item in self.grid.selected_photos()]
            mime.setText("\n".join(paths))
            QGuiApplication.clipboard().setMimeData(mime)
