"""What the actions on photos call: the code, and the photos that it is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_app.core.base.errors import AppError
from desktop_app.sentences.values import printable
from desktop_app.ui.grid.grid_selection import too_many_selected
from desktop_app.ui.grid.photo_grid import PhotoGrid
from desktop_app.ui.grid.photo_model import ShownPhoto, files_as_mime
from desktop_app.ui.grid.photo_selection import PhotoSelection
from desktop_app.ui.kit.messages import disconnected, not_shown, shown_path, vanished
from desktop_app.ui.photos.photo_action_flow import FileAction, FileRequest
from desktop_app.ui.system.desktop import Desktop


class PhotoCommands(QObject):
    """Performs the photo actions of one grid.

    Signals:
        find_similar_requested (list[int]): Search for the photos with these ids together.
        code_requested (PhotoRow): Show what the code of this photo has kept of it.
        examples_chosen (list[int], bool): Ids of photos that become examples of the search; True
            for more photos like these, False for less.
        action_requested (FileRequest): Do this with the files of these photos.
        stack_toggled (int): Open or close the stack that has the photo with this id on top.
        failed (MessageText): Something could not be done.
    """

    find_similar_requested = Signal(list)
    code_requested = Signal(object)
    examples_chosen = Signal(list, bool)
    action_requested = Signal(FileRequest)
    stack_toggled = Signal(int)
    failed = Signal(object)

    def __init__(self, grid: PhotoGrid, desktop: Desktop, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = grid
        self.opener = FileOpener(desktop, parent)
        self.opener.failed.connect(self.failed)
        grid.drag_failed.connect(self.failed)
        grid.badges.clicked.connect(self.toggle_stack)

    def preview(self) -> None:
        """Show the current photo in the viewer; it is selected, unless others are."""
        if not self._grid.selection.count:
            self._grid.preview(self._grid.currentIndex())
        else:
            self._grid.preview_requested.emit()

    def find_similar(self, selection: PhotoSelection | None) -> None:
        """Request photos like all of these."""
        if selection is None:
            self.failed.emit(too_many_selected)
        elif selection.ids:
            self.find_similar_requested.emit(selection.ids)

    def select_all(self) -> None:
        """Select all photos of the list; they get the focus, so that keys act on them."""
        self._grid.selectAll()
        self._grid.setFocus()

    def clear_selection(self) -> None:
        """Select nothing; the photos get the focus, since the bar of the selection disappears."""
        self._grid.clearSelection()
        self._grid.setFocus()

    def copy_selected(self) -> None:
        """Put the selected files on the clipboard, as files and as text."""
        try:
            paths = self._grid.selection.files()
        except AppError as error:
            self.failed.emit(error)
            return
        if paths is None:
            self.failed.emit(too_many_selected)
        elif paths:
            self.copy_files(paths)

    def copy_files(self, paths: list[Path]) -> None:
        mime = files_as_mime(paths)
        mime.setText("\n".join(printable(str(path)) for path in paths))
        QGuiApplication.clipboard().setMimeData(mime)

    def toggle_stack(self, shown: ShownPhoto) -> None:
        """Request to open or close the stack of a photo, where stacks are folded."""
        if shown.stack is not None and shown.stack.can_fold:
            self.stack_toggled.emit(shown.stack.top)

    def choose_examples(self, selection: PhotoSelection | None, *, wanted: bool) -> None:
        """Request more photos like these, or less."""
        if selection is None:
            self.failed.emit(too_many_selected)
        elif selection.ids:
            self.examples_chosen.emit(selection.ids, wanted)

    def request_action(self, action: FileAction, selection: PhotoSelection | None) -> None:
        """Request that this is done with the files of these photos."""
        if selection is None:
            self.failed.emit(too_many_selected)
        elif selection.ids:
            self.action_requested.emit(FileRequest(action, selection))


class FileOpener(QObject):
    """Opens files in other programs.

    Signals:
        failed (MessageText): A file could not be opened.
    """

    failed = Signal(object)

    def __init__(self, desktop: Desktop, parent: QWidget) -> None:
        """`parent` is also the parent of the dialog that `open_with` shows."""
        super().__init__(parent)
        self._desktop = desktop
        self._window = parent

    def open(self, shown: ShownPhoto) -> None:
        """Open a photo's file in its default program."""
        if self._is_there(shown) and not self._desktop.open_file(shown.path):
            self._fail(shown.path, self._not_opened)

    def open_with(self, shown: ShownPhoto) -> None:
        """Let the user choose a program for a photo's file."""
        if self._is_there(shown) and self._desktop.open_with(self._window, shown.path) is False:
            self._fail(shown.path, self._not_opened_with)

    def show(self, shown: ShownPhoto) -> None:
        """Show a photo's file in the file manager."""
        if self._is_there(shown) and not self._desktop.show_file(shown.path):
            self.failed.emit(lambda: not_shown(shown_path(shown.path)))

    def _is_there(self, shown: ShownPhoto) -> bool:
        """Whether a photo's file can be reached; if not, say why."""
        path = shown.path
        if path.exists():
            return True
        self.failed.emit(partial(disconnected, path) if shown.photo.away else vanished(path))
        return False

    def _fail(self, path: Path, template: Callable[[], str]) -> None:
        self.failed.emit(lambda: template().format(path=shown_path(path)))

    def _not_opened(self) -> str:
        return self.tr(
            "No program is set to open {path}. Choose a default program for this file type first."
        )

    def _not_opened_with(self) -> str:
        return self.tr("{path} could not be opened with that program.")


@dataclass(frozen=True)
class PhotoTarget:
    """The photos that an action is about.

    Attributes:
        commands: The code of the actions.
        shown: The current photo; None if there is none, or if it is still being read.
        count: The number of photos to act on.
        select: Returns the photos; None if there are too many of them.
    """

    commands: PhotoCommands
    shown: ShownPhoto | None
    count: int
    select: Callable[[], PhotoSelection | None]

    def selection(self) -> PhotoSelection | None:
        """Return the photos with the current one and its folder; None if there are too many."""
        photos, shown = self.select(), self.shown
        if photos is None or shown is None:
            return photos
        return replace(photos, folder=shown.path.parent, current=shown.photo.id)
