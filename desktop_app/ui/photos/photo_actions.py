"""What can be done with photos: the table of actions, and the code that they call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop_app.core.base.errors import AppError
from desktop_app.core.files.file_moves import copy_files
from desktop_app.core.files.photo_moves import move_files
from desktop_app.ui.grid.grid_selection import too_many_selected
from desktop_app.ui.grid.photo_grid import PhotoGrid
from desktop_app.ui.grid.photo_model import ShownPhoto, files_as_mime
from desktop_app.ui.grid.photo_selection import PhotoSelection
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.actions import SEPARATOR, Action
from desktop_app.ui.kit.messages import disconnected, not_shown, shown_path, vanished
from desktop_app.ui.photos.photo_action_flow import (
    FileAction,
    FileRequest,
    Operation,
    OperationKey,
    PhotoActionFlow,
)
from desktop_app.ui.system.desktop import Desktop
from desktop_app.ui.system.trash import trash_files

# For a photo that is shown alone; the viewer has an action of its own for the trash.
LONE_MENU = (
    "open", "open_with", "find_similar", "more_like", "less_like", SEPARATOR,
    "show_file", "copy", "reread", SEPARATOR,
    "rename_files", "copy_to", "move_to", "export", SEPARATOR,
)  # fmt: skip
PHOTO_MENU = ("preview", *LONE_MENU, "trash", SEPARATOR, "select_all", "clear_selection")


class PhotoCommands(QObject):
    """Performs the photo actions of one grid.

    Signals:
        find_similar_requested (list[int]): Search for the photos with these ids together.
        examples_chosen (list[int], bool): Ids of photos that become examples of the search; True
            for more photos like these, False for less.
        action_requested (FileRequest): Do this with the files of these photos.
        failed (MessageText): Something could not be done.
    """

    find_similar_requested = Signal(list)
    examples_chosen = Signal(list, bool)
    action_requested = Signal(FileRequest)
    failed = Signal(object)

    def __init__(self, grid: PhotoGrid, desktop: Desktop, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = grid
        self.opener = FileOpener(desktop, parent)
        self.opener.failed.connect(self.failed)
        grid.drag_failed.connect(self.failed)

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
        mime.setText("\n".join(shown_path(path) for path in paths))
        QGuiApplication.clipboard().setMimeData(mime)

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
        """Return the photos with the folder of the current one; None if there are too many."""
        photos, shown = self.select(), self.shown
        return replace(photos, folder=shown.path.parent) if photos and shown else photos


def photo_actions() -> list[Action[PhotoTarget]]:
    """Return the actions, with texts in the current language."""
    return [
        _on_one("preview", _tr("View"), lambda on, _: on.preview(), "Space", "Return", "Enter"),
        _on_one("open", _tr("Open"), lambda on, shown: on.opener.open(shown),
                "Shift+Return", "Shift+Enter", tip=_tr("Open with another program")),
        _on_one("open_with", _tr("Open with…"), lambda on, shown: on.opener.open_with(shown)),
        _find_similar(),
        _on_all("more_like", _tr("More like this"),
                lambda on, photos: on.choose_examples(photos, wanted=True), "+", "=",
                icon="plus", many=_tr("More like {photos}")),
        _on_all("less_like", _tr("Less like this"),
                lambda on, photos: on.choose_examples(photos, wanted=False), "-",
                icon="minus", many=_tr("Less like {photos}")),
        _on_one("show_file", _tr("Show in file manager"),
                lambda on, shown: on.opener.show(shown), "Ctrl+Return", "Ctrl+Enter"),
        _copy(),
        _on_files("copy_to", _tr("Copy to folder…"), copy_photos, "Ctrl+Shift+C",
                  icon="copy", many=_tr("Copy {photos} to folder…")),
        _on_files("move_to", _tr("Move to folder…"), move_photos, "Ctrl+Shift+M",
                  icon="move", many=_tr("Move {photos} to folder…")),
        _on_files("rename_files", _tr("Rename…"),
                  rename_photos, "F2", many=_tr("Rename {photos}…")),
        _on_files("export", _tr("Export…"),
                  lambda flow, photos: flow.export_requested.emit(photos), "Ctrl+E",
                  icon="export", many=_tr("Export {photos}…")),
        _on_files("trash", _tr("Move to trash"), trash_photos, "Del",
                  icon="trash", many=_tr("Move {photos} to trash")),
        _on_files("reread", _tr("Read again"),
                  lambda flow, photos: flow.jobs.reread_photos(photos.ids),
                  many=_tr("Read {photos} again")),
        Action("select_all", _tr("Select all"),
               lambda target: target.commands.select_all(), ("Ctrl+A",)),
        Action("clear_selection", _tr("Clear selection"),
               lambda target: target.commands.clear_selection(), ("Ctrl+D",), icon="close",
               is_enabled=lambda target: bool(target.count)),
    ]  # fmt: skip


def rename_photos(flow: PhotoActionFlow, selection: PhotoSelection) -> None:
    flow.rename_requested.emit(selection)


def copy_photos(flow: PhotoActionFlow, selection: PhotoSelection) -> None:
    flow.start_in_folder(_tr("Copy to"), Operation.COPY, selection, copy_files)


def move_photos(flow: PhotoActionFlow, selection: PhotoSelection) -> None:
    flow.start_in_folder(_tr("Move to"), Operation.MOVE, selection, move_files)


def trash_photos(flow: PhotoActionFlow, selection: PhotoSelection) -> None:
    flow.start(OperationKey(Operation.TRASH), selection, trash_files)


def _on_one(
    name: str,
    text: str,
    handler: Callable[[PhotoCommands, ShownPhoto], object],
    *keys: str,
    tip: str = "",
) -> Action[PhotoTarget]:
    """An action on the photo under the cursor."""

    def run(target: PhotoTarget) -> None:
        if target.shown is not None:
            handler(target.commands, target.shown)

    return Action(name, text, run, keys, tip, is_enabled=lambda target: target.shown is not None)


def _on_all(
    name: str,
    text: str,
    handler: Callable[[PhotoCommands, PhotoSelection | None], object],
    *keys: str | QKeySequence.StandardKey,
    icon: str = "",
    many: str = "",
) -> Action[PhotoTarget]:
    """An action on all photos that are selected."""
    return Action(
        name,
        text,
        lambda target: handler(target.commands, target.selection()),
        keys,
        is_enabled=lambda target: bool(target.count),
        icon=icon,
        text_now=_counting(text, many) if many else None,
    )


def _counting(text: str, many: str) -> Callable[[PhotoTarget], str]:
    """`many` has a place for '203 photos', and is used for more than one."""

    def text_now(target: PhotoTarget) -> str:
        return many.format(photos=numbers.photos(target.count)) if target.count > 1 else text

    return text_now


def _on_files(
    name: str, text: str, action: FileAction, *keys: str, icon: str = "", many: str = ""
) -> Action[PhotoTarget]:
    """An action on the files of all photos that are selected, which the view requests."""

    def run(commands: PhotoCommands, photos: PhotoSelection | None) -> None:
        commands.request_action(action, photos)

    return _on_all(name, text, run, *keys, icon=icon, many=many)


def _copy() -> Action[PhotoTarget]:
    """Of a photo that need not be selected, its file is known."""

    def run(target: PhotoTarget) -> None:
        selection, shown = target.select(), target.shown
        if shown is not None and selection is not None and selection.ids == [shown.photo.id]:
            target.commands.copy_files([shown.path])
        else:
            target.commands.copy_selected()

    text = _tr("Copy")
    return Action(
        "copy",
        text,
        run,
        (QKeySequence.StandardKey.Copy,),
        is_enabled=lambda target: bool(target.count),
        text_now=_counting(text, _tr("Copy {photos}")),
    )


def _find_similar() -> Action[PhotoTarget]:
    """Of all photos that are selected; where none is, of the one under the cursor."""

    def run(target: PhotoTarget) -> None:
        if target.count:
            target.commands.find_similar(target.select())
        elif target.shown is not None:
            target.commands.find_similar(PhotoSelection([target.shown.photo.id]))

    text = _tr("Find similar")
    return Action(
        "find_similar",
        text,
        run,
        ("S",),
        icon="alike",
        is_enabled=lambda target: bool(target.count) or target.shown is not None,
        text_now=_counting(text, _tr("Find similar to {photos}")),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("photo_actions", text)
