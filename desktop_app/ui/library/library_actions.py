"""Carries out the actions on a folder of the library."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.ui.jobs.library_jobs import LibraryJobs
from desktop_app.ui.kit.messages import not_shown, shown_name, shown_path, vanished
from desktop_app.ui.library.root_row import RootAction
from desktop_app.ui.system.desktop import Desktop


class LibraryActions(QObject):
    """Turns an action into a job, or into a step on the desktop.

    Signals:
        message_posted (MessageText): A message for the message bar.
        failures_requested (): The user wants to see the files that failed.
    """

    message_posted = Signal(object)
    failures_requested = Signal()

    def __init__(self, jobs: LibraryJobs, desktop: Desktop, window: QWidget) -> None:
        """`window` is the parent of the folder chooser."""
        super().__init__(window)
        self._jobs = jobs
        self._desktop = desktop
        self._window = window

    def run(self, action: RootAction, root: Path) -> None:
        match action:
            case RootAction.RESCAN:
                self._jobs.index([root])
            case RootAction.REREAD:
                self._jobs.reread_root(root)
            case RootAction.PAUSE:
                self._jobs.pause_root(root, is_paused=True)
            case RootAction.RESUME:
                self._jobs.pause_root(root, is_paused=False)
            case RootAction.RELOCATE:
                self._relocate(root)
            case RootAction.SHOW:
                self.show_file(root)
            case RootAction.LIST_FAILED:
                self.failures_requested.emit()
            case RootAction.REMOVE:
                self._jobs.remove_root(root)

    def _relocate(self, root: Path) -> None:
        title = self.tr("Locate “{folder}”").format(folder=shown_name(root))
        target = self._desktop.choose_folder(self._window, title)
        if target:
            self._jobs.relocate_root(root, target)

    def show_file(self, path: Path) -> None:
        """Show a file or a folder in the file manager."""
        if not path.exists():
            self.message_posted.emit(vanished(path))
        elif not self._desktop.show_file(path):
            self.message_posted.emit(lambda: not_shown(shown_path(path)))
