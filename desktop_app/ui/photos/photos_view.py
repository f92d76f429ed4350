"""A grid of photos, and what can be done with them: the same for results and for all photos."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.core.base.errors import AppError
from desktop_app.ui.kit.messages import not_shown, shown_path, vanished
from desktop_app.ui.kit.shortcuts import Command, add_action
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.photos.photo_action import PhotoAction, PhotoSelection
from desktop_app.ui.photos.photo_grid import PhotoGrid
from desktop_app.ui.photos.photo_menu import (
    add_entry,
    add_example_entries,
    add_example_shortcuts,
    add_shortcuts,
    add_verbs,
)
from desktop_app.ui.photos.photo_model import PhotoModel, ShownPhoto, files_as_mime
from desktop_app.ui.photos.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.system.desktop import Desktop


@dataclass(frozen=True)
class GridState:
    """Of how many photos which are selected, as first and last of each run; the row with the
    cursor; and how far the grid is scrolled.
    """

    count: int
    selected: list[tuple[int, int]]
    current: int | None
    offset: int


class PhotosView(QWidget):
    """`find_similar_asked` tells a photo's id; `examples_chosen` ids, and whether more photos like
    these are wanted, or less; `asked` a PhotoAction and the PhotoSelection photos that it is
    about; `failed` gives Words.
    """

    find_similar_asked = Signal(int)
    examples_chosen = Signal(list, bool)
    asked = Signal(object, object)
    failed = Signal(object)

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
        self._model = model
        self.grid = PhotoGrid(theme, thumbnails, photo_width, self)
        self.grid.setModel(model)
        self.grid.opened.connect(self._open)
        self.grid.menu_asked.connect(self._show_menu)
        self.grid.drag_failed.connect(self.failed)
        add_action(self, Command.COPY, self.copy_selected)
        add_action(self, Command.FIND_SIMILAR, self._find_similar)
        add_shortcuts(self, self.ask)
        add_example_shortcuts(self, lambda wanted: self._choose(self.grid.chosen(), wanted))

    def menu(self, shown: ShownPhoto) -> QMenu:
        """What can be done with one photo."""
        menu = QMenu(self)
        chosen = self._chosen_with(shown)
        verb = PhotoAction

        def ask(asked: PhotoAction) -> None:
            self._ask(asked, chosen)

        add_entry(menu, self.tr("Preview"), Command.PREVIEW, self.grid.preview_asked.emit)
        add_entry(menu, self.tr("Open"), Command.OPEN, lambda: self._open(shown))
        add_verbs(menu, [verb.OPEN_WITH], lambda _: self._open_with(shown.path))
        add_entry(
            menu,
            self.tr("Find similar"),
            Command.FIND_SIMILAR,
            lambda: self.find_similar_asked.emit(shown.photo.id),
        )
        add_example_entries(menu, lambda wanted: self._choose(chosen, wanted))
        menu.addSeparator()
        add_verbs(menu, [verb.SHOW], lambda _: self._show_file(shown.path))
        add_entry(menu, self.tr("Copy"), Command.COPY, self.copy_selected)
        menu.addSeparator()
        add_verbs(menu, [verb.COPY_TO, verb.MOVE_TO, verb.EXPORT], ask)
        menu.addSeparator()
        add_verbs(menu, [verb.TRASH], ask)
        return menu

    def ask(self, verb: PhotoAction) -> None:
        """Of the selected photos; what can be done with one only, of the current one."""
        shown = self.grid.current_photo()
        if verb is not PhotoAction.SHOW:
            self._ask(verb, self.grid.chosen())
        elif shown is not None:
            self._show_file(shown.path)

    def copy_selected(self) -> None:
        try:
            paths = self.grid.selected_files()
        except AppError as error:
            self.failed.emit(error)
            return
        if paths is None:
            self.failed.emit(self.grid.too_many)
        elif paths:
            mime = files_as_mime(paths)
            mime.setText("\n".join(shown_path(path) for path in paths))
            QGuiApplication.clipboard().setMimeData(mime)

    def _find_similar(self) -> None:
        shown = self.grid.current_photo()
        if shown is not None:
            self.find_similar_asked.emit(shown.photo.id)

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

    @property
    def standing(self) -> GridState:
        current = self.grid.currentIndex()
        return GridState(
            self._model.rowCount(),
            self.grid.selected_runs(),
            current.row() if current.isValid() else None,
            self.grid.verticalOffset(),
        )

    def go_on(self, standing: GridState) -> None:
        """With the same photos in another grid."""
        if standing.count == self._model.rowCount():
            self.select_rows(standing.selected, standing.current)
            self.grid.verticalScrollBar().setValue(standing.offset)

    def _chosen_with(self, shown: ShownPhoto) -> PhotoSelection | None:
        """The selected photos if this one is among them, else this one alone."""
        chosen = self.grid.chosen()
        is_among = chosen is None or shown.photo.id in chosen.ids
        return chosen if is_among else self._model.chosen_alone(shown)

    def _choose(self, chosen: PhotoSelection | None, is_wanted: bool) -> None:  # noqa: FBT001
        if chosen is None:
            self.failed.emit(self.grid.too_many)
        elif chosen.ids:
            self.examples_chosen.emit(chosen.ids, is_wanted)

    def _ask(self, verb: PhotoAction, chosen: PhotoSelection | None) -> None:
        if chosen is None:
            self.failed.emit(self.grid.too_many)
        elif chosen.ids:
            self.asked.emit(verb, chosen)

    def _show_menu(self, shown: ShownPhoto, point: QPoint) -> None:
        menu = self.menu(shown)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)

    def _open(self, shown: ShownPhoto) -> None:
        path = shown.path
        if not path.exists():
            self.failed.emit(vanished(path))
        elif not self._desktop.open_file(path):
            self._fail(path, self._unopened_words)

    def _open_with(self, path: Path) -> None:
        if not path.exists():
            self.failed.emit(vanished(path))
        elif self._desktop.open_with(self, path) is False:
            self._fail(path, self._unopened_with_words)

    def _show_file(self, path: Path) -> None:
        if not path.exists():
            self.failed.emit(vanished(path))
        elif not self._desktop.show_file(path):
            self.failed.emit(lambda: not_shown(shown_path(path)))

    def _fail(self, path: Path, words: Callable[[], str]) -> None:
        self.failed.emit(lambda: words().format(path=shown_path(path)))

    def _unopened_words(self) -> str:
        return self.tr("No program opens {path}; choose one for this kind of file first.")

    def _unopened_with_words(self) -> str:
        return self.tr("{path} could not be opened with that program.")
