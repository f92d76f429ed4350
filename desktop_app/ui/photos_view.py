"""A grid of photos, and what can be done with them: the same for results and for all photos."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.core.errors import AppError
from desktop_app.ui.desktop import Desktop
from desktop_app.ui.messages import message, shown_path, vanished
from desktop_app.ui.photo_grid import PhotoGrid
from desktop_app.ui.photo_model import PhotoModel, ShownPhoto, files_as_mime
from desktop_app.ui.theme import Theme
from desktop_app.ui.thumbnail_loader import ThumbnailLoader


class PhotosView(QWidget):
    """`find_similar_asked` tells a photo's id; `failed` says a sentence."""

    find_similar_asked = Signal(int)
    failed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        thumbnails: ThumbnailLoader,
        photo_width: int,
        desktop: Desktop,
        model: PhotoModel,
    ) -> None:
        super().__init__()
        self._desktop = desktop
        self.grid = PhotoGrid(theme, thumbnails, photo_width, self)
        self.grid.setModel(model)
        self.grid.opened.connect(self._open)
        self.grid.menu_asked.connect(self._show_menu)
        self.grid.drag_failed.connect(self.failed)
        copy = QAction(self.tr("Copy"), self)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.triggered.connect(self.copy_selected)
        self.addAction(copy)

    def menu(self, shown: ShownPhoto) -> QMenu:
        """What can be done with one photo."""
        menu = QMenu(self)
        path = shown.path
        menu.addAction(self.tr("Open"), lambda: self._open(shown))
        menu.addAction(
            self.tr("Find similar"), lambda: self.find_similar_asked.emit(shown.photo.id)
        )
        menu.addSeparator()
        menu.addAction(self.tr("Show in file manager"), lambda: self._show_file(path))
        menu.addAction(self.tr("Copy"), self.copy_selected)
        return menu

    def copy_selected(self) -> None:
        try:
            paths = self.grid.selected_files()
        except AppError as error:
            self.failed.emit(message(error))
            return
        if paths is None:
            self.failed.emit(self.grid.too_many())
        elif paths:
            mime = files_as_mime(paths)
            mime.setText("\n".join(shown_path(path) for path in paths))
            QGuiApplication.clipboard().setMimeData(mime)

    def select_rows(self, runs: list[tuple[int, int]], current: int | None) -> None:
        """Select these rows only, from first to last in each run; `current` gets the cursor."""
        model, chooser = self.grid.model(), self.grid.selectionModel()
        selection = QItemSelection()
        for first, last in runs:
            selection.select(model.index(first, 0), model.index(last, 0))
        flag = QItemSelectionModel.SelectionFlag
        chooser.select(selection, flag.ClearAndSelect)
        if current is not None:
            chooser.setCurrentIndex(model.index(current, 0), flag.NoUpdate)

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
