"""Carries out the actions on a root, or on a folder in one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.ui.jobs.library_jobs import LibraryJobs
from desktop_app.ui.kit.messages import not_shown, shown_name, shown_path, vanished
from desktop_app.ui.library.root_menu import RootAction
from desktop_app.ui.system.desktop import Desktop


class LibraryActions(QObject):
    """Turns an action into a job, or into a step on the desktop.

    Signals:
        message_posted (MessageText): A message for the message bar.
        failures_requested (): The user wants to see the files that failed.
        photos_requested (Path): The user wants to see the photos of this folder.
        search_requested (Path): The user wants to limit the search to this folder.
        exclusion_requested (Path): The user wants to exclude this folder inside a root.
    """

    message_posted = Signal(object)
    failures_requested = Signal()
    photos_requested = Signal(Path)
    search_requested = Signal(Path)
    exclusion_requested = Signal(Path)

    def __init__(self, jobs: LibraryJobs, desktop: Desktop, window: QWidget) -> None:
        """`window` is the parent of the folder chooser."""
        super().__init__(window)
        self._jobs = jobs
        self._desktop = desktop
        self._window = window

    def run(self, action: RootAction, root: Path) -> None:
        """Do this with a root; the first three also with a folder in one."""
        jobs = self._jobs
        steps: dict[RootAction, Callable[[Path], object]] = {
            RootAction.SHOW_PHOTOS: self.photos_requested.emit,
            RootAction.SEARCH: self.search_requested.emit,
            RootAction.SHOW_IN_FILE_MANAGER: self.show_file,
            RootAction.EXCLUDE: self.exclusion_requested.emit,
            RootAction.RESCAN: lambda root: jobs.index([root]),
            RootAction.REREAD: jobs.reread_root,
            RootAction.PAUSE: lambda root: jobs.pause_root(root, is_paused=True),
            RootAction.RESUME: lambda root: jobs.pause_root(root, is_paused=False),
            RootAction.RELOCATE: self._relocate,
            RootAction.LIST_FAILED: lambda _: self.failures_requested.emit(),
            RootAction.REMOVE: jobs.remove_root,
        }
        steps[action](root)

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
