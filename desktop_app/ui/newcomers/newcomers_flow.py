"""Asks for a folder, shows the check of photos, and copies those that the library lacks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.core.files.photo_moves import copy_files
from desktop_app.ui.jobs.file_tasks import FileOutcome, FileTask, FileTaskRunner
from desktop_app.ui.kit.message_bar import Notice
from desktop_app.ui.kit.messages import not_shown, shown_path, vanished
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.newcomers.newcomer_check import NewcomerCheck
from desktop_app.ui.newcomers.newcomers_dialog import NewcomersDialog
from desktop_app.ui.newcomers.newcomers_text import inside_text
from desktop_app.ui.photos.photo_action_flow import Operation, OperationKey, PhotoActionFlow
from desktop_app.ui.system.desktop import Desktop


class NewcomersFlow(QObject):
    """Connects a check with its dialog.

    Copies are one of the window's actions on photos: PhotoActionFlow reports them, and has the
    library read those that are in one of its folders.

    Attributes:
        check: Of the latest folders.
        dialog: Shows the check; None while it is closed.
    """

    def __init__(
        self,
        theme: Theme,
        check: NewcomerCheck,
        tasks: FileTaskRunner,
        files: PhotoActionFlow,
        desktop: Desktop,
        window: QWidget,
        library_folder: Callable[[], Path | None],
    ) -> None:
        """`library_folder` returns a folder of the library, where photos may be copied to."""
        super().__init__(window)
        self._theme = theme
        self.check = check
        self._tasks = tasks
        self._desktop = desktop
        self._window = window
        self._library_folder = library_folder
        self._copying: OperationKey | None = None
        self._target: Path | None = None
        self.dialog: NewcomersDialog | None = None
        files.message_posted.connect(self._show_notice)
        tasks.ended.connect(self._end_copying)

    def choose(self) -> None:
        """Ask for a folder, and check it."""
        title = self.tr("Check folder for new photos")
        folder = self._desktop.choose_folder(self.dialog or self._window, title)
        if folder:
            self.start([folder])

    def start(self, folders: list[Path]) -> None:
        """Check folders, instead of those before."""
        self.check.start(folders)
        self._show()

    def rebuild(self) -> None:
        """Show the check in another language."""
        if self.dialog:
            dialog, self.dialog = self.dialog, None
            dialog.close()
            self._show()

    def _show(self) -> None:
        if self.dialog is None:
            self.dialog = self._new_dialog()
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def _new_dialog(self) -> NewcomersDialog:
        made = NewcomersDialog(self._theme, self.check, self._window)
        made.folder_requested.connect(self.choose)
        made.copy_requested.connect(self._copy)
        made.show_requested.connect(self._show_file)
        made.finished.connect(lambda: self._end(made))
        made.show_copying(is_copying=self._copying is not None)
        return made

    def _end(self, dialog: NewcomersDialog) -> None:
        if dialog is self.dialog:
            self.dialog = None
            self.check.stop()

    def _copy(self) -> None:
        assert self.dialog is not None
        paths = self.check.wanted
        start = self._target or self._library_folder()
        target = self._desktop.choose_folder(self.dialog, self.tr("Copy to"), start)
        if target is None:
            return
        holder = self.check.holder(target)
        if holder:
            self.dialog.message.show_error(lambda: inside_text(holder))
            return
        self._target = target
        self._copying = OperationKey(Operation.COPY, target)
        self.dialog.show_copying(is_copying=True)
        self._tasks.submit(FileTask(self._copying, len(paths), lambda _: copy_files(paths, target)))

    def _show_notice(self, notice: Notice) -> None:
        if self.dialog and self._copying:
            self.dialog.message.show_notice(notice)

    def _end_copying(self, outcome: FileOutcome) -> None:
        """Called after the result was reported, whose slot was connected before this one."""
        if self._copying is None or outcome.key is not self._copying:
            return
        self._copying = None
        self.check.note_copies(outcome.placed)
        if self.dialog:
            self.dialog.show_copying(is_copying=False)

    def _show_file(self, path: Path) -> None:
        assert self.dialog is not None
        if not path.exists():
            self.dialog.message.show_error(vanished(path))
        elif not self._desktop.show_file(path):
            self.dialog.message.show_error(lambda: not_shown(shown_path(path)))
