"""A grid of photos and the actions on them, shared by all views that list photos."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.core.base.errors import AppError
from desktop_app.ui.kit.actions import ActionKeys, ActionSet
from desktop_app.ui.kit.messages import not_shown, shown_path, vanished
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.photos.grid_selection import too_many_selected
from desktop_app.ui.photos.photo_action import PhotoAction, PhotoSelection
from desktop_app.ui.photos.photo_actions import PHOTO_MENU, PhotoTarget, photo_actions
from desktop_app.ui.photos.photo_grid import PhotoGrid
from desktop_app.ui.photos.photo_model import PhotoModel, ShownPhoto, files_as_mime
from desktop_app.ui.photos.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.system.desktop import Desktop


@dataclass(frozen=True)
class GridState:
    """What a grid restores after its window was built again.

    Attributes:
        count: The number of rows.
        selected: The first and last row of each selected range.
        current: The row with the cursor.
        offset: The value of the vertical scroll bar.
    """

    count: int
    selected: list[tuple[int, int]]
    current: int | None
    offset: int


# Space and Enter mean a photo only while the grid itself has the focus, not a button beside it.
_GRID_KEYS = ("preview", "open")


class PhotosView(QWidget):
    """The base of the views with a grid.

    Signals:
        find_similar_requested (int): Search for the photo with this id.
        examples_chosen (list[int], bool): Ids of photos that become examples of the search; True
            for more photos like these, False for less.
        action_requested (PhotoAction, PhotoSelection): Do this with these photos.
        failed (AppError or a callable that returns a message): Something could not be done.
    """

    find_similar_requested = Signal(int)
    examples_chosen = Signal(list, bool)
    action_requested = Signal(PhotoAction, PhotoSelection)
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
        self._model = model
        self._opener = FileOpener(desktop, self)
        self._opener.failed.connect(self.failed)
        self.grid = PhotoGrid(theme, thumbnails, photo_width, self)
        self.grid.setModel(model)
        self.grid.menu_requested.connect(self._show_menu)
        self.grid.drag_failed.connect(self.failed)
        actions = [action.of(PhotosView.target) for action in photo_actions()]
        names = [action.id for action in actions if action.id not in _GRID_KEYS]
        self._actions = ActionSet(actions, self, self)
        self._actions.add_shortcuts(
            self, names, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        ActionKeys(self.grid, self._actions, _GRID_KEYS)

    def target(self, shown: ShownPhoto | None = None) -> PhotoTarget:
        """What actions are about: the selected photos, or `shown` alone if it is not among them."""
        selection = self.grid.selection
        if shown is not None:
            return PhotoTarget(
                self, shown, has_selection=True, select=lambda: self._selection_with(shown)
            )
        has_selection = self.grid.selectionModel().hasSelection()
        return PhotoTarget(
            self,
            selection.current_photo(),
            has_selection=has_selection,
            select=selection.photo_selection,
        )

    def menu(self, shown: ShownPhoto) -> QMenu:
        """Return the context menu of a photo."""
        menu = QMenu(self)
        return ActionSet(photo_actions(), self.target(shown), menu).fill(menu, PHOTO_MENU)

    def preview(self) -> None:
        self.grid.preview_requested.emit()

    def open_file(self, shown: ShownPhoto) -> None:
        self._opener.open(shown.path)

    def open_with(self, shown: ShownPhoto) -> None:
        self._opener.open_with(shown.path)

    def show_file(self, shown: ShownPhoto) -> None:
        self._opener.show(shown.path)

    def find_similar(self, shown: ShownPhoto) -> None:
        self.find_similar_requested.emit(shown.photo.id)

    def copy_selected(self) -> None:
        """Put the selected files on the clipboard, as files and as text."""
        try:
            paths = self.grid.selection.files()
        except AppError as error:
            self.failed.emit(error)
            return
        if paths is None:
            self.failed.emit(too_many_selected)
        elif paths:
            mime = files_as_mime(paths)
            mime.setText("\n".join(shown_path(path) for path in paths))
            QGuiApplication.clipboard().setMimeData(mime)

    @property
    def state(self) -> GridState:
        current = self.grid.currentIndex()
        return GridState(
            self._model.rowCount(),
            self.grid.selection.ranges(),
            current.row() if current.isValid() else None,
            self.grid.verticalOffset(),
        )

    def restore(self, state: GridState) -> None:
        """Select and scroll as in another grid that shows the same photos."""
        if state.count == self._model.rowCount():
            self.grid.selection.select(state.selected, state.current)
            self.grid.verticalScrollBar().setValue(state.offset)

    def _selection_with(self, shown: ShownPhoto) -> PhotoSelection | None:
        """The selected photos if this one is among them, else this one alone."""
        selection = self.grid.selection.photo_selection()
        is_among = selection is None or shown.photo.id in selection.ids
        return selection if is_among else self._model.selection_of_photo(shown)

    def choose_examples(self, selection: PhotoSelection | None, *, wanted: bool) -> None:
        """Request more photos like these, or less."""
        if selection is None:
            self.failed.emit(too_many_selected)
        elif selection.ids:
            self.examples_chosen.emit(selection.ids, wanted)

    def request_action(self, action: PhotoAction, selection: PhotoSelection | None) -> None:
        """Request that this is done with the files of these photos."""
        if selection is None:
            self.failed.emit(too_many_selected)
        elif selection.ids:
            self.action_requested.emit(action, selection)

    def _show_menu(self, shown: ShownPhoto, point: QPoint) -> None:
        menu = self.menu(shown)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)


class FileOpener(QObject):
    """Opens files in other programs.

    Signals:
        failed (AppError or a callable that returns a message): A file could not be opened.
    """

    failed = Signal(object)

    def __init__(self, desktop: Desktop, parent: QWidget) -> None:
        """`parent` is also the parent of the dialog that `open_with` shows."""
        super().__init__(parent)
        self._desktop = desktop
        self._window = parent

    def open(self, path: Path) -> None:
        """Open a file in its default program."""
        if not path.exists():
            self.failed.emit(vanished(path))
        elif not self._desktop.open_file(path):
            self._fail(path, self._not_opened)

    def open_with(self, path: Path) -> None:
        """Let the user choose a program for a file."""
        if not path.exists():
            self.failed.emit(vanished(path))
        elif self._desktop.open_with(self._window, path) is False:
            self._fail(path, self._not_opened_with)

    def show(self, path: Path) -> None:
        """Show a file in the file manager."""
        if not path.exists():
            self.failed.emit(vanished(path))
        elif not self._desktop.show_file(path):
            self.failed.emit(lambda: not_shown(shown_path(path)))

    def _fail(self, path: Path, template: Callable[[], str]) -> None:
        self.failed.emit(lambda: template().format(path=shown_path(path)))

    def _not_opened(self) -> str:
        return self.tr("No program opens {path}; choose one for this kind of file first.")

    def _not_opened_with(self) -> str:
        return self.tr("{path} could not be opened with that program.")
